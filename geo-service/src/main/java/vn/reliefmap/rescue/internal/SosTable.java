package vn.reliefmap.rescue.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vn.reliefmap.kernel.DisasterId;
import vn.reliefmap.kernel.PublicCode;
import vn.reliefmap.report.Report;
import vn.reliefmap.report.ReportId;
import vn.reliefmap.rescue.NobodyNear;
import vn.reliefmap.rescue.SosCall;
import vn.reliefmap.rescue.SosState;
import vn.reliefmap.rescue.SosStep;

/** Calls and their steps as rows. */
@Component
class SosTable {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String CALL = """
            select s.*, r.admin_code, r.geom is null as approximate, r.geom is null and r.admin_code is null as nowhere,
                   r.people, r.vulnerable_people,
                   (select count(*) from sos_call_report o where o.call_id = s.id) as reports
            from sos_call s join report r on r.id = s.report_id
            """;

    private final JdbcClient jdbc;

    SosTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void open(UUID id, PublicCode code, Report report, Instant now) {
        jdbc.sql("""
                insert into sos_call (id, code, disaster_id, simulated, report_id, state, due_at, opened_at)
                values (:id, :code, :disaster, :simulated, :report, 'waiting', :now, :now)""")
                .param("id", id)
                .param("code", code.value())
                .param("disaster", report.disaster().value())
                .param("simulated", report.simulated())
                .param("report", report.id().value())
                .param("now", Timestamp.from(now))
                .update();
        tie(id, report.id());
    }

    void tie(UUID call, ReportId report) {
        jdbc.sql("insert into sos_call_report (report_id, call_id) values (?, ?) on conflict do nothing")
                .params(report.value(), call)
                .update();
    }

    /** The report knows the place better; whoever waits is looked at again. */
    void betterPlace(UUID call, ReportId report, Instant now) {
        jdbc.sql("""
                update sos_call set report_id = :report, due_at = case when state = 'waiting' then :now else due_at end
                where id = :id""")
                .param("report", report.value())
                .param("now", Timestamp.from(now))
                .param("id", call)
                .update();
    }

