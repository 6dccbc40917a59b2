package vn.reliefmap.ledger;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import vn.reliefmap.kernel.PublicCode;

/**
 * How much of what a fact is about, and where.
 *
 * @param commune code as the public may know it; null when it is not told
 * @param item code of the catalogue
 * @param quantity in the item's unit, 0 or more
 * @param gift code of the pledge it belongs to; null when it belongs to none
 */
public record Goods(
        @Nullable String commune,
        String item,
        BigDecimal quantity,
        @Nullable PublicCode gift) {}
