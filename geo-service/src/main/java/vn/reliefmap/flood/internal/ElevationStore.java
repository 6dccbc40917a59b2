package vn.reliefmap.flood.internal;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.reliefmap.geo.LonLatGrid;

/** Heights in the database. Thread-safe. */
@Component
class ElevationStore {
    private final JdbcClient jdbc;

    ElevationStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Where the cells of one grid lie; degrees. */
    record Lattice(long id, double west, double north, double stepLon, double stepLat, int columns, int rows) {}

    /** The grid's id, or null when the same file is here already; in the caller's transaction. */
    @Nullable
    Long begin(String source, byte[] sha256, LonLatGrid grid) {
        return jdbc.sql("""
                        insert into elevation_grid
                            (source, source_sha256, west, north, step_lon, step_lat, columns, rows)
                        values (:source, :sha, :west, :north, :stepLon, :stepLat, :columns, :rows)
                        on conflict (source_sha256) do nothing returning id
                        """)
                .param("source", source.replace("\0", ""))
                .param("sha", sha256)
                .param("west", grid.west())
                .param("north", grid.north())
                .param("stepLon", grid.stepLon())
                .param("stepLat", grid.stepLat())
                .param("columns", grid.columns())
                .param("rows", grid.rows())
                .query(Long.class)
                .optional()
                .orElse(null);
    }

    void add(long grid, int row, int column, ElevationTile tile) {
        jdbc.sql("""
                        insert into elevation_tile (grid_id, tile_row, tile_column, heights)
                        values (:grid, :row, :column, :heights)
                        """)
                .param("grid", grid)
                .param("row", row)
                .param("column", column)
                .param("heights", tile.packed())
                .update();
    }

    /** All grids, the newest first. */
    List<Lattice> list() {
        return jdbc.sql("""
                        select id, west, north, step_lon, step_lat, columns, rows
                        from elevation_grid order by imported_at desc, id desc
                        """)
                .query((rs, n) -> new Lattice(
                        rs.getLong("id"),
                        rs.getDouble("west"),
                        rs.getDouble("north"),
                        rs.getDouble("step_lon"),
                        rs.getDouble("step_lat"),
                        rs.getInt("columns"),
                        rs.getInt("rows")))
                .list();
    }

    ElevationTile tile(long grid, int row, int column) {
        return jdbc.sql("""
                        select heights from elevation_tile
                        where grid_id = :grid and tile_row = :row and tile_column = :column
                        """)
                .param("grid", grid)
                .param("row", row)
                .param("column", column)
                .query((rs, n) -> ElevationTile.unpacked(rs.getBytes("heights")))
                .optional()
                .orElse(ElevationTile.EMPTY);
    }
}
