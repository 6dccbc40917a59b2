package vn.reliefmap.routing.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import vn.reliefmap.flood.WaterPicture;
import vn.reliefmap.geo.LonLat;
import vn.reliefmap.passability.VehicleClass;
import vn.reliefmap.routing.NoWay;
import vn.reliefmap.routing.RouteAnswer;
import vn.reliefmap.routing.RouteQuery;
import vn.reliefmap.routing.RouteWater;
import vn.reliefmap.routing.TravelMatrix;

/** FEATURE UNDER TEST: boats under the worst water over a span of time, on the hand-drawn river (river.osm holds the picture). */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BoatSpanTest {
    private static final LonLat FIELD_WEST = new LonLat(107.102, 16.76);
    private static final LonLat FIELD_EAST = new LonLat(107.108, 16.76);
    private static final int STEPS = 3;

    private final RoadTown town;

    BoatSpanTest(@TempDir Path home) {
        town = new RoadTown(home);
        town.load(RoadTown.resource("river.osm"));
    }

    @AfterAll
    void close() {
        town.close();
    }

    @Test
    void b01_theShallowestStepDecides() {
        town.waters.draw(field(1.2), field(0.8).seenAt(start(1)), field(0.4).seenAt(start(2)));
        assertThat(ask(start(2))).isInstanceOfSatisfying(RouteAnswer.Afloat.class, way -> assertThat(way.shallowestM())
                .isEqualTo(0.8));
        assertThat(ask(start(3))).isInstanceOf(NoWay.FarFromWater.class);
    }

    @Test
    void b02_waterUnknownInOneStepNeedsConfirmationAndTooLittleInAnotherNone() {
        town.waters.draw(
                field(1.2), field(Double.NaN).seenAt(start(1)), field(0.6).seenAt(start(2)));
        assertThat(ask(start(3))).isInstanceOfSatisfying(RouteAnswer.Afloat.class, way -> {
            assertThat(way.needsConfirmationM()).isEqualTo(way.distanceM());
            assertThat(way.shallowestM()).as("of what is known").isEqualTo(0.6);
        });
        town.waters.draw(
                field(1.2), field(Double.NaN).seenAt(start(1)), field(0.4).seenAt(start(2)));
        assertThat(ask(start(3))).isInstanceOf(NoWay.FarFromWater.class);
    }

    @Test
    void b03_aCellPassesIfItDoesInEveryStepAndALongerSpanMakesNoWayShorter() {
        Random random = new Random(245);
        int closed = 0;
        int longer = 0;
        for (int round = 0; round < 6; round++) {
            List<WaterPicture> pictures = IntStream.range(0, STEPS)
                    .<WaterPicture>mapToObj(step -> pools(random).seenAt(start(step)))
                    .toList();
            for (boolean confirmedOnly : new boolean[] {true, false}) {
                for (short needsMm : new short[] {300, 500}) {
                    BoatRule worst = rule(pictures, needsMm, confirmedOnly);
                    BoatRule first = rule(pictures.subList(0, 1), needsMm, confirmedOnly);
                    BoatGrid grid = worst.water().grid();
                    for (int cell = 0; cell < grid.cells(); cell++) {
                        boolean always = true;
                        for (WaterPicture picture : pictures) {
                            always &= rule(List.of(picture), needsMm, confirmedOnly)
                                    .passes(cell);
                        }
                        assertThat(worst.passes(cell)).isEqualTo(always);
                        closed += first.passes(cell) && !always ? 1 : 0;
                    }
                    for (int pair = 0; pair < 5; pair++) {
                        int from = wet(worst, random);
                        int to = wet(worst, random);
                        double before = PlainBoats.meters(first, from, List.of(to))[0];
                        double after = PlainBoats.meters(worst, from, List.of(to))[0];
                        assertThat(after).isGreaterThanOrEqualTo(before - 1e-6);
                        longer += after > before + 1e-6 ? 1 : 0;
                    }
                }
            }
        }
        assertThat(closed).isPositive();
        assertThat(longer).isPositive();
    }

    @Test
    void b04_theMatrixSaysWhatTheRouteSays() {
        town.waters.draw(field(1.2), field(0.8).seenAt(start(1)), field(0.4).seenAt(start(2)));
        MatrixAgreement both = new MatrixAgreement(town);
        for (int end = 1; end <= STEPS; end++) {
            TravelMatrix matrix =
                    both.boats(VehicleClass.MOTOR_BOAT, List.of(FIELD_WEST), List.of(FIELD_EAST), start(0), start(end));
            RouteAnswer route = ask(start(end));
            assertThat(matrix.found(0, 0)).isEqualTo(route instanceof RouteAnswer.Afloat);
            RouteWater water = Objects.requireNonNull(matrix.water());
            assertThat(water.snapshot())
                    .isEqualTo(Objects.requireNonNull(route.water()).snapshot());
            assertThat(water.steps()).hasSize(end);
            if (route instanceof RouteAnswer.Afloat way) {
                assertThat(matrix.durationS(0, 0)).isEqualTo(way.durationS());
            }
        }
    }

    private static DrawnWater field(double depthM) {
        return DrawnWater.nothing().box(107.101, 16.755, 107.109, 16.765, depthM);
    }

    private static DrawnWater pools(Random random) {
        DrawnWater water = DrawnWater.nothing();
        for (int i = 0; i < 30; i++) {
            double lon = 107.1 + random.nextDouble() * 0.05;
            double lat = 16.725 + random.nextDouble() * 0.04;
            double depthM = random.nextInt(5) == 0 ? Double.NaN : random.nextDouble();
            water = water.box(lon, lat, lon + 0.004 + random.nextDouble() * 0.012, lat + 0.008, depthM);
        }
        return water;
    }

    private BoatRule rule(List<WaterPicture> pictures, short needsMm, boolean confirmedOnly) {
        return new BoatRule(town.boats.worst(town.graph(), pictures), needsMm, confirmedOnly);
    }

    private static int wet(BoatRule rule, Random random) {
        while (true) {
            int cell = random.nextInt(rule.water().grid().cells());
            if (rule.passes(cell)) {
                return cell;
            }
        }
    }

    private static Instant start(int step) {
        return DrawnWater.SEEN.plusSeconds(3600L * step);
    }

    private RouteAnswer ask(Instant until) {
        return town.everyWay.find(new RouteQuery(
                FIELD_WEST, FIELD_EAST, VehicleClass.MOTOR_BOAT, DrawnWater.FLOOD, start(0), null, until));
    }
}
