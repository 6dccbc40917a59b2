package vn.reliefmap.commitment;

import java.util.UUID;
import vn.reliefmap.access.Scope;
import vn.reliefmap.kernel.DisasterId;
import vn.reliefmap.kernel.PageAsk;
import vn.reliefmap.kernel.PageAsk.Page;
import vn.reliefmap.kernel.Problem;

/** The front door to pledges. Thread-safe. */
public interface Pledges {
    /**
     * Promises goods. The same order again gives the same pledge. What is promised is taken from what is to give of the
     * households in the commune or zone, the largest open share first.
     *
     * <p>Problems: {@code MORE_THAN_LEFT} (409) with what is still lacking there and nearby, {@code QUANTITY_FORM},
     * {@code UNKNOWN_ITEM}, {@code COMMUNE_UNCLEAR} (400), {@code ZONE_CHANGED} (409), {@code UNKNOWN_ADMIN_UNIT}, {@code CAMPAIGN_NOT_FOUND} (404), {@code
     * DISASTER_CLOSED}, {@code REQUEST_ID_TAKEN} (409).
     */
    Pledge promise(UUID donor, PledgeOrder order);

    /** Throws a {@code PLEDGE_NOT_FOUND} problem (404) when there is none. */
    Pledge get(UUID id);

    /** The newest first. */
    Page<Pledge> list(DisasterId disaster, Scope whose, PageAsk ask);

    /** Gives back what was not delivered; a pledge that is over stays as it is. {@code PLEDGE_NOT_FOUND} (404). */
    Pledge withdraw(UUID id);

    /** There is none, or none that the caller may see: nobody learns which. */
    static Problem notFound() {
        return Problem.notFound("PLEDGE_NOT_FOUND", "id", "Không có đăng ký ủng hộ này.", "There is no such pledge.");
    }
}
