package vn.reliefmap.plan.http;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.reliefmap.plan.PlanProgress;

/**
 * How far a plan is.
 *
 * @param unassignedStops of the best so far
 * @param stale true when the plan is ready and something it rests on has changed since
 * @param changed what changed, by topic
 * @param reasons the same in words, where one plan was asked for
 */
record PlanAnswer(
        UUID id,
        UUID disaster,
        PlanProgress.State state,
        Instant orderedAt,
        double share,
        @Nullable Integer unassignedStops,
        boolean stale,
        Set<String> changed,
        List<PlanProgress.Reason> reasons,
        @Nullable String vi,
        @Nullable String en) {

    static PlanAnswer of(PlanProgress progress) {
        boolean ready = progress.state() == PlanProgress.State.READY;
        return new PlanAnswer(
                progress.id().value(),
                progress.disaster().value(),
                progress.state(),
                progress.orderedAt(),
                progress.share(),
                progress.unassignedStops(),
                ready && !progress.changed().isEmpty(),
                ready ? progress.changed() : Set.of(),
                progress.reasons(),
                progress.vi(),
                progress.en());
    }

    /** @param next always null: the newest hundred are all that is listed */
    record PlanList(List<PlanAnswer> items, @Nullable String next) {}
}
