package vn.reliefmap.report;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.reliefmap.kernel.HouseholdId;

/**
 * A decision that was taken; never changed.
 *
 * @param number 1 for the first on its report, then 2, 3 …
 * @param household whose the report is; null without one
 * @param by name of the account
 * @param state of the report after it
 */
public record Verification(
        UUID id,
        ReportId report,
        int number,
        Decision decision,
        List<Evidence> evidence,
        @Nullable ReportId duplicateOf,
        @Nullable String handedTo,
        @Nullable HouseholdId household,
        String by,
        Instant at,
        ReportState state) {}
