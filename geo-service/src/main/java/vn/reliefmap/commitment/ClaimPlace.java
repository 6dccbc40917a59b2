package vn.reliefmap.commitment;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.reliefmap.kernel.NeedId;
import vn.reliefmap.kernel.PlanId;
import vn.reliefmap.passability.VehicleClass;

/** Which lines of need a team takes on. A claim on a zone or tour takes all that is left there. */
public sealed interface ClaimPlace {
    /**
     * @param commune code or name, in any spelling
     * @param item null = everything
     * @param quantity in the item's unit, the most urgent needs first; null = all that is left; needs an item
     */
    record Commune(
            String commune, @Nullable String item, @Nullable BigDecimal quantity) implements ClaimPlace {}

    /**
     * A delivery zone as it was told.
     *
     * @param at the moment that it was asked for
     */
    record Zone(String id, VehicleClass vehicle, Instant at) implements ClaimPlace {}

    /**
     * What a planned tour brings, to the households that the plan has it for.
     *
     * @param number of the tour in the plan
     */
    record Tour(PlanId plan, int number) implements ClaimPlace {}

    /** @param tour what the tour is called that the lines are from; null for lines without one */
    record Lines(List<NeedId> needs, @Nullable String tour) implements ClaimPlace {}
}
