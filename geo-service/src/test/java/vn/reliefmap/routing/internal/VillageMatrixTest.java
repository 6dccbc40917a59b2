package vn.reliefmap.routing.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.reliefmap.geo.LonLat;
import vn.reliefmap.kernel.ProblemException;
import vn.reliefmap.passability.VehicleClass;
import vn.reliefmap.routing.NoWayReason;
import vn.reliefmap.routing.TravelMatrix;

/** FEATURE UNDER TEST: matrices on the hand-drawn village (village.osm holds the picture). */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class VillageMatrixTest {
    private static final LonLat DEPOT = new LonLat(107.1005, 16.7501);
    private static final LonLat ALONG = new LonLat(107.1042, 16.7501);
    private static final LonLat CROSSING = new LonLat(107.13, 16.75);
    private static final LonLat MARKET = new LonLat(107.1301, 16.747);
    private static final LonLat EXPRESSWAY = new LonLat(107.13, 16.757);
    private static final LonLat ISLAND = new LonLat(107.152, 16.7601);
    private static final LonLat SEA = new LonLat(107.5, 17.2);

    private final RoadTown town;
    private final MatrixAgreement both;

    VillageMatrixTest(@TempDir Path home) {
        town = new RoadTown(home);
        town.load(RoadTown.VILLAGE);
        both = new MatrixAgreement(town);
    }

    @AfterAll
    void close() {
        town.close();
    }

    @Test
    void a01_everyCellSaysWhatTheRouteSays() {
        List<LonLat> places = List.of(DEPOT, ALONG, CROSSING, MARKET, EXPRESSWAY, ISLAND, SEA);
        MatrixAgreement.Counts dry = both.check(VehicleClass.TRUCK, places, places, null);
        assertThat(dry.found()).isEqualTo(5 * 5 - 4 + 1);
        assertThat(dry.cutOff()).isZero();
        assertThat(dry.apart()).isEqualTo(4 + 2 * 5);
        // The bridge's way and the ford are closed; the market's own road is under water of unknown depth.
        DrawnWater water = DrawnWater.nothing()
                .box(107.117, 16.749, 107.119, 16.751, 0.7)
                .box(107.1145, 16.739, 107.1155, 16.741, 0.5)
                .box(107.129, 16.746, 107.131, 16.748, Double.NaN);
        assertThat(both.check(VehicleClass.TRUCK, places, places, water).cutOff())
                .isEqualTo(17);
    }

    @Test
    void a02_aPlaceSaysWhyNoWayEndsThere() {
        DrawnWater water = DrawnWater.nothing().box(107.129, 16.746, 107.131, 16.748, 0.9);
        TravelMatrix matrix = both.matrix(VehicleClass.TRUCK, List.of(DEPOT), List.of(MARKET, SEA, ALONG), water);
        assertThat(matrix.to().get(0).reason()).isEqualTo(NoWayReason.CUT_OFF);
        assertThat(matrix.to().get(0).depthM()).isEqualTo(0.9);
        assertThat(matrix.to().get(0).closesAtM()).isEqualTo(0.6);
        assertThat(matrix.to().get(0).roadName()).isEqualTo("Đường Chợ");
        assertThat(matrix.to().get(1).reason()).isEqualTo(NoWayReason.FAR_FROM_ROAD);
        assertThat(matrix.to().get(2).reason()).isNull();
        assertThat(matrix.found(0, 2)).isTrue();
        assertThat(matrix.durationS(0, 1)).isInfinite();
    }

    @ParameterizedTest
    @EnumSource(names = {"MOTORBIKE", "CAR", "PICKUP", "TRUCK"})
    void a03_thePropertyHoldsUnderRandomWater(VehicleClass vehicle) {
        Random random = new Random(11);
        for (int i = 0; i < 15; i++) {
            DrawnWater water = DrawnWater.nothing();
            for (int k = 0; k < 3; k++) {
                double lon = 107.1 + random.nextDouble() * 0.03;
                double lat = 16.735 + random.nextDouble() * 0.025;
                water = water.box(lon, lat, lon + 0.003, lat + 0.003, random.nextDouble());
            }
            List<LonLat> places = new ArrayList<>();
            for (int k = 0; k < 10; k++) {
                places.add(new LonLat(107.1 + random.nextDouble() * 0.06, 16.735 + random.nextDouble() * 0.025));
            }
            both.check(vehicle, places, places.subList(0, 8), water);
        }
    }

    @Test
    void a04_whatCannotBeAnsweredIsRefused() {
        assertCode("VEHICLE_NOT_IN_MATRICES", VehicleClass.FOOT, List.of(DEPOT), List.of(MARKET));
        assertCode("MATRIX_EMPTY", VehicleClass.CAR, List.of(), List.of(MARKET));
        assertCode(
                "MATRIX_TOO_LARGE",
                VehicleClass.CAR,
                Collections.nCopies(1001, DEPOT),
                Collections.nCopies(1000, DEPOT));
        assertCode("MATRIX_TOO_LARGE", VehicleClass.CAR, List.of(DEPOT), Collections.nCopies(5001, DEPOT));
    }

    private void assertCode(String code, VehicleClass vehicle, List<LonLat> from, List<LonLat> to) {
        assertThatThrownBy(() -> both.matrix(vehicle, from, to, null))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().code()).isEqualTo(code));
    }

    @Test
    void a05_noContractionIsMadeThatWouldNotFitIntoMemory() {
        RoadGraph graph = town.graph();
        long edges = graph.base().getEdges();
        assertThat(new Contractions(graph, edges * 4 * 408).affordable()).isTrue();
        Contractions none = new Contractions(graph, edges * 4 * 408 - 4);
        assertThat(none.affordable()).isFalse();
        assertThat(none.find(graph.dry(VehicleClass.TRUCK))).isNull();
    }
}
