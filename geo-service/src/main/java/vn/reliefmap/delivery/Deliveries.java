package vn.reliefmap.delivery;

import java.util.UUID;
import vn.reliefmap.access.Scope;
import vn.reliefmap.kernel.DisasterId;
import vn.reliefmap.kernel.PageAsk;
import vn.reliefmap.kernel.PageAsk.Page;
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

    /** The newest first. */
    Page<Delivery> list(DisasterId disaster, Scope whose, PageAsk ask);

    /**
     * A new one-time code for the recipient; one made before is void. {@code DELIVERY_NOT_FOUND} (404), {@code OWN_DELIVERY}
     * (403) for whoever delivers.
     */
    PublicCode receiptCode(UUID account, UUID delivery);

    /** Whoever delivers speaks for the team; somebody else has to speak for the recipient. */
    static Problem own() {
        return new Problem(
                "OWN_DELIVERY",
                403,
                "Người giao không tự xác nhận lần giao của mình; hãy nhờ cán bộ khác.",
                "Whoever delivers does not confirm the own delivery; ask somebody else.",
                "delivery",
                null);
    }

    /** There is none, or none that the caller may see: nobody learns which. */
    static Problem notFound() {
        return Problem.notFound("DELIVERY_NOT_FOUND", "id", "Không có lần giao này.", "There is no such delivery.");
    }
}
