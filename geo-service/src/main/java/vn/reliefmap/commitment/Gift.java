package vn.reliefmap.commitment;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.reliefmap.kernel.PublicCode;

/**
 * A gift's way as the public ledger tells it.
 *
 * @param received at depots, in the item's unit
 * @param steps in their order
 */
public record Gift(
        PublicCode code, String disaster, String item, Progress progress, BigDecimal received, List<Step> steps) {

    /**
     * @param seq of the entry, where it can be looked up
     * @param kind what happened, see {@link vn.reliefmap.ledger.LedgerEntry}
     * @param commune null where it is not told
     * @param hash of the entry
     */
    public record Step(
            long seq, Instant at, String kind, @Nullable String commune, BigDecimal quantity, String hash) {}
}
