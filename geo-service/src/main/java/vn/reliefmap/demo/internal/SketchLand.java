package vn.reliefmap.demo.internal;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.algorithm.locate.PointOnGeometryLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateList;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.operation.overlayng.UnaryUnionNG;

/**
 * The sketch's land and water in plane metres, on a grid of one metre: what a road may cross and where a house may stand.
 * Immutable after it is made; safe for many threads.
 */
final class SketchLand {
    private static final PrecisionModel GRID = new PrecisionModel(1);

    /** How far the meanders that the sketch leaves out reach to either side. */
    private static final double MEANDER_M = 170;

    private final Plane plane;
    private final List<Water> waters = new ArrayList<>();
    private final List<Coordinate> coast;
    private final Polygon sea;
    private final PointOnGeometryLocator inSea;
    private final List<PointOnGeometryLocator> inHills = new ArrayList<>();
    private final Coordinate southWest;
    private final Coordinate northEast;

    /** A river with its bed, or a pond (then {@code course} is null). */
    record Water(
            String name,
            String kind,
            double widthM,
            @Nullable List<Coordinate> course,
            Polygon bed,
            PointOnGeometryLocator inside) {

        boolean covers(Coordinate c) {
            return bed.getEnvelopeInternal().covers(c) && inside.locate(c) == Location.INTERIOR;
        }
    }

    SketchLand(Sketch sketch, long seed) {
        plane = sketch.plane();
        southWest = plane.metres(sketch.bbox().get(0), sketch.bbox().get(1));
        northEast = plane.metres(sketch.bbox().get(2), sketch.bbox().get(3));
        Noise east = new Noise(seed ^ 11, 1300);
        Noise north = new Noise(seed ^ 12, 1300);
        for (Sketch.River river : sketch.rivers()) {
            List<Coordinate> course =
                    Curves.shaken(Curves.through(metres(river.points()), 110), east, north, MEANDER_M);
            waters.add(water(river.name(), river.kind(), river.meanWidthM(), course, ribbon(course, river.widthM())));
        }
        for (Sketch.Pond pond : sketch.ponds()) {
            Polygon bed = shore(pond, new Noise(seed ^ 13, 420));
            waters.add(water(pond.name(), pond.kind(), 2 * pond.radiusM().get(1), null, bed));
        }
        coast = Curves.shaken(Curves.through(metres(sketch.coastSouthToNorth()), 200), east, north, MEANDER_M);
        sea = seaBeyond(coast);
        inSea = new IndexedPointInAreaLocator(sea);
        for (List<List<Double>> hill : sketch.hills()) {
            inHills.add(new IndexedPointInAreaLocator(closed(metres(hill))));
        }
    }

    Plane plane() {
        return plane;
    }

    List<Water> waters() {
        return waters;
    }

    /** From south to north, the sea on the right hand. */
    List<Coordinate> coast() {
        return coast;
    }

    Polygon sea() {
        return sea;
    }

    boolean dry(Coordinate c) {
        return inFrame(c) && inSea.locate(c) == Location.EXTERIOR && waterAt(c) == null;
    }

    boolean inFrame(Coordinate c) {
        return c.x > southWest.x && c.x < northEast.x && c.y > southWest.y && c.y < northEast.y;
    }

    boolean atSea(Coordinate c) {
        return inSea.locate(c) != Location.EXTERIOR;
    }

    boolean hilly(Coordinate c) {
        return inHills.stream().anyMatch(hill -> hill.locate(c) == Location.INTERIOR);
    }

    Coordinate southWest() {
        return southWest;
    }

    Coordinate northEast() {
        return northEast;
    }

    @Nullable
    Water waterAt(Coordinate c) {
        for (Water water : waters) {
            if (water.covers(c)) {
                return water;
            }
        }
        return null;
    }

    /** The widest water on the straight way from a to b, looked at every 20 m; 0 when there is none, 10,000 at sea. */
    double widestWaterM(Coordinate a, Coordinate b) {
        int steps = Math.max(1, (int) (a.distance(b) / 20));
        double widest = 0;
        for (int i = 0; i <= steps; i++) {
            double t = (double) i / steps;
            Coordinate c = new Coordinate(a.x + t * (b.x - a.x), a.y + t * (b.y - a.y));
            Water water = waterAt(c);
            widest = Math.max(widest, atSea(c) ? 10_000 : water == null ? 0 : water.widthM());
        }
        return widest;
    }

    /** Metres from the place to the nearest river course, and unit vector along it there. */
    Along nearestCourse(Coordinate place) {
        double best = Double.MAX_VALUE;
        Coordinate direction = new Coordinate(1, 0);
        for (Water water : waters) {
            List<Coordinate> course = water.course();
            for (int i = 0; course != null && i < course.size(); i++) {
                double distance = course.get(i).distance(place);
                if (distance < best) {
                    best = distance;
                    direction = Curves.direction(course, i);
                }
            }
        }
        return new Along(best, direction);
    }

