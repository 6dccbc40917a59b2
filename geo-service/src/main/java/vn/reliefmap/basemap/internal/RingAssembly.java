package vn.reliefmap.basemap.internal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.GeometryFixer;
import vn.reliefmap.geo.Geometries;

/**
 * Makes the polygons of a multipolygon relation from its ways: ways are joined at shared end nodes into rings, inner
 * rings become holes of the smallest outer ring around them.
 */
final class RingAssembly {
    /** The shape, possibly empty; how many chains never closed; whether it had to be repaired to be valid. */
    record Shape(MultiPolygon polygons, int openChains, boolean repaired) {}

    private final LongFunction<@Nullable Coordinate> positions;

    RingAssembly(LongFunction<@Nullable Coordinate> positions) {
        this.positions = positions;
    }

    Shape assemble(List<long[]> outerWays, List<long[]> innerWays) {
        int[] open = {0};
        List<LinearRing> outers = rings(outerWays, open);
        List<LinearRing> inners = rings(innerWays, open);
        // Smallest first, so that an inner ring goes to the nearest outer ring around it.
        outers.sort(Comparator.comparingDouble(ring -> polygon(ring).getArea()));
        List<List<LinearRing>> holes = new ArrayList<>();
        outers.forEach(ring -> holes.add(new ArrayList<>()));
        for (LinearRing inner : inners) {
            for (int i = 0; i < outers.size(); i++) {
                if (outers.get(i).getEnvelopeInternal().contains(inner.getEnvelopeInternal())
                        && fix(polygon(outers.get(i))).contains(polygon(inner).getInteriorPoint())) {
                    holes.get(i).add(inner);
                    break;
                }
            }
        }
        List<Polygon> polygons = new ArrayList<>();
        for (int i = 0; i < outers.size(); i++) {
            polygons.add(
                    Geometries.FACTORY.createPolygon(outers.get(i), holes.get(i).toArray(LinearRing[]::new)));
        }
        MultiPolygon whole = Geometries.FACTORY.createMultiPolygon(polygons.toArray(Polygon[]::new));
        boolean valid = whole.isValid();
        return new Shape(valid ? whole : fix(whole), open[0], !valid);
    }

    /** The polygon a closed way encloses, made valid; empty when it encloses nothing. */
    static MultiPolygon closedWay(Coordinate[] coordinates) {
        if (coordinates.length < 4 || !coordinates[0].equals2D(coordinates[coordinates.length - 1])) {
            return Geometries.FACTORY.createMultiPolygon();
        }
        return fix(Geometries.FACTORY.createPolygon(coordinates));
    }

    private static MultiPolygon fix(org.locationtech.jts.geom.Geometry geometry) {
        return Geometries.multiPolygon(geometry.isValid() ? geometry : GeometryFixer.fix(geometry));
    }

    private static Polygon polygon(LinearRing ring) {
        return Geometries.FACTORY.createPolygon(ring);
    }

    private List<LinearRing> rings(List<long[]> ways, int[] open) {
        Map<Long, List<Integer>> byEnd = new HashMap<>();
        for (int i = 0; i < ways.size(); i++) {
            long[] way = ways.get(i);
            byEnd.computeIfAbsent(way[0], k -> new ArrayList<>()).add(i);
            byEnd.computeIfAbsent(way[way.length - 1], k -> new ArrayList<>()).add(i);
        }
        List<LinearRing> rings = new ArrayList<>();
        Set<Integer> used = new HashSet<>();
        for (int i = 0; i < ways.size(); i++) {
            if (used.add(i)) {
                LinearRing ring = close(follow(ways, byEnd, used, i));
                if (ring == null) {
                    open[0]++;
                } else {
                    rings.add(ring);
                }
            }
        }
        return rings;
    }

    private static Deque<Long> follow(List<long[]> ways, Map<Long, List<Integer>> byEnd, Set<Integer> used, int first) {
        Deque<Long> chain = new ArrayDeque<>();
        for (long node : ways.get(first)) {
            chain.addLast(node);
        }
        while (!chain.getFirst().equals(chain.getLast())) {
            long tail = chain.getLast();
            Integer next = byEnd.getOrDefault(tail, List.of()).stream()
                    .filter(candidate -> !used.contains(candidate))
                    .findFirst()
                    .orElse(null);
            if (next == null) {
                return chain;
            }
            used.add(next);
            long[] way = ways.get(next);
            boolean forward = way[0] == tail;
            for (int k = 1; k < way.length; k++) {
                chain.addLast(forward ? way[k] : way[way.length - 1 - k]);
            }
        }
        return chain;
    }

    private @Nullable LinearRing close(Deque<Long> chain) {
        if (!chain.getFirst().equals(chain.getLast())) {
            return null;
        }
        List<Coordinate> coordinates = new ArrayList<>();
        for (long node : chain) {
            Coordinate at = positions.apply(node);
            if (at != null) {
                coordinates.add(at);
            }
        }
        // A node that the file lacks may have been the first one: then the ring is closed by hand.
        if (coordinates.size() >= 3 && !coordinates.get(0).equals2D(coordinates.get(coordinates.size() - 1))) {
            coordinates.add(coordinates.get(0).copy());
        }
        return coordinates.size() < 4
                ? null
                : Geometries.FACTORY.createLinearRing(coordinates.toArray(Coordinate[]::new));
    }
}
