package vn.reliefmap.plan;

import java.math.BigDecimal;

/** @param milli thousandths of the item's unit, above 0 */
public record Amount(String item, long milli) {
    /** In the item's unit, exact. */
    public BigDecimal units() {
        return BigDecimal.valueOf(milli, 3).stripTrailingZeros();
    }
}
