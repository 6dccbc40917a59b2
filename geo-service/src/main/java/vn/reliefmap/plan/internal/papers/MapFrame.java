package vn.reliefmap.plan.internal.papers;

import java.awt.Shape;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import vn.reliefmap.geo.Bbox;

/**
 * A piece of the ground on paper, north up. Flat over so short a way: degrees of longitude are shortened as at the middle
 * latitude, which errs by less than a millimetre on a sheet that shows 100 km.
 *
 * @param box what is shown
 */
record MapFrame(Bbox box, double widthMm, double heightMm) {
    private static final double METRES_PER_DEGREE = 111_195;
    private static final double MARGIN_SHARE = 0.12;
    /** Nobody needs to see a single yard. */
    private static final double LEAST_WIDTH_M = 2_000;

    /** Shows all of the given ground with a margin, in the shape of the paper. */
    static MapFrame around(Envelope ground, double widthMm, double heightMm) {
        Coordinate middle = ground.centre();
        double perLon = METRES_PER_DEGREE * Math.cos(Math.toRadians(middle.y));
        double widthM = Math.max(LEAST_WIDTH_M, ground.getWidth() * perLon * (1 + 2 * MARGIN_SHARE));
        double heightM = ground.getHeight() * METRES_PER_DEGREE * (1 + 2 * MARGIN_SHARE);
        widthM = Math.max(widthM, heightM * widthMm / heightMm);
        heightM = widthM * heightMm / widthMm;
        double lon = widthM / 2 / perLon;
        double lat = heightM / 2 / METRES_PER_DEGREE;
        return new MapFrame(
                new Bbox(middle.x - lon, middle.y - lat, middle.x + lon, middle.y + lat), widthMm, heightMm);
    }

    double metresPerMm() {
        return (box.maxLat() - box.minLat()) * METRES_PER_DEGREE / heightMm;
    }

    /** The web map's zoom at which half a pixel is what half a dot is on paper. */
    int zoom(double dotsPerMm) {
        double metresPerDot = metresPerMm() / dotsPerMm;
        double latitude = Math.toRadians((box.minLat() + box.maxLat()) / 2);
        double zoom = Math.log(156_543.03 * Math.cos(latitude) / metresPerDot) / Math.log(2);
        return (int) Math.max(0, Math.min(22, Math.ceil(zoom)));
    }

    double x(double lon) {
        return (lon - box.minLon()) / (box.maxLon() - box.minLon()) * widthMm;
    }

    double y(double lat) {
        return (box.maxLat() - lat) / (box.maxLat() - box.minLat()) * heightMm;
    }

    Point2D place(Coordinate at) {
        return new Point2D.Double(x(at.x), y(at.y));
    }

    /** Lines and areas in millimetres from the upper left corner. */
    Shape shape(Geometry geometry) {
        Path2D path = new Path2D.Double(Path2D.WIND_EVEN_ODD);
        append(path, geometry);
        return path;
    }

    private void append(Path2D path, Geometry geometry) {
        if (geometry instanceof LineString line) {
            CoordinateSequence points = line.getCoordinateSequence();
            for (int i = 0; i < points.size(); i++) {
                if (i == 0) {
                    path.moveTo(x(points.getX(i)), y(points.getY(i)));
                } else {
                    path.lineTo(x(points.getX(i)), y(points.getY(i)));
                }
            }
        } else if (geometry instanceof Polygon polygon) {
            append(path, polygon.getExteriorRing());
            for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
                append(path, polygon.getInteriorRingN(i));
            }
        } else {
            for (int i = 0; i < geometry.getNumGeometries(); i++) {
                append(path, geometry.getGeometryN(i));
            }
        }
    }
}
