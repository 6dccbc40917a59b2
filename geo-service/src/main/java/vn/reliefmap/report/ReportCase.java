package vn.reliefmap.report;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.reliefmap.geo.LonLat;
import vn.reliefmap.kernel.HouseholdId;

/**
 * Everything that helps to decide on one report. Personal data; for officers of its unit only.
 *
 * @param sender nobody when it was wiped
 * @param decisions the oldest first
 * @param candidates what may be the same home, the likeliest first
 */
public record ReportCase(
        WaitingReport waiting, Report report, Sender sender, List<Decided> decisions, List<Candidate> candidates) {

    /** A decision with its reason. */
    public record Decided(Verification verification, String reason) {}

    /**
     * Another report or a household that may be the same home.
     *
     * @param report null for a household of a list
     * @param household null for a report that has none
     * @param open true when the caller may see whose it is; otherwise name, place and words are left out
     * @param name empty when unknown or closed
     * @param at null when unknown or closed
     */
    public record Candidate(
            @Nullable ReportId report,
            @Nullable HouseholdId household,
            Likeness likeness,
            @Nullable ReportState state,
            @Nullable String unit,
            int people,
            boolean open,
            String name,
            String words,
            @Nullable LonLat at) {
        /** Of the household, else of the report. */
        public UUID id() {
            return household != null
                    ? household.value()
                    : java.util.Objects.requireNonNull(report).value();
        }

        /** Without whose it is. */
        @Override
        public String toString() {
            return "a candidate of score " + likeness.score();
        }
    }

    /** Without anything personal. */
    @Override
    public String toString() {
        return "the case of " + report;
    }
}
