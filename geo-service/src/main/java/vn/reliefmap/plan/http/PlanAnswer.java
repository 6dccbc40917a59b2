package vn.reliefmap.plan.http;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.reliefmap.access.Callers;
import vn.reliefmap.kernel.PlanId;
import vn.reliefmap.plan.MoveBreak;
import vn.reliefmap.plan.PlanDesk;
import vn.reliefmap.plan.PlanProgress;

/**
 * How far a plan is.
 *
 * @param unassignedStops of the best so far
 * @param stale true when the plan is ready and something it rests on has changed since
 * @param changed what changed, by topic
 * @param reasons the same in words, where one plan was asked for
 * @param publishedAt null while it is a draft
 * @param supersededBy the published plan that took its place; null while it holds
 * @param locked numbers of tours that stay as they are
 * @param lockedStops names of stops that stay with their vehicles
 * @param edit how it was changed by hand; null when it was not, and for those who do not work on it
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
        @Nullable String en,
        @Nullable Instant publishedAt,
        @Nullable UUID supersededBy,
        Set<Integer> locked,
        Set<String> lockedStops,
        @Nullable EditAnswer edit) {

    static PlanAnswer of(PlanProgress progress, PlanDesk.Standing standing) {
        boolean ready = progress.state() == PlanProgress.State.READY;
        PlanId superseded = standing.supersededBy();
        PlanDesk.Edit edit = Callers.rights().seesStaffNames() ? standing.edit() : null;
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
                progress.en(),
                standing.publishedAt(),
                superseded == null ? null : superseded.value(),
                new TreeSet<>(standing.locked().tours()),
                new TreeSet<>(standing.locked().stops()),
                edit == null
                        ? null
                        : new EditAnswer(
                                edit.by(),
                                edit.why(),
                                edit.breaks().stream().map(MoveBreak::kind).toList()));
    }

    /**
     * @param by account
     * @param breaks what it breaks in spite of it
     */
    record EditAnswer(UUID by, String why, List<MoveBreak.Kind> breaks) {}

    /** @param next always null: the newest hundred are all that is listed */
    record PlanList(List<PlanAnswer> items, @Nullable String next) {}
}
