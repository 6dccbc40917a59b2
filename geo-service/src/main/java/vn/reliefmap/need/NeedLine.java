package vn.reliefmap.need;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import vn.reliefmap.kernel.DisasterId;
import vn.reliefmap.kernel.HouseholdId;
import vn.reliefmap.kernel.NeedId;

/**
 * One household's need of one item; quantities in the item's unit.
 *
 * @param commune code; null in none
 * @param toGive needed − pledged − delivered, never below 0
 * @param toCarry needed − claimed − delivered, never below 0
 */
public record NeedLine(
        NeedId id,
        DisasterId disaster,
        HouseholdId household,
        @Nullable String commune,
        String item,
        Urgency urgency,
        BigDecimal needed,
        BigDecimal delivered,
        BigDecimal toGive,
        BigDecimal toCarry) {
    public BigDecimal left(Balance balance) {
        return balance == Balance.TO_GIVE ? toGive : toCarry;
    }
}
