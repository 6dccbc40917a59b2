package vn.reliefmap.demo.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.noding.NodedSegmentString;
import org.locationtech.jts.noding.SegmentString;
import org.locationtech.jts.noding.snapround.SnapRoundingNoder;

/**
 * Cuts drawn roads where they meet each other and the water, decides which cross it and how, and drops what hangs
 * together with nothing. All vertices lie on whole metres, so that roads that meet share a vertex exactly.
 */
final class RoadNetwork {
    /** Shorter pieces without a way to the rest are drawing noise. */
    private static final double LEAST_ISLAND_M = 2500;

    private final SketchLand land;
    private final long seed;

    RoadNetwork(SketchLand land, long seed) {
        this.land = land;
        this.seed = seed;
    }

    /** How a piece of road lies: on the ground, on a bridge, or through the water. */
    enum Lie {
        GROUND,
        BRIDGE,
        FORD
    }

    /** A finished piece of road: consecutive vertices on whole metres, one tag set. */
    record Way(Stroke stroke, Lie lie, List<Coordinate> line) {
        double lengthM() {
            double sum = 0;
            for (int i = 1; i < line.size(); i++) {
                sum += line.get(i - 1).distance(line.get(i));
            }
            return sum;
        }
    }

    /** @param strokes the better roads first */
    List<Way> cut(List<Stroke> strokes) {
        List<Stroke> ground = new ArrayList<>();
        List<Stroke> raised = new ArrayList<>();
        for (Stroke stroke : strokes) {
            // A motorway is noded with the water only: other roads pass under it and meet it at its junctions.
            (stroke.highway().equals("motorway") ? raised : ground).add(stroke);
        }
        List<Way> ways = new ArrayList<>();
        Set<Edge> taken = new HashSet<>();
        ways.addAll(ways(noded(raised), taken));
        ways.addAll(ways(noded(ground), taken));
        return withoutIslands(ways);
    }

    private Collection<?> noded(List<Stroke> strokes) {
        List<NodedSegmentString> input = new ArrayList<>();
        for (Stroke stroke : strokes) {
            input.add(new NodedSegmentString(rounded(stroke.line()), stroke));
        }
        for (SketchLand.Water water : land.waters()) {
            input.add(new NodedSegmentString(water.bed().getExteriorRing().getCoordinates(), null));
        }
        SnapRoundingNoder noder = new SnapRoundingNoder(new PrecisionModel(1));
        noder.computeNodes(input);
        return noder.getNodedSubstrings();
    }

    private static Coordinate[] rounded(List<Coordinate> line) {
        List<Coordinate> rounded = new ArrayList<>(line.size());
        for (Coordinate c : line) {
            Coordinate r = new Coordinate(Math.rint(c.x), Math.rint(c.y));
            if (rounded.isEmpty() || !rounded.get(rounded.size() - 1).equals2D(r)) {
                rounded.add(r);
            }
        }
        return rounded.toArray(Coordinate[]::new);
    }

    private List<Way> ways(Collection<?> pieces, Set<Edge> taken) {
        List<Way> ways = new ArrayList<>();
        @Nullable Way open = null;
        for (Object object : pieces) {
            SegmentString piece = (SegmentString) object;
            if (!(piece.getData() instanceof Stroke stroke)) {
                continue;
            }
            for (int i = 0; i + 1 < piece.size(); i++) {
                Coordinate a = piece.getCoordinate(i);
                Coordinate b = piece.getCoordinate(i + 1);
                @Nullable Lie lie = a.equals2D(b) || !taken.add(Edge.of(a, b)) ? null : lie(stroke, a, b);
                if (lie == null) {
                    open = null;
                } else if (open != null
                        && open.stroke().equals(stroke)
                        && open.lie() == lie
                        && open.line().get(open.line().size() - 1).equals2D(a)) {
                    open.line().add(b);
                } else {
                    open = new Way(stroke, lie, new ArrayList<>(List.of(a, b)));
                    ways.add(open);
                }
            }
        }
        return ways;
    }

    /** How the piece between two vertices lies, or null when the road does not go there. */
    private @Nullable Lie lie(Stroke stroke, Coordinate a, Coordinate b) {
        Coordinate middle = new Coordinate((a.x + b.x) / 2, (a.y + b.y) / 2);
        if (!land.inFrame(middle)) {
            return null;
        }
        SketchLand.Water water = land.waterAt(middle);
        if (stroke.alwaysBridged()) {
            return water == null ? Lie.GROUND : Lie.BRIDGE;
        }
        if (land.atSea(middle)) {
            return null;
        }
        if (water == null) {
            return Lie.GROUND;
        }
        if (water.course() == null || water.widthM() > 60) {
            return null;
        }
        // One decision for the whole crossing: it depends on the road and the water, not on the piece.
        Coordinate start = stroke.line().get(0);
        double luck = Chance.of(seed, water.name() + '/' + stroke.highway() + '/' + start.x + '/' + start.y)
                .next();
        boolean narrow = water.widthM() <= 25;
        return switch (stroke.rank()) {
            case 4 -> luck < (narrow ? 0.6 : 0.3) ? Lie.BRIDGE : luck < (narrow ? 0.95 : 0.45) ? Lie.FORD : null;
            case 5, 6, 7 -> luck < (narrow ? 0.4 : 0) ? Lie.BRIDGE : luck < (narrow ? 0.6 : 0) ? Lie.FORD : null;
            default -> luck < (narrow ? 0.55 : 0) ? Lie.FORD : null;
        };
    }

    private static List<Way> withoutIslands(List<Way> ways) {
        Map<Coordinate, Coordinate> parents = new HashMap<>();
        for (Way way : ways) {
            Coordinate first = root(parents, way.line().get(0));
            for (Coordinate c : way.line()) {
                parents.put(root(parents, c), first);
            }
        }
        Map<Coordinate, Double> lengths = new HashMap<>();
        for (Way way : ways) {
            lengths.merge(root(parents, way.line().get(0)), way.lengthM(), Double::sum);
        }
        return ways.stream()
                .filter(way -> lengths.getOrDefault(root(parents, way.line().get(0)), 0.0) >= LEAST_ISLAND_M)
                .toList();
    }

    private static Coordinate root(Map<Coordinate, Coordinate> parents, Coordinate c) {
        Coordinate at = c;
        Coordinate parent = parents.getOrDefault(at, at);
        while (!parent.equals2D(at)) {
            parents.put(at, parents.getOrDefault(parent, parent));
            at = parent;
            parent = parents.getOrDefault(at, at);
        }
        return at;
    }

    /** A piece of ground between two vertices, whichever way it is walked. */
    private record Edge(double x1, double y1, double x2, double y2) {
        static Edge of(Coordinate a, Coordinate b) {
            return a.compareTo(b) <= 0 ? new Edge(a.x, a.y, b.x, b.y) : new Edge(b.x, b.y, a.x, a.y);
        }
    }
}
