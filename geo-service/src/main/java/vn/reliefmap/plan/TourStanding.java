package vn.reliefmap.plan;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.reliefmap.commitment.Claim;
import vn.reliefmap.kernel.HouseholdId;
import vn.reliefmap.kernel.NeedId;

/**
 * A tour that a team has taken on, or had.
 *
 * @param claim the newest one on it
 * @param teamName null when no account of a team holds it
 * @param served numbers of the calls at homes where deliveries have brought everything
 * @param open what is still to be handed over, by call
 */
public record TourStanding(int tour, Claim claim, @Nullable String teamName, Set<Integer> served, List<Open> open) {

    /**
     * What one call still owes to one line of the claim. The lines of all calls together are what is outstanding in the claim.
     *
     * @param quantity above 0, in the item's unit
     */
    public record Open(int call, NeedId need, HouseholdId household, String item, BigDecimal quantity) {}
}
