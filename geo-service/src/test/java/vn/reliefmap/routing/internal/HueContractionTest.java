package vn.reliefmap.routing.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.graphhopper.routing.Path;
import com.graphhopper.routing.querygraph.QueryGraph;
import com.graphhopper.routing.weighting.Weighting;
import com.graphhopper.storage.index.Snap;
import com.graphhopper.util.EdgeIteratorState;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.reliefmap.geo.Geometries;
import vn.reliefmap.geo.LonLat;
import vn.reliefmap.passability.VehicleClass;
import vn.reliefmap.routing.internal.contraction.Contraction;

/** FEATURE UNDER TEST: contractions of real roads under water; needs ../shared/data/roads/hue.osm.pbf. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HueContractionTest {
    private static final int PAIRS = 300;

    private final RoadTown town = HueTown.roads();

    @ParameterizedTest
    @EnumSource(names = {"MOTORBIKE", "CAR", "PICKUP", "TRUCK"})
    void c01_contractionsFindWhatPlainDijkstraFinds(VehicleClass vehicle) {
        Random random = new Random(17 + vehicle.word().length());
        RoadGraph graph = town.graph();
        Weighting weighting = graph.dry(vehicle);
        Contraction contraction = graph.contractions().make(weighting);
        int found = 0;
        for (int i = 0; i < PAIRS; i++) {
            if (i % 50 == 25) {
                weighting = WaterSnapshot.build(graph, pools(random, 60), town.passability)
                        .weighting(vehicle);
                contraction = graph.contractions().make(weighting);
            }
            Snap from = snap(vehicle, place(random));
            // Every tenth pair is so near that both ends may lie on one road.
            Snap to = snap(vehicle, i % 10 == 0 ? near(from, random) : place(random));
            QueryGraph both = QueryGraph.create(graph.base(), from, to);
            int a = from.getClosestNode();
            int b = to.getClosestNode();
            Path quick = new ContractedWays(graph, contraction, both, weighting).path(a, b);
            Path plain = GraphHopperRouteFinder.plain(both, weighting, a, b);
            assertThat(quick.isFound()).isEqualTo(plain.isFound());
            if (plain.isFound()) {
                found++;
                assertThat(quick.getWeight()).isCloseTo(plain.getWeight(), within(1e-9 * plain.getWeight()));
                assertThat(driven(quick, weighting, a, b))
                        .isCloseTo(plain.getWeight(), within(1e-9 * plain.getWeight()));
                assertThat(quick.getDistance()).isCloseTo(plain.getDistance(), within(0.01));
            }
        }
        assertThat(found).as("pairs with a way").isGreaterThan(PAIRS / 3);
    }

    @ParameterizedTest
    @EnumSource(names = {"MOTORBIKE", "CAR", "PICKUP", "TRUCK"})
    void c02_everyCellOfAMatrixSaysWhatTheRouteSays(VehicleClass vehicle) {
        Random random = new Random(170 + vehicle.word().length());
        MatrixAgreement both = new MatrixAgreement(town);
        int found = 0;
        int cutOff = 0;
        for (int i = 0; i < 4; i++) {
            DrawnWater water = pools(random, 60);
            List<LonLat> from = places(random, 10);
            List<LonLat> to = places(random, 12);
            // Several places on one road, and a start that is a destination too.
            to.add(new LonLat(from.get(0).lon() + 1e-4, from.get(0).lat()));
            to.add(from.get(1));
            MatrixAgreement.Counts counts = both.check(vehicle, from, to, water);
            found += counts.found();
            cutOff += counts.cutOff();
        }
        assertThat(found).isGreaterThan(100);
        assertThat(cutOff).isGreaterThan(5);
    }

    private static List<LonLat> places(Random random, int count) {
        return Stream.generate(() -> place(random)).limit(count).collect(Collectors.toCollection(ArrayList::new));
    }

    /** Edge by edge from the first node to the last. */
    private static double driven(Path path, Weighting weighting, int from, int to) {
        double seconds = 0;
        int node = from;
        for (EdgeIteratorState edge : path.calcEdges()) {
            assertThat(edge.getBaseNode()).isEqualTo(node);
            seconds += weighting.calcEdgeWeight(edge, false);
            node = edge.getAdjNode();
        }
        assertThat(node).isEqualTo(to);
        return seconds;
    }

    private Snap snap(VehicleClass vehicle, LonLat place) {
        Random around = new Random(place.hashCode());
        Snap snap = town.graph().snap(vehicle, place);
        while (!snap.isValid()) {
            snap = town.graph().snap(vehicle, place(around));
        }
        return snap;
    }

    private static LonLat near(Snap snap, Random random) {
        return new LonLat(
                snap.getQueryPoint().lon + (random.nextDouble() - 0.5) * 0.001,
                snap.getQueryPoint().lat + (random.nextDouble() - 0.5) * 0.001);
    }

    private static LonLat place(Random random) {
        return new LonLat(107.50 + random.nextDouble() * 0.2, 16.40 + random.nextDouble() * 0.17);
    }

    private static DrawnWater pools(Random random, int count) {
        DrawnWater water = DrawnWater.nothing();
        for (int i = 0; i < count; i++) {
            double depthM = random.nextInt(10) == 0 ? Double.NaN : 0.02 + random.nextDouble() * 0.7;
            water = water.pool(
                    Geometries.FACTORY
                            .createPoint(place(random).coordinate())
                            .buffer(0.001 + random.nextDouble() * 0.006, 4),
                    depthM);
        }
        return water;
    }
}
