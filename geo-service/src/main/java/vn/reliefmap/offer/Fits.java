package vn.reliefmap.offer;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.reliefmap.need.Urgency;

/**
 * Where an offer fits.
 *
 * @param places the best first
 * @param refused places that lack it on paper and asked not to be sent it, by name
 */
public record Fits(Offer offer, List<Place> places, List<Refused> refused) {
    /**
     * A commune, or neighbouring communes that are too small to be shown alone.
     *
     * @param code of the commune, or of the one with most households
     * @param joined names of the others
     * @param urgency the highest among the open needs of the item
     * @param open still lacking, in the item's unit
     * @param pledged promised of it and not delivered
     * @param underWay on the way
     * @param left to give: open − pledged, above 0
     * @param households that lack it; {@code people} in them
     * @param oldestConfirmedAt the oldest confirmation of these needs
     * @param takesAll true when all of the offer is still lacking there
     */
    public record Place(
            String code,
            String fullName,
            List<String> joined,
            Urgency urgency,
            BigDecimal open,
            BigDecimal pledged,
            BigDecimal underWay,
            BigDecimal left,
            int households,
            int people,
            @Nullable Instant oldestConfirmedAt,
            boolean takesAll) {}

    /**
     * @param reason the commune's own words
     * @param instead items that at least five households there lack, those of most households first
     */
    public record Refused(String code, String fullName, String reason, Instant until, List<String> instead) {}
}
