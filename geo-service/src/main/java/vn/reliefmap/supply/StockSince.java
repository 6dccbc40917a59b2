package vn.reliefmap.supply;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.reliefmap.kernel.DepotId;

/**
 * What was written down of an item in a depot since a moment.
 *
 * @param countedAt the last count since then, which saw what had left by that time; null when there was none
 * @param out what was taken out since the count, or since the moment; 0 or more, in the item's unit
 */
public record StockSince(
        DepotId depot, String item, @Nullable Instant countedAt, BigDecimal out) {}
