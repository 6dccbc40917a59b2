package vn.reliefmap.report.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.reliefmap.access.Rights;
import vn.reliefmap.admin.HamletName;
import vn.reliefmap.kernel.DisasterId;
import vn.reliefmap.kernel.HouseholdId;
import vn.reliefmap.kernel.PublicCode;
import vn.reliefmap.report.Channel;
import vn.reliefmap.report.Kind;
import vn.reliefmap.report.ReportId;
import vn.reliefmap.report.ReportState;
import vn.reliefmap.report.WaitingReport;
import vn.reliefmap.report.WaitingReport.Pressing;

/** What has to be decided where; follows from reports and decisions. */
@Component
class TaskTable {
    private static final int AT_ONCE = 2_000;

    private static final String WAITING = """
            select t.*, r.code, r.kind, r.channel, r.people, r.vulnerable_people, r.approximate, r.suspected, r.simulated,
                   array(select l.item from report_line l where l.report_id = r.id order by l.item) as items
            from report_task t join report r on r.id = t.report_id
            """;
    private static final String NEW_REPORTS = """
            select r.id, r.disaster_id, r.admin_code, r.hamlet, r.received_at,
                   case when r.kind = 'sos' then 0
                        when r.kind = 'safe' then 3
                        when g.medicine or (g.water_or_food and r.vulnerable_people > 0) then 1
                        when r.vulnerable_people > 0 then 2
                        else 3 end as pressing,
                   r.admin_code is null or exists (
                       select from report o where o.disaster_id = r.disaster_id and o.admin_code = r.admin_code
                          and o.received_at < r.received_at and o.received_at > r.received_at - interval '1 day') as heard
            from report r left join report_task t on t.report_id = r.id
            cross join lateral (
                select coalesce(bool_or(i.lack_group = 'medicine'), false) as medicine,
                       coalesce(bool_or(i.lack_group in ('water', 'rice')), false) as water_or_food
                from report_line l join item i on i.code = l.item where l.report_id = r.id) g
            where t.report_id is null
            """;

    /** Whether the officers of {@code :units} decide on the {@code report_task t}: a commune's also on those of its hamlets. */
    static final String IN_UNITS = "(t.unit = any(:units) or split_part(t.unit, '.', 1) = any(:units))";

    private final JdbcClient jdbc;

    TaskTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param duplicateOf the report that it was merged into; null when it was not */
    record Task(
            ReportId report,
            DisasterId disaster,
            @Nullable String unit,
            ReportState state,
            int newest,
            @Nullable ReportId duplicateOf,
            @Nullable HouseholdId household) {}

    /** Takes up the reports of a disaster that came in since, and gives those of new hamlets to their officers. */
    void catchUp(DisasterId disaster) {
        int added;
        do {
            added = add(
                    NEW_REPORTS + " and r.disaster_id = :id order by r.received_at, r.id limit " + AT_ONCE,
                    disaster.value());
        } while (added == AT_ONCE);
        jdbc.sql("""
                update report_task t set unit = h.code from hamlet h
                where t.disaster_id = :disaster and t.newest = 0 and t.hamlet <> '' and t.unit = h.commune_code
                  and t.hamlet = h.folded_name""").param("disaster", disaster.value()).update();
    }

    /** The task of a report, locked until the transaction ends; empty when there is no such report. */
    Optional<Task> lock(ReportId report) {
        add(NEW_REPORTS + " and r.id = :id", report.value());
        return jdbc.sql("select * from report_task where report_id = ? for update")
                .param(report.value())
                .query((rs, n) -> task(rs))
                .optional();
    }

    Optional<Task> find(ReportId report) {
        return jdbc.sql("select * from report_task where report_id = ?")
                .param(report.value())
                .query((rs, n) -> task(rs))
                .optional();
    }

    /** The tasks of those reports that have one. */
    Map<ReportId, Task> find(List<ReportId> reports) {
        Map<ReportId, Task> found = new HashMap<>();
        jdbc.sql("select * from report_task where report_id = any(:ids)")
                .param("ids", reports.stream().map(ReportId::value).toArray(UUID[]::new))
                .query(rs -> {
                    Task task = task(rs);
                    found.put(task.report(), task);
                });
        return found;
    }

    /** As many as were found; all of them in one statement, for after a flood of reports there are thousands. */
    private int add(String reports, UUID id) {
        List<NewTask> found = jdbc.sql(reports)
                .param("id", id)
                .query((rs, n) -> new NewTask(
                        getId(rs, "id"),
                        getId(rs, "disaster_id"),
                        rs.getString("admin_code"),
                        HamletName.fold(rs.getString("hamlet")),
                        rs.getInt("pressing"),
                        rs.getBoolean("heard"),
                        rs.getTimestamp("received_at")))
                .list();
        if (!found.isEmpty()) {
            jdbc.sql("""
                    insert into report_task (report_id, disaster_id, unit, hamlet, pressing, heard, received_at)
                    select r.id, r.disaster, coalesce(h.code, r.commune), r.hamlet, r.pressing, r.heard, r.received
                    from unnest(:ids, :disasters, :communes, :hamlets, :pressing, :heard, :received)
                         as r (id, disaster, commune, hamlet, pressing, heard, received)
                    left join hamlet h on h.commune_code = r.commune and h.folded_name = r.hamlet
                    on conflict do nothing""")
                    .param("ids", found.stream().map(NewTask::id).toArray(UUID[]::new))
                    .param("disasters", found.stream().map(NewTask::disaster).toArray(UUID[]::new))
                    .param("communes", found.stream().map(NewTask::commune).toArray(String[]::new))
                    .param("hamlets", found.stream().map(NewTask::hamlet).toArray(String[]::new))
                    .param("pressing", found.stream().map(NewTask::pressing).toArray(Integer[]::new))
                    .param("heard", found.stream().map(NewTask::heard).toArray(Boolean[]::new))
                    .param("received", found.stream().map(NewTask::received).toArray(Timestamp[]::new))
                    .update();
        }
        return found.size();
    }

