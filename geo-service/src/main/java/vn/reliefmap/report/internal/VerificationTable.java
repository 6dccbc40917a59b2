package vn.reliefmap.report.internal;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.reliefmap.access.PersonalData;
import vn.reliefmap.kernel.HouseholdId;
import vn.reliefmap.report.Decision;
import vn.reliefmap.report.Evidence;
import vn.reliefmap.report.ReportCase.Decided;
import vn.reliefmap.report.ReportId;
import vn.reliefmap.report.ReportState;
import vn.reliefmap.report.Verification;

/** Decisions as rows; the reason is sealed, since it may name somebody. */
@Component
class VerificationTable {
    private static final String DECISION =
            "select v.*, a.name as by_name from verification v join account a on a.id = v.decided_by ";

    private final JdbcClient jdbc;
    private final PersonalData personalData;

    VerificationTable(JdbcClient jdbc, PersonalData personalData) {
        this.jdbc = jdbc;
        this.personalData = personalData;
    }

    /** False when the id, or the number on this report, is taken. */
    boolean add(Verification decided, String reason, UUID by) {
        return jdbc.sql("""
                        insert into verification (id, report_id, number, decision, evidence, reason_sealed, duplicate_of,
                                                  handed_to, household_id, state, decided_by, decided_at)
                        values (:id, :report, :number, :decision, :evidence, :reason, :duplicate, :unit, :household, :state, :by, :at)
                        on conflict do nothing""")
                        .param("id", decided.id())
                        .param("report", decided.report().value())
                        .param("number", decided.number())
                        .param("decision", decided.decision().word())
                        .param(
                                "evidence",
                                decided.evidence().stream().map(Evidence::word).toArray(String[]::new))
                        .param("reason", reason.isEmpty() ? null : personalData.seal(owner(decided.id()), reason))
                        .param(
                                "duplicate",
                                decided.duplicateOf() == null
                                        ? null
                                        : decided.duplicateOf().value(),
                                Types.OTHER)
                        .param("unit", decided.handedTo(), Types.VARCHAR)
                        .param(
                                "household",
                                decided.household() == null
                                        ? null
                                        : decided.household().value(),
                                Types.OTHER)
                        .param("state", decided.state().word())
                        .param("by", by)
                        .param("at", Timestamp.from(decided.at()))
                        .update()
                == 1;
    }

    Optional<Verification> newest(ReportId report) {
        return jdbc.sql(DECISION + "where v.report_id = ? order by v.number desc limit 1")
                .param(report.value())
                .query((rs, n) -> verification(rs))
                .optional();
    }

    List<Verification> of(ReportId report) {
        return withReasons(report).stream().map(Decided::verification).toList();
    }

    List<Decided> withReasons(ReportId report) {
        return jdbc.sql(DECISION + "where v.report_id = ? order by v.number")
                .param(report.value())
                .query((rs, n) -> {
                    Verification verification = verification(rs);
                    byte[] sealed = rs.getBytes("reason_sealed");
                    return new Decided(
                            verification, sealed == null ? "" : personalData.open(owner(verification.id()), sealed));
                })
                .list();
    }

    private static String owner(UUID id) {
        return id + "/reason";
    }

    private static Verification verification(ResultSet rs) throws SQLException {
        UUID duplicate = rs.getObject("duplicate_of", UUID.class);
        UUID household = rs.getObject("household_id", UUID.class);
        List<Evidence> evidence = new ArrayList<>();
        Array words = rs.getArray("evidence");
        for (Object word : (Object[]) words.getArray()) {
            evidence.add(Evidence.find((String) word).orElseThrow());
        }
        return new Verification(
                rs.getObject("id", UUID.class),
                new ReportId(rs.getObject("report_id", UUID.class)),
                rs.getInt("number"),
                Decision.find(rs.getString("decision")).orElseThrow(),
                List.copyOf(evidence),
                duplicate == null ? null : new ReportId(duplicate),
                rs.getString("handed_to"),
                household == null ? null : new HouseholdId(household),
                rs.getString("by_name"),
                rs.getTimestamp("decided_at").toInstant(),
                ReportState.of(rs.getString("state")));
    }
}
