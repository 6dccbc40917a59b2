package vn.reliefmap.delivery;

import java.util.UUID;
import vn.reliefmap.kernel.Problem;
import vn.reliefmap.kernel.PublicCode;

/**
 * The front door to recipients' words. What a recipient did not receive counts as lacking again at once; what was promised
 * stays settled, and the disagreement stays visible. Thread-safe.
 */
public interface Receipts {
    /**
     * By the recipient, with a one-time code. {@code RECEIPT_CODE} (404) when it is none, was used or has expired; {@code
     * RECEIVED_MORE} and {@code QUANTITY_FORM} (400), {@code REQUEST_ID_TAKEN} (409).
     *
     * @param address where it comes from on the network
     * @throws vn.reliefmap.access.SlowDown when too many wrong codes came from there
     */
    Delivery byCode(PublicCode code, String address, ReceiptOrder order);

    /**
     * By an officer, or from paper. {@code DELIVERY_NOT_FOUND} (404), {@code OWN_DELIVERY} (403), and as above. Paper needs a
     * signature: {@code SIGNED_AT} (400) when it was signed in the future or more than a day before the hand-over, {@code
     * SHEET_PHOTO} (400) when its photo is not among the delivery's.
     */
    Delivery byAccount(UUID account, UUID delivery, Delivery.Source source, ReceiptOrder order);

    /** There is no such code, or none any more: nobody learns which. */
    static Problem noSuchCode() {
        return Problem.notFound(
                "RECEIPT_CODE",
                "code",
                "Mã nhận hàng không đúng, đã dùng hoặc đã hết hạn.",
                "The code is wrong, was used, or has expired.");
    }
}
