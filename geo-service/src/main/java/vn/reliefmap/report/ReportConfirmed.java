package vn.reliefmap.report;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.reliefmap.kernel.DisasterId;
import vn.reliefmap.kernel.HouseholdId;

/**
 * A report holds; published inside the transaction that says so.
 *
 * @param people who live there, as the officer knows; rations are worked out from them
 * @param lines what is needed; may be empty
 * @param urgency {@code critical}, {@code high} or {@code normal}
 * @param by name of the account
 */
public record ReportConfirmed(
        ReportId report,
        DisasterId disaster,
        HouseholdId household,
        int people,
        List<Asked> lines,
        String urgency,
        @Nullable Instant deadline,
        String by,
        Instant at) {}
