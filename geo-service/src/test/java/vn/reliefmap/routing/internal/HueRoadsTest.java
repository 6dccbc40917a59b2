package vn.reliefmap.routing.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.graphhopper.routing.Dijkstra;
import com.graphhopper.routing.Path;
import com.graphhopper.routing.querygraph.QueryGraph;
import com.graphhopper.routing.util.TraversalMode;
import com.graphhopper.routing.weighting.Weighting;
import com.graphhopper.storage.index.Snap;
import java.util.Random;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.reliefmap.geo.Geometries;
import vn.reliefmap.geo.LonLat;
import vn.reliefmap.kernel.ImportSummary;
import vn.reliefmap.passability.VehicleClass;
import vn.reliefmap.routing.AlternativeSettings;
import vn.reliefmap.routing.OtherWay;
import vn.reliefmap.routing.RouteAdvice;
import vn.reliefmap.routing.RouteAnswer;
import vn.reliefmap.routing.RouteQuery;

/** FEATURE UNDER TEST: real roads under random water; needs ../shared/data/roads/hue.osm.pbf. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HueRoadsTest {
    private static final int PAIRS = 300;

    private final RoadTown town = HueTown.roads();
    private final ImportSummary summary = HueTown.summary();

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
            Path quick = GraphHopperRouteFinder.landmarks(graph, vehicle, both, weighting, a, b);
            Path plain = new Dijkstra(both, weighting, TraversalMode.NODE_BASED).calcPath(a, b);
            assertThat(quick.isFound()).isEqualTo(plain.isFound());
            if (plain.isFound()) {
                found++;
                assertThat(quick.getWeight()).isCloseTo(plain.getWeight(), within(1e-9 * plain.getWeight()));
            }
        }
        assertThat(found).as("pairs with a way").isGreaterThan(PAIRS / 4);
    }

    @ParameterizedTest
    @EnumSource(names = {"MOTORBIKE", "CAR", "PICKUP", "TRUCK"})
    void c03_deeperWaterNeverOpensARoadAndNeverMakesAWayQuicker(VehicleClass vehicle) {
        Random random = new Random(70 + vehicle.word().length());
        int worse = 0;
        for (int i = 0; i < 40; i++) {
            DrawnWater water = pools(random, 25);
            DrawnWater deeper = i % 5 == 0
                    ? water.deeper(Double.NaN)
                    : water.deeper(random.nextDouble() * 0.3)
                            .pool(pools(random, 1).pools().get(0).area(), random.nextDouble());
            LonLat from = place(random);
            LonLat to = place(random);
            RouteAnswer less = town.route(vehicle, from, to, water);
            RouteAnswer more = town.route(vehicle, from, to, deeper);
            if (more instanceof RouteAnswer.Found wet) {
                assertThat(less).isInstanceOf(RouteAnswer.Found.class);
                double before = ((RouteAnswer.Found) less).durationS();
                assertThat(wet.durationS()).isGreaterThanOrEqualTo(before * (1 - 1e-9));
                worse += wet.durationS() > before ? 1 : 0;
            } else if (less instanceof RouteAnswer.Found) {
                worse++;
            }
        }
        assertThat(worse).as("questions that the deeper water made worse").isPositive();
    }

    @ParameterizedTest
    @EnumSource(names = {"MOTORBIKE", "TRUCK"})
    void c04_otherWaysAreWhatTheySay(VehicleClass vehicle) {
        Random random = new Random(700 + vehicle.word().length());
        AlternativeSettings settings = AlternativeSettings.DEFAULT;
        int shallowest = 0;
        int different = 0;
        for (int i = 0; i < 40; i++) {
            town.waters.draw(pools(random, 60));
            RouteAdvice advice = town.advisor.advise(
                    new RouteQuery(place(random), place(random), vehicle, DrawnWater.FLOOD, null), 3);
            assertThat(advice.others()).hasSizeLessThanOrEqualTo(3);
            for (OtherWay other : advice.others()) {
                RouteAnswer.Found best = (RouteAnswer.Found) advice.answer();
                boolean less = other.kind() == OtherWay.Kind.SHALLOWEST;
                assertThat(other.way().durationS())
                        .isGreaterThanOrEqualTo(best.durationS() * (1 - 1e-9))
                        .isLessThanOrEqualTo(best.durationS()
                                * (less ? settings.shallowestFactor() : settings.longestFactor())
                                * (1 + 1e-9));
                assertThat(other.way().line().equalsExact(best.line())).isFalse();
                if (less) {
                    assertThat(other.way().deepestM()).isLessThanOrEqualTo(best.deepestM() - 0.05 + 1e-3);
                }
                shallowest += less ? 1 : 0;
                different += less ? 0 : 1;
            }
        }
        System.out.println(vehicle + ": " + shallowest + " shallowest, " + different + " different of 40");
        assertThat(shallowest).isPositive();
        assertThat(different).isPositive();
    }

    @Test
    void c05_noWayWithinTheTimeHasLessWater() {
        Random random = new Random(71);
        RoadGraph graph = town.graph();
        int compared = 0;
        for (int i = 0; i < 25; i++) {
            WaterSnapshot snapshot = WaterSnapshot.build(graph, pools(random, 60), town.passability);
            Weighting flooded = snapshot.weighting(VehicleClass.TRUCK);
            Snap from = snap(VehicleClass.TRUCK, random);
            Snap to = snap(VehicleClass.TRUCK, random);
            QueryGraph both = QueryGraph.create(graph.base(), from, to);
            Function<Weighting, Path> plain = weighting ->
                    GraphHopperRouteFinder.plain(both, weighting, from.getClosestNode(), to.getClosestNode());
            Path best = plain.apply(flooded);
            ShallowestWay search = new ShallowestWay(
                    snapshot,
                    flooded,
                    weighting -> GraphHopperRouteFinder.shortest(
                            graph, VehicleClass.TRUCK, both, weighting, from.getClosestNode(), to.getClosestNode()));
            if (best.isFound() && search.deepestM(best) > 0.05) {
                compared++;
                double seconds = best.getWeight() * 2;
                double least = 1;
                for (int cm = 60; cm >= 0; cm--) {
                    Path way = plain.apply(new ShallowWeighting(flooded, snapshot, cm / 100.0));
                    least = way.isFound() && way.getWeight() <= seconds ? search.deepestM(way) : least;
                }
                double found = search.within(seconds, search.deepestM(best))
                        .map(search::deepestM)
                        .orElseThrow();
                assertThat(found).isCloseTo(least, within(0.011));
            }
        }
        assertThat(compared).isGreaterThan(4);
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
