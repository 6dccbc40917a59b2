package vn.reliefmap.commitment;

import java.math.BigDecimal;
import java.util.UUID;
import vn.reliefmap.kernel.DepotId;
import vn.reliefmap.kernel.PublicCode;

/** Follows gifts by their codes. Thread-safe. */
public interface Gifts {
    /** Throws a {@code GIFT_NOT_FOUND} problem (404) when the ledger knows no such gift. */
    Gift follow(PublicCode code);

    /**
     * Takes goods of the gift into a depot, which makes them stock. Again with the same id does nothing. Throws as {@link
     * #follow} and as {@link vn.reliefmap.supply.StockMoves#move}.
     */
    Gift receive(UUID account, PublicCode code, UUID id, DepotId depot, BigDecimal quantity);

    /** A QR code as SVG that leads to the gift's page. */
    String qrCode(PublicCode code);
}
