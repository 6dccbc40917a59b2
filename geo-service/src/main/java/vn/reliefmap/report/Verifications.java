package vn.reliefmap.report;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.reliefmap.access.Account;
import vn.reliefmap.access.Rights;
import vn.reliefmap.kernel.DisasterId;

/**
 * The front door to deciding on reports. Decisions are added and never changed; what becomes of a report follows from them.
 * Whoever may not decide on a report is answered as if it were not there. Thread-safe.
 */
public interface Verifications {
    /**
     * Decides, once for an id, in a transaction with everything that follows from it.
     *
     * <p>Problems: {@code REPORT_NOT_FOUND} (404); {@code DECIDED_ALREADY} (409) with what was decided and by whom when
     * somebody was faster; {@code REPORT_MERGED} (409) for one that was merged into another; {@code DECISION_OUT_OF_ORDER} (409);
     * {@code EVIDENCE_MISSING}, {@code REASON_MISSING}, {@code REASON_LENGTH} (400); of a confirmation {@code PEOPLE_UNKNOWN},
     * {@code PLACE_UNKNOWN}, {@code QUANTITY_MISSING}, {@code URGENCY_UNKNOWN}, {@code DEADLINE_PASSED} (400), {@code OTHER_UNIT}
     * (403), {@code HOUSEHOLD_NOT_FOUND} (404), {@code LOOKS_ALIKE} (409) with what it looks like; of a merging {@code OTHER_UNIT} (403), {@code MERGE_ITSELF},
     * {@code MERGE_CIRCLE}, {@code MERGE_OTHER_WAY}, {@code MERGE_REJECTED} (409); of a hand-over {@code UNKNOWN_UNIT} (400);
     * {@code NOTHING_TO_UNDO} (409); {@code REQUEST_ID_TAKEN} (409).
     */
    Verification decide(Account officer, Rights rights, DecisionOrder order);

    /**
     * Reports that the rights let decide on, the most pressing first: cries for help, then by how pressing each is, the first word of a
     * silent commune before others, the oldest first.
     *
     * @param state null = those that wait
     * @param unit only in that unit; null = in all of them
     * @param after what follows that report; null = from the top
     */
    List<WaitingReport> queue(
            DisasterId disaster,
            Rights rights,
            @Nullable ReportState state,
            @Nullable String unit,
            @Nullable ReportId after,
            int limit);

    /** A {@code REPORT_NOT_FOUND} problem (404) when there is none, or none for these rights. */
    ReportCase look(ReportId report, Rights rights);

    /** Decisions on a report, the oldest first. */
    List<Verification> of(ReportId report);
}
