package vn.reliefmap.basemap.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.stereotype.Component;
import vn.reliefmap.basemap.AreaKind;
import vn.reliefmap.basemap.LineKind;
import vn.reliefmap.geo.Geometries;

/** Reads what a frame of the map needs, simplified to a pixel and clipped a little outside the frame. */
@Component
class TileSource {
    /** A line to draw or to name; the geometry is a line or several. */
    record DrawnLine(
            LineKind kind,
            String word,
            @Nullable String name,
            @Nullable String ref,
            boolean bridge,
            Geometry line) {}

    /** An area to draw or to name. */
    record DrawnArea(AreaKind kind, @Nullable String name, Geometry shape) {}

    /** A place to name. */
    record DrawnPlace(String kind, String name, int population, Coordinate at) {}

    /** So far outside the frame things are read, in pixels: more than half of the widest stroke. */
    private static final double MARGIN_PX = 12;
    /** Zoom up to which a smaller index serves (V120). */
    private static final int OVERVIEW_ZOOM = 11;

    private final JdbcTemplate jdbc;

    TileSource(DataSource dataSource) {
        this.jdbc = new JdbcTemplate(dataSource);
    }

    long currentImport() {
        return jdbc.query("select id from road_import where is_current", (rs, n) -> rs.getLong(1)).stream()
                .findFirst()
                .orElse(0L);
    }

    List<DrawnLine> lines(long importId, PixelFrame frame) {
        List<DrawnLine> lines = new ArrayList<>();
        read("kind, class, name, ref, bridge, " + shape(frame), "basemap_line", importId, frame, rs -> {
            Geometry line = geometry(rs.getBytes("wkb"));
            if (line != null) {
                lines.add(new DrawnLine(
                        LineKind.valueOf(rs.getString("kind").toUpperCase(Locale.ROOT)),
                        rs.getString("class"),
                        rs.getString("name"),
                        rs.getString("ref"),
                        rs.getBoolean("bridge"),
                        line));
            }
        });
        return lines;
    }

    List<DrawnArea> areas(long importId, PixelFrame frame) {
        List<DrawnArea> areas = new ArrayList<>();
        read("kind, name, " + shape(frame), "basemap_area", importId, frame, rs -> {
            Geometry shape = geometry(rs.getBytes("wkb"));
            if (shape != null) {
                areas.add(new DrawnArea(
                        AreaKind.valueOf(rs.getString("kind").toUpperCase(Locale.ROOT)), rs.getString("name"), shape));
            }
        });
        return areas;
    }

    List<DrawnPlace> places(long importId, PixelFrame frame) {
        List<DrawnPlace> places = new ArrayList<>();
        read(
                "kind, name, coalesce(population, 0) as people, st_x(geom) as lon, st_y(geom) as lat",
                "basemap_place",
                importId,
                frame,
                rs -> places.add(new DrawnPlace(
                        rs.getString("kind"),
                        rs.getString("name"),
                        rs.getInt("people"),
                        new Coordinate(rs.getDouble("lon"), rs.getDouble("lat")))));
        return places;
    }

    List<Coordinate> buildings(long importId, PixelFrame frame) {
        List<Coordinate> buildings = new ArrayList<>();
        String sql =
                "select st_x(geom) as lon, st_y(geom) as lat from basemap_building where import_id = ? and geom && "
                        + box(frame);
        jdbc.query(
                sql,
                (RowCallbackHandler) rs -> buildings.add(new Coordinate(rs.getDouble("lon"), rs.getDouble("lat"))),
                importId);
        return buildings;
    }

    private void read(String columns, String table, long importId, PixelFrame frame, RowCallbackHandler rows) {
        // The zoom is written into the statement, since only a constant lets the planner take the partial index.
        int zoom = frame.zoom();
        String overview = zoom <= OVERVIEW_ZOOM ? " and min_zoom <= " + OVERVIEW_ZOOM : "";
        String sql = "select " + columns + " from " + table + " where import_id = ? and min_zoom <= " + zoom + overview
                + " and geom && " + box(frame) + " order by 1, 2";
        jdbc.query(sql, rows, importId);
    }

    private static String shape(PixelFrame frame) {
        // Clipped first: a simplified polygon may be invalid, and clipping such a one can fill the whole box.
        return "st_asbinary(st_simplify(st_clipbybox2d(geom, " + box(frame) + "), " + frame.degreesPerPixel()
                + ", true)) as wkb";
    }

    private static String box(PixelFrame frame) {
        Envelope box = frame.degrees(MARGIN_PX);
        return "st_makeenvelope(" + box.getMinX() + ", " + box.getMinY() + ", " + box.getMaxX() + ", " + box.getMaxY()
                + ", 4326)";
    }

    private static @Nullable Geometry geometry(byte @Nullable [] wkb) {
        if (wkb == null) {
            return null;
        }
        try {
            Geometry geometry = new WKBReader(Geometries.FACTORY).read(wkb);
            return geometry.isEmpty() ? null : geometry;
        } catch (ParseException e) {
            throw new IllegalStateException("PostGIS gave a geometry that cannot be read", e);
        }
    }
}
