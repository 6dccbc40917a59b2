package vn.reliefmap.commitment;

import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.reliefmap.kernel.DisasterId;

/**
 * What a donor wants to promise.
 *
 * @param id made by the donor's device
 * @param quantity in the item's unit
 */
public record PledgeOrder(
        UUID id,
        DisasterId disaster,
        PledgePlace place,
        String item,
        BigDecimal quantity,
        @Nullable UUID campaign) {
    /** For a commune, by its code or name. */
    public PledgeOrder(
            UUID id, DisasterId disaster, String commune, String item, BigDecimal quantity, @Nullable UUID campaign) {
        this(id, disaster, new PledgePlace.Commune(commune), item, quantity, campaign);
    }
}
