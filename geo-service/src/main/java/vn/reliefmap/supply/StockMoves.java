package vn.reliefmap.supply;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import vn.reliefmap.kernel.DepotId;

/** The front door to moves of stock. Thread-safe. */
public interface StockMoves {
    /**
     * Writes a move down. The same order again gives the same move.
     *
     * <p>Problems: {@code STOCK_TOO_SMALL} (409) with how much there is, {@code QUANTITY_FORM}, {@code UNKNOWN_ITEM} (400), {@code
     * DEPOT_NOT_FOUND} (404), {@code REQUEST_ID_TAKEN} (409).
     */
    StockMove move(UUID account, StockMoveOrder order);

    /** Of a depot, the newest first, at most a thousand; {@code stock} is what lies there now. */
    List<StockMove> list(DepotId depot);

    /** By depot and item, of all that had a move since then. */
    List<StockSince> since(Instant moment);
}
