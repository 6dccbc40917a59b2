package vn.reliefmap.flood.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.reliefmap.geo.Geometries;
import vn.reliefmap.kernel.DisasterId;

/** Reads observations from the database. Thread-safe. */
@Component
class WaterStore {
    private final JdbcClient jdbc;

    WaterStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Which observation there is, without its polygons. */
    record Entry(UUID id, Instant observedAt, boolean forecast, Instant importedAt) {}

    /** All of a disaster, the oldest first. */
    List<Entry> list(DisasterId disaster) {
        return jdbc.sql("""
                        select id, observed_at, forecast, imported_at
                        from flood_observation where disaster_id = :disaster
                        order by observed_at, imported_at, id
                        """)
                .param("disaster", disaster.value())
                .query((rs, n) -> new Entry(
                        rs.getObject("id", UUID.class),
                        time(rs, "observed_at"),
                        rs.getBoolean("forecast"),
                        time(rs, "imported_at")))
                .list();
    }

    /** Reads one with all its polygons and indexes it. */
    Observation read(Entry entry) {
        MultiPolygon footprint = jdbc
                .sql("select st_asbinary(footprint) as footprint from flood_observation where id = :id")
                .param("id", entry.id())
                .query((rs, n) -> Geometries.multiPolygon(geometry(rs.getBytes("footprint"))))
                .list()
                .stream()
                .findFirst()
                .orElseGet(Geometries.FACTORY::createMultiPolygon);
        List<Observation.Face> faces = new ArrayList<>();
        jdbc.sql("""
                        select depth_m, coalesce(velocity_ms, 'NaN') as velocity_ms, st_asbinary(geom) as geom from flood_polygon
                        where observation_id = :id order by feature_number
                        """).param("id", entry.id()).query(rs -> {
            double depth = rs.getDouble("depth_m");
            double depthM = rs.wasNull() ? Double.NaN : depth;
            double velocityMs = rs.getDouble("velocity_ms");
            Geometry area = geometry(rs.getBytes("geom"));
            for (int i = 0; i < area.getNumGeometries(); i++) {
                faces.add(new Observation.Face((Polygon) area.getGeometryN(i), depthM, velocityMs));
            }
        });
        return new Observation(entry.id(), entry.observedAt(), entry.forecast(), entry.importedAt(), footprint, faces);
    }

    private static Geometry geometry(byte[] wkb) {
        try {
            return new WKBReader(Geometries.FACTORY).read(wkb);
        } catch (ParseException e) {
            throw new IllegalStateException("flood geometry in the database", e);
        }
    }

    private static Instant time(ResultSet rs, String column) throws SQLException {
        return rs.getObject(column, OffsetDateTime.class).toInstant();
    }
}
