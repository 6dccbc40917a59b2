package vn.reliefmap.basemap.internal;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.algorithm.locate.PointOnGeometryLocator;
import org.locationtech.jts.densify.Densifier;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import vn.reliefmap.geo.Geometries;

/**
 * Finds the sea in the core of an extract from coastlines, which have the land on their left and the water on their right. A face
 * between coast and box is sea when all coast along it says so; a face whose coast contradicts itself stays land.
 */
final class CoastlineSea {
    /** How far beside a coast segment its water is looked for, in degrees: about 1 m. */
    private static final double BESIDE_DEGREES = 1e-5;

    /** Longest piece of coast that is asked once, in degrees: about 1 km. */
    private static final double SAMPLE_DEGREES = 0.01;

    private CoastlineSea() {}

    /** The sea as polygons, possibly empty. */
    static MultiPolygon inside(ExtractCore core, List<LineString> coastlines) {
        List<Polygon> sea = new ArrayList<>();
        for (Polygon face : core.faces(coastlines)) {
            if (isSea(face, coastlines)) {
                sea.add(face);
            }
        }
        return Geometries.FACTORY.createMultiPolygon(sea.toArray(Polygon[]::new));
    }

    private static boolean isSea(Polygon face, List<LineString> coastlines) {
        PointOnGeometryLocator locator = new IndexedPointInAreaLocator(face);
        Envelope near = face.getEnvelopeInternal();
        long right = 0;
        long left = 0;
        for (LineString coastline : coastlines) {
            if (!near.intersects(coastline.getEnvelopeInternal())) {
                continue;
            }
            Coordinate[] c = Densifier.densify(coastline, SAMPLE_DEGREES).getCoordinates();
            for (int i = 1; i < c.length; i++) {
                right += inside(locator, c[i - 1], c[i], BESIDE_DEGREES);
                left += inside(locator, c[i - 1], c[i], -BESIDE_DEGREES);
            }
        }
        // The narrow mouth of a creek may put a few points on the wrong side; a real contradiction is many.
        return right > 0 && left * 20 <= right;
    }

    /** 1 when the point beside the middle of the segment, to its right for a positive distance, lies in the face. */
    private static int inside(PointOnGeometryLocator locator, Coordinate a, Coordinate b, double distance) {
        double length = a.distance(b);
        if (length == 0) {
            return 0;
        }
        double x = (a.x + b.x) / 2 + (b.y - a.y) / length * distance;
        double y = (a.y + b.y) / 2 - (b.x - a.x) / length * distance;
        return locator.locate(new Coordinate(x, y)) == Location.INTERIOR ? 1 : 0;
    }
}
