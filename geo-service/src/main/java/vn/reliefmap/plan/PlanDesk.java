package vn.reliefmap.plan;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.reliefmap.kernel.DisasterId;
import vn.reliefmap.kernel.PlanId;

/** What coordinators decide about a plan as a whole: which tours and stops are locked, and that teams may take it on. Thread-safe. */
public interface PlanDesk {
    /** Throws a {@code PLAN_NOT_FOUND} problem (404) when there is none. */
    Standing standing(PlanId plan);

    /** Those of a disaster that {@link Plans#list} lists. */
    Map<PlanId, Standing> standings(DisasterId disaster);

    /**
     * Locks these tours and stops and no others. {@code TOUR_NOT_FOUND}, {@code STOP_NOT_FOUND} (404) when no tour of the plan has
     * the number or calls at the stop.
     */
    Standing lock(PlanId plan, Locks locks);

    /**
     * What is not to change by hand or by planning again.
     *
     * @param tours numbers: nothing is moved into or out of them, and planning again leaves them as they are
     * @param stops names: not moved, and planning again leaves them with the vehicles that serve them, while one of those can go; what
     *     else these do may change
     */
    record Locks(Set<Integer> tours, Set<String> stops) {
        public static final Locks NONE = new Locks(Set.of(), Set.of());

        public Locks {
            tours = Set.copyOf(tours);
            stops = Set.copyOf(stops);
        }
    }

    /**
     * Lets teams see the plan and take on its tours; plans that it takes the place of are superseded. Again does nothing. {@code
     * PLAN_NOT_READY} (409), {@code PLAN_SUPERSEDED} (409) when another one took its place, {@code PLAN_CLAIMED_MEANWHILE} (409) when
     * a team took on a tour of a plan before that this one does not know of.
     */
    Standing publish(PlanId plan, UUID by);

    /**
     * @param publishedAt null while it is a draft
     * @param supersededBy the published plan that took its place; null while it holds
     * @param edit how it came from the plan before by hand; null for one that was searched
     */
    record Standing(
            @Nullable Instant publishedAt,
            @Nullable PlanId supersededBy,
            Locks locked,
            @Nullable Edit edit) {
        /** True when teams may take on its tours. */
        public boolean open() {
            return publishedAt != null && supersededBy == null;
        }
    }

    /**
     * A move that somebody made.
     *
     * @param by account
     * @param why empty when it breaks nothing and nobody said
     * @param breaks what it breaks in spite of it
     */
    record Edit(UUID by, String why, List<MoveBreak> breaks) {}
}
