package vn.reliefmap.supply;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.reliefmap.kernel.DepotId;
import vn.reliefmap.kernel.PublicCode;

/**
 * Goods that came to a depot, left it, or were counted there.
 *
 * @param change what it added to the stock, in the item's unit; below 0 for goods that left
 * @param stock how much lay there afterwards
 * @param gift the pledge the goods are of; null for others
 */
public record StockMove(
        UUID id,
        DepotId depot,
        String item,
        MoveKind kind,
        BigDecimal change,
        BigDecimal stock,
        @Nullable PublicCode gift,
        Instant movedAt) {}
