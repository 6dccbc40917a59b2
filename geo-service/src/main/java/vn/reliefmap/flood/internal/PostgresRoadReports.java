package vn.reliefmap.flood.internal;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.locationtech.jts.io.WKBWriter;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.reliefmap.flood.RoadReport;
import vn.reliefmap.flood.RoadReport.Allowance;
import vn.reliefmap.flood.RoadReport.Standing;
import vn.reliefmap.flood.RoadReport.Stretch;
import vn.reliefmap.flood.RoadReportSettings;
import vn.reliefmap.flood.RoadReports;
import vn.reliefmap.flood.RoadState;
import vn.reliefmap.geo.Geometries;
import vn.reliefmap.kernel.DisasterId;
import vn.reliefmap.kernel.Problem;
import vn.reliefmap.store.Changes;
import vn.reliefmap.store.DataChanged;
import vn.reliefmap.store.Topic;

/** Reports in the database; those of a disaster are kept in memory until one is added. */
@Component
class PostgresRoadReports implements RoadReports {
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final Changes changes;
    private final WaterTrends trends;
    private final RoadReportSettings settings;
    private final Map<DisasterId, List<RoadReport>> known = new ConcurrentHashMap<>();
    /** Grows with every change, so that what was read before one is not kept after it. */
    private final AtomicLong generation = new AtomicLong();

    PostgresRoadReports(
            JdbcClient jdbc,
            TransactionTemplate transactions,
            Changes changes,
            WaterTrends trends,
            RoadReportSettings settings) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.changes = changes;
        this.trends = trends;
        this.settings = settings;
    }

    @Override
    public List<Standing> standing(DisasterId disaster, Instant at) {
        List<Standing> standing = new ArrayList<>();
        for (RoadReport report : reports(disaster)) {
            if (!report.observedAt().isAfter(at)) {
                standing.add(new Standing(report, fresh(report, at)));
            }
        }
        return standing;
    }

    private boolean fresh(RoadReport report, Instant at) {
        Allowance allowance = report.allowance();
        if (allowance != null) {
            return at.isBefore(allowance.until());
        }
        return !report.state().ages()
                || WaterTrends.fresh(trends.of(report.disaster()), report.observedAt(), at, settings::holds);
    }

    @Override
    public void add(RoadReport given) {
        RoadReport report = inDatabaseTime(given);
        transactions.executeWithoutResult(status -> {
            if (insert(report) > 0) {
                changes.announce(Topic.ROAD_REPORTS);
            } else if (!same(report, stored(report.id()))) {
                throw idTaken(report.id()).asException();
            }
        });
        forget();
    }

    /** Microseconds, as the database keeps them. */
    private static RoadReport inDatabaseTime(RoadReport r) {
        Allowance allowance = r.allowance();
        return new RoadReport(
                r.id(),
                r.disaster(),
                r.state(),
                r.observedAt().truncatedTo(ChronoUnit.MICROS),
                r.reporter(),
                r.told(),
                allowance == null
                        ? null
                        : new Allowance(
                                allowance.officer(),
                                allowance.upToM(),
                                allowance.until().truncatedTo(ChronoUnit.MICROS),
                                allowance.reason()),
                r.stretch());
    }

    private int insert(RoadReport report) {
        Allowance allowance = report.allowance();
        Stretch stretch = report.stretch();
        return jdbc.sql("""
                        insert into road_report (id, disaster_id, state, observed_at, reporter, told, officer, up_to_m,
                            valid_until, reason, road_import_id, way_ids, road_name, geom)
                        values (:id, :disaster, :state, :at, :reporter, :told, :officer, :upTo, :until, :reason, :importId,
                            :ways, :road, st_setsrid(st_geomfromwkb(:line), 4326))
                        on conflict (id) do nothing
                        """)
                .param("id", report.id())
                .param("disaster", report.disaster().value())
                .param("state", report.state().word())
                .param("at", Timestamp.from(report.observedAt()))
                .param("reporter", report.reporter())
                .param("told", report.told())
                .param("officer", allowance == null ? null : allowance.officer())
                .param("upTo", allowance == null ? null : allowance.upToM())
                .param("until", allowance == null ? null : Timestamp.from(allowance.until()))
                .param("reason", allowance == null ? null : allowance.reason())
                .param("importId", stretch.importId())
                .param("ways", stretch.ways().toArray(Long[]::new))
                .param("road", stretch.roadName())
                .param("line", new WKBWriter().write(stretch.line()))
                .update();
    }

    /** What the sender said; the roads may have been imported anew between two sendings. */
    private static boolean same(RoadReport a, RoadReport b) {
        return a.disaster().equals(b.disaster())
                && a.state() == b.state()
                && a.observedAt().equals(b.observedAt())
                && java.util.Objects.equals(a.allowance(), b.allowance())
                && a.stretch().line().distance(b.stretch().line()) < 1e-4;
    }

    private RoadReport stored(UUID id) {
        return jdbc.sql("select *, st_asbinary(geom) as line from road_report where id = :id")
                .param("id", id)
                .query((rs, n) -> report(rs))
                .single();
    }

    private static Problem idTaken(UUID id) {
        return new Problem(
                "REPORT_ID_TAKEN",
                409,
                "Mã " + id + " đã dùng cho một tin khác.",
                "The id " + id + " belongs to another report.",
                "id",
                "a new UUID for each report");
    }

    private List<RoadReport> reports(DisasterId disaster) {
        List<RoadReport> held = known.get(disaster);
        if (held != null) {
            return held;
        }
        long before = generation.get();
        List<RoadReport> read = jdbc.sql("""
                        select *, st_asbinary(geom) as line from road_report where disaster_id = :disaster
                        order by observed_at, received_at, id
                        """)
                .param("disaster", disaster.value())
                .query((rs, n) -> report(rs))
                .list();
        known.put(disaster, read);
        if (generation.get() != before) {
            known.remove(disaster, read);
        }
        return read;
    }

    @EventListener
    @Order(0)
    void onChange(DataChanged change) {
        if (change.topic() == Topic.ROAD_REPORTS) {
            forget();
        }
    }

    private void forget() {
        generation.incrementAndGet();
        known.clear();
    }

    private static RoadReport report(ResultSet rs) throws SQLException {
        return new RoadReport(
                rs.getObject("id", UUID.class),
                new DisasterId(rs.getObject("disaster_id", UUID.class)),
                RoadState.valueOf(rs.getString("state").toUpperCase(Locale.ROOT)),
                instant(rs, "observed_at"),
                rs.getString("reporter"),
                rs.getString("told"),
                allowance(rs),
                new Stretch(
                        rs.getLong("road_import_id"),
                        ways(rs.getArray("way_ids")),
                        rs.getString("road_name"),
                        line(rs.getBytes("line"))));
    }

    private static @Nullable Allowance allowance(ResultSet rs) throws SQLException {
        String officer = rs.getString("officer");
        return officer == null
                ? null
                : new Allowance(officer, rs.getDouble("up_to_m"), instant(rs, "valid_until"), rs.getString("reason"));
    }

    private static Instant instant(ResultSet rs, String column) throws SQLException {
        return rs.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static List<Long> ways(Array array) throws SQLException {
        return List.of((Long[]) array.getArray());
    }

    private static LineString line(byte[] wkb) throws SQLException {
        try {
            return (LineString) new WKBReader(Geometries.FACTORY).read(wkb);
        } catch (ParseException e) {
            throw new SQLException("a road report's line cannot be read", e);
        }
    }
}
