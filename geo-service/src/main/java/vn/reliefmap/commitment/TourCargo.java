package vn.reliefmap.commitment;

import java.math.BigDecimal;
import java.util.List;
import vn.reliefmap.kernel.DisasterId;
import vn.reliefmap.kernel.HouseholdId;
import vn.reliefmap.kernel.PlanId;

/** Says what a planned tour brings to whom. The room of plans, which comes later, answers. Thread-safe. */
public interface TourCargo {
    /**
     * Asked in the transaction that takes the tour on: the plan stays as open as it is until that ends.
     *
     * <p>Throws {@code PLAN_NOT_FOUND} (404), {@code PLAN_NOT_READY} (409), {@code PLAN_TOO_OLD} (409) when the plan does not know
     * its households, {@code TOUR_NOT_FOUND} (404), {@code
     * PLAN_NOT_PUBLISHED} or {@code PLAN_SUPERSEDED} (409) when teams may not take on its tours.
     */
    Cargo of(PlanId plan, int tour);

    /** @param shares empty for a tour that only fills landings, and for one that was claimed before the plan was made */
    record Cargo(DisasterId disaster, List<Share> shares) {}

    /**
     * What one household gets of one item.
     *
     * @param stop where, as the plan names it
     * @param quantity in the item's unit, above 0
     */
    record Share(HouseholdId household, String stop, String item, BigDecimal quantity) {}
}
