package vn.reliefmap.delivery;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.reliefmap.kernel.NeedId;

/**
 * A hand-over under a claim.
 *
 * @param id made by the team's device
 */
public record DeliveryOrder(UUID id, UUID claim, Instant handedOverAt, List<Handed> handed) {

    /**
     * @param need one line of the claim; null to spread over its lines of the item, in the commune if that is given
     * @param commune code; null = wherever the claim goes
     * @param quantity in the item's unit
     */
    public record Handed(@Nullable NeedId need, @Nullable String commune, String item, BigDecimal quantity) {}
}
