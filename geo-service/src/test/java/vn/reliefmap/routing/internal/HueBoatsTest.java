package vn.reliefmap.routing.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import vn.reliefmap.geo.LonLat;
import vn.reliefmap.passability.VehicleClass;
import vn.reliefmap.routing.RouteAnswer;
import vn.reliefmap.routing.RouteQuery;

/** FEATURE UNDER TEST: boats on Huế's real rivers and lagoon (skipped without ../shared/data/roads). */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HueBoatsTest {
    private static final Path HUE =
            Path.of(System.getProperty("relief.root", ".")).resolveSibling("shared/data/roads/hue.osm.pbf");

    private final RoadTown town;

    HueBoatsTest(@TempDir Path home) {
        assumeThat(HUE).matches(Files::exists, "is there");
        town = new RoadTown(home);
        town.load(HUE);
    }

    @AfterAll
    void close() {
        town.close();
    }

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

    @Test
    void g02_theSearchFindsWhatPlainDijkstraFinds() {
        DrawnWater flood = DrawnWater.nothing().box(107.45, 16.4, 107.7, 16.55, 0.9);
        BoatRule rule = new BoatRule(town.boats.water(town.graph(), flood), (short) 500, true);
        BoatGrid grid = rule.water().grid();
        Random random = new Random(3);
        int ways = 0;
        for (int tries = 0; tries < 4000 && ways < 8; tries++) {
            int from = random.nextInt(grid.cells());
            int to = random.nextInt(grid.cells());
            if (rule.passes(from) && rule.passes(to)) {
                BoatSearch plain = new BoatSearch(rule);
                plain.spread(from, (cell, meters) -> cell != to);
                List<Integer> way = new BoatSearch(rule).way(from, to);
                assertThat(way.isEmpty()).isEqualTo(Double.isInfinite(plain.meters(to)));
                if (!way.isEmpty()) {
                    ways++;
                    assertThat(BoatWay.of(rule, way).lengthM())
                            .isCloseTo(plain.meters(to), within(1e-9 * plain.meters(to)));
                }
            }
        }
        assertThat(ways).isEqualTo(8);
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
}
