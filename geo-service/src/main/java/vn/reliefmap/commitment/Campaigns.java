package vn.reliefmap.commitment;

import java.util.List;
import java.util.UUID;
import vn.reliefmap.kernel.DisasterId;
import vn.reliefmap.kernel.Problem;

/** The front door to campaigns. Thread-safe. */
public interface Campaigns {
    /** {@code CAMPAIGN_FORM} (400) for a missing or long name, a wrong period or amount; {@code REQUEST_ID_TAKEN} (409). */
    Campaign open(UUID account, CampaignOrder order);

    /** Records cash; it is processed elsewhere. {@code CAMPAIGN_NOT_FOUND} (404), {@code CAMPAIGN_FORM} (400). */
    Campaign record(UUID account, CashOrder order);

    /** Throws a {@code CAMPAIGN_NOT_FOUND} problem (404) when there is none. */
    Campaign get(UUID id);

    /** The newest first. */
    List<Campaign> list(DisasterId disaster);

    /** There is none, or it is for another disaster. */
    static Problem notFound() {
        return Problem.notFound(
                "CAMPAIGN_NOT_FOUND", "campaign", "Không có đợt vận động này.", "There is no such campaign.");
    }
}
