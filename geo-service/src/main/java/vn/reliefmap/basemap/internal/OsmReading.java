package vn.reliefmap.basemap.internal;

import com.carrotsearch.hppc.LongArrayList;
import com.graphhopper.reader.ReaderElement;
import com.graphhopper.reader.ReaderNode;
import com.graphhopper.reader.ReaderRelation;
import com.graphhopper.reader.ReaderWay;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.MultiPolygon;
import vn.reliefmap.basemap.AreaKind;
import vn.reliefmap.basemap.LineKind;
import vn.reliefmap.geo.Geometries;
import vn.reliefmap.kernel.ImportIssue;
import vn.reliefmap.kernel.ImportLog;
import vn.reliefmap.kernel.ImportSummary;

/** One reading of one file. Rows of issues are numbers of elements in the file, from 1. */
final class OsmReading {
    /** An area or building made of several ways. */
    private record Multipolygon(
            long row, ReaderRelation relation, @Nullable AreaKind kind) {}

    private static final int LARGE_CITY_PEOPLE = 100_000;
    private static final int LEAST_SMALL_PLACE_ZOOM = 9;

    private final OsmFile file;
    private final Connection connection;
    private final long importId;
    private final ImportLog log;
    private final BasemapRows lines;
    private final BasemapRows areas;
    private final BasemapRows places;
    private final BasemapRows buildings;

    private final PackedNodes nodes = new PackedNodes();
    private final RingAssembly rings = new RingAssembly(nodes::find);
    /** Node ids of the ways that multipolygons are made of, by way id. */
    private final Map<Long, long[]> memberWays = new HashMap<>();

    private final CutWaters cutWaters = new CutWaters();
    private final Envelope roadBox = new Envelope();
    private final Map<LineKind, Long> lineCounts = new EnumMap<>(LineKind.class);
    private final Map<AreaKind, Long> areaCounts = new EnumMap<>(AreaKind.class);
    private double roadLengthM;
    private long elements;
    private long missingNodes;
    private long incompleteMultipolygons;
    private long refused;

    OsmReading(OsmFile file, Connection connection, long importId, ImportLog log) throws SQLException {
        this.file = file;
        this.connection = connection;
        this.importId = importId;
        this.log = log;
        lines = new BasemapRows(
                connection, "basemap_line", "osm_way_id, kind, class, name, ref, bridge, min_zoom", importId);
        areas = new BasemapRows(connection, "basemap_area", "osm_id, kind, name, min_zoom, permanent", importId);
        places = new BasemapRows(connection, "basemap_place", "osm_id, kind, name, population, min_zoom", importId);
        buildings = new BasemapRows(connection, "basemap_building", "osm_id", importId);
    }

    ImportSummary run() {
        file.eachRelation(element -> {
            if (isMultipolygon(element)) {
                for (ReaderRelation.Member member : ((ReaderRelation) element).getMembers()) {
                    memberWays.put(member.getRef(), new long[0]);
                }
            }
        });
        file.eachElement(element -> {
            elements++;
            if (elements % 10_000 == 0) {
                log.progress(elements);
            }
            if (element instanceof ReaderNode node) {
                takeNode(node);
            } else if (element instanceof ReaderWay way) {
                takeWay(way);
            } else if (element instanceof ReaderRelation relation && isMultipolygon(relation)) {
                takeMultipolygon(new Multipolygon(elements, relation, OsmClasses.area(relation)));
            }
        });
        takeCutWaters();
        for (BasemapRows rows : List.of(lines, areas, places, buildings)) {
            rows.flush();
        }
        streetsInSettlementsWait();
        log.progress(elements);
        return summary();
    }

