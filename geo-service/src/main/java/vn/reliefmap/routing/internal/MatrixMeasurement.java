package vn.reliefmap.routing.internal;

import com.graphhopper.routing.weighting.Weighting;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Consumer;
import org.locationtech.jts.geom.Envelope;
import vn.reliefmap.geo.LonLat;
import vn.reliefmap.kernel.BenchRow;
import vn.reliefmap.passability.Passability;
import vn.reliefmap.passability.PassabilityLimits;
import vn.reliefmap.passability.VehicleClass;
import vn.reliefmap.routing.RoutingBench.Options;
import vn.reliefmap.routing.internal.contraction.Contraction;
import vn.reliefmap.routing.internal.contraction.DijkstraRows;
import vn.reliefmap.routing.internal.contraction.Ends;
import vn.reliefmap.routing.internal.contraction.Rows;
import vn.reliefmap.routing.internal.contraction.Table;

/** The rows of {@code ./relief bench matrix}: all ways between two lists of places, over the contraction and row by row. */
public final class MatrixMeasurement {
    private static final VehicleClass VEHICLE = VehicleClass.TRUCK;
    private static final int PLACES = 500;
    private static final int CORNERS = 100;
    private static final int RUNS = 3;
    private static final double SAME = 1e-9;

    private final BenchRoads roads;
    private final RoadGraph graph;
    private final Random random;

    /** Times and lengths, row by row. */
    @SuppressWarnings("ArrayRecordComponent") // never compared as records
    private record Cells(double[][] seconds, double[][] mm) {
        Cells(int rows, int columns) {
            this(new double[rows][columns], new double[rows][columns]);
        }

        boolean same(Cells other) {
            for (int i = 0; i < seconds.length; i++) {
                for (int k = 0; k < seconds[i].length; k++) {
                    double ours = seconds[i][k];
                    double theirs = other.seconds[i][k];
                    boolean both = ours < Double.POSITIVE_INFINITY && theirs < Double.POSITIVE_INFINITY;
                    if (both ? !close(ours, theirs) || !close(mm[i][k], other.mm[i][k]) : ours != theirs) {
                        return false;
                    }
                }
            }
            return true;
        }

        private static boolean close(double a, double b) {
            return Math.abs(a - b) <= SAME * Math.max(1, b);
        }
    }

    private MatrixMeasurement(BenchRoads roads) {
        this.roads = roads;
        this.graph = roads.graph();
        this.random = new Random(roads.options().seed());
    }

    /** See {@link vn.reliefmap.routing.RoutingBench#matrix}. */
    public static void run(Options options, Consumer<BenchRow> each) {
        BenchRoads.measure(options, each, roads -> new MatrixMeasurement(roads).measure());
    }

    private void measure() {
        MatrixPlaces from = places();
        MatrixPlaces to = places();
        ContractionCost cost = new ContractionCost(graph);
        roads.row("contraction shape", "s", cost.shapeS(), true, cost.shapeTold());
        graph.contractions().make(graph.dry(VEHICLE));
        matrix("dry", graph.dry(VEHICLE), from, to);
        BenchFlood flood = BenchFlood.draw(
                roads.box(), 500, CORNERS, RoutingMeasurement.SHARE_OF_500, BenchFlood.CLOSING_M, random);
        WaterSnapshot water = WaterSnapshot.build(
                graph, flood.draft().picture(BenchFlood.SEEN), new Passability(PassabilityLimits.DEFAULT));
        matrix("flooded", water.weighting(VEHICLE), from, to);
    }

    /** Random places near a road. */
    private MatrixPlaces places() {
        Envelope box = roads.box();
        List<LonLat> places = new ArrayList<>();
        while (places.size() < PLACES) {
            LonLat place = new LonLat(
                    box.getMinX() + random.nextDouble() * box.getWidth(),
                    box.getMinY() + random.nextDouble() * box.getHeight());
            if (graph.snap(VEHICLE, place).isValid()) {
                places.add(place);
            }
        }
        return new MatrixPlaces(graph, VEHICLE, null, Double.MAX_VALUE, places);
    }

    private void matrix(String water, Weighting weighting, MatrixPlaces from, MatrixPlaces to) {
        List<Ends> starts = from.ends(weighting, true);
        List<Ends> ends = to.ends(weighting, false);
        ContractionCost cost = new ContractionCost(graph);
        cost.make(weighting);
        Contraction contraction = graph.contractions().make(weighting);
        Cells ours = new Cells(starts.size(), ends.size());
        CpuClock table = new CpuClock();
        for (int run = -RUNS; run < RUNS; run++) {
            (run < 0 ? new CpuClock() : table).time(() -> {
                try (Rows rows = new Table(contraction, ends)) {
                    for (int i : contraction.byPlace(starts)) {
                        rows.row(starts.get(i), ours.seconds[i], ours.mm[i]);
                    }
                }
                return true;
            });
        }
        Cells theirs = new Cells(starts.size(), ends.size());
        CpuClock dijkstra = new CpuClock();
        try (Rows rows = new DijkstraRows(RoadArrays.shape(graph), RoadArrays.costs(graph, weighting), ends)) {
            for (int i = -RUNS; i < starts.size(); i++) {
                int row = Math.max(0, i);
                (i < 0 ? new CpuClock() : dijkstra).time(() -> {
                    rows.row(starts.get(row), theirs.seconds[row], theirs.mm[row]);
                    return true;
                });
            }
        }
        boolean same = ours.same(theirs);
        roads.row("contraction " + water, "s", cost.madeS(), same, cost.madeTold());
        roads.row(
                "matrix " + PLACES + " " + water,
                "ms",
                table.meanMs(),
                "dijkstra rows",
                dijkstra.totalMs(),
                same,
                String.format(Locale.ROOT, "%d × %d, every cell compared", starts.size(), ends.size()));
    }
}
