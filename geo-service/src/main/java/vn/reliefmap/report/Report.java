package vn.reliefmap.report;

import java.time.Instant;
import java.util.List;
import vn.reliefmap.kernel.DisasterId;
import vn.reliefmap.kernel.PublicCode;

/**
 * A report as it is kept; whose name and phone number it has, {@link Reports#sender} tells.
 *
 * @param onBehalf true when somebody reported for another household
 * @param code opaque and public; by it the sender follows the report
 * @param receivedAt by our clock
 * @param suspected a field that no person sees was filled in: an officer looks before anybody acts on it
 */
public record Report(
        ReportId id,
        DisasterId disaster,
        Channel channel,
        Kind kind,
        boolean onBehalf,
        ReportPlace place,
        int people,
        int vulnerablePeople,
        List<Asked> asked,
        String words,
        Instant happenedAt,
        boolean simulated,
        PublicCode code,
        Instant receivedAt,
        boolean suspected) {

    /** Without anything personal. */
    @Override
    public String toString() {
        return "report " + id;
    }
}