    /** Small streets crowd the picture of a settlement, and until the next zoom its tint tells it. */
    private void streetsInSettlementsWait() {
        String sql = """
                update basemap_line l set min_zoom = l.min_zoom + 1
                where l.import_id = ?
                    and l.kind = 'road'
                    and l.class in ('residential', 'living_street', 'road')
                    and exists (
                        select from basemap_area a
                        where a.import_id = l.import_id
                            and a.kind = 'built_up'
                            and st_intersects(a.geom, st_lineinterpolatepoint(l.geom, 0.5)))
                """;
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, importId);
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("streets in settlements could not be told apart", e);
        }
    }

    private static boolean isMultipolygon(ReaderElement element) {
        return "multipolygon".equals(OsmClasses.tag(element, "type"))
                && (OsmClasses.area(element) != null || OsmClasses.building(element));
    }

    private void takeNode(ReaderNode node) {
        if (!(Math.abs(node.getLat()) <= 90) || !(Math.abs(node.getLon()) <= 180)) {
            refused++;
            log.issue(ImportIssue.refused(
                    elements,
                    "COORDINATE_RANGE",
                    "Nút " + node.getId() + " nằm ngoài phạm vi: vĩ độ " + node.getLat() + ", kinh độ " + node.getLon(),
                    "Node " + node.getId() + " is out of range: lat " + node.getLat() + ", lon " + node.getLon(),
                    "Sửa toạ độ của nút trong tệp",
                    "Correct the node's position in the file"));
            return;
        }
        if (!nodes.add(node.getId(), node.getLon(), node.getLat())) {
            throw file.unsorted();
        }
        takePlace(node, Geometries.FACTORY.createPoint(new Coordinate(node.getLon(), node.getLat())));
        if (OsmClasses.building(node)) {
            buildings.add(Geometries.FACTORY.createPoint(new Coordinate(node.getLon(), node.getLat())), node.getId());
        }
    }

    private void takeWay(ReaderWay way) {
        if (memberWays.containsKey(way.getId())) {
            memberWays.put(way.getId(), way.getNodes().toArray());
        }
        OsmClasses.LineClass line = OsmClasses.line(way);
        AreaKind area = OsmClasses.area(way);
        boolean building = OsmClasses.building(way);
        boolean place = OsmClasses.placeZoom(OsmClasses.tag(way, "place")) != null;
        if (line == null && area == null && !building && !place) {
            return;
        }
        Coordinate[] coordinates = positions(way.getNodes());
        if (coordinates.length < 2) {
            refused++;
            log.issue(ImportIssue.refused(
                    elements,
                    "WAY_WITHOUT_NODES",
                    "Đường " + way.getId() + " có chưa đến hai nút trong tệp",
                    "Way " + way.getId() + " has fewer than two nodes in the file",
                    "Cắt lại vùng dữ liệu với các đường còn nguyên",
                    "Cut the extract again with complete ways"));
            return;
        }
        if (line != null) {
            takeLine(way, line, Geometries.FACTORY.createLineString(coordinates));
        }
        if (area == null && !building && !place) {
            return;
        }
        MultiPolygon shape = RingAssembly.closedWay(coordinates);
        if (shape.isEmpty()) {
            return;
        }
        if (area != null) {
            takeArea(way.getId(), area, name(way), OsmClasses.permanentWater(way), shape);
        }
        if (building) {
            buildings.add(shape.getCentroid(), way.getId());
        }
        takePlace(way, shape.getInteriorPoint());
    }

    private void takeLine(ReaderWay way, OsmClasses.LineClass type, LineString line) {
        lines.add(
                line,
                way.getId(),
                type.kind().word(),
                type.word(),
                name(way),
                BasemapRows.clean(OsmClasses.tag(way, "ref")),
                OsmClasses.bridge(way),
                type.minZoom());
        lineCounts.merge(type.kind(), 1L, Long::sum);
        if (type.kind() == LineKind.ROAD) {
            roadLengthM += Geometries.lengthMeters(line);
            roadBox.expandToInclude(line.getEnvelopeInternal());
            cutWaters.addRoad(line);
        } else if (type.kind() == LineKind.COASTLINE) {
            cutWaters.addCoastline(line);
        }
    }

    private void takeMultipolygon(Multipolygon multipolygon) {
        ReaderRelation relation = multipolygon.relation();
        List<long[]> outer = new ArrayList<>();
        List<long[]> inner = new ArrayList<>();
        int missingWays = 0;
        for (ReaderRelation.Member member : relation.getMembers()) {
            if (member.getType() != ReaderElement.Type.WAY) {
                continue;
            }
            long[] way = memberWays.getOrDefault(member.getRef(), new long[0]);
            if (way.length < 2) {
                missingWays++;
            } else {
                ("inner".equals(member.getRole()) ? inner : outer).add(way);
            }
        }
        RingAssembly.Shape shape = rings.assemble(outer, inner);
        AreaKind kind = multipolygon.kind();
        if (shape.polygons().isEmpty() && (kind == AreaKind.WATER || kind == AreaKind.LAGOON)) {
            incompleteMultipolygons++;
            List<LineString> shores = outer.stream()
                    .map(LongArrayList::from)
                    .map(this::positions)
                    .filter(coordinates -> coordinates.length >= 2)
                    .map(Geometries.FACTORY::createLineString)
                    .toList();
            cutWaters.addOpen(new CutWaters.Open(
                    multipolygon.row(),
                    relation.getId(),
                    missingWays,
                    kind,
                    name(relation),
                    OsmClasses.permanentWater(relation),
                    shores));
            return;
        }
        if (missingWays > 0 || shape.openChains() > 0) {
            incompleteMultipolygons++;
            log.issue(incomplete(
                    multipolygon.row(),
                    relation.getId(),
                    missingWays,
                    shape.polygons().isEmpty()));
        } else if (shape.repaired()) {
            log.issue(ImportIssue.repaired(
                    multipolygon.row(),
                    "POLYGON_INVALID",
                    "Vùng của quan hệ " + relation.getId() + " tự cắt, đã sửa",
                    "The area of relation " + relation.getId() + " crossed itself and was repaired",
                    "Kiểm tra hình trong OpenStreetMap",
                    "Check its shape in OpenStreetMap"));
        }
        if (shape.polygons().isEmpty()) {
            refused++;
            return;
        }
        if (multipolygon.kind() != null) {
            takeArea(
                    -relation.getId(),
                    multipolygon.kind(),
                    name(relation),
                    OsmClasses.permanentWater(relation),
                    shape.polygons());
        }
        if (OsmClasses.building(relation)) {
            buildings.add(shape.polygons().getCentroid(), -relation.getId());
        }
    }

    /** Takes the sea and the waters that go on beyond the file, as far as the file shows them. */
    private void takeCutWaters() {
        CutWaters.Completed completed = cutWaters.complete(roadBox);
        if (!completed.sea().isEmpty()) {
            takeArea(0, AreaKind.SEA, null, true, completed.sea());
        }
        completed.waters().forEach((water, shape) -> {
            log.issue(incomplete(water.row(), water.relationId(), water.missingWays(), shape.isEmpty()));
            if (shape.isEmpty()) {
                refused++;
            } else {
                takeArea(-water.relationId(), water.kind(), water.name(), water.permanent(), shape);
            }
        });
    }

    private static ImportIssue incomplete(long row, long relationId, int missingWays, boolean empty) {
        String vi = "Vùng của quan hệ " + relationId + " không khép kín: thiếu " + missingWays + " đường";
        String en = "The area of relation " + relationId + " does not close: " + missingWays + " ways are missing";
        String fixVi = "Cắt lại vùng dữ liệu với các quan hệ còn nguyên";
        String fixEn = "Cut the extract again with complete relations";
        return empty
                ? ImportIssue.refused(row, "MULTIPOLYGON_INCOMPLETE", vi, en, fixVi, fixEn)
                : ImportIssue.warned(row, "MULTIPOLYGON_INCOMPLETE", vi, en, fixVi, fixEn);
    }

    private void takeArea(long osmId, AreaKind kind, @Nullable String name, boolean permanent, MultiPolygon shape) {
        double latitude = shape.getEnvelopeInternal().centre().y;
        double areaM2 = shape.getArea() * Math.pow(111_320, 2) * Math.cos(Math.toRadians(latitude));
        areas.add(shape, osmId, kind.word(), name, OsmClasses.areaZoom(kind, areaM2, latitude), permanent);
        areaCounts.merge(kind, 1L, Long::sum);
    }

    private void takePlace(ReaderElement element, org.locationtech.jts.geom.Point at) {
        String kind = OsmClasses.tag(element, "place");
        Integer minZoom = OsmClasses.placeZoom(kind);
        String name = name(element);
        if (minZoom != null && name != null) {
            Integer people = population(element);
            boolean small = people == null || people < LARGE_CITY_PEOPLE;
            // Some files call every ward a city; only large ones belong on the map of a region.
            int zoom = small ? Math.max(minZoom, LEAST_SMALL_PLACE_ZOOM) : minZoom;
            places.add(at, element.getId(), kind, name, people, zoom);
        }
    }

    private static @Nullable Integer population(ReaderElement element) {
        String text = OsmClasses.tag(element, "population");
        if (text == null || !text.matches("[0-9]{1,9}")) {
            return null;
        }
        return Integer.valueOf(text);
    }

    private static @Nullable String name(ReaderElement element) {
        String name = OsmClasses.tag(element, "name");
        return BasemapRows.clean(name == null ? OsmClasses.tag(element, "name:vi") : name);
    }

    private Coordinate[] positions(LongArrayList ids) {
        List<Coordinate> found = new ArrayList<>(ids.size());
        for (int i = 0; i < ids.size(); i++) {
            Coordinate at = nodes.find(ids.get(i));
            if (at == null) {
                missingNodes++;
            } else {
                found.add(at);
            }
        }
        return found.toArray(Coordinate[]::new);
    }

    private ImportSummary summary() {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("nodes", nodes.size());
        for (LineKind kind : LineKind.values()) {
            figures.put(kind.word() + "_lines", lineCounts.getOrDefault(kind, 0L));
        }
        figures.put("road_length_km", String.format(Locale.ROOT, "%.1f", roadLengthM / 1000));
        for (AreaKind kind : AreaKind.values()) {
            figures.put(kind.word() + "_areas", areaCounts.getOrDefault(kind, 0L));
        }
        figures.put("places", places.count());
        figures.put("buildings", buildings.count());
        figures.put("nodes_missing_in_ways", missingNodes);
        figures.put("multipolygons_incomplete", incompleteMultipolygons);
        long added = lines.count() + areas.count() + places.count() + buildings.count();
        return new ImportSummary(added + refused, added, 0, 0, refused, figures);
    }
}
