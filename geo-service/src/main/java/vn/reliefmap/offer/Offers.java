package vn.reliefmap.offer;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import vn.reliefmap.disaster.Disaster;

/** The front door to offers: reads what somebody can give, and says where it fits. Thread-safe. */
public interface Offers {
    /** Reads "200 kg gạo" and the like. An {@code OFFER_UNREAD} problem (400) when no goods are named. */
    Offer read(String text);

    /** {@code UNKNOWN_ITEM}, {@code QUANTITY_FORM} (400). */
    Offer of(String item, @Nullable BigDecimal quantity);

    /**
     * Where it fits, the best place first: the more urgent before the less; then places that take all of it before those that
     * take a part; then where more is left to give. A place with more left and no less urgency never stands behind.
     * Where nothing is left to give, and where it was asked not to be sent, it is not offered at all.
     *
     * @param now true for those who see how things are now, see {@code Rights.seesNow}; false for what was published
     */
    Fits fits(Disaster disaster, Offer offer, boolean now);
}
