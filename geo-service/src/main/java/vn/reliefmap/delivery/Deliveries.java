package vn.reliefmap.delivery;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.reliefmap.kernel.DisasterId;
import vn.reliefmap.kernel.Problem;
import vn.reliefmap.kernel.PublicCode;

/** The front door to deliveries. Thread-safe. */
public interface Deliveries {
    /**
     * Writes a hand-over down, settles claim and pledges, and tells the ledger. The same order again gives the same delivery.
     * A claim that has expired does not undo what was handed over: it is counted all the same.
     *
     * <p>Problems: {@code CLAIM_NOT_FOUND} (404), {@code DELIVERY_LINE}, {@code DELIVERY_TIME}, {@code QUANTITY_FORM} (400), {@code
     * REQUEST_ID_TAKEN} (409).
     */
    Delivery handOver(UUID account, DeliveryOrder order);

    /** Throws a {@code DELIVERY_NOT_FOUND} problem (404) when there is none. */
    Delivery get(UUID id);

    /**
     * The newest first, at most a thousand.
     *
     * @param team null = of everybody
     */
    List<Delivery> list(DisasterId disaster, @Nullable UUID team);

    /** A new one-time code for the recipient; one made before is void. {@code DELIVERY_NOT_FOUND} (404). */
    PublicCode receiptCode(UUID account, UUID delivery);

    /** There is none, or none that the caller may see: nobody learns which. */
    static Problem notFound() {
        return Problem.notFound("DELIVERY_NOT_FOUND", "id", "Không có lần giao này.", "There is no such delivery.");
    }
}
