package vn.reliefmap.demo.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.algorithm.Area;
import org.locationtech.jts.algorithm.PointLocation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;

/**
 * Traces the areas of a raster whose value reaches a level (marching squares between the middles of the cells). A frame
 * of dry cells around the raster closes every ring. Rings keep the area on their left, so shells run against the clock
 * and holes with it.
 */
final class Contours {
    private final Raster raster;
    private final double[] values;
    private final double level;
    private final Map<Long, Long> next = new HashMap<>();
    private final Map<Long, Coordinate> points = new HashMap<>();

    private Contours(Raster raster, double[] values, double level) {
        this.raster = raster;
        this.values = values;
        this.level = level;
    }

    /** The area in plane metres, possibly empty; shells and holes smaller than {@code leastM2} are left out. */
    static Geometry atLeast(Raster raster, double[] values, double level, double leastM2) {
        Contours contours = new Contours(raster, values, level);
        for (int row = -1; row < raster.rows(); row++) {
            for (int column = -1; column < raster.columns(); column++) {
                contours.square(column, row);
            }
        }
        return polygons(contours.rings(), leastM2);
    }

    /** One square between four middles: which of its sides the line crosses, the high corners on the left. */
    private void square(int column, int row) {
        double sw = value(column, row);
        double se = value(column + 1, row);
        double ne = value(column + 1, row + 1);
        double nw = value(column, row + 1);
        int pattern = (sw >= level ? 1 : 0) | (se >= level ? 2 : 0) | (ne >= level ? 4 : 0) | (nw >= level ? 8 : 0);
        if (pattern == 0 || pattern == 15) {
            return;
        }
        long south = side(column, row, false);
        long north = side(column, row + 1, false);
        long west = side(column, row, true);
        long east = side(column + 1, row, true);
        boolean joined = (sw + se + ne + nw) / 4 >= level;
        switch (pattern) {
            case 1 -> next.put(south, west);
            case 2 -> next.put(east, south);
            case 3 -> next.put(east, west);
            case 4 -> next.put(north, east);
            case 5 -> {
                next.put(south, joined ? east : west);
                next.put(north, joined ? west : east);
            }
            case 6 -> next.put(north, south);
            case 7 -> next.put(north, west);
            case 8 -> next.put(west, north);
            case 9 -> next.put(south, north);
            case 10 -> {
                next.put(east, joined ? north : south);
                next.put(west, joined ? south : north);
            }
            case 11 -> next.put(east, north);
            case 12 -> next.put(west, east);
            case 13 -> next.put(south, east);
            default -> next.put(west, south);
        }
    }

    /** The side that starts at a middle and runs east, or north when {@code upright}; remembers where it is crossed. */
    private long side(int column, int row, boolean upright) {
        long key = ((long) (row + 1) * (raster.columns() + 2) + column + 1) * 2 + (upright ? 1 : 0);
        points.computeIfAbsent(key, k -> {
            double a = value(column, row);
            double b = upright ? value(column, row + 1) : value(column + 1, row);
            double t = Math.max(0.02, Math.min(0.98, a == b ? 0.5 : (level - a) / (b - a)));
            double x = raster.west() + (column + 0.5 + (upright ? 0 : t)) * raster.cellM();
            double y = raster.south() + (row + 0.5 + (upright ? t : 0)) * raster.cellM();
            return new Coordinate(x, y);
        });
        return key;
    }

    private double value(int column, int row) {
        boolean outside = column < 0 || row < 0 || column >= raster.columns() || row >= raster.rows();
        return outside ? level - 1 : values[row * raster.columns() + column];
    }

    private List<LinearRing> rings() {
        List<LinearRing> rings = new ArrayList<>();
        List<Long> starts = next.keySet().stream().sorted().toList();
        for (long start : starts) {
            if (!next.containsKey(start)) {
                continue;
            }
            List<Coordinate> ring = new ArrayList<>();
            long at = start;
            do {
                ring.add(point(at));
                Long to = next.remove(at);
                if (to == null) {
                    throw new IllegalStateException("a contour that does not close");
                }
                at = to;
            } while (at != start);
            ring.add(point(start).copy());
            if (ring.size() >= 4) {
                rings.add(Plane.METRES.createLinearRing(ring.toArray(Coordinate[]::new)));
            }
        }
        return rings;
    }

    private Coordinate point(long key) {
        Coordinate point = points.get(key);
        if (point == null) {
            throw new IllegalStateException("a contour through an unknown side");
        }
        return point;
    }

    private static Geometry polygons(List<LinearRing> rings, double leastM2) {
        List<LinearRing> shells = new ArrayList<>();
        List<List<LinearRing>> holes = new ArrayList<>();
        List<LinearRing> loose = new ArrayList<>();
        for (LinearRing ring : rings) {
            // JTS counts rings with the clock as positive.
            double area = -Area.ofRingSigned(ring.getCoordinates());
            if (area >= leastM2) {
                shells.add(ring);
                holes.add(new ArrayList<>());
            } else if (area <= -leastM2) {
                loose.add(ring);
            }
        }
        for (LinearRing hole : loose) {
            int best = -1;
            Envelope inner = hole.getEnvelopeInternal();
            for (int i = 0; i < shells.size(); i++) {
                Envelope outer = shells.get(i).getEnvelopeInternal();
                boolean smaller = best < 0
                        || outer.getArea()
                                < shells.get(best).getEnvelopeInternal().getArea();
                if (smaller && outer.covers(inner) && inside(hole, shells.get(i))) {
                    best = i;
                }
            }
            if (best >= 0) {
                holes.get(best).add(hole);
            }
        }
        List<Polygon> polygons = new ArrayList<>();
        for (int i = 0; i < shells.size(); i++) {
            polygons.add(Plane.METRES.createPolygon(shells.get(i), holes.get(i).toArray(LinearRing[]::new)));
        }
        return Plane.METRES.createMultiPolygon(polygons.toArray(Polygon[]::new));
    }

    private static boolean inside(LinearRing hole, LinearRing shell) {
        return PointLocation.locateInRing(hole.getCoordinateN(0), shell.getCoordinates()) == Location.INTERIOR;
    }
}
