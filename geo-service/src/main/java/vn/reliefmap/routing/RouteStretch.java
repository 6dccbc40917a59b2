package vn.reliefmap.routing;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A piece of a route on one road under the same water.
 *
 * @param fromM metres from the start of the route
 * @param toM metres from the start of the route, greater than {@code fromM}
 * @param depthM deepest water on it, 0 when open
 * @param observedAt time of the observation that gave the depth, null when dry
 * @param roadName name or number of the road, null when it has none
 * @param deckUnconfirmed true on a bridge over flood water whose deck nobody has confirmed
 * @param said what was reported of it, where that decides or has aged; else null
 * @param allowed the permission that a truck passes by, through deeper water than usual; else null
 */
public record RouteStretch(
        double fromM,
        double toM,
        State state,
        double depthM,
        @Nullable Instant observedAt,
        @Nullable String roadName,
        boolean deckUnconfirmed,
        @Nullable RoadSaid said,
        RoadSaid.@Nullable Allowed allowed) {

    /** For the public, which does not learn who allowed anything. */
    public RouteStretch withoutName() {
        return allowed == null
                ? this
                : new RouteStretch(
                        fromM, toM, state, depthM, observedAt, roadName, deckUnconfirmed, said, allowed.withoutName());
    }

    /** How the stretch is passed. */
    public enum State {
        OPEN,
        SLOW;

        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
