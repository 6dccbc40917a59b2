package vn.reliefmap.routing.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Polygon;
import vn.reliefmap.flood.WaterDraft;
import vn.reliefmap.flood.WaterPicture;
import vn.reliefmap.geo.Geometries;
import vn.reliefmap.geo.LonLat;
import vn.reliefmap.passability.VehicleClass;
import vn.reliefmap.routing.NoWay;
import vn.reliefmap.routing.RouteAnswer;
import vn.reliefmap.routing.RouteEnd;
import vn.reliefmap.routing.RouteQuery;

/** FEATURE UNDER TEST: ways for boats on the hand-drawn river (river.osm holds the picture), with known answers. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BoatRoutesTest {
    private static final LonLat SOUTH = new LonLat(107.115, 16.731);
    private static final LonLat BELOW_WEIR = new LonLat(107.115, 16.752);
    private static final LonLat ABOVE_WEIR = new LonLat(107.115, 16.768);
    private static final LonLat LAGOON = new LonLat(107.138, 16.76);
    private static final LonLat POND = new LonLat(107.146, 16.741);
    private static final LonLat FIELD_WEST = new LonLat(107.102, 16.76);
    private static final LonLat FIELD_EAST = new LonLat(107.108, 16.76);

    private final RoadTown town;

    BoatRoutesTest(@TempDir Path home) {
        town = new RoadTown(home);
        town.load(RoadTown.resource("river.osm"));
    }

    @AfterAll
    void close() {
        town.close();
    }

    @Test
    void e01_theRiverCarriesBoatsAllYear() {
        RouteAnswer.Afloat way = found(VehicleClass.MOTOR_BOAT, SOUTH, BELOW_WEIR, null);
        // 0.021 degrees of latitude are 2,335 m; 12 km/h.
        assertThat(way.distanceM()).isCloseTo(2335, within(50.0));
        assertThat(way.durationS()).isCloseTo(way.distanceM() * 3.6 / 12, within(0.1));
        assertThat(way.deepestM()).isEqualTo(1);
        assertThat(way.shallowestM()).isEqualTo(1);
        assertThat(way.needsConfirmationM()).isZero();
        assertThat(found(VehicleClass.PADDLE_BOAT, SOUTH, BELOW_WEIR, null).durationS())
                .isCloseTo(3 * way.durationS(), within(0.1));
    }

    @Test
    void e02_aWeirIsClosedHoweverDeepTheWaterOverIt() {
        DrawnWater flood = DrawnWater.nothing().box(107.1143, 16.75, 107.1157, 16.76, 3);
        assertThat(route(VehicleClass.MOTOR_BOAT, BELOW_WEIR, ABOVE_WEIR, null))
                .isInstanceOfSatisfying(
                        NoWay.NoWaterBetween.class, no -> assertThat(no.end()).isEqualTo(RouteEnd.TO));
        assertThat(route(VehicleClass.MOTOR_BOAT, BELOW_WEIR, ABOVE_WEIR, flood))
                .isInstanceOf(NoWay.NoWaterBetween.class);
    }

    @Test
    void e03_aFloodOverTheBanksLeadsAroundTheWeir() {
        DrawnWater flood = DrawnWater.nothing().box(107.11, 16.75, 107.12, 16.76, 0.8);
        RouteAnswer.Afloat way = found(VehicleClass.MOTOR_BOAT, BELOW_WEIR, ABOVE_WEIR, flood);
        assertThat(way.shallowestM()).isEqualTo(0.8);
        assertThat(way.distanceM()).isGreaterThan(1780);
    }

    @Test
    void e04_aCanalJoinsRiverAndLagoonAndNothingJoinsThePond() {
        RouteAnswer.Afloat way = found(VehicleClass.MOTOR_BOAT, SOUTH, LAGOON, null);
        assertThat(way.distanceM()).isBetween(1000 + 1700 + 2300.0, 1000 + 1700 + 2300 + 700.0);
        assertThat(route(VehicleClass.MOTOR_BOAT, SOUTH, POND, null))
                .isInstanceOfSatisfying(
                        NoWay.NoWaterBetween.class, no -> assertThat(no.end()).isEqualTo(RouteEnd.TO));
        assertThat(route(VehicleClass.MOTOR_BOAT, POND, SOUTH, null))
                .isInstanceOfSatisfying(
                        NoWay.NoWaterBetween.class, no -> assertThat(no.end()).isEqualTo(RouteEnd.FROM));
    }

    @Test
    void e05_dryLandFloatsNothing() {
        assertThat(route(VehicleClass.MOTOR_BOAT, FIELD_WEST, SOUTH, null))
                .isInstanceOfSatisfying(NoWay.FarFromWater.class, no -> {
                    assertThat(no.end()).isEqualTo(RouteEnd.FROM);
                    assertThat(no.depthM()).isZero();
                    assertThat(no.needsM()).isEqualTo(0.5);
                    assertThat(no.vi()).contains("Điểm đi").contains("0,50 m");
                });
        assertThat(route(VehicleClass.MOTOR_BOAT, SOUTH, new LonLat(109, 18), null))
                .isInstanceOfSatisfying(
                        NoWay.FarFromWater.class, no -> assertThat(no.end()).isEqualTo(RouteEnd.TO));
    }

    @ParameterizedTest
    @CsvSource({
        "MOTOR_BOAT, 0.49, false",
        "MOTOR_BOAT, 0.50, true",
        "PADDLE_BOAT, 0.29, false",
        "PADDLE_BOAT, 0.30, true"
    })
    void e06_eachBoatNeedsItsDepthAlongTheWholeWay(VehicleClass boat, double depthM, boolean through) {
        DrawnWater shallowInTheMiddle = DrawnWater.nothing()
                .box(107.101, 16.755, 107.104, 16.765, 1.2)
                .box(107.104, 16.755, 107.106, 16.765, depthM)
                .box(107.106, 16.755, 107.109, 16.765, 2.5);
        RouteAnswer answer = route(boat, FIELD_WEST, FIELD_EAST, shallowInTheMiddle);
        if (through) {
            RouteAnswer.Afloat way = (RouteAnswer.Afloat) answer;
            assertThat(way.shallowestM()).isEqualTo(depthM);
            assertThat(way.deepestM()).isEqualTo(2.5);
        } else {
            assertThat(answer).isInstanceOf(NoWay.NoWaterBetween.class);
        }
    }

    @Test
    void e07_waterOfUnknownDepthNeedsConfirmation() {
        DrawnWater unknown = DrawnWater.nothing().box(107.101, 16.755, 107.109, 16.765, Double.NaN);
        RouteAnswer.Afloat way = found(VehicleClass.MOTOR_BOAT, FIELD_WEST, FIELD_EAST, unknown);
        assertThat(way.needsConfirmationM()).isEqualTo(way.distanceM());
        assertThat(way.shallowestM()).isNull();
    }

    @Test
    void e08_aKnownDetourIsTakenBeforeAnUnknownShortCut() {
        DrawnWater between = DrawnWater.nothing().box(107.11, 16.742, 107.135, 16.753, Double.NaN);
        RouteAnswer.Afloat way = found(VehicleClass.MOTOR_BOAT, BELOW_WEIR, LAGOON, between);
        assertThat(way.needsConfirmationM()).isZero();
        assertThat(way.distanceM())
                .isCloseTo(
                        found(VehicleClass.MOTOR_BOAT, BELOW_WEIR, LAGOON, null).distanceM(), within(1e-6));
    }

    @Test
    void e09_aDykeBetweenTwoFieldsCloses() {
        DrawnWater fields = DrawnWater.nothing()
                .box(107.101, 16.755, 107.1045, 16.765, 1.2)
                .box(107.1048, 16.755, 107.109, 16.765, 1.2);
        assertThat(route(VehicleClass.PADDLE_BOAT, FIELD_WEST, FIELD_EAST, fields))
                .isInstanceOf(NoWay.NoWaterBetween.class);
    }

    @Test
    void e10_theSearchFindsWhatPlainDijkstraFindsAndDeeperWaterNeverClosesAWay() {
        Random random = new Random(11);
        int ways = 0;
        for (int round = 0; round < 12; round++) {
            DrawnWater water = DrawnWater.nothing();
            for (int i = 0; i < 25; i++) {
                double lon = 107.1 + random.nextDouble() * 0.05;
                double lat = 16.725 + random.nextDouble() * 0.04;
                double depthM = random.nextInt(5) == 0 ? Double.NaN : random.nextDouble();
                water = water.box(lon, lat, lon + 0.002 + random.nextDouble() * 0.012, lat + 0.006, depthM);
            }
            BoatRule rule = rule(water);
            BoatRule deeper = rule(water.deeper(0.2));
            List<Integer> wet = wetCells(rule);
            for (int pair = 0; pair < 8; pair++) {
                int from = wet.get(random.nextInt(wet.size()));
                int to = wet.get(random.nextInt(wet.size()));
                double plain = PlainBoats.meters(rule, from, List.of(to))[0];
                List<Integer> way = new BoatSearch(rule).way(from, to);
                assertThat(way.isEmpty()).isEqualTo(Double.isInfinite(plain));
                if (!way.isEmpty()) {
                    double lengthM = BoatWay.of(rule, way).lengthM();
                    assertThat(lengthM).isCloseTo(plain, within(1e-9 * plain + 1e-9));
                    List<Integer> easier = new BoatSearch(deeper).way(from, to);
                    assertThat(easier).isNotEmpty();
                    assertThat(BoatWay.of(deeper, easier).lengthM()).isLessThanOrEqualTo(lengthM + 1e-6);
                    ways++;
                }
            }
        }
        assertThat(ways).isGreaterThan(20);
    }

    @Test
    void e11_fastWaterStopsBoatsAndRoadVehicles() {
        WaterDraft.Area pool = new WaterDraft.Area(
                (Polygon) Geometries.FACTORY.toGeometry(new Envelope(107.1, 107.15, 16.725, 16.765)), 0.55, 1.5);
        WaterPicture flowing = WaterDraft.empty()
                .observed(DrawnWater.SEEN, Geometries.FACTORY.createMultiPolygon(), List.of(pool))
                .picture(DrawnWater.SEEN);
        WaterPicture still = DrawnWater.nothing().pool(pool.polygon(), 0.55);
        BoatWater water = new BoatWater(grid(), flowing, 1);
        int cell = grid().cell(grid().column(107.12), grid().row(16.74));
        assertThat(new BoatRule(water, (short) 500, 2, true).passes(cell)).isTrue();
        assertThat(new BoatRule(water, (short) 300, 1, true).passes(cell)).isFalse();
        assertThat(new BoatRule(new BoatWater(grid(), still, 1), (short) 300, 1, true).passes(cell))
                .as("where no current is known a boat may try")
                .isTrue();

        RoadGraph graph = town.graph();
        WaterSnapshot fast = WaterSnapshot.build(graph, flowing, town.passability);
        WaterSnapshot slow = WaterSnapshot.build(graph, still, town.passability);
        int closed = 0;
        for (int edge = 0; edge < graph.base().getEdges(); edge++) {
            boolean before = slow.weighting(VehicleClass.TRUCK).closed(edge);
            boolean after = fast.weighting(VehicleClass.TRUCK).closed(edge);
            assertThat(after || !before).isTrue();
            closed += after && !before ? 1 : 0;
        }
        assertThat(closed).isPositive();
        assertThat(fast.id()).isNotEqualTo(slow.id());
    }

    private BoatRule rule(DrawnWater water) {
        return new BoatRule(new BoatWater(grid(), water, 1), (short) 500, false);
    }

    private BoatGrid grid() {
        return town.boats.water(town.graph(), null).grid();
    }

    private static List<Integer> wetCells(BoatRule rule) {
        List<Integer> wet = new ArrayList<>();
        for (int cell = 0; cell < rule.water().grid().cells(); cell++) {
            if (rule.passes(cell)) {
                wet.add(cell);
            }
        }
        return wet;
    }

    private RouteAnswer route(VehicleClass boat, LonLat from, LonLat to, @Nullable DrawnWater water) {
        if (water != null) {
            town.waters.draw(water);
        }
        return town.everyWay.find(new RouteQuery(from, to, boat, water == null ? null : DrawnWater.FLOOD, null));
    }

    private RouteAnswer.Afloat found(VehicleClass boat, LonLat from, LonLat to, @Nullable DrawnWater water) {
        RouteAnswer answer = route(boat, from, to, water);
        assertThat(answer).isInstanceOf(RouteAnswer.Afloat.class);
        return (RouteAnswer.Afloat) answer;
    }
}
