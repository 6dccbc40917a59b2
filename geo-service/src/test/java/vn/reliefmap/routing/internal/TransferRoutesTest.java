package vn.reliefmap.routing.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Coordinate;
import vn.reliefmap.geo.LonLat;
import vn.reliefmap.passability.VehicleClass;
import vn.reliefmap.routing.NoWay;
import vn.reliefmap.routing.RouteAnswer;
import vn.reliefmap.routing.RouteQuery;
import vn.reliefmap.routing.RouteStep;
import vn.reliefmap.routing.RouteStep.Turn;

/** FEATURE UNDER TEST: one itinerary by truck and boat on the hand-drawn river (river.osm holds the picture). */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TransferRoutesTest {
    private static final LonLat START = new LonLat(107.1, 16.7379);
    private static final LonLat LAGOON = new LonLat(107.138, 16.76);
    private static final LonLat POND = new LonLat(107.146, 16.741);

    private final RoadTown town;

    TransferRoutesTest(@TempDir Path home) {
        town = new RoadTown(home);
        town.load(RoadTown.resource("river.osm"));
    }

    @AfterAll
    void close() {
        town.close();
    }

    @Test
    void f01_theTransferIsWhereTheGoodsArriveFirstNotTheNearestOne() {
        RouteAnswer.Transferred both = itinerary(LAGOON, DrawnWater.nothing());
        // The river is 1.6 km from the start, the north of the lagoon's shore 7.4 km by highway: but trucks are
        // quicker.
        assertThat(both.at().lon()).isCloseTo(107.1298, within(1e-4));
        assertThat(both.at().lat()).isGreaterThan(16.757);
        assertThat(both.waitS()).isEqualTo(1200);
        assertThat(both.boat().vehicle()).isEqualTo(VehicleClass.MOTOR_BOAT);
        assertThat(both.road().stretches()).extracting("roadName").containsExactly("QL49");
        assertThat(both.durationS())
                .isCloseTo(both.road().durationS() + 1200 + both.boat().durationS(), within(1e-9));
        assertThat(both.steps())
                .extracting(RouteStep::turn)
                .containsSubsequence(Turn.DEPART, Turn.TRANSFER, Turn.BOAT, Turn.ARRIVE)
                .containsOnlyOnce(Turn.ARRIVE);
        RouteStep boat = both.steps().get(both.steps().size() - 2);
        assertThat(boat.fromM()).isCloseTo(both.road().distanceM(), within(0.2));
        assertThat(boat.vi()).startsWith("Đi xuồng máy ").endsWith(" về hướng đông.");
        assertThat(both.steps().get(both.steps().size() - 3).vi())
                .isEqualTo("Chuyển hàng sang xuồng máy, khoảng 20 phút.");
    }

    @Test
    void f02_waterOnTheHighwayMovesTheTransferToTheRiver() {
        DrawnWater flood = DrawnWater.nothing().box(107.105, 16.728, 107.11, 16.732, 0.8);
        RouteAnswer.Transferred both = itinerary(LAGOON, flood);
        assertThat(both.road().stretches()).extracting("roadName").contains("Đường Đê");
        assertThat(both.at().lon()).isCloseTo(107.1148, within(1e-3));
    }

    @Test
    void f03_whereTheTruckGetsThroughNothingIsTransferred() {
        assertThat(find(new LonLat(107.1298, 16.76), DrawnWater.nothing())).isInstanceOf(RouteAnswer.Found.class);
    }

    @Test
    void f04_noLandingAndNoWaterAreToldApart() {
        assertThat(find(POND, DrawnWater.nothing())).isInstanceOf(NoWay.NoLanding.class);
        assertThat(find(new LonLat(107.145, 16.755), DrawnWater.nothing())).isInstanceOf(NoWay.FarFromWater.class);
        DrawnWater atStart = DrawnWater.nothing().box(107.099, 16.737, 107.101, 16.739, 0.9);
        assertThat(find(LAGOON, atStart)).isInstanceOf(NoWay.CutOff.class);
    }

    @Test
    void f06_waterOnARoadBeyondAllJunctionsClosesIt(@TempDir Path home) throws IOException {
        String withoutTheLane = Files.readString(RoadTown.resource("river.osm"))
                .replace(
                        "<way id=\"103\"><nd ref=\"3\"/><nd ref=\"6\"/>",
                        "<way id=\"103\"><nd ref=\"2\"/><nd ref=\"1\"/>");
        try (RoadTown other = new RoadTown(home.resolve("home"))) {
            other.load(Files.writeString(home.resolve("bulge.osm"), withoutTheLane));
            other.waters.draw(DrawnWater.nothing().box(107.105, 16.728, 107.11, 16.732, 0.8));
            assertThat(other.finder.find(query(new LonLat(107.1298, 16.76), null)))
                    .isInstanceOf(NoWay.CutOff.class);
        }
    }

    @Test
    void f05_noOtherTransferArrivesEarlier() {
        Random random = new Random(5);
        int itineraries = 0;
        for (int round = 0; round < 10; round++) {
            DrawnWater water = DrawnWater.nothing();
            for (int i = 0; i < 12; i++) {
                double lon = 107.101 + random.nextDouble() * 0.04;
                double lat = 16.729 + random.nextDouble() * 0.03;
                water = water.box(lon, lat, lon + 0.003, lat + 0.006, random.nextDouble());
            }
            LonLat goal = new LonLat(107.131 + random.nextDouble() * 0.008, 16.736 + random.nextDouble() * 0.028);
            if (find(goal, water) instanceof RouteAnswer.Transferred both) {
                itineraries++;
                double seconds = both.durationS() - both.waitS();
                assertThat(seconds).isCloseTo(bestLanding(goal, water), within(0.1));
                // Written anew, it steps along the roads at other places: 25 m at the truck's speed are 2 s.
                assertThat(seconds).isCloseTo(bestOfAll(goal, water), within(2.0));
            }
        }
        assertThat(itineraries).isGreaterThan(4);
    }

    /** Adds up truck and boat for every landing there is. */
    private double bestLanding(LonLat goal, DrawnWater water) {
        RoadGraph graph = town.graph();
        BoatRule rule = new BoatRule(town.boats.water(graph, water), (short) 500, true);
        BoatSearch boat = new BoatSearch(rule);
        boat.spread(town.boatRoutes.snap(rule, goal).orElseThrow(), (cell, meters) -> true);
        WaterSnapshot snapshot = town.snapshots.of(graph, water);
        double best = Double.POSITIVE_INFINITY;
        for (Map.Entry<Integer, TransferLandings.Landing> landing : TransferLandings.reach(
                        graph, snapshot.weighting(VehicleClass.TRUCK), graph.snap(VehicleClass.TRUCK, START), rule)
                .entrySet()) {
            best = Math.min(best, landing.getValue().truckS() + boat.meters(landing.getKey()) * 3.6 / 12);
        }
        return best;
    }

    /** Asks for the truck's way and the boat's way to every place along the roads, one after the other. */
    private double bestOfAll(LonLat goal, DrawnWater water) {
        RoadGraph graph = town.graph();
        BoatRule rule = new BoatRule(town.boats.water(graph, water), (short) 500, true);
        BoatGrid grid = rule.water().grid();
        OptionalInt end = town.boatRoutes.snap(rule, goal);
        BoatSearch boat = new BoatSearch(rule);
        boat.spread(end.orElseThrow(), (cell, meters) -> true);
        double best = Double.POSITIVE_INFINITY;
        Coordinate[] corners = {
            new Coordinate(107.1148, 16.738),
            new Coordinate(107.1, 16.738),
            new Coordinate(107.1, 16.73),
            new Coordinate(107.1298, 16.73),
            new Coordinate(107.1298, 16.76)
        };
        for (int c = 1; c < corners.length; c++) {
            double lengthM = Meters.between(LonLat.of(corners[c - 1]), LonLat.of(corners[c]));
            int steps = (int) Math.ceil(lengthM / 20);
            for (int s = 0; s <= steps; s++) {
                double share = (double) s / steps;
                LonLat place = new LonLat(
                        corners[c - 1].x + share * (corners[c].x - corners[c - 1].x),
                        corners[c - 1].y + share * (corners[c].y - corners[c - 1].y));
                double boatM = nearestBoat(grid, rule, boat, place);
                if (Double.isFinite(boatM) && town.finder.find(query(place, null)) instanceof RouteAnswer.Found truck) {
                    best = Math.min(best, truck.durationS() + boatM * 3.6 / 12);
                }
            }
        }
        return best;
    }

    private static double nearestBoat(BoatGrid grid, BoatRule rule, BoatSearch boat, LonLat place) {
        double best = Double.POSITIVE_INFINITY;
        for (int row = -1; row <= 1; row++) {
            for (int column = -1; column <= 1; column++) {
                int cell = grid.cell(grid.column(place.lon()) + column, grid.row(place.lat()) + row);
                best = rule.passes(cell) ? Math.min(best, boat.meters(cell)) : best;
            }
        }
        return best;
    }

    private RouteAnswer find(LonLat to, DrawnWater water) {
        town.waters.draw(water);
        return town.everyWay.find(query(to, VehicleClass.MOTOR_BOAT));
    }

    private static RouteQuery query(LonLat to, @Nullable VehicleClass transfer) {
        return new RouteQuery(START, to, VehicleClass.TRUCK, DrawnWater.FLOOD, null, transfer);
    }

    private RouteAnswer.Transferred itinerary(LonLat to, DrawnWater water) {
        RouteAnswer answer = find(to, water);
        assertThat(answer).isInstanceOf(RouteAnswer.Transferred.class);
        return (RouteAnswer.Transferred) answer;
    }
}
