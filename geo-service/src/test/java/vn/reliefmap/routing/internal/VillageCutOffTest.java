package vn.reliefmap.routing.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.BitSet;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.reliefmap.geo.Geometries;
import vn.reliefmap.geo.LonLat;
import vn.reliefmap.passability.VehicleClass;
import vn.reliefmap.routing.ClosedStretch;
import vn.reliefmap.routing.CutOffIslands;
import vn.reliefmap.routing.Reopening;

/** FEATURE UNDER TEST: who is cut off on the hand-drawn village, with known answers (village.osm holds the picture). */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class VillageCutOffTest {
    private static final LonLat DEPOT = new LonLat(107.1005, 16.7501);
    private static final LonLat MARKET = new LonLat(107.1301, 16.747);
    private static final LonLat HIGHWAY_EAST = new LonLat(107.125, 16.7501);
    private static final LonLat SEA = new LonLat(107.5, 17.2);
    private static final LonLat K = new LonLat(107.152, 16.7601);
    private static final LonLat Q = new LonLat(107.1001, 16.7355);

    private final RoadTown town;
    private final CutOffAgreement both;

    VillageCutOffTest(@TempDir Path home) {
        town = new RoadTown(home);
        town.load(RoadTown.VILLAGE);
        both = new CutOffAgreement(town);
    }

    @AfterAll
    void close() {
        town.close();
    }

    /** 0.7 m on the highway east of the bridge, 0.5 m on the ford: the east bank is an island for trucks. */
    private static DrawnWater eastIsCut() {
        return DrawnWater.nothing()
                .box(107.117, 16.749, 107.119, 16.751, 0.7)
                .box(107.1145, 16.739, 107.1155, 16.741, 0.5);
    }

    @Test
    void a01_theEastBankIsOneIslandAndTheHighwayReconnectsAllOfIt() {
        Homes homes = Homes.of(MARKET, HIGHWAY_EAST, DEPOT, SEA);
        CutOffIslands islands = both.reach(VehicleClass.TRUCK, eastIsCut(), Homes.of(DEPOT), homes)
                .islands();
        assertThat(islands.count()).isEqualTo(1);
        assertThat(islands.of(0)).isZero();
        assertThat(islands.of(1)).isZero();
        assertThat(islands.of(2)).isEqualTo(-1);
        assertThat(islands.of(3)).isEqualTo(-1);
        assertThat(islands.cutBy(0, 9)).extracting(ClosedStretch::roadName).containsExactly("Ngầm Hà", "Quốc lộ 9");
        assertThat(islands.cutBy(0, 9)).extracting(ClosedStretch::depthM).containsExactly(0.5, 0.7);
        assertThat(islands.cutBy(0, 1)).hasSize(1);
        Reopening best = Objects.requireNonNull(islands.best());
        assertThat(best.stretch().roadName()).isEqualTo("Quốc lộ 9");
        assertThat(best.stretch().closesAtM()).isEqualTo(0.6);
        assertThat(best.stretch().passableFor()).isEmpty();
        assertThat(best.places()).isEqualTo(2);
        assertThat(best.people()).isEqualTo(5);
        assertThat(islands.best(0)).isEqualTo(best);
        assertThat(islands.outline(0).contains(MARKET.point())).isTrue();
        assertThat(islands.outline(0).contains(DEPOT.point())).isFalse();
    }

    @Test
    void a02_aShallowStretchSaysWhichClassWouldPass() {
        DrawnWater water = DrawnWater.nothing()
                .box(107.117, 16.749, 107.119, 16.751, 0.35)
                .box(107.1145, 16.739, 107.1155, 16.741, 0.5);
        Reopening best = Objects.requireNonNull(both.reach(VehicleClass.CAR, water, Homes.of(DEPOT), Homes.of(MARKET))
                .islands()
                .best());
        assertThat(best.stretch().roadName()).isEqualTo("Quốc lộ 9");
        assertThat(best.stretch().passableFor()).containsExactly(VehicleClass.PICKUP, VehicleClass.TRUCK);
        assertThat(best.stretch().depthM()).isEqualTo(0.35);
    }

    @Test
    void a03_unknownDepthClosesAndSaysSo() {
        DrawnWater water = DrawnWater.nothing().box(107.113, 16.73, 107.117, 16.77, Double.NaN);
        CutOffIslands islands = both.reach(VehicleClass.TRUCK, water, Homes.of(DEPOT), Homes.of(MARKET))
                .islands();
        assertThat(islands.cutBy(0, 9)).isNotEmpty().allSatisfy(s -> assertThat(s.depthM())
                .isNull());
        // The highway, its bridge and the highway again are one stretch: nothing else joins it.
        assertThat(Objects.requireNonNull(islands.best()).stretch().roadName()).isEqualTo("Quốc lộ 9");
    }

    @Test
    void a04_aPlaceOnAClosedRoadIsCutOffThoughItsJunctionsAreReached() {
        DrawnWater water = DrawnWater.nothing().box(107.104, 16.7395, 107.106, 16.7405, 0.9);
        LonLat dike = new LonLat(107.105, 16.7401);
        assertThat(both.check(VehicleClass.TRUCK, water, Homes.of(DEPOT, MARKET), Homes.of(dike)))
                .isEqualTo(1);
        assertThat(both.check(VehicleClass.TRUCK, DrawnWater.nothing(), Homes.of(DEPOT), Homes.of(dike)))
                .isZero();
    }

    @Test
    void a05_whatIsNeverJoinedIsCutOffWithoutAReopening() {
        CutOffIslands islands = both.reach(VehicleClass.CAR, DrawnWater.nothing(), Homes.of(DEPOT), Homes.of(K, Q))
                .islands();
        assertThat(islands.count()).isEqualTo(2);
        assertThat(islands.cutBy(0, 9)).isEmpty();
        assertThat(islands.best()).isNull();
        assertThat(islands.best(1)).isNull();
    }

    @Test
    void a06_withoutAnyDepotEveryoneNearARoadIsCutOff() {
        BitSet cutOff = both.reach(
                        VehicleClass.CAR, DrawnWater.nothing(), new Homes(java.util.List.of()), Homes.of(MARKET, SEA))
                .cutOff();
        assertThat(cutOff.get(0)).isTrue();
        assertThat(cutOff.get(1)).isFalse();
    }

    @Test
    void a07_aDrownedDepotServesNobodyAndItsOwnRoadMayBeTheBestReopening() {
        DrawnWater water = DrawnWater.nothing().box(107.103, 16.749, 107.105, 16.751, 0.7);
        CutOffIslands islands = both.reach(
                        VehicleClass.TRUCK, water, Homes.of(new LonLat(107.104, 16.7501)), Homes.of(MARKET, DEPOT))
                .islands();
        assertThat(Objects.requireNonNull(islands.best()).places()).isEqualTo(2);
    }

    @Test
    void a08_boatsAreRefusedAsInRoutes() {
        assertThatThrownBy(() -> both.roads(VehicleClass.MOTOR_BOAT)).hasMessageContaining("VEHICLE_NOT_ROUTED_YET");
    }

    @ParameterizedTest
    @EnumSource(names = {"MOTORBIKE", "CAR", "PICKUP", "TRUCK"})
    void a09_listAndRouterAgreeUnderRandomWaterAndDeeperWaterNeverShrinksTheList(VehicleClass vehicle) {
        Random random = new Random(9 + vehicle.word().length());
        int cutOff = 0;
        int gained = 0;
        for (int i = 0; i < 25; i++) {
            DrawnWater water = pools(random, 1 + random.nextInt(8));
            Homes depots = Homes.random(random, 1 + random.nextInt(3), VillageCutOffTest::place);
            Homes homes = Homes.random(random, 30, VillageCutOffTest::place);
            cutOff += both.check(vehicle, water, depots, homes);
            gained += both.checkBest(vehicle, water, depots, homes) > 0 ? 1 : 0;
            BitSet before = both.reach(vehicle, water, depots, homes).cutOff();
            before.andNot(both.reach(vehicle, water.deeper(random.nextDouble() * 0.4), depots, homes)
                    .cutOff());
            assertThat(before.isEmpty()).isTrue();
        }
        assertThat(cutOff).isBetween(50, 700);
        assertThat(gained).isPositive();
    }

    private static LonLat place(Random random) {
        return new LonLat(107.097 + random.nextDouble() * 0.065, 16.733 + random.nextDouble() * 0.03);
    }

    private static DrawnWater pools(Random random, int count) {
        DrawnWater water = DrawnWater.nothing();
        for (int i = 0; i < count; i++) {
            double depthM = random.nextInt(8) == 0 ? Double.NaN : 0.05 + random.nextDouble() * 0.8;
            water = water.pool(
                    Geometries.FACTORY
                            .createPoint(place(random).coordinate())
                            .buffer(0.0005 + random.nextDouble() * 0.003, 4),
                    depthM);
        }
        return water;
    }
}
