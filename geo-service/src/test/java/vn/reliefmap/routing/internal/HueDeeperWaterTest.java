package vn.reliefmap.routing.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.graphhopper.routing.Path;
import com.graphhopper.routing.querygraph.QueryGraph;
import com.graphhopper.routing.util.AllEdgesIterator;
import com.graphhopper.routing.weighting.Weighting;
import com.graphhopper.storage.index.Snap;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.reliefmap.geo.LonLat;
import vn.reliefmap.passability.VehicleClass;
import vn.reliefmap.routing.RouteAnswer;

/**
 * FEATURE UNDER TEST: on Huế's real roads, water that is nowhere shallower opens no edge, lowers no weight and no
 * duration, and takes nobody off the list of those cut off. Unknown depth counts as deepest. Needs
 * ../shared/data/roads/hue.osm.pbf.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HueDeeperWaterTest {
    private static final int FLOODS = 6;

    private final RoadTown town = HueTown.roads();
    private final CutOffAgreement both = new CutOffAgreement(town);

    /** How the water gets deeper everywhere, or stays: none of these makes any place shallower. */
    private enum Rise {
        EVERYWHERE,
        HERE_AND_THERE,
        NEW_WATER,
        DEPTHS_BECOME_UNKNOWN,
        ALL_BECOMES_UNKNOWN
    }

    @ParameterizedTest
    @EnumSource(names = {"MOTORBIKE", "CAR", "PICKUP", "TRUCK"})
    void d01_noEdgeIsOpenedAndNoWeightLowered(VehicleClass vehicle) {
        Random random = new Random(701 + vehicle.word().length());
        int closed = 0;
        int heavier = 0;
        for (int flood = 0; flood < FLOODS; flood++) {
            DrawnWater water = HueRoadsTest.pools(random, 40);
            for (Rise rise : Rise.values()) {
                WaterSnapshot less = snapshot(water);
                WaterSnapshot more = snapshot(deeper(water, rise, random));
                AllEdgesIterator edge = town.graph().base().getAllEdges();
                while (edge.next()) {
                    boolean before = less.verdict(vehicle, edge.getEdge()).passable();
                    boolean after = more.verdict(vehicle, edge.getEdge()).passable();
                    assertThat(before || !after)
                            .as("%s opens %d", rise, edge.getEdge())
                            .isTrue();
                    closed += before && !after ? 1 : 0;
                    for (boolean reverse : new boolean[] {false, true}) {
                        double lighter = less.weighting(vehicle).calcEdgeWeight(edge, reverse);
                        double weight = more.weighting(vehicle).calcEdgeWeight(edge, reverse);
                        assertThat(weight)
                                .as("%s, edge %d", rise, edge.getEdge())
                                .isGreaterThanOrEqualTo(lighter);
                        heavier += Double.isFinite(weight) && weight > lighter ? 1 : 0;
                    }
                }
            }
        }
        assertThat(closed).as("edges that were closed").isGreaterThan(1000);
        assertThat(heavier).as("edges that became slower").isGreaterThan(1000);
    }

    @ParameterizedTest
    @EnumSource(names = {"MOTORBIKE", "CAR", "PICKUP", "TRUCK"})
    void d02_betweenTheSameSnapsNoRouteAppearsGetsLighterOrQuicker(VehicleClass vehicle) {
        Random random = new Random(702 + vehicle.word().length());
        RoadGraph graph = town.graph();
        int heavier = 0;
        int lost = 0;
        int shorter = 0;
        for (int flood = 0; flood < FLOODS; flood++) {
            DrawnWater water = HueRoadsTest.pools(random, 25);
            for (Rise rise : Rise.values()) {
                Weighting less = snapshot(water).weighting(vehicle);
                Weighting more = snapshot(deeper(water, rise, random)).weighting(vehicle);
                for (int pair = 0; pair < 10; pair++) {
                    Snap from = snap(vehicle, random);
                    Snap to = snap(vehicle, random);
                    QueryGraph roads = QueryGraph.create(graph.base(), from, to);
                    Path before = shortest(vehicle, roads, less, from, to);
                    Path after = shortest(vehicle, roads, more, from, to);
                    assertThat(before.isFound() || !after.isFound())
                            .as("%s", rise)
                            .isTrue();
                    if (after.isFound()) {
                        assertThat(after.getWeight()).isGreaterThanOrEqualTo(before.getWeight() * (1 - 1e-12));
                        // Durations are kept in whole milliseconds per edge.
                        assertThat(after.getTime() + after.getEdgeCount())
                                .isGreaterThanOrEqualTo(before.getTime() - before.getEdgeCount());
                        heavier += after.getWeight() > before.getWeight() * (1 + 1e-9) ? 1 : 0;
                        shorter += after.getDistance() < before.getDistance() - 1 ? 1 : 0;
                    } else if (before.isFound()) {
                        lost++;
                    }
                }
            }
        }
        assertThat(heavier).as("ways that became longer in time").isPositive();
        assertThat(lost).as("ways that were lost").isPositive();
        System.out.println(vehicle + ": " + heavier + " heavier, " + lost + " lost, " + shorter + " of less length");
    }

    @ParameterizedTest
    @EnumSource(names = {"MOTORBIKE", "CAR", "PICKUP", "TRUCK"})
    void d03_nobodyLeavesTheListOfThoseCutOffAndNoAnswerGetsBetter(VehicleClass vehicle) {
        Random random = new Random(703 + vehicle.word().length());
        Homes homes = Homes.random(random, 3000, HueRoadsTest::place);
        Homes depots = Homes.random(random, 3, HueRoadsTest::place);
        int more = 0;
        for (int flood = 0; flood < FLOODS; flood++) {
            DrawnWater water = HueRoadsTest.pools(random, 40);
            BitSet before = both.reach(vehicle, water, depots, homes).cutOff();
            for (Rise rise : Rise.values()) {
                DrawnWater deeper = deeper(water, rise, random);
                BitSet after = both.reach(vehicle, deeper, depots, homes).cutOff();
                BitSet saved = (BitSet) before.clone();
                saved.andNot(after);
                assertThat(saved.isEmpty()).as("%s", rise).isTrue();
                more += after.cardinality() - before.cardinality();
                answers(vehicle, depots.all().get(0), homes.all().get(random.nextInt(homes.size())), water, deeper);
            }
        }
        assertThat(more).as("homes that the deeper water cut off").isPositive();
    }

    /** The same law for what people are told. */
    private void answers(VehicleClass vehicle, LonLat from, LonLat to, DrawnWater water, DrawnWater deeper) {
        RouteAnswer less = town.route(vehicle, from, to, water);
        RouteAnswer more = town.route(vehicle, from, to, deeper);
        if (more instanceof RouteAnswer.Found wet) {
            assertThat(less).isInstanceOf(RouteAnswer.Found.class);
            assertThat(wet.durationS()).isGreaterThanOrEqualTo(((RouteAnswer.Found) less).durationS() * (1 - 1e-9));
        }
    }

    private static DrawnWater deeper(DrawnWater water, Rise rise, Random random) {
        return switch (rise) {
            case EVERYWHERE -> water.deeper(random.nextDouble() * 0.3);
            case HERE_AND_THERE -> some(water, random, random.nextDouble() * 0.5);
            case NEW_WATER -> added(water, HueRoadsTest.pools(random, 8));
            case DEPTHS_BECOME_UNKNOWN -> some(water, random, Double.NaN);
            case ALL_BECOMES_UNKNOWN -> water.deeper(Double.NaN);
        };
    }

    /** Every other pool, by chance, gets deeper. */
    private static DrawnWater some(DrawnWater water, Random random, double byM) {
        DrawnWater next = DrawnWater.nothing();
        for (DrawnWater.Pool pool : water.pools()) {
            next = next.pool(pool.area(), random.nextBoolean() ? pool.depthM() + byM : pool.depthM());
        }
        return next;
    }

    private static DrawnWater added(DrawnWater water, DrawnWater other) {
        List<DrawnWater.Pool> pools = new ArrayList<>(water.pools());
        pools.addAll(other.pools());
        return new DrawnWater(water.disaster(), water.at(), water.everythingSeen(), pools);
    }

    private Path shortest(VehicleClass vehicle, QueryGraph roads, Weighting weighting, Snap from, Snap to) {
        return GraphHopperRouteFinder.shortest(
                town.graph(), vehicle, roads, weighting, from.getClosestNode(), to.getClosestNode());
    }

    private WaterSnapshot snapshot(DrawnWater water) {
        return WaterSnapshot.build(town.graph(), water, town.passability);
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
