package vn.reliefmap.routing.internal;

import com.graphhopper.util.shapes.BBox;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of the table road_import. */
@Component
class RoadImportTable {
    private final JdbcClient jdbc;

    RoadImportTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The import in use, as far as it matters to whoever imports again. */
    record Current(long id, String sha256, boolean simulated) {}

    /** What is known of an import once its graph is built. */
    record Counts(long wayCount, double roadLengthM, long nodes, long edges, double graphLengthM, BBox extent) {}

    Optional<Current> findCurrent() {
        return jdbc.sql(
                        "select id, encode(source_sha256, 'hex') as sha256, simulated from road_import where is_current")
                .query((rs, n) -> new Current(rs.getLong("id"), rs.getString("sha256"), rs.getBoolean("simulated")))
                .optional();
    }

    OptionalLong findCurrentId() {
        return findCurrent().map(c -> OptionalLong.of(c.id())).orElseGet(OptionalLong::empty);
    }

    /** A row that nobody uses yet, so that the base map can refer to it. */
    long begin(String sourceName, String sha256, boolean simulated) {
        return jdbc.sql("""
                        insert into road_import (source_name, source_sha256, simulated, is_current, way_count,
                            road_length_m, graph_nodes, graph_edges, graph_length_m)
                        values (:name, decode(:sha256, 'hex'), :simulated, false, 0, 0, 0, 0, 0)
                        returning id
                        """)
                .param("name", sourceName)
                .param("sha256", sha256)
                .param("simulated", simulated)
                .query(Long.class)
                .single();
    }

    /** Makes the import the one in use and removes all others with their base maps; part of the caller's transaction. */
    void makeCurrent(long id, Counts counts) {
        jdbc.sql("delete from road_import where id <> :id").param("id", id).update();
        jdbc.sql("""
                        update road_import
                        set is_current = true, imported_at = now(), way_count = :ways, road_length_m = :length,
                            graph_nodes = :nodes, graph_edges = :edges, graph_length_m = :graphLength,
                            extent = st_makeenvelope(:minLon, :minLat, :maxLon, :maxLat, 4326)
                        where id = :id
                        """)
                .param("id", id)
                .param("ways", counts.wayCount())
                .param("length", counts.roadLengthM())
                .param("nodes", counts.nodes())
                .param("edges", counts.edges())
                .param("graphLength", counts.graphLengthM())
                .param("minLon", counts.extent().minLon)
                .param("minLat", counts.extent().minLat)
                .param("maxLon", counts.extent().maxLon)
                .param("maxLat", counts.extent().maxLat)
                .update();
    }

    /** Removes an import that did not come to an end, with what there is of its base map. */
    void forget(long id) {
        jdbc.sql("delete from road_import where id = :id and not is_current")
                .param("id", id)
                .update();
    }
}
