package vn.reliefmap.commitment;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.reliefmap.geo.LonLat;
import vn.reliefmap.kernel.HouseholdId;
import vn.reliefmap.kernel.NeedId;

/**
 * Where a team brings what it took on. Never a name or a telephone number.
 *
 * @param approximate true when nobody knows the place better than its hamlet or commune
 * @param commune code; null in none
 * @param needs lines of the claim with something outstanding
 */
public record ClaimedHome(
        HouseholdId household,
        LonLat place,
        boolean approximate,
        int people,
        int vulnerablePeople,
        @Nullable String commune,
        boolean simulated,
        List<NeedId> needs) {}
