package vn.reliefmap.plan;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.reliefmap.kernel.DisasterId;
import vn.reliefmap.kernel.PlanId;

/**
 * How far a plan is.
 *
 * @param share of the search that is done, 0 to 1
 * @param unassignedStops stops that the best plan so far leaves out, wholly or in part; null before there is one
 * @param changed what changed since the plan was made, by topic ({@code water}, {@code supply}, {@code needs}, {@code roads}):
 *     not empty = plan again
 * @param vi why it failed; null when it did not
 * @param en why it failed; null when it did not
 */
public record PlanProgress(
        PlanId id,
        DisasterId disaster,
        State state,
        Instant orderedAt,
        double share,
        @Nullable Integer unassignedStops,
        Set<String> changed,
        @Nullable String vi,
        @Nullable String en) {

    /** Where a plan stands. */
    public enum State {
        /** It waits for its turn. */
        WAITING,
        /** Stops, loads and ways are gathered, then searched. */
        RUNNING,
        /** It can be driven. */
        READY,
        /** It could not be made, and says why. */
        FAILED;

        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static State of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }
}
