package vn.reliefmap.routing.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import vn.reliefmap.geo.Geometries;
import vn.reliefmap.geo.LonLat;
import vn.reliefmap.passability.VehicleClass;
import vn.reliefmap.routing.RouteAnswer;
import vn.reliefmap.routing.RouteQuery;

/** FEATURE UNDER TEST: boats on Huế's real rivers and lagoon (skipped without ../shared/data/roads). */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HueBoatsTest {

    private final RoadTown town = HueTown.roads();

    @Test
    void g01_fromTheCityDownTheRiverToTheLagoon() {
        town.waters.draw(DrawnWater.nothing());
        RouteAnswer way = town.everyWay.find(new RouteQuery(
                new LonLat(107.578, 16.463),
                new LonLat(107.63, 16.56),
                VehicleClass.MOTOR_BOAT,
                DrawnWater.FLOOD,
                null));
        assertThat(way).isInstanceOfSatisfying(RouteAnswer.Afloat.class, boat -> assertThat(boat.distanceM())
                .isBetween(15_000.0, 25_000.0));
    }

    /** 300 pairs for each class of boat, through the same door as every question. */
    @Test
    void g02_threeHundredWaysOfEachBoatAreThoseOfPlainDijkstra() {
        Random random = new Random(3);
        Tally motor = new Tally(VehicleClass.MOTOR_BOAT);
        Tally paddle = new Tally(VehicleClass.PADDLE_BOAT);
        for (int flood = 0; flood < 6; flood++) {
            DrawnWater water = pools(random, 25);
            town.waters.draw(water);
            for (int start = 0; start < 5; start++) {
                motor.compare(water, random);
                paddle.compare(water, random);
            }
        }
        for (Tally boat : List.of(motor, paddle)) {
            assertThat(boat.pairs).isEqualTo(300);
            assertThat(boat.ways).as("pairs with a way").isGreaterThan(150);
            assertThat(boat.unconfirmed).as("ways over unknown depth").isPositive();
        }
    }

    /** What was compared for one class of boat. */
    private final class Tally {
        private final VehicleClass boat;
        private int pairs;
        private int ways;
        private int unconfirmed;

        Tally(VehicleClass boat) {
            this.boat = boat;
        }

        /** From one random place to ten others. */
        void compare(DrawnWater water, Random random) {
            short needsMm = (short) (boat == VehicleClass.MOTOR_BOAT ? 500 : 300);
            BoatWater depths = town.boats.water(town.graph(), water);
            BoatRule certain = new BoatRule(depths, needsMm, true);
            int from = cell(certain, random);
            List<Integer> goals =
                    Stream.generate(() -> cell(certain, random)).limit(10).toList();
            double[] known = PlainBoats.meters(certain, from, goals);
            double[] atAll = Arrays.stream(known).allMatch(Double::isFinite)
                    ? known
                    : PlainBoats.meters(new BoatRule(depths, needsMm, false), from, goals);
            for (int i = 0; i < goals.size(); i++) {
                boolean confirmed = Double.isFinite(known[i]);
                agree(way(depths.grid(), from, goals.get(i)), confirmed, confirmed ? known[i] : atAll[i]);
            }
        }

        private void agree(RouteAnswer answer, boolean confirmed, double plainM) {
            pairs++;
            assertThat(answer instanceof RouteAnswer.Afloat).isEqualTo(Double.isFinite(plainM));
            if (answer instanceof RouteAnswer.Afloat way) {
                ways++;
                unconfirmed += confirmed ? 0 : 1;
                double meters = way.durationS() * RoadTown.BOATS.speedMs(boat);
                assertThat(meters).isCloseTo(plainM, within(1e-9 * plainM));
                assertThat(way.needsConfirmationM() > 0).isEqualTo(!confirmed);
            }
        }

        private RouteAnswer way(BoatGrid grid, int from, int to) {
            return town.everyWay.find(new RouteQuery(
                    LonLat.of(grid.centre(from)), LonLat.of(grid.centre(to)), boat, DrawnWater.FLOOD, null));
        }
    }

    @Test
    void g03_aTruckAndABoatTogetherReachWhatTheTruckDoesNot() {
        DrawnWater flood = DrawnWater.nothing().box(107.45, 16.48, 107.7, 16.55, 0.9);
        town.waters.draw(flood);
        RouteAnswer answer = town.everyWay.find(new RouteQuery(
                new LonLat(107.578, 16.463),
                new LonLat(107.55, 16.52),
                VehicleClass.TRUCK,
                DrawnWater.FLOOD,
                null,
                VehicleClass.MOTOR_BOAT));
        assertThat(answer).isInstanceOf(RouteAnswer.Transferred.class);
    }

    /** A cell in and around the city that floats the boat for certain. */
    private static int cell(BoatRule rule, Random random) {
        BoatGrid grid = rule.water().grid();
        while (true) {
            LonLat place = place(random);
            int cell = grid.cell(grid.column(place.lon()), grid.row(place.lat()));
            if (rule.passes(cell)) {
                return cell;
            }
        }
    }

    private static LonLat place(Random random) {
        return new LonLat(107.53 + random.nextDouble() * 0.12, 16.43 + random.nextDouble() * 0.1);
    }

    /** Round pools of 200–1600 m, one in six of unknown depth. */
    private static DrawnWater pools(Random random, int count) {
        DrawnWater water = DrawnWater.nothing();
        for (int i = 0; i < count; i++) {
            double radius = 0.002 + random.nextDouble() * 0.013;
            double depthM = random.nextInt(6) == 0 ? Double.NaN : 0.1 + random.nextDouble() * 1.2;
            water = water.pool(
                    Geometries.FACTORY.createPoint(place(random).coordinate()).buffer(radius, 4), depthM);
        }
        return water;
    }
}
