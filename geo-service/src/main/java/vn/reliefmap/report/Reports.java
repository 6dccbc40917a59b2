package vn.reliefmap.report;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.reliefmap.access.Rights;
import vn.reliefmap.kernel.DisasterId;
import vn.reliefmap.kernel.PageAsk;
import vn.reliefmap.kernel.PageAsk.Page;
import vn.reliefmap.kernel.PublicCode;

/** The front door to reports. Thread-safe. */
public interface Reports {
    /**
     * Takes a report and tells everybody who acts on reports ({@link ReportTaken}), in the caller's transaction or a new one.
     * The same id and body again give the same answer and do nothing; another body is a {@code REQUEST_ID_TAKEN} problem
     * (409). The time it happened is not part of the body: a phone that sends again may stamp it anew.
     *
     * <p>Problems (400): {@code TEXT_TOO_LONG}, {@code PEOPLE_RANGE}, {@code VULNERABLE_RANGE}, {@code ITEMS_TOO_MANY},
     * {@code ITEM_TWICE}, {@code UNKNOWN_ITEM}, {@code QUANTITY_FORM}, {@code PLACE_MISSING}, {@code OUTSIDE_VIETNAM},
     * {@code ACCURACY_RANGE}; {@code UNKNOWN_ADMIN_UNIT} and {@code DISASTER_NOT_FOUND} (404).
     */
    Report take(NewReport report);

    /**
     * As {@link #take} for the public: the report is kept when this returns, and told to the others a moment later, so that
     * a flood of reports waits in the database and not in front of the door. SOS first; then addresses take turns.
     */
    Report accept(NewReport report, Arrival arrival);

    Optional<Report> find(ReportId id);

    /** By the code as the sender has it. */
    Optional<Report> byCode(PublicCode code);

    /** Whose report it is; show it only to those who may see it, after {@code access.Looks}. Empty when it was wiped. */
    Optional<Sender> sender(ReportId id);

    /** What became of it, the oldest step first. */
    List<ReportStep> steps(ReportId id);

    /**
     * Reports of a disaster that the rights let see, the newest first.
     *
     * @param kind null = every kind
     * @param suspected only those with (true) or without (false) that mark
     */
    Page<Report> list(DisasterId disaster, Rights rights, @Nullable Kind kind, boolean suspected, PageAsk ask);

    /** Wipes what is personal; false when that had been done before. */
    boolean forget(ReportId id);
}
