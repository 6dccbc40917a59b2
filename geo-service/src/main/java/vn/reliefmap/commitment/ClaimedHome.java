package vn.reliefmap.commitment;

import java.math.BigDecimal;
import java.util.List;
import vn.reliefmap.household.Household;
import vn.reliefmap.household.Households.Contact;
import vn.reliefmap.kernel.NeedId;

/**
 * Where a team brings what it took on, and whom it calls.
 *
 * @param brings lines of the claim with something outstanding
 */
public record ClaimedHome(Household household, Contact contact, List<Brings> brings) {

    /** @param quantity outstanding, in the item's unit */
    public record Brings(NeedId need, String item, BigDecimal quantity) {}
}