    private record NewTask(
            UUID id,
            UUID disaster,
            @Nullable String commune,
            String hamlet,
            int pressing,
            boolean heard,
            Timestamp received) {}

    void decided(Task task) {
        jdbc.sql("""
                update report_task set state = :state, newest = :newest, unit = :unit, duplicate_of = :duplicate,
                                       household_id = :household where report_id = :report""")
                .param("state", task.state().word())
                .param("newest", task.newest())
                .param("unit", task.unit(), Types.VARCHAR)
                .param(
                        "duplicate",
                        task.duplicateOf() == null ? null : task.duplicateOf().value(),
                        Types.OTHER)
                .param(
                        "household",
                        task.household() == null ? null : task.household().value(),
                        Types.OTHER)
                .param("report", task.report().value())
                .update();
    }

    /** Reports with that household that hold, without one of them. */
    List<ReportId> others(HouseholdId household, ReportId without) {
        return jdbc.sql("""
                        select report_id from report_task where household_id = ? and state = 'confirmed' and report_id <> ?""")
                .params(household.value(), without.value())
                .query((rs, n) -> new ReportId(getId(rs, "report_id")))
                .list();
    }

    List<WaitingReport> queue(
            DisasterId disaster,
            Rights rights,
            @Nullable ReportState state,
            @Nullable String unit,
            @Nullable ReportId after,
            int limit) {
        Map<String, Object> parameters = new HashMap<>();
        StringBuilder sql = new StringBuilder(WAITING).append(" where t.disaster_id = :disaster");
        parameters.put("disaster", disaster.value());
        if (state == null) {
            sql.append(" and t.state in ('open', 'need_more')");
        } else {
            sql.append(" and t.state = :state");
            parameters.put("state", state.word());
        }
        if (!rights.mayVerify(null)) {
            sql.append(" and ").append(IN_UNITS);
            parameters.put("units", rights.homesOf().toArray(String[]::new));
        }
        if (unit != null) {
            sql.append(" and ").append(IN_UNITS.replace(":units", ":unit"));
            parameters.put("unit", new String[] {unit});
        }
        if (after != null) {
            sql.append("""
                     and (t.pressing, t.heard, t.received_at, t.report_id) >
                         (select a.pressing, a.heard, a.received_at, a.report_id from report_task a where a.report_id = :after)""");
            parameters.put("after", after.value());
        }
        parameters.put("limit", limit);
        return jdbc.sql(sql.append(" order by t.pressing, t.heard, t.received_at, t.report_id limit :limit")
                        .toString())
                .params(parameters)
                .query((rs, n) -> waiting(rs))
                .list();
    }

    Optional<WaitingReport> waiting(ReportId report) {
        return jdbc.sql(WAITING + " where t.report_id = ?")
                .param(report.value())
                .query((rs, n) -> waiting(rs))
                .optional();
    }

    private static Task task(ResultSet rs) throws SQLException {
        UUID duplicate = rs.getObject("duplicate_of", UUID.class);
        return new Task(
                new ReportId(getId(rs, "report_id")),
                new DisasterId(getId(rs, "disaster_id")),
                rs.getString("unit"),
                ReportState.of(rs.getString("state")),
                rs.getInt("newest"),
                duplicate == null ? null : new ReportId(duplicate),
                household(rs));
    }

    private static @Nullable HouseholdId household(ResultSet rs) throws SQLException {
        UUID household = rs.getObject("household_id", UUID.class);
        return household == null ? null : new HouseholdId(household);
    }

    private static WaitingReport waiting(ResultSet rs) throws SQLException {
        return new WaitingReport(
                new ReportId(getId(rs, "report_id")),
                new PublicCode(rs.getString("code")),
                Kind.valueOf(rs.getString("kind").toUpperCase(Locale.ROOT)),
                Channel.valueOf(rs.getString("channel").toUpperCase(Locale.ROOT)),
                ReportState.of(rs.getString("state")),
                rs.getInt("newest"),
                rs.getString("unit"),
                Pressing.at(rs.getInt("pressing")),
                !rs.getBoolean("heard"),
                rs.getInt("people"),
                rs.getInt("vulnerable_people"),
                List.of((String[]) rs.getArray("items").getArray()),
                rs.getTimestamp("received_at").toInstant(),
                household(rs),
                rs.getBoolean("approximate"),
                rs.getBoolean("suspected"),
                rs.getBoolean("simulated"));
    }

    private static UUID getId(ResultSet rs, String column) throws SQLException {
        return rs.getObject(column, UUID.class);
    }
}
