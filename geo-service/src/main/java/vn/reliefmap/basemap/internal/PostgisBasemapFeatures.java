package vn.reliefmap.basemap.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.reliefmap.basemap.AreaKind;
import vn.reliefmap.basemap.BasemapFeatures;
import vn.reliefmap.basemap.CurrentBasemap;
import vn.reliefmap.basemap.LineKind;
import vn.reliefmap.basemap.MapArea;
import vn.reliefmap.basemap.MapLine;
import vn.reliefmap.basemap.MapPlace;
import vn.reliefmap.basemap.RoadOverWater;
import vn.reliefmap.geo.Bbox;
import vn.reliefmap.geo.Geometries;
import vn.reliefmap.geo.LonLat;

/** Reads the current import's rows with a cursor, a thousand at a time. */
@Component
class PostgisBasemapFeatures implements BasemapFeatures {
    private static final String CURRENT = "import_id = (select id from road_import where is_current)"
            + " and geom && st_makeenvelope(:minLon, :minLat, :maxLon, :maxLat, 4326)";

    private final NamedParameterJdbcTemplate jdbc;
    private final TransactionTemplate reading;

    PostgisBasemapFeatures(DataSource dataSource, PlatformTransactionManager transactions) {
        JdbcTemplate template = new JdbcTemplate(dataSource);
        template.setFetchSize(1000);
        this.jdbc = new NamedParameterJdbcTemplate(template);
        // The driver reads by cursor inside a transaction only.
        this.reading = new TransactionTemplate(transactions);
    }

    @Override
    public Optional<CurrentBasemap> findCurrent() {
        String box = "coalesce(box2d(extent), (select st_extent(l.geom) from basemap_line l"
                + " where l.import_id = r.id and l.kind = 'road'))";
        String sql = "select id, source_name, simulated, st_xmin(b.box) as min_lon, st_ymin(b.box) as min_lat,"
                + " st_xmax(b.box) as max_lon, st_ymax(b.box) as max_lat"
                + " from road_import r, lateral (select " + box + " as box) b where is_current";
        return jdbc
                .query(
                        sql,
                        (rs, n) -> new CurrentBasemap(
                                rs.getLong("id"), rs.getString("source_name"), rs.getBoolean("simulated"), box(rs)))
                .stream()
                .findFirst();
    }

    @Override
    public void eachLine(Set<LineKind> kinds, Bbox box, Consumer<MapLine> consumer) {
        if (kinds.isEmpty()) {
            return;
        }
        read(
                "select osm_way_id, kind, class, name, ref, bridge, st_asbinary(geom) as wkb from basemap_line where "
                        + CURRENT + " and kind in (:kinds) order by osm_way_id",
                at(box).addValue("kinds", kinds.stream().map(LineKind::word).toList()),
                rs -> consumer.accept(new MapLine(
                        rs.getLong("osm_way_id"),
                        LineKind.valueOf(rs.getString("kind").toUpperCase(Locale.ROOT)),
                        rs.getString("class"),
                        rs.getString("name"),
                        rs.getString("ref"),
                        rs.getBoolean("bridge"),
                        (LineString) geometry(rs.getBytes("wkb")))));
    }

    @Override
    public void eachArea(Set<AreaKind> kinds, Bbox box, Consumer<MapArea> consumer) {
        if (kinds.isEmpty()) {
            return;
        }
        read(
                "select osm_id, kind, name, st_asbinary(geom) as wkb from basemap_area where " + CURRENT
                        + " and kind in (:kinds) order by osm_id",
                at(box).addValue("kinds", kinds.stream().map(AreaKind::word).toList()),
                rs -> consumer.accept(new MapArea(
                        rs.getLong("osm_id"),
                        AreaKind.valueOf(rs.getString("kind").toUpperCase(Locale.ROOT)),
                        rs.getString("name"),
                        Geometries.multiPolygon(geometry(rs.getBytes("wkb"))))));
    }

    @Override
    public void eachNavigableWater(long importId, Consumer<Geometry> consumer) {
        MapSqlParameterSource parameters = new MapSqlParameterSource("import", importId);
        read(
                "select st_asbinary(geom) as wkb from basemap_line where import_id = :import"
                        + " and kind in ('river', 'canal')",
                parameters,
                rs -> consumer.accept(geometry(rs.getBytes("wkb"))));
        read(
                "select st_asbinary(geom) as wkb from basemap_area where import_id = :import"
                        + " and kind in ('water', 'lagoon')",
                parameters,
                rs -> consumer.accept(Geometries.multiPolygon(geometry(rs.getBytes("wkb")))));
    }

