package vn.reliefmap.flood.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.reliefmap.flood.Gauge;
import vn.reliefmap.flood.GaugeReading;
import vn.reliefmap.geo.LonLat;
import vn.reliefmap.kernel.DisasterId;

/** Reads gauges and their readings from rows. */
final class GaugeRows {
    private GaugeRows() {}

    static List<Gauge> gauges(JdbcClient jdbc) {
        return jdbc.sql("select * from gauge order by code")
                .query((rs, n) -> gauge(rs))
                .list();
    }

    /** All of a disaster by the time they are for; of the same time the observation last, so that it counts. */
    static List<GaugeReading> readings(JdbcClient jdbc, DisasterId disaster) {
        return jdbc.sql("""
                        select * from gauge_reading where disaster_id = :disaster
                        order by observed_at, forecast desc, received_at, id
                        """)
                .param("disaster", disaster.value())
                .query((rs, n) -> reading(rs))
                .list();
    }

    private static Gauge gauge(ResultSet rs) throws SQLException {
        Double lon = number(rs, "lon");
        Double lat = number(rs, "lat");
        return new Gauge(
                rs.getString("code"),
                rs.getString("name"),
                rs.getString("river"),
                rs.getString("place"),
                lon == null || lat == null ? null : new LonLat(lon, lat),
                number(rs, "level_1_m"),
                number(rs, "level_2_m"),
                number(rs, "level_3_m"),
                rs.getString("source"));
    }

    private static @Nullable Double number(ResultSet rs, String column) throws SQLException {
        return rs.getObject(column, Double.class);
    }

    static GaugeReading reading(ResultSet rs) throws SQLException {
        return new GaugeReading(
                rs.getObject("id", UUID.class),
                new DisasterId(rs.getObject("disaster_id", UUID.class)),
                rs.getString("gauge_code"),
                rs.getObject("observed_at", OffsetDateTime.class).toInstant(),
                rs.getDouble("level_m"),
                rs.getBoolean("forecast"),
                rs.getString("source"));
    }
}
