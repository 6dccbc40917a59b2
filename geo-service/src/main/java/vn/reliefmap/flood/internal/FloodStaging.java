package vn.reliefmap.flood.internal;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.UUID;
import javax.sql.DataSource;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.io.WKBWriter;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;
import vn.reliefmap.kernel.DisasterId;

/** Writes observations: COPY into a temporary table, and from there into the real ones. Works in the caller's transaction. */
@Component
class FloodStaging {
    private final DataSource dataSource;
    private final JdbcClient jdbc;

    FloodStaging(DataSource dataSource, JdbcClient jdbc) {
        this.dataSource = dataSource;
        this.jdbc = jdbc;
    }

    /** Opens the way in; nothing else may run on the transaction's connection until it is closed. */
    Rows open() {
        jdbc.sql("drop table if exists pg_temp.flood_intake").update();
        jdbc.sql("""
                        create temporary table flood_intake (
                            group_number integer, feature_number integer, depth_m double precision,
                            velocity_ms double precision,
                            geom geometry(MultiPolygon, 4326)) on commit drop
                        """).update();
        Connection connection = DataSourceUtils.getConnection(dataSource);
        try {
            return new Rows(connection.unwrap(PGConnection.class).getCopyAPI().copyIn("copy flood_intake from stdin"));
        } catch (SQLException e) {
            throw new IllegalStateException("COPY of flood polygons", e);
        }
    }

    /** @param outsideFootprint polygons that are not wholly inside the footprint */
    record Stored(boolean isNew, long outsideFootprint) {}

    /** Makes an observation of the staged rows of a group, unless the same content is there for the same time. */
    Stored store(DisasterId disaster, String source, FloodGroup group) {
        UUID id = UUID.randomUUID();
        byte[] footprint = new WKBWriter(2, true).write(group.footprint());
        int inserted = jdbc.sql("""
                        insert into flood_observation
                            (id, disaster_id, source, observed_at, forecast, footprint, content_sha256, imported_at)
                        values (:id, :disaster, :source, :at, :forecast, st_geomfromewkb(:footprint), :sha,
                            clock_timestamp())
                        on conflict (disaster_id, observed_at, content_sha256) do nothing
                        """)
                .param("id", id)
                .param("disaster", disaster.value())
                .param("source", source)
                .param("at", Timestamp.from(group.at()))
                .param("forecast", group.forecast())
                .param("footprint", footprint)
                .param("sha", group.sha256())
                .update();
        if (inserted == 0) {
            return new Stored(false, 0);
        }
        jdbc.sql("""
                        insert into flood_polygon (observation_id, feature_number, depth_m, velocity_ms, geom)
                        select :id, feature_number, depth_m, velocity_ms, geom from flood_intake where group_number = :group
                        """).param("id", id).param("group", group.number()).update();
        long outside = group.mayReachOut() ? outside(id) : 0;
        return new Stored(true, outside);
    }

    private long outside(UUID id) {
        return jdbc.sql("""
                        select count(*) from flood_polygon p join flood_observation o on o.id = p.observation_id
                        where o.id = :id and not st_covers(o.footprint, p.geom)
                        """).param("id", id).query(Long.class).single();
    }

    /** The open COPY. Not thread-safe. */
    static final class Rows implements AutoCloseable {
        private static final int FLUSH_BYTES = 1 << 18;
        private final CopyIn copy;
        private final WKBWriter wkb = new WKBWriter(2, true);
        private final ByteArrayOutputStream buffer = new ByteArrayOutputStream(FLUSH_BYTES);

        private Rows(CopyIn copy) {
            this.copy = copy;
        }

        /**
         * @param depthM NaN = unknown
         * @param velocityMs NaN = unknown
         */
        void add(int group, long featureNumber, double depthM, double velocityMs, MultiPolygon area) {
            Geometry withSrid = area;
            withSrid.setSRID(4326);
            String row = group + "\t" + featureNumber + "\t" + number(depthM) + "\t" + number(velocityMs) + "\t"
                    + WKBWriter.toHex(wkb.write(withSrid)) + "\n";
            buffer.writeBytes(row.getBytes(StandardCharsets.US_ASCII));
            if (buffer.size() > FLUSH_BYTES) {
                flush();
            }
        }

        private static String number(double number) {
            return Double.isNaN(number) ? "\\N" : Double.toString(number);
        }

        private void flush() {
            byte[] bytes = buffer.toByteArray();
            buffer.reset();
            try {
                copy.writeToCopy(bytes, 0, bytes.length);
            } catch (SQLException e) {
                throw new IllegalStateException("COPY of flood polygons", e);
            }
        }

        /** All rows are in. */
        void end() {
            flush();
            try {
                copy.endCopy();
            } catch (SQLException e) {
                throw new IllegalStateException("COPY of flood polygons", e);
            }
        }

        /** Gives up a COPY that did not end. */
        @Override
        public void close() {
            try {
                if (copy.isActive()) {
                    copy.cancelCopy();
                }
            } catch (SQLException e) {
                throw new IllegalStateException("COPY of flood polygons", e);
            }
        }
    }
}
