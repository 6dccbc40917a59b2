package vn.reliefmap.supply;

import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.reliefmap.kernel.DepotId;
import vn.reliefmap.kernel.PublicCode;

/**
 * A move to be written down.
 *
 * @param id made by the sender
 * @param quantity in the item's unit; above 0, or for a count what was found, 0 or more
 * @param gift the pledge the goods are of; null for others
 */
public record StockMoveOrder(
        UUID id,
        DepotId depot,
        String item,
        MoveKind kind,
        BigDecimal quantity,
        @Nullable PublicCode gift) {}
