package vn.reliefmap.flood;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the water at one place or along one line, after all observations were merged by the rules of the
 * domain facts, section 2.
 *
 * @param state what is known
 * @param depthM deepest known water above ground in metres, 0 or more; 0 when DRY or UNOBSERVED; for UNKNOWN the deepest
 *     depth known beside the unknown part, often 0
 * @param observedAt time of the observation that decided; null when UNOBSERVED
 * @param estimatedM depth in metres estimated from the height of the ground, where it says more than what was observed: the
 *     best guess for UNKNOWN, and for WET the reason why {@code depthM} is deeper than an older observation said; NaN = no
 *     estimate. It never makes anything passable
 * @param currentMs fastest known current in metres per second where there is water; NaN = not known, which is not still
 */
public record Water(State state, double depthM, @Nullable Instant observedAt, double estimatedM, double currentMs) {
    /** Without an estimate or a current. */
    public Water(State state, double depthM, @Nullable Instant observedAt) {
        this(state, depthM, observedAt, Double.NaN, Double.NaN);
    }

    /** With a current, metres per second; NaN = not known. */
    public Water flowing(double currentMs) {
        return new Water(state, depthM, observedAt, estimatedM, currentMs);
    }

    /** With an estimate: water of known depth can only become deeper by it, and unknown water stays unknown. */
    public Water estimated(double depthM) {
        return switch (state) {
            case UNKNOWN -> new Water(state, this.depthM, observedAt, depthM, currentMs);
            case WET -> depthM > this.depthM ? new Water(state, depthM, observedAt, depthM, currentMs) : this;
            case UNOBSERVED, DRY -> this;
        };
    }

    /** What is known of the water. The order is from harmless to worst. */
    public enum State {
        /** Outside every footprint: nobody looked and no flood is reported. Passable, but said to be unobserved. */
        UNOBSERVED,
        /** Inside a footprint, no water. */
        DRY,
        /** Under water, and the depth is known. */
        WET,
        /** Under water of unknown depth (at least in part). Never opens a road. */
        UNKNOWN
    }

    public static final Water NOWHERE_OBSERVED = new Water(State.UNOBSERVED, 0, null);
}
