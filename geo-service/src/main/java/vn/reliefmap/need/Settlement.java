package vn.reliefmap.need;

import java.math.BigDecimal;

/**
 * A hand-over on one line of need, in the item's unit.
 *
 * @param handedOver counts as delivered
 * @param ofPledges how much of it was outstanding in pledges
 * @param ofClaims how much of it was outstanding in claims
 */
public record Settlement(BigDecimal handedOver, BigDecimal ofPledges, BigDecimal ofClaims) {}
