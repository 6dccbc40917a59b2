package vn.reliefmap.routing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.reliefmap.flood.RoadReport;
import vn.reliefmap.flood.RoadReport.Standing;
import vn.reliefmap.flood.RoadState;

/**
 * What somebody said of a piece of road, as an answer tells it.
 *
 * @param state what was said
 * @param observedAt when the road was seen so
 * @param confirmed false when that has aged and nothing newer confirms the road
 */
public record RoadSaid(RoadState state, Instant observedAt, boolean confirmed) {

    public static @Nullable RoadSaid of(@Nullable Standing standing) {
        return standing == null
                ? null
                : new RoadSaid(standing.report().state(), standing.report().observedAt(), standing.fresh());
    }

    /** True when the road was reported closed whatever the depth. */
    boolean shuts() {
        return state == RoadState.CLOSED || state == RoadState.BRIDGE_GONE;
    }

    boolean bridgeGone() {
        return state == RoadState.BRIDGE_GONE;
    }

    /**
     * A permission for trucks that a way makes use of.
     *
     * @param role always {@code officer}: what the public may know of who gave it
     * @param officer name of the officer; null for the public
     * @param reason why; null for the public, or when nobody said
     */
    public record Allowed(
            double upToM,
            Instant until,
            String role,
            @Nullable String officer,
            @Nullable String reason) {
        public static @Nullable Allowed of(RoadReport.@Nullable Allowance allowance) {
            return allowance == null
                    ? null
                    : new Allowed(
                            allowance.upToM(), allowance.until(), "officer", allowance.officer(), allowance.reason());
        }

        /** The same for the public. */
        public Allowed withoutName() {
            return new Allowed(upToM, until, role, null, null);
        }
    }
}
