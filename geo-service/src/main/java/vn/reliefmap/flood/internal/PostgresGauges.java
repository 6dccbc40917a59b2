package vn.reliefmap.flood.internal;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.reliefmap.disaster.Disasters;
import vn.reliefmap.flood.Gauge;
import vn.reliefmap.flood.GaugeReading;
import vn.reliefmap.flood.GaugeState;
import vn.reliefmap.flood.Gauges;
import vn.reliefmap.flood.RiverCrossing;
import vn.reliefmap.kernel.DisasterId;
import vn.reliefmap.kernel.Problem;
import vn.reliefmap.store.Changes;
import vn.reliefmap.store.Topic;

/** Gauges straight from the database: there are few, and one index answers. */
@Component
class PostgresGauges implements Gauges {
    private static final Duration MOST_AHEAD = Duration.ofMinutes(10);
    private static final Duration MOST_AHEAD_FORECAST = Duration.ofDays(10);
    private static final double LOWEST_M = -5;
    private static final double HIGHEST_M = 30;

    private final JdbcClient jdbc;
    private final Disasters disasters;
    private final Changes changes;
    private final GaugedCrossings crossings;

    PostgresGauges(JdbcClient jdbc, Disasters disasters, Changes changes, GaugedCrossings crossings) {
        this.jdbc = jdbc;
        this.disasters = disasters;
        this.changes = changes;
        this.crossings = crossings;
    }

    @Override
    public List<GaugeState> states(DisasterId disaster, Instant at) {
        Map<String, GaugeReading> newest = new HashMap<>();
        Map<String, GaugeReading> before = new HashMap<>();
        // The two newest of each kind are enough to know the newest of all and the one before it of its kind.
        jdbc.sql("""
                        select r.* from gauge g
                        cross join (values (false), (true)) kind (forecast)
                        cross join lateral (
                            select * from gauge_reading
                            where gauge_code = g.code and disaster_id = :disaster and observed_at <= :at
                                and forecast = kind.forecast
                            order by observed_at desc, received_at desc, id limit 2) r
                        order by r.observed_at desc, r.forecast, r.received_at desc, r.id
                        """)
                .param("disaster", disaster.value())
                .param("at", Timestamp.from(at))
                .query(rs -> {
                    GaugeReading reading = GaugeRows.reading(rs);
                    GaugeReading first = newest.putIfAbsent(reading.gauge(), reading);
                    if (first != null && first.forecast() == reading.forecast()) {
                        before.putIfAbsent(reading.gauge(), reading);
                    }
                });
        return GaugeRows.gauges(jdbc).stream()
                .map(g -> new GaugeState(g, newest.get(g.code()), before.get(g.code())))
                .toList();
    }

    @Override
    public List<RiverCrossing> crossings(Gauge gauge) {
        return crossings.of(gauge);
    }

    @Override
    @Transactional
    public GaugeReading add(GaugeReading given) {
        disasters.get(given.disaster());
        GaugeReading reading = new GaugeReading(
                given.id(),
                given.disaster(),
                given.gauge(),
                given.observedAt().truncatedTo(ChronoUnit.MICROS),
                given.levelM(),
                given.forecast(),
                given.source());
        check(reading);
        int inserted = jdbc.sql("""
                        insert into gauge_reading (id, gauge_code, disaster_id, observed_at, level_m, forecast, source)
                        values (:id, :gauge, :disaster, :at, :level, :forecast, :source)
                        on conflict (id) do nothing
                        """)
                .param("id", reading.id())
                .param("gauge", reading.gauge())
                .param("disaster", reading.disaster().value())
                .param("at", Timestamp.from(reading.observedAt()))
                .param("level", reading.levelM())
                .param("forecast", reading.forecast())
                .param("source", reading.source())
                .update();
        if (inserted > 0) {
            changes.announce(Topic.GAUGES);
            if (mayChangeBridges(reading)) {
                changes.announce(Topic.WATER);
            }
            return reading;
        }
        GaugeReading stored = jdbc.sql("select * from gauge_reading where id = :id")
                .param("id", reading.id())
                .query((rs, n) -> GaugeRows.reading(rs))
                .single();
        if (!stored.equals(reading)) {
            throw new Problem(
                            "READING_ID_TAKEN",
                            409,
                            "Mã " + reading.id() + " đã dùng cho một số đo khác.",
                            "The id " + reading.id() + " belongs to another reading.",
                            "id",
                            "a new UUID for each reading")
                    .asException();
        }
        return stored;
    }

    /** True when the gauge reaches alert 3 by this reading or did so before: then ways over its bridges may be others. */
    private boolean mayChangeBridges(GaugeReading reading) {
        return jdbc.sql("""
                        select exists (select 1 from gauge_reading r join gauge g on g.code = r.gauge_code
                            where g.code = :gauge and r.disaster_id = :disaster and r.level_m >= g.level_3_m)
                        """)
                .param("gauge", reading.gauge())
                .param("disaster", reading.disaster().value())
                .query(Boolean.class)
                .single();
    }

    private void check(GaugeReading reading) {
        boolean known = jdbc.sql("select exists (select 1 from gauge where code = :code)")
                .param("code", reading.gauge())
                .query(Boolean.class)
                .single();
        if (!known) {
            throw Problem.notFound(
                            "GAUGE_NOT_FOUND",
                            "code",
                            "Không có trạm đo này. Xem danh sách ở /api/v1/gauges.",
                            "There is no such gauge. See the list at /api/v1/gauges.")
                    .asException();
        }
        if (!(reading.levelM() >= LOWEST_M && reading.levelM() <= HIGHEST_M)) {
            throw Problem.badField(
                            "LEVEL_RANGE",
                            "level_m",
                            "−5 to 30 (metres above the gauge datum)",
                            "Mực nước " + reading.levelM() + " m không hợp lệ.",
                            "A level of " + reading.levelM() + " m is not possible.")
                    .asException();
        }
        Duration ahead = reading.forecast() ? MOST_AHEAD_FORECAST : MOST_AHEAD;
        if (reading.observedAt().isAfter(Instant.now().plus(ahead))) {
            throw Problem.badField(
                            "OBSERVED_AT_RANGE",
                            "observed_at",
                            "not more than " + (reading.forecast() ? "10 days" : "10 minutes") + " ahead",
                            "Thời điểm nằm quá xa trong tương lai.",
                            "The time lies too far in the future.")
                    .asException();
        }
    }
}
