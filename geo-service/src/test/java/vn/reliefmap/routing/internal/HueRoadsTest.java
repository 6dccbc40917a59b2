package vn.reliefmap.routing.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.graphhopper.routing.Dijkstra;
import com.graphhopper.routing.Path;
import com.graphhopper.routing.querygraph.QueryGraph;
import com.graphhopper.routing.util.TraversalMode;
import com.graphhopper.routing.weighting.Weighting;
import com.graphhopper.storage.index.Snap;
import java.nio.file.Files;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.reliefmap.geo.Geometries;
import vn.reliefmap.geo.LonLat;
import vn.reliefmap.kernel.ImportSummary;
import vn.reliefmap.passability.VehicleClass;

/** FEATURE UNDER TEST: real roads under random water; needs ../shared/data/roads/hue.osm.pbf. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HueRoadsTest {
    private static final java.nio.file.Path HUE = java.nio.file.Path.of(System.getProperty("relief.root", "."))
            .resolveSibling("shared/data/roads/hue.osm.pbf");
    private static final int PAIRS = 300;

    private final RoadTown town;
    private final ImportSummary summary;

    HueRoadsTest(@TempDir java.nio.file.Path home) {
        assumeTrue(Files.exists(HUE), "needs " + HUE.getFileName());
        town = new RoadTown(home);
        summary = town.load(HUE);
    }

    @AfterAll
    void close() {
        town.close();
    }

    @Test
    void c01_theFileAndTheGraphAreCounted() {
        assertThat(summary.figures()).containsEntry("highway_ways", 14042L);
        assertThat(figure("highway_km")).isCloseTo(3072, within(2.0));
        // What is left out and why: docs/decisions/0110-road-network-rules.md.
        assertThat(figure("graph_km")).isCloseTo(figure("ways_in_graph_km"), within(10.0));
        assertThat(summary.figures()).containsEntry("ways_in_graph", 14021L);
        assertThat(figure("graph_nodes")).isCloseTo(24_908, within(50.0));
        assertThat(figure("graph_edges")).isCloseTo(31_755, within(50.0));
    }

    @ParameterizedTest
    @EnumSource(names = {"MOTORBIKE", "CAR", "PICKUP", "TRUCK"})
    void c02_landmarksFindWhatPlainDijkstraFinds(VehicleClass vehicle) {
        Random random = new Random(7 + vehicle.word().length());
        RoadGraph graph = town.graph();
        int found = 0;
        Weighting weighting = graph.dry(vehicle);
        for (int i = 0; i < PAIRS; i++) {
            if (i % 15 == 0) {
                weighting = WaterSnapshot.build(graph, pools(random, 40), town.passability)
                        .weighting(vehicle);
            }
            Snap from = snap(vehicle, random);
            Snap to = snap(vehicle, random);
            QueryGraph both = QueryGraph.create(graph.base(), from, to);
            int a = from.getClosestNode();
            int b = to.getClosestNode();
            Path quick = GraphHopperRouteFinder.shortest(graph, vehicle, both, weighting, a, b);
            Path plain = new Dijkstra(both, weighting, TraversalMode.NODE_BASED).calcPath(a, b);
            assertThat(quick.isFound()).isEqualTo(plain.isFound());
            if (plain.isFound()) {
                found++;
                assertThat(quick.getWeight()).isCloseTo(plain.getWeight(), within(1e-9 * plain.getWeight()));
            }
        }
        assertThat(found).as("pairs with a way").isGreaterThan(PAIRS / 4);
    }

    @Test
    void c03_aSnapshotAndARouteAreQuick() {
        Random random = new Random(1);
        DrawnWater water = pools(random, 200);
        RoadGraph graph = town.graph();
        timed("snapshot of 200 pools", () -> WaterSnapshot.build(graph, water, town.passability));
        town.route(VehicleClass.CAR, place(random), place(random), water);
        timed("100 questions", () -> {
            for (int i = 0; i < 100; i++) {
                town.route(VehicleClass.CAR, place(random), place(random), null);
            }
            return true;
        });
        timed("graph read again", () -> RoadGraph.read(graph.importId(), town.folders.of(graph.importId()), 500));
    }

    private static void timed(String what, Supplier<?> work) {
        long start = System.nanoTime();
        assertThat(work.get()).isNotNull();
        System.out.println(what + ": " + (System.nanoTime() - start) / 1_000_000 + " ms");
    }

    private double figure(String name) {
        return ((Number) java.util.Objects.requireNonNull(summary.figures().get(name))).doubleValue();
    }

    private Snap snap(VehicleClass vehicle, Random random) {
        while (true) {
            Snap snap = town.graph().snap(vehicle, place(random));
            if (snap.isValid()) {
                return snap;
            }
        }
    }

    /** In and around the city. */
    static LonLat place(Random random) {
        return new LonLat(107.50 + random.nextDouble() * 0.2, 16.40 + random.nextDouble() * 0.17);
    }

    /** Round pools of 100–800 m, one in ten of unknown depth. */
    static DrawnWater pools(Random random, int count) {
        DrawnWater water = DrawnWater.nothing();
        for (int i = 0; i < count; i++) {
            double radius = 0.001 + random.nextDouble() * 0.007;
            double depthM = random.nextInt(10) == 0 ? Double.NaN : 0.02 + random.nextDouble() * 0.7;
            water = water.pool(
                    Geometries.FACTORY.createPoint(place(random).coordinate()).buffer(radius, 4), depthM);
        }
        return water;
    }
}
