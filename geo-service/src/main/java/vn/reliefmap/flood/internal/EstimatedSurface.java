package vn.reliefmap.flood.internal;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.LinearComponentExtracter;

/**
 * The surface of one flooded area, estimated from its edge: where water ends on land, it stands as high as the ground. Each height at
 * the edge is the median of five neighbours, so that one wrong cell counts for nothing; between them heights are
 * weighted by the inverse cube of the distance, on a mesh of at most 48 by 48, and straight between its nodes. Edges that are
 * no shore do not count: of the area that was looked at, of other water, of permanent water. Immutable.
 */
final class EstimatedSurface {
    private static final int MOST_SAMPLES = 1000;
    /** Fewer heights say too little. */
    private static final int LEAST_SAMPLES = 8;

    private static final int MOST_NODES = 48;
    private static final int NEIGHBOURS = 2;
    /** 10 cm, to look on both sides of an edge. */
    private static final double BESIDE_DEG = 1e-6;

    private final Envelope box;
    private final int across;
    private final int down;
    private final double[] nodesM;

    private EstimatedSurface(Envelope box, int across, int down, double[] nodesM) {
        this.box = box;
        this.across = across;
        this.down = down;
        this.nodesM = nodesM;
    }

    /** Null when too little of the edge is a shore whose height is known. */
    static @Nullable EstimatedSurface of(Observation.Face face, Observation observation, Ground ground) {
        Polygon polygon = face.polygon();
        double spacing = Math.max(ground.elevation().finestDeg(), polygon.getLength() / MOST_SAMPLES);
        List<double[]> shore = new ArrayList<>();
        for (Object ring : LinearComponentExtracter.getLines(polygon)) {
            shore.addAll(smoothed(samples(((LineString) ring).getCoordinates(), spacing, observation, ground)));
        }
        if (shore.size() < LEAST_SAMPLES) {
            return null;
        }
        Envelope box = polygon.getEnvelopeInternal();
        double cell = 2 * ground.elevation().finestDeg();
        int across = (int) Math.max(1, Math.min(MOST_NODES, Math.ceil(box.getWidth() / cell)));
        int down = (int) Math.max(1, Math.min(MOST_NODES, Math.ceil(box.getHeight() / cell)));
        double[] nodes = new double[(across + 1) * (down + 1)];
        double narrowing = Math.cos(Math.toRadians(box.centre().y));
        for (int row = 0; row <= down; row++) {
            double y = box.getMinY() + box.getHeight() * row / down;
            for (int column = 0; column <= across; column++) {
                double x = box.getMinX() + box.getWidth() * column / across;
                nodes[row * (across + 1) + column] = weighted(shore, x, y, narrowing);
            }
        }
        return new EstimatedSurface(box, across, down, nodes);
    }

    /** Position and height wherever the ring is a shore, in its order. */
    private static List<double[]> samples(Coordinate[] ring, double spacing, Observation observation, Ground ground) {
        List<double[]> found = new ArrayList<>();
        double next = 0;
        double walked = 0;
        for (int i = 1; i < ring.length; i++) {
            double length = ring[i - 1].distance(ring[i]);
            for (; length > 0 && next <= walked + length; next += spacing) {
                double share = (next - walked) / length;
                Coordinate at = new Coordinate(
                        ring[i - 1].x + share * (ring[i].x - ring[i - 1].x),
                        ring[i - 1].y + share * (ring[i].y - ring[i - 1].y));
                double besideX = -(ring[i].y - ring[i - 1].y) / length * BESIDE_DEG;
                double besideY = (ring[i].x - ring[i - 1].x) / length * BESIDE_DEG;
                boolean shore = isLand(at.x + besideX, at.y + besideY, observation, ground)
                        || isLand(at.x - besideX, at.y - besideY, observation, ground);
                double height = shore ? ground.elevation().heightM(at) : Double.NaN;
                if (!Double.isNaN(height)) {
                    found.add(new double[] {at.x, at.y, height});
                }
            }
            walked += length;
        }
        return found;
    }

    private static boolean isLand(double x, double y, Observation observation, Ground ground) {
        Coordinate p = new Coordinate(x, y);
        return observation.at(p).kind() == Observation.Finding.Kind.DRY
                && ground.permanent().locate(p) == Location.EXTERIOR;
    }

    private static List<double[]> smoothed(List<double[]> samples) {
        List<double[]> smooth = new ArrayList<>(samples.size());
        for (int i = 0; i < samples.size(); i++) {
            int from = Math.max(0, i - NEIGHBOURS);
            int to = Math.min(samples.size(), i + NEIGHBOURS + 1);
            double[] heights = samples.subList(from, to).stream()
                    .mapToDouble(s -> s[2])
                    .sorted()
                    .toArray();
            smooth.add(new double[] {samples.get(i)[0], samples.get(i)[1], heights[heights.length / 2]});
        }
        return smooth;
    }

    private static double weighted(List<double[]> shore, double x, double y, double narrowing) {
        double sum = 0;
        double weights = 0;
        for (double[] sample : shore) {
            double dx = (sample[0] - x) * narrowing;
            double dy = sample[1] - y;
            double square = dx * dx + dy * dy + BESIDE_DEG * BESIDE_DEG;
            double weight = 1 / (square * Math.sqrt(square));
            sum += weight * sample[2];
            weights += weight;
        }
        return sum / weights;
    }

    /** Metres above the sea at a position inside the area. */
    double heightM(Coordinate p) {
        double x = Math.max(0, Math.min(across, across * (p.x - box.getMinX()) / box.getWidth()));
        double y = Math.max(0, Math.min(down, down * (p.y - box.getMinY()) / box.getHeight()));
        int column = (int) Math.min(across - 1.0, x);
        int row = (int) Math.min(down - 1.0, y);
        double east = x - column;
        double north = y - row;
        int node = row * (across + 1) + column;
        double south = nodesM[node] * (1 - east) + nodesM[node + 1] * east;
        double upper = nodesM[node + across + 1] * (1 - east) + nodesM[node + across + 2] * east;
        return south * (1 - north) + upper * north;
    }
}
