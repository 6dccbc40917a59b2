package vn.reliefmap.report.internal;

import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.reliefmap.household.DisasterPurged;
import vn.reliefmap.household.HouseholdErased;
import vn.reliefmap.report.ReportForgotten;
import vn.reliefmap.report.ReportId;
import vn.reliefmap.report.Reports;

/** Wipes reports when persons are taken out of the data; inside the transaction of the erasure. */
@Component
class ErasedReports {
    private final JdbcClient jdbc;
    private final Reports reports;
    private final ApplicationEventPublisher events;

    ErasedReports(JdbcClient jdbc, Reports reports, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.reports = reports;
        this.events = events;
    }

    /** Those that speak of the household, and those that were found to say the same. */
    @EventListener
    void onErased(HouseholdErased erased) {
        forget("""
                with told as (select report_id from report_task where household_id = ?)
                select report_id from told union select t.report_id from report_task t join told on t.duplicate_of = told.report_id""", erased.household().value());
    }

    @EventListener
    void onPurge(DisasterPurged purged) {
        forget(
                "select id from report where disaster_id = ? and forgotten_at is null",
                purged.disaster().value());
    }

    private void forget(String which, UUID whose) {
        List<UUID> ids = jdbc.sql(which).param(whose).query(UUID.class).list();
        for (UUID id : ids) {
            ReportId report = new ReportId(id);
            if (reports.forget(report)) {
                jdbc.sql("update report_task set hamlet = '' where report_id = ?")
                        .param(id)
                        .update();
                events.publishEvent(new ReportForgotten(report));
            }
        }
    }
}
