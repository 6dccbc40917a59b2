package vn.reliefmap.report.internal;

import java.util.List;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.reliefmap.household.DisasterPurged;
import vn.reliefmap.kernel.DisasterId;
import vn.reliefmap.report.ReportId;
import vn.reliefmap.report.Reports;

/** Wipes reports when persons are taken out of the data; inside the transaction of the erasure. */
@Component
class ErasedReports {
    private final JdbcClient jdbc;
    private final Reports reports;

    ErasedReports(JdbcClient jdbc, Reports reports) {
        this.jdbc = jdbc;
        this.reports = reports;
    }

    @EventListener
    void onPurge(DisasterPurged purged) {
        of(purged.disaster()).forEach(id -> {
            var unused = reports.forget(new ReportId(id));
        });
    }

    private List<UUID> of(DisasterId disaster) {
        return jdbc.sql("select id from report where disaster_id = ? and forgotten_at is null")
                .param(disaster.value())
                .query(UUID.class)
                .list();
    }
}
