package vn.reliefmap.plan;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import vn.reliefmap.kernel.DisasterId;
import vn.reliefmap.kernel.PlanId;

/**
 * How far a plan is.
 *
 * @param share of the search that is done, 0 to 1
 * @param unassignedStops stops that the best plan so far leaves out, wholly or in part; null before there is one
 * @param changed what changed since the plan was made, by topic ({@code water}, {@code roads}, {@code road_reports}, {@code
 *     supply}, {@code needs}): not empty = plan again. In a list that is coarse: other disasters' changes count too
 * @param reasons the same in words, where one plan was asked for that is ready
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
        List<Reason> reasons,
        @Nullable String vi,
        @Nullable String en) {

    /** The same with what changed said exactly. */
    public PlanProgress because(List<Reason> why) {
        Set<String> topics = new TreeSet<>(why.stream().map(Reason::topic).toList());
        return new PlanProgress(id, disaster, state, orderedAt, share, unassignedStops, topics, why, vi, en);
    }

    /** One thing that changed. */
    public record Reason(String topic, String vi, String en) {}

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
