package vn.reliefmap.report.internal;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import vn.reliefmap.ledger.Facts;
import vn.reliefmap.ledger.Ledger;
import vn.reliefmap.report.Kind;
import vn.reliefmap.report.Report;
import vn.reliefmap.report.ReportId;
import vn.reliefmap.report.ReportTaken;
import vn.reliefmap.store.Changes;
import vn.reliefmap.store.Topic;

/** Tells the ledger and those who act on reports that there is a new one; in the caller's transaction. */
@Component
class Told {
    private final ReportTable table;
    private final Ledger ledger;
    private final Changes changes;
    private final ApplicationEventPublisher events;

    Told(ReportTable table, Ledger ledger, Changes changes, ApplicationEventPublisher events) {
        this.table = table;
        this.ledger = ledger;
        this.changes = changes;
        this.events = events;
    }

    void toAll(ReportId id) {
        table.find(id).ifPresent(this::toAll);
    }

    /**
     * A report that is suspected waits for an officer's eyes: it enters no ledger, which could never be rid of it, and
     * nobody acts on it. A cry for help is passed on all the same: a boat that goes out for nothing is the smaller harm.
     */
    void toAll(Report report) {
        changes.announce(Topic.REPORTS);
        if (!report.suspected()) {
            // Neither commune nor code: one report of a commune in an hour would be a cell of one household.
            ledger.append(
                    "reported",
                    Facts.of(report.disaster().value())
                            .word("about", report.kind().word())
                            .word("channel", report.channel().word()));
        }
        if (!report.suspected() || report.kind() == Kind.SOS) {
            events.publishEvent(new ReportTaken(report.id(), report.kind()));
        }
    }
}
