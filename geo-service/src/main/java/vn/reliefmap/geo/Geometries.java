package vn.reliefmap.geo;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;

/** Makes JTS geometries of our kind: EPSG:4326, x = longitude, y = latitude. */
public final class Geometries {
    /** The one factory: SRID 4326, floating precision. Thread-safe. */
    public static final GeometryFactory FACTORY = new GeometryFactory(new PrecisionModel(), 4326);

    private Geometries() {}

    /** All polygons inside a geometry as one MultiPolygon; points and lines are left out; may be empty. */
    public static MultiPolygon multiPolygon(Geometry geometry) {
        List<Polygon> polygons = new ArrayList<>();
        for (int i = 0; i < geometry.getNumGeometries(); i++) {
            Geometry part = geometry.getGeometryN(i);
            if (part instanceof Polygon polygon && !polygon.isEmpty()) {
                polygons.add(polygon);
            } else if (part instanceof GeometryCollection) {
                MultiPolygon inner = multiPolygon(part);
                for (int k = 0; k < inner.getNumGeometries(); k++) {
                    polygons.add((Polygon) inner.getGeometryN(k));
                }
            }
        }
        return FACTORY.createMultiPolygon(polygons.toArray(Polygon[]::new));
    }

    /** Great-circle distance in metres on a sphere of radius 6,371,000.8 m. */
    public static double distanceMeters(Coordinate a, Coordinate b) {
        double dLat = Math.toRadians(b.y - a.y);
        double dLon = Math.toRadians(b.x - a.x);
        double h = Math.pow(Math.sin(dLat / 2), 2)
                + Math.cos(Math.toRadians(a.y)) * Math.cos(Math.toRadians(b.y)) * Math.pow(Math.sin(dLon / 2), 2);
        return 2 * 6_371_000.8 * Math.asin(Math.min(1, Math.sqrt(h)));
    }

    /** Length of all lines in metres, along great circles. */
    public static double lengthMeters(Geometry lines) {
        double sum = 0;
        for (int i = 0; i < lines.getNumGeometries(); i++) {
            Coordinate[] c = lines.getGeometryN(i).getCoordinates();
            for (int k = 1; k < c.length; k++) {
                sum += distanceMeters(c[k - 1], c[k]);
            }
        }
        return sum;
    }
}
