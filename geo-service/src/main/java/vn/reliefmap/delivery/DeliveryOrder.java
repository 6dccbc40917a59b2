package vn.reliefmap.delivery;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.reliefmap.geo.LonLat;
import vn.reliefmap.kernel.NeedId;

/**
 * A hand-over under a claim.
 *
 * @param id made by the team's device
 * @param near where the device was, as it tells it; null where it may not. Of it only {@link #roughly} is kept
 */
public record DeliveryOrder(
        UUID id,
        UUID claim,
        Instant handedOverAt,
        List<Handed> handed,
        // Left out when it is not told, so that what was sent before places were told is still the same request.
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable LonLat near) {
    /** Steps in a degree: about a kilometre, enough to see that somebody was there, too little to find a house. */
    private static final double STEPS = 100;

    /** Where the device was, to a hundredth of a degree. */
    public @Nullable LonLat roughly() {
        return near == null
                ? null
                : new LonLat(Math.round(near.lon() * STEPS) / STEPS, Math.round(near.lat() * STEPS) / STEPS);
    }

    /**
     * @param need one line of the claim; null to spread over its lines of the item, in the commune if that is given
     * @param commune code; null = wherever the claim goes
     * @param quantity in the item's unit
     */
    public record Handed(@Nullable NeedId need, @Nullable String commune, String item, BigDecimal quantity) {}
}
