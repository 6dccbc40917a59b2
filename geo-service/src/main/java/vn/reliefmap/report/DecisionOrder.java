package vn.reliefmap.report;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.reliefmap.geo.LonLat;
import vn.reliefmap.kernel.HouseholdId;

/**
 * A decision on one report as an officer sends it.
 *
 * @param id made by the sender; the same again is answered alike
 * @param seen number of the newest decision that the officer saw, 0 for none: who saw less than there is has to look again
 * @param evidence what was seen or heard; at least one for a confirmation or a rejection
 * @param reason in the officer's words, personal, sealed at rest; required to reject, to ask for more and to take back
 * @param duplicateOf the report that stays; only for a duplicate
 * @param handTo code of the unit; only to hand over
 * @param home only for a confirmation; null = as reported
 */
public record DecisionOrder(
        UUID id,
        ReportId report,
        Decision decision,
        int seen,
        List<Evidence> evidence,
        String reason,
        @Nullable ReportId duplicateOf,
        @Nullable String handTo,
        @Nullable Home home) {

    /**
     * Which household it is, and what the officer knows better than the report. What is null is as reported.
     *
     * @param existing the household that is there already; null = a new one
     * @param another true when it is a home of its own though others look alike
     * @param place where it stands
     * @param people 1 or more
     * @param lines what is needed
     * @param urgency {@code critical}, {@code high} or {@code normal}; null = high where somebody is vulnerable
     * @param deadline until when it has to be there
     */
    public record Home(
            @Nullable HouseholdId existing,
            boolean another,
            @Nullable LonLat place,
            @Nullable Integer people,
            @Nullable Integer vulnerablePeople,
            @Nullable List<Asked> lines,
            @Nullable String urgency,
            @Nullable Instant deadline) {
        /** As the report says, in a household of its own. */
        public static final Home AS_REPORTED = new Home(null, false, null, null, null, null, null, null);
    }

    /** Without the reason, which may name somebody. */
    @Override
    public String toString() {
        return decision.word() + " of report " + report;
    }
}