    @Override
    public void eachPermanentWater(long importId, Consumer<MultiPolygon> consumer) {
        read(
                "select st_asbinary(geom) as wkb from basemap_area where import_id = :import"
                        + " and permanent and kind in ('water', 'lagoon')",
                new MapSqlParameterSource("import", importId),
                rs -> consumer.accept(Geometries.multiPolygon(geometry(rs.getBytes("wkb")))));
    }

    @Override
    public List<RoadOverWater> listRoadsOver(Set<Long> waterWays) {
        List<RoadOverWater> roads = new ArrayList<>();
        if (!waterWays.isEmpty()) {
            read("""
                    select r.osm_way_id, coalesce(r.name, r.ref) as road, st_asbinary(st_intersection(r.geom, w.geom)) as wkb
                    from basemap_line w
                    join basemap_line r on r.import_id = w.import_id and r.kind = 'road' and st_intersects(r.geom, w.geom)
                    where w.import_id = (select id from road_import where is_current)
                        and w.kind in ('river', 'canal', 'stream') and w.osm_way_id in (:ways)
                    order by r.osm_way_id, w.osm_way_id
                    """, new MapSqlParameterSource("ways", waterWays), rs -> {
                long way = rs.getLong("osm_way_id");
                String name = rs.getString("road");
                Geometry common = geometry(rs.getBytes("wkb"));
                for (int i = 0; i < common.getNumGeometries(); i++) {
                    roads.add(
                            new RoadOverWater(way, name, common.getGeometryN(i).getCoordinate()));
                }
            });
        }
        return roads;
    }

    @Override
    public void eachBuilding(Bbox box, Consumer<LonLat> consumer) {
        read(
                "select st_x(geom) as lon, st_y(geom) as lat from basemap_building where " + CURRENT
                        + " order by osm_id",
                at(box),
                rs -> consumer.accept(new LonLat(rs.getDouble("lon"), rs.getDouble("lat"))));
    }

    @Override
    public List<MapLine> listLines(Set<LineKind> kinds, Bbox box) {
        List<MapLine> lines = new ArrayList<>();
        eachLine(kinds, box, lines::add);
        return lines;
    }

    @Override
    public List<MapArea> listAreas(Set<AreaKind> kinds, Bbox box) {
        List<MapArea> areas = new ArrayList<>();
        eachArea(kinds, box, areas::add);
        return areas;
    }

    @Override
    public List<LonLat> listBuildings(Bbox box) {
        List<LonLat> buildings = new ArrayList<>();
        eachBuilding(box, buildings::add);
        return buildings;
    }

    @Override
    public List<MapPlace> listPlaces(Bbox box) {
        List<MapPlace> places = new ArrayList<>();
        read(
                "select osm_id, kind, name, population, st_x(geom) as lon, st_y(geom) as lat from basemap_place where "
                        + CURRENT + " order by osm_id, kind",
                at(box),
                rs -> places.add(new MapPlace(
                        rs.getLong("osm_id"),
                        rs.getString("kind"),
                        rs.getString("name"),
                        rs.getObject("population", Integer.class),
                        new LonLat(rs.getDouble("lon"), rs.getDouble("lat")))));
        return places;
    }

    private void read(String sql, MapSqlParameterSource parameters, RowCallbackHandler rows) {
        reading.executeWithoutResult(status -> jdbc.query(sql, parameters, rows));
    }

    private static MapSqlParameterSource at(Bbox box) {
        return new MapSqlParameterSource()
                .addValue("minLon", box.minLon())
                .addValue("minLat", box.minLat())
                .addValue("maxLon", box.maxLon())
                .addValue("maxLat", box.maxLat());
    }

    private static @Nullable Bbox box(ResultSet rs) throws SQLException {
        double minLon = rs.getDouble("min_lon");
        double minLat = rs.getDouble("min_lat");
        double maxLon = rs.getDouble("max_lon");
        double maxLat = rs.getDouble("max_lat");
        return minLon < maxLon && minLat < maxLat ? new Bbox(minLon, minLat, maxLon, maxLat) : null;
    }

    private static Geometry geometry(byte[] wkb) {
        try {
            return new WKBReader(Geometries.FACTORY).read(wkb);
        } catch (ParseException e) {
            throw new IllegalStateException("PostGIS gave a geometry that cannot be read", e);
        }
    }
}
