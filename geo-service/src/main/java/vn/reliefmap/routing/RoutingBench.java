package vn.reliefmap.routing;

import java.nio.file.Path;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vn.reliefmap.kernel.BenchRow;
import vn.reliefmap.routing.internal.MatrixMeasurement;
import vn.reliefmap.routing.internal.RoutingMeasurement;

/** Measures routes and matrices under water beside other ways to the same answer; needs no database, leaves nothing behind. */
public final class RoutingBench {
    /** About 60,000 nodes: the whole run takes a few minutes. */
    public static final int USUAL_EDGES = 100_000;

    /** About 240,000 nodes, as in the goals. */
    public static final int FULL_EDGES = 400_000;

    private RoutingBench() {}

    /**
     * What to measure on.
     *
     * @param roads a road extract; null = a made-up grid of roads
     * @param edges edges of the made-up grid, about, 200 or more
     * @param polygons flood polygons of the largest water
     * @param pairs pairs of places that every side finds a way between, 1 or more
     * @param seed of grid, water and pairs
     */
    public record Options(@Nullable Path roads, int edges, int polygons, int pairs, long seed) {
        /** On a grid of so many edges. */
        public static Options grid(int edges, long seed) {
            return new Options(null, edges, 10_000, 20, seed);
        }
    }

    /**
     * Builds the graph in a temporary folder, measures, and hands out each row as soon as it is there. Runs on the calling
     * thread; all times are processor time of this thread.
     *
     * @param more measures more on the same roads, which are gone when it returns
     */
    public static void run(Options options, Consumer<BenchRow> each, Consumer<BenchNetwork> more) {
        RoutingMeasurement.run(options, each, more);
    }

    /** Builds the graph only, for the benches of other rooms. */
    public static void roads(Options options, Consumer<BenchNetwork> measure) {
        RoutingMeasurement.roads(options, measure);
    }

    /** The same for times and distances between 500 places and 500 others. */
    public static void matrix(Options options, Consumer<BenchRow> each) {
        MatrixMeasurement.run(options, each);
    }
}
