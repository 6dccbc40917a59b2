package vn.reliefmap.plan;

import java.util.List;
import vn.reliefmap.kernel.PlanId;

/**
 * The front door to changing a plan by hand. Plans never change: a move makes a new one. Asking changes nothing. Thread-safe.
 *
 * <p>All throw {@code PLAN_NOT_FOUND} (404), {@code PLAN_NOT_READY} (409), {@code MOVE_NOT_THERE} (404) when the plan has no such call,
 * gap, vehicle, trip or position, {@code MOVE_LANDING} (409) for goods that boats wait for, {@code MOVE_BEGUN} (409) for trips that
 * have begun, {@code MOVE_FIXED} (409) for tours that a team has or that are locked, {@code PLAN_HAS_CLAIMS} (409) when teams have
 * taken on tours of this very plan: then it is planned again first.
 */
public interface PlanMoves {
    /** What one move would break, and the new figures of both tours. */
    MoveCheck check(PlanId plan, PlanMove move);

    /** How a stop would fit into the tour of each vehicle, in the order of the plan, vehicles without a tour last. */
    List<MoveFit> fits(PlanId plan, PlanMove.From from);

    /**
     * Makes the plan that has the move; the same order again gives the same plan.
     *
     * <p>{@code MOVE_BREAKS} (409), with what breaks, when something breaks that the order does not decide over; {@code MOVE_WHY} (400)
     * when it does and does not say why.
     */
    PlanId move(PlanId plan, MoveOrder order);
}