    /** One telephone at a time, until the transaction ends. */
    void lockPhone(String phoneHash) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('sos ' || ?, 0))")
                .param(phoneHash)
                .query((rs, n) -> n)
                .list();
    }

    /** The keyed fingerprint of the sender's number; empty when there is none. */
    Optional<String> phoneHash(ReportId report) {
        return jdbc.sql("select phone_hash from report where id = ? and phone_hash is not null")
                .param(report.value())
                .query(String.class)
                .optional();
    }

    /** Open calls of the disaster from that phone, the newest first. */
    List<SosCall> openOf(String phoneHash, DisasterId disaster) {
        return jdbc.sql(CALL + """
                         where s.ended_at is null and s.disaster_id = :disaster and s.id in (
                            select o.call_id from sos_call_report o join report p on p.id = o.report_id
                            where p.phone_hash = :phone) order by s.opened_at desc""")
                .param("disaster", disaster.value())
                .param("phone", phoneHash)
                .query((rs, n) -> call(rs))
                .list();
    }

    Optional<SosCall> find(UUID id) {
        return jdbc.sql(CALL + " where s.id = ?")
                .param(id)
                .query((rs, n) -> call(rs))
                .optional();
    }

    Optional<SosCall> ofReport(ReportId report) {
        return jdbc.sql(CALL + " where s.id = (select call_id from sos_call_report where report_id = ?)")
                .param(report.value())
                .query((rs, n) -> call(rs))
                .optional();
    }

    /** The call as it is now; nobody changes it until the transaction ends. */
    Optional<SosCall> lock(UUID id) {
        return jdbc.sql("select 1 from sos_call where id = ? for update")
                .param(id)
                .query((rs, n) -> n)
                .optional()
                .flatMap(there -> find(id));
    }

    List<SosCall> list(@Nullable DisasterId disaster, @Nullable UUID crewsOf, boolean ended, int limit) {
        return jdbc.sql(CALL + " where (cast(:disaster as uuid) is null or s.disaster_id = :disaster)"
                        + (ended ? " and s.ended_at is not null" : " and s.ended_at is null")
                        + (crewsOf == null
                                ? ""
                                : " and s.crew_id in (select id from crew where account_id = :account)"
                                        + " and s.state in ('sent', 'acknowledged', 'on_the_way')")
                        + (ended
                                ? " order by s.ended_at desc"
                                : " order by s.coordinators_since nulls last, s.opened_at")
                        + ", s.id limit :limit")
                .param("disaster", disaster == null ? null : disaster.value())
                .param("account", crewsOf)
                .param("limit", limit)
                .query((rs, n) -> call(rs))
                .list();
    }

    /** Those the clock has to look at, the oldest first. */
    List<SosCall> due(Instant now, int limit) {
        return jdbc.sql(CALL + " where s.due_at <= ? order by s.opened_at, s.id limit ?")
                .params(Timestamp.from(now), limit)
                .query((rs, n) -> call(rs))
                .list();
    }

    /** Those a crew is asked for or holds. */
    List<UUID> of(UUID crew) {
        return jdbc.sql("select id from sos_call where crew_id = ? and state in ('sent', 'acknowledged', 'on_the_way')")
                .param(crew)
                .query(UUID.class)
                .list();
    }

    /** A crew may be able to come now: those that wait are looked at again. */
    void lookAgain(Instant now) {
        jdbc.sql("update sos_call set due_at = :now where state = 'waiting' and due_at > :now")
                .param("now", Timestamp.from(now))
                .update();
    }

    /** As {@link #lookAgain}, but not those that are due only after so long: they were looked at a moment ago. */
    void lookAgainAfter(Duration within, Instant now) {
        jdbc.sql("update sos_call set due_at = :now where state = 'waiting' and due_at > :now and due_at <= :until")
                .param("now", Timestamp.from(now))
                .param("until", Timestamp.from(now.plus(within)))
                .update();
    }

    /** How the call stands from now on. */
    void set(UUID call, Standing standing) {
        jdbc.sql("""
                update sos_call
                   set state = :state, crew_id = :crew, arrival_s = :arrival, due_at = :due,
                       coordinators_since = case when :coordinators then coalesce(coordinators_since, :now) end,
                       why = cast(:why as jsonb), ended_at = case when :ended then cast(:now as timestamptz) end
                 where id = :id""")
                .param("state", standing.state().word())
                .param("crew", standing.crew())
                .param("arrival", standing.arrivalS())
                .param("due", standing.dueAt() == null ? null : Timestamp.from(standing.dueAt()))
                .param("coordinators", standing.coordinators())
                .param("now", Timestamp.from(standing.now()))
                .param("why", JSON.writeValueAsString(standing.why()))
                .param("ended", standing.ended())
                .param("id", call)
                .update();
    }

    /** What {@link #set} writes. */
    record Standing(
            SosState state,
            @Nullable UUID crew,
            @Nullable Integer arrivalS,
            @Nullable Instant dueAt,
            boolean coordinators,
            List<NobodyNear> why,
            boolean ended,
            Instant now) {}

    void step(
            UUID call, String word, @Nullable UUID crew, @Nullable UUID account, @Nullable String reason, Instant at) {
        jdbc.sql("""
                insert into sos_step (call_id, word, crew_id, account_id, reason, at)
                values (:call, :word, :crew, :account, :reason, :at)""")
                .param("call", call)
                .param("word", word)
                .param("crew", crew)
                .param("account", account)
                .param("reason", reason)
                .param("at", Timestamp.from(at))
                .update();
    }

    List<SosStep> steps(UUID call) {
        return jdbc.sql("select * from sos_step where call_id = ? order by seq")
                .param(call)
                .query((rs, n) -> new SosStep(
                        rs.getString("word"),
                        rs.getObject("crew_id", UUID.class),
                        rs.getObject("account_id", UUID.class),
                        rs.getString("reason"),
                        rs.getTimestamp("at").toInstant()))
                .list();
    }

    private static SosCall call(ResultSet rs) throws SQLException {
        int arrival = rs.getInt("arrival_s");
        Integer arrivalS = rs.wasNull() ? null : arrival;
        return new SosCall(
                rs.getObject("id", UUID.class),
                new PublicCode(rs.getString("code")),
                new DisasterId(rs.getObject("disaster_id", UUID.class)),
                rs.getBoolean("simulated"),
                new ReportId(rs.getObject("report_id", UUID.class)),
                SosState.valueOf(rs.getString("state").toUpperCase(Locale.ROOT)),
                rs.getString("admin_code"),
                rs.getBoolean("approximate"),
                !rs.getBoolean("nowhere"),
                rs.getInt("people"),
                rs.getInt("vulnerable_people"),
                rs.getInt("reports"),
                rs.getObject("crew_id", UUID.class),
                arrivalS,
                time(rs, "due_at"),
                time(rs, "coordinators_since"),
                JSON.readValue(rs.getString("why"), new TypeReference<List<NobodyNear>>() {}),
                rs.getTimestamp("opened_at").toInstant(),
                time(rs, "ended_at"));
    }

    private static @Nullable Instant time(ResultSet rs, String column) throws SQLException {
        Timestamp time = rs.getTimestamp(column);
        return time == null ? null : time.toInstant();
    }
}
