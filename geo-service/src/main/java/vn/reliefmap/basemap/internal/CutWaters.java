package vn.reliefmap.basemap.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import vn.reliefmap.basemap.AreaKind;
import vn.reliefmap.geo.Geometries;

/**
 * Waters that reach beyond the extract, so that the file holds only a part of their shore: the sea and lagoons. They
 * are completed along the frame of the extract's core. Beyond it nothing is made up.
 */
final class CutWaters {
    /** A lagoon or lake whose shore does not close in the file. */
    record Open(
            long row,
            long relationId,
            int missingWays,
            AreaKind kind,
            @Nullable String name,
            boolean permanent,
            List<LineString> shores) {}

    /** The sea, possibly empty, and for every open water its part inside the core, possibly empty. */
    record Completed(MultiPolygon sea, Map<Open, MultiPolygon> waters) {}

    /** A face is water when roads are this much rarer in it than in the whole core. */
    private static final double ROADS_ON_WATER = 0.1;
    /** Every so many roads one is remembered to tell land from water. */
    private static final int ROAD_SAMPLE = 4;

    private final List<LineString> coastlines = new ArrayList<>();
    private final List<Open> open = new ArrayList<>();
    private final List<Coordinate> roadPoints = new ArrayList<>();
    private long roads;

    void addCoastline(LineString coastline) {
        coastlines.add(coastline);
    }

    void addOpen(Open water) {
        open.add(water);
    }

    void addRoad(LineString road) {
        if (roads++ % ROAD_SAMPLE == 0) {
            roadPoints.add(road.getCoordinateN(road.getNumPoints() / 2));
        }
    }

    Completed complete(Envelope roadBox) {
        Map<Open, MultiPolygon> waters = new LinkedHashMap<>();
        MultiPolygon nothing = Geometries.FACTORY.createMultiPolygon();
        open.forEach(water -> waters.put(water, nothing));
        if (roadBox.isNull() || roadBox.getArea() == 0) {
            return new Completed(nothing, waters);
        }
        ExtractCore core = new ExtractCore(roadBox);
        boolean coastFits = core.leaveOutside(ExtractCore.looseEnds(coastlines));
        for (Open water : open) {
            // Its own core, so that one odd lake does not make the others' smaller.
            ExtractCore own = core.copy();
            if (own.leaveOutside(ExtractCore.looseEnds(water.shores()))) {
                waters.put(water, waterFaces(own, water));
            }
        }
        return new Completed(
                coastFits && !coastlines.isEmpty() ? CoastlineSea.inside(core, coastlines) : nothing, waters);
    }

    private MultiPolygon waterFaces(ExtractCore core, Open water) {
        List<Polygon> faces = core.faces(water.shores());
        if (faces.size() < 2) {
            return Geometries.FACTORY.createMultiPolygon();
        }
        double usual = count(roadPoints, (Polygon) Geometries.FACTORY.toGeometry(core.box()))
                / core.box().getArea();
        return Geometries.FACTORY.createMultiPolygon(faces.stream()
                .filter(face -> count(roadPoints, face) / face.getArea() < ROADS_ON_WATER * usual)
                .toArray(Polygon[]::new));
    }

    private static double count(List<Coordinate> points, Polygon face) {
        IndexedPointInAreaLocator locator = new IndexedPointInAreaLocator(face);
        return points.stream()
                .filter(point -> locator.locate(point) == Location.INTERIOR)
                .count();
    }
}
