package vn.reliefmap.delivery;

import java.math.BigDecimal;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.reliefmap.delivery.Delivery.Signature;

/**
 * A recipient's word.
 *
 * @param id made by the sender
 * @param received by item, in its unit; an item that is not named was not received; null = all as handed over
 * @param signature of a word from paper; null for others
 */
public record ReceiptOrder(
        UUID id,
        @Nullable Map<String, BigDecimal> received,
        @Nullable Signature signature) {
    /** Without paper. */
    public ReceiptOrder(UUID id, @Nullable Map<String, BigDecimal> received) {
        this(id, received, null);
    }
}
