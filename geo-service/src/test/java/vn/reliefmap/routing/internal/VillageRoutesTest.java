package vn.reliefmap.routing.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import vn.reliefmap.geo.LonLat;
import vn.reliefmap.passability.VehicleClass;
import vn.reliefmap.routing.NoWay;
import vn.reliefmap.routing.RouteAnswer;
import vn.reliefmap.routing.RouteEnd;

/** FEATURE UNDER TEST: routes on the hand-drawn village (village.osm holds the picture), with known answers. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class VillageRoutesTest {
    private static final LonLat A = new LonLat(107.1005, 16.7501);
    private static final LonLat D = new LonLat(107.1295, 16.7501);
    private static final LonLat H = new LonLat(107.1101, 16.7535);
    private static final LonLat F = new LonLat(107.1105, 16.7401);
    private static final LonLat Q = new LonLat(107.1001, 16.7355);
    private static final LonLat K = new LonLat(107.152, 16.7601);
    private static final LonLat SEA = new LonLat(107.5, 17.2);

    private final RoadTown town;

    VillageRoutesTest(@TempDir Path home) {
        town = new RoadTown(home);
        town.load(RoadTown.VILLAGE);
    }

    @AfterAll
    void close() {
        town.close();
    }

    @Test
    void a01_dryTruckTakesTheHighwayAtItsUsualSpeed() {
        RouteAnswer.Found way = found(VehicleClass.TRUCK, A, D, null);
        // 0.029 degrees of longitude at 16.75 N are 3,088 m; 55 km/h.
        assertThat(way.distanceM()).isCloseTo(3088, within(5.0));
        assertThat(way.durationS()).isCloseTo(3088 * 3.6 / 55, within(1.0));
        assertThat(way.stretches()).extracting("roadName").containsExactly("Quốc lộ 9", "Cầu Hà", "Quốc lộ 9");
        assertThat(way.deepestM()).isZero();
        assertThat(way.water()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "MOTORBIKE, 0.24, true", "MOTORBIKE, 0.25, false", "CAR, 0.29, true", "CAR, 0.30, false",
        "PICKUP, 0.44, true", "PICKUP, 0.45, false", "TRUCK, 0.59, true", "TRUCK, 0.60, false"
    })
    void a02_eachClassGetsThroughUpToItsDepth(VehicleClass vehicle, double depthM, boolean through) {
        // One pool over both roads that leave A and E eastwards.
        DrawnWater water = DrawnWater.nothing().box(107.103, 16.73, 107.107, 16.76, depthM);
        RouteAnswer answer = town.route(vehicle, new LonLat(107.1, 16.745), D, water);
        if (through) {
            assertThat(answer).isInstanceOfSatisfying(RouteAnswer.Found.class, way -> {
                assertThat(way.deepestM()).isEqualTo(depthM);
                assertThat(way.slowM()).isGreaterThan(1000);
                assertThat(way.durationS())
                        .isGreaterThan(found(vehicle, new LonLat(107.1, 16.745), D, null)
                                .durationS());
            });
        } else {
            assertThat(answer).isInstanceOfSatisfying(NoWay.CutOff.class, no -> {
                assertThat(no.end()).isEqualTo(RouteEnd.FROM);
                assertThat(no.depthM()).isEqualTo(depthM);
                assertThat(no.roadName()).isNotNull();
                assertThat(no.vi()).contains("bị cô lập").contains("nước sâu");
            });
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"MOTORBIKE", "CAR", "PICKUP", "TRUCK"})
    void a03_waterOfUnknownDepthClosesEveryRoad(VehicleClass vehicle) {
        DrawnWater water = DrawnWater.nothing().box(107.103, 16.73, 107.107, 16.76, Double.NaN);
        assertThat(town.route(vehicle, D, new LonLat(107.1, 16.745), water))
                .isInstanceOfSatisfying(NoWay.CutOff.class, no -> {
                    assertThat(no.end()).isEqualTo(RouteEnd.TO);
                    assertThat(no.unknownDepth()).isTrue();
                    assertThat(no.depthM()).isNull();
                    assertThat(no.en()).contains("unknown depth");
                });
    }

    @Test
    void a04_waterBetweenTheLimitsSendsTruckAndMotorbikeDifferentWays() {
        DrawnWater water = DrawnWater.nothing().box(107.118, 16.749, 107.122, 16.751, 0.26);
        LonLat market = new LonLat(107.1301, 16.747);
        RouteAnswer.Found truck = found(VehicleClass.TRUCK, A, market, water);
        RouteAnswer.Found motorbike = found(VehicleClass.MOTORBIKE, A, market, water);
        assertThat(truck.stretches())
                .extracting("roadName")
                .contains("Quốc lộ 9")
                .doesNotContain("Ngầm Hà");
        assertThat(truck.deepestM()).isEqualTo(0.26);
        assertThat(motorbike.stretches()).extracting("roadName").contains("Ngầm Hà", "Đường Chợ");
        assertThat(motorbike.deepestM()).isZero();
    }

    @Test
    void a05_aBridgeIsNotUnderItsRiver() {
        DrawnWater river = DrawnWater.nothing().box(107.1141, 16.7, 107.1159, 16.8, 4);
        RouteAnswer.Found way = found(VehicleClass.CAR, A, D, river);
        assertThat(way.stretches()).extracting("roadName").contains("Cầu Hà");
        assertThat(way.bridgesUnconfirmed()).isEqualTo(1);
        assertThat(way.deepestM()).isZero();
    }

    @Test
    void a06_aBridgeTakesTheWaterAtItsEnds() {
        DrawnWater river = DrawnWater.nothing().box(107.1139, 16.7, 107.1159, 16.8, 4);
        assertThat(town.route(VehicleClass.CAR, A, D, river)).isInstanceOf(NoWay.CutOff.class);
    }

    @Test
    void a07_aFordClosesWithTheFirstWater() {
        DrawnWater shallow = DrawnWater.nothing().box(107.1145, 16.739, 107.1155, 16.741, 0.02);
        RouteAnswer.Found way = found(VehicleClass.TRUCK, F, new LonLat(107.129, 16.7399), shallow);
        assertThat(way.stretches())
                .extracting("roadName")
                .doesNotContain("Ngầm Hà")
                .contains("Quốc lộ 9");
    }

    @Test
    void a08_aPathIsForMotorbikesAlone() {
        LonLat onThePath = new LonLat(107.1101, 16.745);
        assertThat(found(VehicleClass.MOTORBIKE, A, onThePath, null).distanceM())
                .isCloseTo(1013 + 556, within(5.0));
        assertThat(town.route(VehicleClass.CAR, A, onThePath, null)).isInstanceOf(NoWay.FarFromRoad.class);
    }

    @Test
    void a09_barriersAlleysAndExpresswaysOpenToSomeOnly() {
        found(VehicleClass.MOTORBIKE, A, Q, null);
        assertThat(town.route(VehicleClass.CAR, A, Q, null)).isInstanceOf(NoWay.NoConnection.class);
        assertThat(found(VehicleClass.CAR, A, H, null).stretches())
                .extracting("roadName")
                .contains("Kiệt 5");
        assertThat(found(VehicleClass.TRUCK, A, H, null).stretches())
                .extracting("roadName")
                .doesNotContain("Kiệt 5");
        LonLat top = new LonLat(107.1301, 16.7595);
        assertThat(found(VehicleClass.CAR, A, top, null).stretches())
                .extracting("roadName")
                .contains("CT01");
        assertThat(town.route(VehicleClass.CAR, top, A, null)).isInstanceOf(NoWay.NoConnection.class);
        assertThat(town.route(VehicleClass.MOTORBIKE, A, top, null)).isInstanceOf(NoWay.FarFromRoad.class);
    }

    @Test
    void a10_anIslandOfOneRoadStaysOnTheMapWithoutAConnection() {
        assertThat(found(VehicleClass.TRUCK, K, new LonLat(107.158, 16.76), null)
                        .distanceM())
                .isCloseTo(639, within(2.0));
        assertThat(town.route(VehicleClass.TRUCK, A, K, null))
                .isInstanceOfSatisfying(
                        NoWay.NoConnection.class, no -> assertThat(no.end()).isEqualTo(RouteEnd.TO));
    }

    @Test
    void a11_aPlaceWhoseOwnRoadIsClosedIsCutOffThoughAnOpenRoadIsNear() {
        // The alley H stands on is closed; Quốc lộ 9 is open 390 m away.
        DrawnWater water = DrawnWater.nothing().box(107.109, 16.7505, 107.111, 16.755, 0.9);
        assertThat(town.route(VehicleClass.CAR, A, H, water)).isInstanceOfSatisfying(NoWay.CutOff.class, no -> {
            assertThat(no.end()).isEqualTo(RouteEnd.TO);
            assertThat(no.roadName()).isEqualTo("Kiệt 5");
            assertThat(no.depthM()).isEqualTo(0.9);
            assertThat(no.closesAtM()).isEqualTo(0.3);
        });
    }

    @Test
    void a12_aPointInTheSeaIsFarFromEveryRoad() {
        assertThat(town.route(VehicleClass.CAR, A, SEA, null)).isInstanceOfSatisfying(NoWay.FarFromRoad.class, no -> {
            assertThat(no.end()).isEqualTo(RouteEnd.TO);
            assertThat(no.snapped().to().point()).isNull();
        });
    }

    @Test
    void a13_whatNobodyLookedAtIsPassableAndCounted() {
        DrawnWater unseen = DrawnWater.nothing().unseen().box(107.105, 16.749, 107.106, 16.751, 0.1);
        RouteAnswer.Found way = found(VehicleClass.TRUCK, A, D, unseen);
        assertThat(way.slowM()).isGreaterThan(900);
        assertThat(way.unobservedM()).isCloseTo(way.distanceM() - way.slowM(), within(1.0));
        assertThat(found(VehicleClass.TRUCK, A, D, DrawnWater.nothing()).unobservedM())
                .isZero();
    }

    @Test
    void a14_fromAPlaceToItselfIsAWayOfNoLength() {
        RouteAnswer.Found way = found(VehicleClass.CAR, A, A, null);
        assertThat(way.distanceM()).isZero();
        assertThat(way.line().getNumPoints()).isEqualTo(2);
    }

    @Test
    void a15_theAnswerNamesItsWaterAndItsAge() {
        DrawnWater water = DrawnWater.nothing().box(107.105, 16.749, 107.106, 16.751, 0.1);
        RouteAnswer.Found way = found(VehicleClass.TRUCK, A, D, water);
        assertThat(way.water()).isNotNull().satisfies(w -> {
            assertThat(w.observedAt()).isEqualTo(DrawnWater.SEEN);
            assertThat(w.ageS()).isEqualTo(3600);
            assertThat(w.snapshot()).startsWith("r" + town.graph().importId() + "-2020-10-18T06:00:00Z-");
        });
        assertThat(name(found(VehicleClass.CAR, A, D, water))).isEqualTo(name(way));
        assertThat(name(found(VehicleClass.CAR, A, D, water.deeper(0.01)))).isNotEqualTo(name(way));
    }

    private static String name(RouteAnswer answer) {
        return Objects.requireNonNull(answer.water()).snapshot();
    }

    private RouteAnswer.Found found(VehicleClass vehicle, LonLat from, LonLat to, @Nullable DrawnWater water) {
        RouteAnswer answer = town.route(vehicle, from, to, water);
        assertThat(answer).isInstanceOf(RouteAnswer.Found.class);
        return (RouteAnswer.Found) answer;
    }
}
