package vn.reliefmap.commitment;

import java.util.List;
import java.util.UUID;
import vn.reliefmap.access.Scope;
import vn.reliefmap.kernel.DisasterId;
import vn.reliefmap.kernel.PageAsk;
import vn.reliefmap.kernel.PageAsk.Page;
import vn.reliefmap.kernel.Problem;

/** The front door to claims. Thread-safe. */
public interface Claims {
    /**
     * Takes lines of need on. The same order again gives the same claim.
     *
     * <p>Problems: {@code MORE_THAN_LEFT} (409) with what is still to carry there and nearby, {@code NOTHING_LEFT} (409) when
     * others took all of it, {@code TOO_MANY_CLAIMS} (409) when the team has enough live ones, {@code ZONE_CHANGED} (409) when
     * zones were cut anew, {@code CLAIM_PLACE}, {@code QUANTITY_FORM}, {@code UNKNOWN_ITEM}, {@code COMMUNE_UNCLEAR} (400),
     * {@code UNKNOWN_ADMIN_UNIT}, {@code NEED_NOT_FOUND} (404), {@code DISASTER_CLOSED}, {@code REQUEST_ID_TAKEN} (409).
     */
    Claim take(UUID team, ClaimOrder order);

    /** Throws a {@code CLAIM_NOT_FOUND} problem (404) when there is none. */
    Claim get(UUID id);

    /** The newest first. */
    Page<Claim> list(DisasterId disaster, Scope whose, PageAsk ask);

    /**
     * Where it is brought, for its team alone: the caller checks that, and remembers the look. {@code CLAIM_NOT_FOUND} (404),
     * {@code CLAIM_OVER} (409) when it does not live any more.
     */
    List<ClaimedHome> homes(UUID id);

    /** Gives back what was not delivered; a claim that is over stays as it is. {@code CLAIM_NOT_FOUND} (404). */
    Claim release(UUID id);

    /** There is none, or none that the caller may see: nobody learns which. */
    static Problem notFound() {
        return Problem.notFound("CLAIM_NOT_FOUND", "id", "Không có lượt nhận chuyến này.", "There is no such claim.");
    }
}
