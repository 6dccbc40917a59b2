package vn.reliefmap.routing.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.graphhopper.routing.Path;
import com.graphhopper.routing.querygraph.QueryGraph;
import com.graphhopper.routing.util.AllEdgesIterator;
import com.graphhopper.storage.index.Snap;
import com.graphhopper.util.EdgeIteratorState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.reliefmap.flood.WaterPicture;
import vn.reliefmap.geo.LonLat;
import vn.reliefmap.passability.VehicleClass;

/**
 * FEATURE UNDER TEST: on Huế's real roads, the worst water over a span of time is that of every step at once: its ways are
 * passable in each, and a longer span opens nothing and makes nothing quicker. Needs ../shared/data/roads/hue.osm.pbf.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HueSpanTest {
    private static final Duration STEP = Duration.ofHours(3);
    private static final int STEPS = 4;

    private final RoadTown town = HueTown.roads();

    @ParameterizedTest
    @EnumSource(names = {"MOTORBIKE", "CAR", "PICKUP", "TRUCK"})
    void s01_anEdgeIsAsSlowAsInItsSlowestStep(VehicleClass vehicle) {
        List<WaterSnapshot> steps = draw(new Random(243 + vehicle.word().length()), 60);
        for (int first = 0; first < STEPS; first++) {
            for (int end = first + 1; end <= STEPS; end++) {
                List<WaterSnapshot> some = steps.subList(first, end);
                WaterOnRoads span = span(first, end);
                FloodWeighting worst = span.weighting(vehicle);
                int wrong = 0;
                AllEdgesIterator edge = town.graph().base().getAllEdges();
                while (edge.next()) {
                    for (boolean reverse : new boolean[] {false, true}) {
                        double slowest = 0;
                        for (WaterSnapshot step : some) {
                            slowest = Math.max(slowest, step.weighting(vehicle).calcEdgeWeight(edge, reverse));
                        }
                        wrong += worst.calcEdgeWeight(edge, reverse) == slowest ? 0 : 1;
                    }
                    wrong += span.verdict(vehicle, edge.getEdge()).passable() == worst.closed(edge.getEdge()) ? 1 : 0;
                }
                assertThat(wrong).isZero();
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"MOTORBIKE", "CAR", "PICKUP", "TRUCK"})
    void s02_aWayHoldsInEveryStepAndALongerSpanMakesNoneQuicker(VehicleClass vehicle) {
        Random random = new Random(244 + vehicle.word().length());
        RoadGraph graph = town.graph();
        List<WaterSnapshot> steps = draw(random, 30);
        int found = 0;
        int lost = 0;
        int slower = 0;
        for (int pair = 0; pair < 40; pair++) {
            Snap from = snap(vehicle, random);
            Snap to = snap(vehicle, random);
            QueryGraph both = QueryGraph.create(graph.base(), from, to);
            double beforeS = 0;
            for (int end = 1; end <= STEPS; end++) {
                Path way = GraphHopperRouteFinder.shortest(
                        graph,
                        vehicle,
                        both,
                        span(0, end).weighting(vehicle),
                        from.getClosestNode(),
                        to.getClosestNode());
                double seconds = way.isFound() ? way.getWeight() : Double.POSITIVE_INFINITY;
                assertThat(seconds).isGreaterThanOrEqualTo(beforeS * (1 - 1e-12));
                lost += Double.isInfinite(seconds) && Double.isFinite(beforeS) ? 1 : 0;
                slower += Double.isFinite(seconds) && seconds > beforeS * (1 + 1e-9) && end > 1 ? 1 : 0;
                found += way.isFound() ? 1 : 0;
                for (EdgeIteratorState edge : way.calcEdges()) {
                    for (WaterSnapshot step : steps.subList(0, end)) {
                        assertThat(step.verdict(vehicle, graph.baseEdge(edge)).passable())
                                .isTrue();
                    }
                }
                beforeS = seconds;
            }
        }
        System.out.println(vehicle + ": " + found + " ways, " + lost + " lost, " + slower + " slower in a longer span");
        assertThat(found).isGreaterThan(20);
        assertThat(lost).isPositive();
        assertThat(slower).isPositive();
    }

    @ParameterizedTest
    @EnumSource(names = {"MOTORBIKE", "TRUCK"})
    void s03_theMatrixSaysWhatTheRoutesSay(VehicleClass vehicle) {
        Random random = new Random(245 + vehicle.word().length());
        draw(random, 30);
        List<LonLat> places = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            places.add(HueRoadsTest.place(random));
        }
        MatrixAgreement.Counts counts =
                new MatrixAgreement(town).check(vehicle, places, places, start(0).plusSeconds(1), start(STEPS));
        assertThat(counts.found()).isGreaterThan(12);
        assertThat(counts.cutOff()).isPositive();
    }

    private List<WaterSnapshot> draw(Random random, int pools) {
        WaterPicture[] pictures = IntStream.range(0, STEPS)
                .mapToObj(step -> HueRoadsTest.pools(random, pools).seenAt(start(step)))
                .toArray(WaterPicture[]::new);
        town.waters.draw(pictures);
        return IntStream.range(0, STEPS)
                .mapToObj(step -> town.snapshots.of(town.graph(), pictures[step]))
                .toList();
    }

    private WaterOnRoads span(int first, int end) {
        return town.snapshots.of(town.graph(), town.waters.pictures(DrawnWater.FLOOD, start(first), start(end)));
    }

    private static Instant start(int step) {
        return DrawnWater.SEEN.plus(STEP.multipliedBy(step));
    }

    private Snap snap(VehicleClass vehicle, Random random) {
        while (true) {
            Snap snap = town.graph().snap(vehicle, HueRoadsTest.place(random));
            if (snap.isValid()) {
                return snap;
            }
        }
    }
}
