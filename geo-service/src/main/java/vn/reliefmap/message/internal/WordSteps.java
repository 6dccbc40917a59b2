package vn.reliefmap.message.internal;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.reliefmap.report.ReportId;
import vn.reliefmap.report.ReportStep;
import vn.reliefmap.report.ReportSteps;

/** What senders said of their reports later, by SMS. */
@Component
class WordSteps implements ReportSteps {
    private final JdbcClient jdbc;

    WordSteps(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<ReportStep> of(ReportId report) {
        return jdbc.sql("select word, said_at from report_word where report_id = ? order by seq")
                .param(report.value())
                .query((rs, n) -> new ReportStep(
                        rs.getString("word"), rs.getTimestamp("said_at").toInstant()))
                .list();
    }
}
