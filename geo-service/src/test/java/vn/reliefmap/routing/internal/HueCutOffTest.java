package vn.reliefmap.routing.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.reliefmap.geo.Geometries;
import vn.reliefmap.geo.LonLat;
import vn.reliefmap.passability.VehicleClass;
import vn.reliefmap.routing.ClassRoads;
import vn.reliefmap.routing.CutOffIslands;
import vn.reliefmap.routing.NoWay;
import vn.reliefmap.routing.Reach;
import vn.reliefmap.routing.TiedPlaces;

/** FEATURE UNDER TEST: who is cut off on real roads; needs ../shared/data/roads/hue.osm.pbf. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HueCutOffTest {

    private final RoadTown town = HueTown.roads();
    private final CutOffAgreement both = new CutOffAgreement(town);

    @ParameterizedTest
    @EnumSource(names = {"MOTORBIKE", "CAR", "PICKUP", "TRUCK"})
    void c01_whoeverIsOnTheListHasNoRouteAndWhoeverIsNotHasOne(VehicleClass vehicle) {
        Random random = new Random(31 + vehicle.word().length());
        int cutOff = 0;
        for (int i = 0; i < 4; i++) {
            DrawnWater water = pools(random, 80);
            Homes depots = Homes.random(random, 2, HueCutOffTest::place);
            cutOff += both.check(vehicle, water, depots, Homes.random(random, 60, HueCutOffTest::place));
            both.checkBest(vehicle, water, depots, Homes.random(random, 500, HueCutOffTest::place));
        }
        assertThat(cutOff).isBetween(10, 239);
    }

    /** The dike of the Hương breaks: 1.4 m over everything within about 900 m of a point in the citadel. */
    @Test
    void c02_whenADikeBreaksEveryHouseOfTheQuarterIsCutOffAndNoneGetsAWayFromADryPointNearby() {
        LonLat breach = new LonLat(107.575, 16.475);
        DrawnWater water = DrawnWater.nothing()
                .pool(Geometries.FACTORY.createPoint(breach.coordinate()).buffer(0.0085, 16), 1.4);
        Random random = new Random(3);
        List<LonLat> quarter = new ArrayList<>();
        while (quarter.size() < 291) {
            double angle = random.nextDouble() * 2 * Math.PI;
            // Well inside, so that each house's nearest road is under water: 330 m to the edge.
            double radius = 0.0055 * Math.sqrt(random.nextDouble());
            quarter.add(new LonLat(breach.lon() + radius * Math.cos(angle), breach.lat() + radius * Math.sin(angle)));
        }
        Homes homes = new Homes(quarter);
        LonLat depot = new LonLat(107.62, 16.45);
        Reach reach = both.reach(VehicleClass.TRUCK, water, Homes.of(depot), homes);
        assertThat(reach.cutOff().cardinality()).isEqualTo(homes.size());
        CutOffIslands islands = reach.islands();
        int largest = 0;
        int[] sizes = new int[islands.count()];
        for (int home = 0; home < homes.size(); home++) {
            largest = Math.max(largest, ++sizes[islands.of(home)]);
        }
        assertThat(largest).as("the quarter is told as one part").isGreaterThan(homes.size() / 2);
        for (LonLat house : homes.all()) {
            // About 390 m away from the house, or at the water's edge: GraphHopper alone would go there.
            LonLat dryPoint = outside(breach, house, 0.0095);
            assertThat(town.route(VehicleClass.TRUCK, dryPoint, house, water)).isInstanceOf(NoWay.CutOff.class);
        }
        assertThat(both.reach(VehicleClass.TRUCK, DrawnWater.nothing(), Homes.of(depot), homes)
                        .cutOff()
                        .cardinality())
                .as("dry, the same houses are reached")
                .isLessThan(homes.size() / 20);
    }

    @Test
    void c03_halfAMillionHomesAreJudgedQuickly() {
        Random random = new Random(4);
        Homes homes = Homes.random(random, 500_000, HueCutOffTest::place);
        ClassRoads roads = both.roads(VehicleClass.TRUCK);
        TiedPlaces[] tied = new TiedPlaces[1];
        timed("tying 500,000 homes", () -> tied[0] = roads.tie(homes));
        TiedPlaces depots = roads.tie(Homes.random(random, 5, HueCutOffTest::place));
        for (int i = 0; i < 4; i++) {
            DrawnWater water = pools(random, 200);
            timed("snapshot", () -> town.snapshots.of(town.graph(), water));
            Reach[] reach = new Reach[1];
            timed("reach", () -> reach[0] = roads.reach(water, depots, tied[0]));
            timed("ways", () -> reach[0].ways());
            CutOffIslands[] islands = new CutOffIslands[1];
            timed("islands", () -> islands[0] = reach[0].islands());
            timed("best of all", () -> islands[0].best());
            timed("best of each of " + islands[0].count(), () -> {
                for (int k = 0; k < islands[0].count(); k++) {
                    islands[0].best(k);
                    islands[0].cutBy(k, 10);
                    islands[0].outline(k);
                }
            });
            timed("landings", () -> islands[0].landings(VehicleClass.MOTOR_BOAT));
            assertThat(reach[0].cutOff().cardinality()).isPositive();
        }
    }

    @Test
    void c04_whomTheBestLandingsServeHasAWayByTruckAndBoatAndNobodyElse() {
        Random random = new Random(12);
        LandingAgreement landings = new LandingAgreement(town);
        int served = 0;
        for (int i = 0; i < 2; i++) {
            DrawnWater water = pools(random, 60);
            served += landings.check(
                    water,
                    Homes.random(random, 1, HueCutOffTest::place),
                    Homes.random(random, 20, HueCutOffTest::place));
        }
        assertThat(served).isPositive();
    }

    private static void timed(String what, Runnable work) {
        long start = System.nanoTime();
        work.run();
        System.out.println(what + ": " + (System.nanoTime() - start) / 1_000_000 + " ms");
    }

    private static LonLat outside(LonLat centre, LonLat house, double radius) {
        double angle = Math.atan2(house.lat() - centre.lat(), house.lon() - centre.lon());
        return new LonLat(centre.lon() + radius * Math.cos(angle), centre.lat() + radius * Math.sin(angle));
    }

    private static LonLat place(Random random) {
        return new LonLat(107.50 + random.nextDouble() * 0.2, 16.40 + random.nextDouble() * 0.17);
    }

    private static DrawnWater pools(Random random, int count) {
        DrawnWater water = DrawnWater.nothing();
        for (int i = 0; i < count; i++) {
            double depthM = random.nextInt(10) == 0 ? Double.NaN : 0.02 + random.nextDouble() * 0.9;
            water = water.pool(
                    Geometries.FACTORY
                            .createPoint(place(random).coordinate())
                            .buffer(0.001 + random.nextDouble() * 0.007, 4),
                    depthM);
        }
        return water;
    }
}
