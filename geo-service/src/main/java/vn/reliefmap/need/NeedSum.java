package vn.reliefmap.need;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What the households of one commune lack of one item in one disaster. Quantities in the item's unit, 0 or more; sums
 * over households, so a surplus at one house fills no gap at another.
 *
 * @param adminCode the commune; null for households outside every commune
 * @param households how many need the item, in need or served
 * @param pledged outstanding pledges
 * @param underWay outstanding claims
 * @param open needed minus delivered, never below 0 for any household
 */
public record NeedSum(
        @Nullable String adminCode,
        String item,
        long households,
        BigDecimal needed,
        BigDecimal pledged,
        BigDecimal underWay,
        BigDecimal delivered,
        BigDecimal open) {}
