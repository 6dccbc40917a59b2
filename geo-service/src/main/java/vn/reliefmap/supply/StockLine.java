package vn.reliefmap.supply;

import java.math.BigDecimal;
import java.time.Instant;
import vn.reliefmap.kernel.DepotId;

/**
 * How much of an item lies in a depot.
 *
 * @param quantity in the item's unit, 0 or more
 * @param countedAt when that was written down
 */
public record StockLine(DepotId depot, String item, BigDecimal quantity, Instant countedAt) {}
