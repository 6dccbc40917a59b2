package vn.reliefmap.delivery.internal;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.reliefmap.report.ReportId;
import vn.reliefmap.report.ReportStep;
import vn.reliefmap.report.ReportSteps;

/**
 * What happened to a confirmed report after the officers: when a team first took on what it asks for, and when something of
 * it was first handed over. Neither who nor how much.
 */
@Component
class HomeSteps implements ReportSteps {
    private final JdbcClient jdbc;

    HomeSteps(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<ReportStep> of(ReportId report) {
        return jdbc.sql("""
                        with last as (
                            select v.report_id, v.household_id, v.state from verification v
                            where v.report_id = :report order by v.number desc limit 1),
                        asked as (
                            select n.id from last join report r on r.id = last.report_id
                            join need n on n.household_id = last.household_id and n.disaster_id = r.disaster_id
                            where last.state = 'confirmed' and (
                                n.item_code in (select l.item from report_line l where l.report_id = r.id)
                                or not exists (select from report_line l where l.report_id = r.id))),
                        since as (
                            select min(v.decided_at) as at from verification v
                            where v.report_id = :report and v.decision = 'confirmed')
                        select 'under_way' as word, min(c.promised_at) as at
                        from asked join commitment_line l on l.need_id = asked.id
                        join commitment c on c.id = l.commitment_id and c.kind = 'claim'
                        where l.outstanding + l.delivered > 0 and c.promised_at >= (select at from since)
                        having min(c.promised_at) is not null
                        union all
                        select 'delivered', min(d.recorded_at)
                        from asked join delivery_line l on l.need_id = asked.id join delivery d on d.id = l.delivery_id
                        where d.recorded_at >= (select at from since)
                        having min(d.recorded_at) is not null""")
                .param("report", report.value())
                .query((rs, n) -> new ReportStep(
                        rs.getString("word"), rs.getTimestamp("at").toInstant()))
                .list();
    }
}
