package vn.reliefmap.plan;

import java.util.List;
import vn.reliefmap.kernel.DisasterId;
import vn.reliefmap.kernel.PlanId;

/** The front door to delivery plans. Planning runs beside the callers; plans are kept. Thread-safe. */
public interface Plans {
    /**
     * Begins to plan, and returns at once. Throws {@code PLAN_NO_VEHICLE}, {@code PLAN_NO_DEPOT} or {@code
     * PLAN_UNKNOWN_PART} (422) when there is nothing to plan with, {@code PLAN_TIME_RANGE} (400), {@code ROADS_NOT_READY}
     * (503), and {@code PLANS_BUSY} (503) when too many plans wait.
     */
    PlanId start(PlanOrder order);

    /** Plans on the calling thread. Throws as {@link #start}. */
    ReliefPlan make(PlanOrder order, SearchWatch watch);

    /** Which disaster it is for; costs little. Throws a {@code PLAN_NOT_FOUND} problem (404) when there is none. */
    DisasterId disaster(PlanId id);

    /** As far as it is. Throws a {@code PLAN_NOT_FOUND} problem (404) when there is none. */
    PlanProgress progress(PlanId id);

    /** Throws {@code PLAN_NOT_FOUND} (404), {@code PLAN_NOT_READY} (409) while it is searched, {@code PLAN_FAILED} (409). */
    ReliefPlan get(PlanId id);

    /**
     * Its tours that somebody has claimed, by number; those that stand in it because they were claimed in a plan before, too. None
     * while it is not ready.
     */
    List<TourStanding> claimed(PlanId id);

    /** Those of a disaster, the newest first, at most a hundred. */
    List<PlanProgress> list(DisasterId disaster);

    /** Ends the search and keeps the best so far; a finished plan stays as it is. Throws {@code PLAN_NOT_FOUND} (404). */
    void stop(PlanId id);
}
