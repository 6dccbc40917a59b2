package vn.reliefmap.basemap.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.polygonize.Polygonizer;
import org.locationtech.jts.operation.union.UnaryUnionOp;
import vn.reliefmap.geo.Geometries;

/**
 * The box inside which an extract knows every shore. A file cut out of a larger one ends its coasts and lagoons
 * somewhere; the box is taken so that all these loose ends lie outside, and inside it shores part land from water.
 * Degrees, longitude first.
 */
final class ExtractCore {
    /** So far beyond the roads sea is looked for, in degrees: about 16 km. */
    private static final double GROWN_DEGREES = 0.15;
    /** The core must keep this share of the box around the roads. */
    private static final double LEAST_SHARE = 0.5;

    private final Envelope roads;
    private Envelope box;

    ExtractCore(Envelope roads) {
        this.roads = roads;
        this.box = new Envelope(roads);
        box.expandBy(GROWN_DEGREES);
    }

    ExtractCore copy() {
        ExtractCore copy = new ExtractCore(roads);
        copy.box = new Envelope(box);
        return copy;
    }

    /** Shrinks the box until these points lie outside; false, and no change, when too little would remain. */
    boolean leaveOutside(Collection<Coordinate> ends) {
        Envelope smaller = new Envelope(box);
        for (Coordinate end : ends) {
            if (smaller.contains(end)) {
                smaller = without(smaller, end);
            }
        }
        if (inRoads(smaller) < LEAST_SHARE * roads.getArea()) {
            return false;
        }
        box = smaller;
        return true;
    }

    Envelope box() {
        return box;
    }

    /** The faces that the lines and the box's frame enclose inside the box; one face when no line crosses it. */
    List<Polygon> faces(Collection<LineString> lines) {
        Polygon frame = (Polygon) Geometries.FACTORY.toGeometry(box);
        List<Geometry> pieces = new ArrayList<>();
        pieces.add(frame.getExteriorRing());
        for (LineString line : lines) {
            Geometry clipped = line.intersection(frame);
            if (!clipped.isEmpty()) {
                pieces.add(clipped);
            }
        }
        Polygonizer polygonizer = new Polygonizer();
        polygonizer.add(UnaryUnionOp.union(pieces));
        List<Polygon> faces = new ArrayList<>();
        for (Object face : polygonizer.getPolygons()) {
            faces.add((Polygon) face);
        }
        return faces;
    }

    /** Ends of lines at which no other line goes on. */
    static List<Coordinate> looseEnds(Collection<LineString> lines) {
        Map<Coordinate, Integer> counts = new HashMap<>();
        for (LineString line : lines) {
            counts.merge(line.getCoordinateN(0), 1, Integer::sum);
            counts.merge(line.getCoordinateN(line.getNumPoints() - 1), 1, Integer::sum);
        }
        counts.values().removeIf(count -> count % 2 == 0);
        return counts.keySet().stream().sorted().toList();
    }

    /** The largest of the four boxes that the point's own row and column leave, counted by what it keeps of the roads. */
    private Envelope without(Envelope from, Coordinate end) {
        List<Envelope> choices = List.of(
                new Envelope(from.getMinX(), end.x, from.getMinY(), from.getMaxY()),
                new Envelope(end.x, from.getMaxX(), from.getMinY(), from.getMaxY()),
                new Envelope(from.getMinX(), from.getMaxX(), from.getMinY(), end.y),
                new Envelope(from.getMinX(), from.getMaxX(), end.y, from.getMaxY()));
        Envelope best = choices.get(0);
        for (Envelope choice : choices) {
            if (worth(choice) > worth(best)) {
                best = choice;
            }
        }
        return best;
    }

    private double worth(Envelope choice) {
        return inRoads(choice) + 0.01 * choice.getArea();
    }

    private double inRoads(Envelope choice) {
        return choice.intersection(roads).getArea();
    }
}
