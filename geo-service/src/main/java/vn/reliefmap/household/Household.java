package vn.reliefmap.household;

import org.jspecify.annotations.Nullable;
import vn.reliefmap.geo.LonLat;
import vn.reliefmap.kernel.HouseholdId;

/**
 * A household without name, telephone number and address.
 *
 * @param commune code; null in none
 * @param hamlet code; null when nobody knows
 * @param approximate true when the place tells a neighbourhood and no house
 * @param standing false when it turned out to be another household or nobody's home
 */
public record Household(
        HouseholdId id,
        boolean simulated,
        int people,
        int vulnerablePeople,
        @Nullable String commune,
        @Nullable String hamlet,
        LonLat place,
        boolean approximate,
        boolean standing) {
    /** The smallest unit it is known to stand in: whose officers it belongs to; null when unknown. */
    public @Nullable String unit() {
        return hamlet == null ? commune : hamlet;
    }
}
