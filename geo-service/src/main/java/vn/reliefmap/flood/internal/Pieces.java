package vn.reliefmap.flood.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.algorithm.LineIntersector;
import org.locationtech.jts.algorithm.RobustLineIntersector;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.LineSegment;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.index.chain.MonotoneChain;
import org.locationtech.jts.index.chain.MonotoneChainBuilder;
import org.locationtech.jts.index.chain.MonotoneChainOverlapAction;

/**
 * Cuts a line wherever it meets the outline of a footprint, of a flood or of permanent water, so that one position speaks for each piece.
 * Pieces shorter than 0.1 mm, such as a touch at a point, are left out. No geometry is built: an edge of a road graph
 * takes some microseconds where no outline is near. Not thread-safe.
 */
final class Pieces extends MonotoneChainOverlapAction {
    /** 0.1 mm in degrees. */
    private static final double SHORTEST_DEG = 1e-9;

    private final Coordinate[] line;
    private final LineSegment other = new LineSegment();
    private final LineIntersector intersector = new RobustLineIntersector();
    /** Positions of the cuts: number of the segment, plus the share of the segment. */
    private double[] cuts = new double[16];

    private int count;

    private Pieces(Coordinate[] line) {
        this.line = line;
    }

    /** A position in the middle of each piece, in the order of the line; the line's first position if it has no length. */
    static List<Coordinate> of(LineString line, List<Observation> newestFirst, PermanentWater permanent) {
        Coordinate[] coordinates = line.getCoordinates();
        if (coordinates.length == 0) {
            return List.of();
        }
        Pieces pieces = new Pieces(coordinates);
        Envelope box = line.getEnvelopeInternal();
        List<MonotoneChain> chains = null;
        for (Observation observation : newestFirst) {
            if (!observation.extent().intersects(box)) {
                continue;
            }
            if (chains == null) {
                chains = new ArrayList<>();
                for (Object chain : MonotoneChainBuilder.getChains(coordinates)) {
                    chains.add((MonotoneChain) chain);
                }
            }
            int before = pieces.count;
            for (MonotoneChain chain : chains) {
                observation.outlinesNear(chain.getEnvelope(), outline -> chain.computeOverlaps(outline, pieces));
            }
            if (pieces.count == before && settles(observation.at(coordinates[0]))) {
                break;
            }
        }
        if (permanent.isNear(box)) {
            for (Object chain : MonotoneChainBuilder.getChains(coordinates)) {
                MonotoneChain ours = (MonotoneChain) chain;
                permanent.outlinesNear(ours.getEnvelope(), outline -> ours.computeOverlaps(outline, pieces));
            }
        }
        return pieces.middles();
    }

    /** True when older observations cannot matter where this one is the same along the whole line. */
    private static boolean settles(Observation.Finding finding) {
        return finding.kind() == Observation.Finding.Kind.DRY || finding.kind() == Observation.Finding.Kind.DEPTH;
    }

    @Override
    public void overlap(MonotoneChain ours, int segment, MonotoneChain outline, int outlineSegment) {
        outline.getLineSegment(outlineSegment, other);
        intersector.computeIntersection(line[segment], line[segment + 1], other.p0, other.p1);
        for (int i = 0; i < intersector.getIntersectionNum(); i++) {
            cut(segment, intersector.getIntersection(i));
        }
    }

    private void cut(int segment, Coordinate where) {
        double length = line[segment].distance(line[segment + 1]);
        double share = length == 0 ? 0 : Math.min(1, line[segment].distance(where) / length);
        if (count == cuts.length) {
            cuts = Arrays.copyOf(cuts, 2 * count);
        }
        cuts[count++] = segment + share;
    }

    private List<Coordinate> middles() {
        Arrays.sort(cuts, 0, count);
        List<Coordinate> middles = new ArrayList<>(count + 1);
        double from = 0;
        for (int i = 0; i <= count; i++) {
            double to = i < count ? cuts[i] : line.length - 1;
            addMiddle(middles, from, to);
            from = to;
        }
        if (middles.isEmpty()) {
            middles.add(line[0]);
        }
        return middles;
    }

    /** The middle of the longest straight part between two cuts. */
    private void addMiddle(List<Coordinate> middles, double from, double to) {
        double longest = SHORTEST_DEG;
        Coordinate middle = null;
        for (int s = (int) from; s < line.length - 1 && s < to; s++) {
            double a = Math.max(from - s, 0);
            double b = Math.min(to - s, 1);
            double length = (b - a) * line[s].distance(line[s + 1]);
            if (length > longest) {
                longest = length;
                double m = (a + b) / 2;
                middle = new Coordinate(
                        line[s].x + m * (line[s + 1].x - line[s].x), line[s].y + m * (line[s + 1].y - line[s].y));
            }
        }
        if (middle != null) {
            middles.add(middle);
        }
    }
}
