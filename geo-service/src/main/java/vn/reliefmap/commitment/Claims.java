package vn.reliefmap.commitment;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.reliefmap.access.Scope;
import vn.reliefmap.kernel.DisasterId;
import vn.reliefmap.kernel.HouseholdId;
import vn.reliefmap.kernel.PageAsk;
import vn.reliefmap.kernel.PageAsk.Page;
import vn.reliefmap.kernel.PlanId;
import vn.reliefmap.kernel.Problem;

/** The front door to claims. Thread-safe. */
public interface Claims {
    /**
     * Takes lines of need on. The same order again gives the same claim.
     *
     * <p>Problems: {@code MORE_THAN_LEFT} (409) with what is still to carry there and nearby, {@code NOTHING_LEFT} (409) when
     * others took all of it, {@code TOUR_TAKEN_IN_PART} (409) when somebody took part of what a tour brings, with each of these
     * lines, {@code TOO_MANY_CLAIMS} (409) when the team has enough live ones, {@code ZONE_CHANGED} (409) when
     * zones were cut anew, {@code CLAIM_PLACE}, {@code QUANTITY_FORM}, {@code UNKNOWN_ITEM}, {@code COMMUNE_UNCLEAR} (400),
     * {@code UNKNOWN_ADMIN_UNIT}, {@code NEED_NOT_FOUND} (404), for a tour as {@link TourCargo#of}, {@code DISASTER_CLOSED}, {@code REQUEST_ID_TAKEN} (409).
     */
    Claim take(UUID team, ClaimOrder order);

    /** Throws a {@code CLAIM_NOT_FOUND} problem (404) when there is none. */
    Claim get(UUID id);

    /** The newest first. */
    Page<Claim> list(DisasterId disaster, Scope whose, PageAsk ask);

    /** Claims on tours of the plan, over ones too; the oldest first. */
    List<TourClaim> ofPlan(PlanId plan);

    /** Plans with a tour that some team has now. */
    Set<PlanId> plansUnderWay(DisasterId disaster);

    /**
     * Where it is brought, and whom to call there, for its team alone: the caller checks that, and remembers the looks before it
     * shows anything. {@code CLAIM_NOT_FOUND} (404), {@code CLAIM_OVER} (409) when it does not live any more.
     *
     * @param after only those behind it; null = from the first one on
     */
    List<ClaimedHome> homes(UUID id, @Nullable HouseholdId after, int limit);

    /** Gives back what was not delivered; a claim that is over stays as it is. {@code CLAIM_NOT_FOUND} (404). */
    Claim release(UUID id);

    /** There is none, or none that the caller may see: nobody learns which. */
    static Problem notFound() {
        return Problem.notFound("CLAIM_NOT_FOUND", "id", "Không có lượt nhận chuyến này.", "There is no such claim.");
    }
}
