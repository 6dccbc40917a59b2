package vn.reliefmap.plan;

import org.jspecify.annotations.Nullable;

/**
 * The door to the search for tours: from a problem to a plan, without database or graph. Thread-safe; each search runs
 * on the calling thread.
 *
 * <p>Nothing is lost: each unit of demand is in exactly one visit or unassigned with a reason. Loads never exceed a
 * vehicle, stock never falls below zero, and a boat leaves its landing after the trucks brought its goods.
 */
public interface TourSolver {
    /**
     * Plans from nothing, or from the plan before, which is kept where nothing speaks against it (vehicles, sources,
     * stops and goods must then be in the same order; new ones stand at the end).
     *
     * <p>Throws a {@code TOO_MANY_STOPS} problem (400) for more stops than {@link TourProblem#MOST_STOPS}.
     */
    TourSolution solve(TourProblem problem, SearchLimits limits, @Nullable TourSolution before, SearchWatch watch);

    /** Plans from nothing, unwatched. */
    default TourSolution solve(TourProblem problem, SearchLimits limits) {
        return solve(problem, limits, null, SearchWatch.NOBODY);
    }
}