    record Along(double distanceM, Coordinate direction) {}

    List<Coordinate> metres(List<List<Double>> degrees) {
        List<Coordinate> metres = new ArrayList<>();
        for (List<Double> point : degrees) {
            Coordinate c = plane.metres(point.get(0), point.get(1));
            metres.add(new Coordinate(Math.rint(c.x), Math.rint(c.y)));
        }
        return metres;
    }

    private static Water water(
            String name, String kind, double widthM, @Nullable List<Coordinate> course, Polygon bed) {
        return new Water(name, kind, widthM, course, bed, new IndexedPointInAreaLocator(bed));
    }

    /** The bed of a river: a strip around its course that widens from the first width to the second. */
    private static Polygon ribbon(List<Coordinate> course, List<Double> widthM) {
        List<Geometry> pieces = new ArrayList<>();
        int last = course.size() - 1;
        for (int i = 0; i <= last; i++) {
            double half = half(widthM, i, last);
            pieces.add(octagon(course.get(i), half));
            if (i < last) {
                Coordinate a = course.get(i);
                Coordinate b = course.get(i + 1);
                double length = Math.max(1e-9, a.distance(b));
                double nx = -(b.y - a.y) / length;
                double ny = (b.x - a.x) / length;
                double next = half(widthM, i + 1, last);
                pieces.add(closed(List.of(
                        new Coordinate(a.x + nx * half, a.y + ny * half),
                        new Coordinate(b.x + nx * next, b.y + ny * next),
                        new Coordinate(b.x - nx * next, b.y - ny * next),
                        new Coordinate(a.x - nx * half, a.y - ny * half))));
            }
        }
        Polygon union = largest(UnaryUnionNG.union(pieces, Plane.METRES, GRID));
        return Plane.METRES.createPolygon(union.getExteriorRing());
    }

    private static double half(List<Double> widthM, int i, int last) {
        return Math.max(3, (widthM.get(0) + (widthM.get(1) - widthM.get(0)) * i / Math.max(1, last)) / 2);
    }

    private static Polygon octagon(Coordinate c, double radius) {
        double d = radius * 0.70710678;
        return closed(List.of(
                new Coordinate(c.x + radius, c.y),
                new Coordinate(c.x + d, c.y + d),
                new Coordinate(c.x, c.y + radius),
                new Coordinate(c.x - d, c.y + d),
                new Coordinate(c.x - radius, c.y),
                new Coordinate(c.x - d, c.y - d),
                new Coordinate(c.x, c.y - radius),
                new Coordinate(c.x + d, c.y - d)));
    }

    private Polygon shore(Sketch.Pond pond, Noise ragged) {
        Coordinate centre = plane.metres(pond.centre().get(0), pond.centre().get(1));
        List<Coordinate> ring = new ArrayList<>();
        for (int i = 0; i < 36; i++) {
            double angle = 2 * Math.PI * i / 36;
            double x = pond.radiusM().get(0) * StrictMath.cos(angle);
            double y = pond.radiusM().get(1) * StrictMath.sin(angle);
            double swell = 1 + 0.35 * ragged.at(centre.x + x, centre.y + y);
            // Ponds lie along the coast, from south-east to north-west.
            ring.add(new Coordinate(
                    Math.rint(centre.x + swell * (0.8 * x + 0.6 * y)),
                    Math.rint(centre.y + swell * (-0.6 * x + 0.8 * y))));
        }
        return closed(ring);
    }

    private Polygon seaBeyond(List<Coordinate> shore) {
        List<Coordinate> ring = new ArrayList<>();
        shore.forEach(c -> ring.add(new Coordinate(Math.rint(c.x), Math.rint(c.y))));
        double east = northEast.x + 4000;
        ring.add(new Coordinate(Math.rint(east), ring.get(ring.size() - 1).y));
        ring.add(new Coordinate(Math.rint(east), ring.get(0).y));
        return closed(ring);
    }

    private static Polygon largest(Geometry geometry) {
        Polygon best = Plane.METRES.createPolygon();
        for (int i = 0; i < geometry.getNumGeometries(); i++) {
            if (geometry.getGeometryN(i) instanceof Polygon part && part.getArea() > best.getArea()) {
                best = part;
            }
        }
        return best;
    }

    private static Polygon closed(List<Coordinate> points) {
        CoordinateList ring = new CoordinateList();
        points.forEach(c -> ring.add(c, false));
        ring.closeRing();
        LinearRing shell = Plane.METRES.createLinearRing(ring.toCoordinateArray());
        return Plane.METRES.createPolygon(shell);
    }
}
