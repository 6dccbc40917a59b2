package vn.reliefmap.routing.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
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
import vn.reliefmap.routing.RouteTimes;
import vn.reliefmap.routing.RunsAground;

/**
 * FEATURE UNDER TEST: boats, and trucks to boats, at a departure time through steps of the water, on the hand-drawn river
 * (river.osm holds the picture). A motor boat crosses the flooded field from west to east, 640 m, in about 190 s.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BoatDepartureTest {
    private static final LonLat FIELD_WEST = new LonLat(107.102, 16.76);
    private static final LonLat FIELD_EAST = new LonLat(107.108, 16.76);
    private static final LonLat START = new LonLat(107.1, 16.7379);
    private static final LonLat LAGOON = new LonLat(107.138, 16.76);
    private static final Instant SIX = DrawnWater.SEEN;
    private static final Instant NINE = SIX.plus(Duration.ofHours(3));
    private static final DrawnWater DRY = DrawnWater.nothing();
    private static final DrawnWater HIGHWAY_CLOSED = DRY.box(107.105, 16.728, 107.11, 16.732, 0.8);

    private final RoadTown town;

    BoatDepartureTest(@TempDir Path home) {
        town = new RoadTown(home);
        town.load(RoadTown.resource("river.osm"));
    }

    @AfterAll
    void close() {
        town.close();
    }

    @Test
    void g01_aTripThatEndsBeforeTheNextStepIsTheOrdinaryWay() {
        town.waters.draw(field(1.2));
        RouteAnswer.Afloat ordinary = (RouteAnswer.Afloat) boat(SIX);
        town.waters.draw(field(1.2), field(0.2).seenAt(NINE));
        RouteAnswer.Afloat way = (RouteAnswer.Afloat) boat(NINE.minusSeconds(300));
        assertThat(way.line().equalsExact(ordinary.line())).isTrue();
        assertThat(way.durationS()).isEqualTo(ordinary.durationS());
        RouteTimes times = Objects.requireNonNull(way.times());
        assertThat(times.departAt()).isEqualTo(NINE.minusSeconds(300));
        assertThat(times.arriveAt()).isEqualTo(times.departAt().plusMillis(Math.round(way.durationS() * 1000)));
        assertThat(times.steps()).hasSize(1);
        assertThat(times.lastStepHolds()).isFalse();
    }

    @Test
    void g02_fallingWaterStrandsABoat() {
        town.waters.draw(field(1.2), field(0.3).seenAt(NINE));
        assertThat(boat(NINE.minusSeconds(100))).isInstanceOfSatisfying(RunsAground.class, no -> {
            assertThat(no.closesAt()).isEqualTo(NINE);
            assertThat(no.depthM()).isEqualTo(0.3);
            assertThat(no.needsM()).isEqualTo(0.5);
            assertThat(no.at().lon()).isBetween(107.101, 107.109);
            assertThat(no.vi())
                    .isEqualTo("Không kịp tới nơi bằng xuồng máy: từ 16:00 18/10 trên đường đi nước chỉ còn 0,30 m"
                            + " (cần 0,50 m).");
            assertThat(no.en()).contains("motor boat", "0.30 m", "0.50 m");
            assertThat(Objects.requireNonNull(no.water()).at()).isEqualTo(SIX);
        });
        assertThat(ask(FIELD_WEST, FIELD_EAST, VehicleClass.PADDLE_BOAT, null, NINE.minusSeconds(100)))
                .as("0.3 m are enough for it")
                .isInstanceOf(RouteAnswer.Afloat.class);
    }

    @Test
    void g03_theBoatGoesAroundWhatFallsDry() {
        DrawnWater shallow = DRY.box(107.101, 16.758, 107.104, 16.762, 1.2)
                .box(107.104, 16.758, 107.106, 16.762, 0.4)
                .box(107.106, 16.758, 107.109, 16.762, 1.2)
                .box(107.101, 16.762, 107.109, 16.765, 1.2);
        town.waters.draw(shallow);
        double around = ((RouteAnswer.Afloat) boat(SIX)).durationS();
        town.waters.draw(field(1.2), shallow.seenAt(NINE));
        double straight = ((RouteAnswer.Afloat) boat(SIX)).durationS();
        RouteAnswer.Afloat way = (RouteAnswer.Afloat) boat(NINE.minusSeconds(60));
        assertThat(way.durationS()).isEqualTo(around).isGreaterThan(straight + 60);
        assertThat(way.shallowestM()).isEqualTo(1.2);
        assertThat(Objects.requireNonNull(way.times()).steps()).hasSize(2);
        assertThat(way.times().lastStepHolds()).isTrue();
    }

    @Test
    void g04_unknownWaterOnTheWayNeedsConfirmation() {
        town.waters.draw(field(1.2), field(Double.NaN).seenAt(NINE));
        RouteAnswer.Afloat way = (RouteAnswer.Afloat) boat(NINE.minusSeconds(100));
        assertThat(way.needsConfirmationM()).isEqualTo(way.distanceM());
        assertThat(((RouteAnswer.Afloat) boat(NINE.minusSeconds(300))).needsConfirmationM())
                .isZero();
    }

    /** By the highway it needs about 9 minutes to the lagoon, and 20 to load: the water comes in between. */
    @Test
    void g05_theTrucksRoadClosesWhileItIsLoading() {
        Instant leaves = NINE.minus(Duration.ofMinutes(15));
        town.waters.draw(HIGHWAY_CLOSED);
        RouteAnswer.Transferred river = transferred(SIX);
        town.waters.draw(DRY, HIGHWAY_CLOSED.seenAt(NINE));
        RouteAnswer.Transferred lagoon = transferred(SIX);
        assertThat(lagoon.road().durationS()).isLessThan(15 * 60);
        assertThat(lagoon.durationS()).isGreaterThan(15 * 60);
        assertThat(lagoon.at()).isNotEqualTo(river.at());
        RouteAnswer.Transferred lasting = transferred(leaves);
        assertThat(lasting.at()).isEqualTo(river.at());
        assertThat(lasting.durationS()).isCloseTo(river.durationS(), within(1e-9));
        assertThat(Objects.requireNonNull(lasting.times()).steps()).hasSize(2);
        DrawnWater both =
                HIGHWAY_CLOSED.box(107.105, 16.737, 107.11, 16.739, 0.8).box(107.0995, 16.733, 107.1005, 16.735, 0.8);
        town.waters.draw(DRY, both.seenAt(NINE));
        assertThat(ask(START, LAGOON, VehicleClass.TRUCK, VehicleClass.MOTOR_BOAT, leaves))
                .isInstanceOfSatisfying(NoWay.ClosesUnderWay.class, no -> {
                    assertThat(no.vehicle()).isEqualTo(VehicleClass.TRUCK);
                    assertThat(no.closesAt()).isEqualTo(NINE);
                    assertThat(no.depthM()).isEqualTo(0.8);
                    assertThat(no.roadName()).isEqualTo("QL49");
                });
    }

    @Test
    void g06_theBoatsWaterFallsWhileTheTruckDrives() {
        LonLat field = new LonLat(107.12, 16.7445);
        DrawnWater flood = DRY.box(107.1155, 16.7395, 107.125, 16.747, 0.9);
        town.waters.draw(flood, flood.deeper(-0.6).seenAt(NINE));
        assertThat(ask(START, field, VehicleClass.TRUCK, VehicleClass.MOTOR_BOAT, NINE.minusSeconds(7200)))
                .isInstanceOf(RouteAnswer.Transferred.class);
        assertThat(ask(START, field, VehicleClass.TRUCK, VehicleClass.MOTOR_BOAT, NINE.minusSeconds(600)))
                .isInstanceOfSatisfying(RunsAground.class, no -> {
                    assertThat(no.vehicle()).isEqualTo(VehicleClass.MOTOR_BOAT);
                    assertThat(no.depthM()).isCloseTo(0.3, within(1e-3));
                });
    }

    /** Written anew: the shortest way under the first steps, for every number of steps, if it ends within them. */
    @Test
    void g07_boatsFindTheQuickestOfAllWaysThatLast() {
        Random random = new Random(245);
        int throughSteps = 0;
        int aground = 0;
        for (int round = 0; round < 10; round++) {
            List<WaterPicture> steps = new ArrayList<>();
            for (int step = 0; step < 4; step++) {
                steps.add(pools(random, 30, 0.1).seenAt(SIX.plusSeconds(step * 400L)));
            }
            town.waters.draw(steps.toArray(WaterPicture[]::new));
            for (int pair = 0; pair < 8; pair++) {
                LonLat from = alwaysWet(steps, random);
                LonLat to = alwaysWet(steps, random);
                RouteAnswer answer = ask(from, to, VehicleClass.MOTOR_BOAT, null, SIX);
                double bestS = bestS(steps, from, to);
                if (answer instanceof RouteAnswer.Afloat way) {
                    assertThat(way.durationS()).isCloseTo(bestS, within(1e-6));
                    int used = Objects.requireNonNull(way.times()).steps().size();
                    throughSteps += used > 1 ? 1 : 0;
                    assertHolds(way, steps.subList(0, used));
                } else {
                    assertThat(bestS).isInfinite();
                    aground += answer instanceof RunsAground ? 1 : 0;
                }
            }
        }
        assertThat(throughSteps).isGreaterThan(5);
        assertThat(aground).isPositive();
    }

    @Test
    void g08_aTransferHoldsFromItsDepartureUntilItsArrival() {
        Random random = new Random(246);
        int throughSteps = 0;
        for (int round = 0; round < 30; round++) {
            List<WaterPicture> steps = new ArrayList<>();
            for (int step = 0; step < 4; step++) {
                steps.add(pools(random, 8, 0.3).seenAt(SIX.plusSeconds(step * 900L)));
            }
            town.waters.draw(steps.toArray(WaterPicture[]::new));
            LonLat goal = new LonLat(107.131 + random.nextDouble() * 0.008, 16.736 + random.nextDouble() * 0.028);
            if (ask(START, goal, VehicleClass.TRUCK, VehicleClass.MOTOR_BOAT, SIX)
                    instanceof RouteAnswer.Transferred both) {
                RouteTimes times = Objects.requireNonNull(both.times());
                int used = times.steps().size();
                throughSteps += used > 1 ? 1 : 0;
                assertHolds(both.boat(), steps.subList(0, used));
                RouteAnswer.Transferred span = (RouteAnswer.Transferred) town.everyWay.find(new RouteQuery(
                        START,
                        goal,
                        VehicleClass.TRUCK,
                        DrawnWater.FLOOD,
                        SIX,
                        VehicleClass.MOTOR_BOAT,
                        times.arriveAt()));
                assertThat(span.durationS()).isCloseTo(both.durationS(), within(1e-9));
                for (WaterPicture step : steps.subList(0, used)) {
                    town.waters.draw(step);
                    assertThat(town.finder.find(
                                    new RouteQuery(START, both.at(), VehicleClass.TRUCK, DrawnWater.FLOOD, step.at())))
                            .isInstanceOf(RouteAnswer.Found.class);
                }
            }
        }
        assertThat(throughSteps).isGreaterThan(3);
    }

    private double bestS(List<WaterPicture> steps, LonLat from, LonLat to) {
        for (boolean confirmedOnly : new boolean[] {true, false}) {
            double bestS = Double.POSITIVE_INFINITY;
            for (int last = 0; last < steps.size(); last++) {
                BoatRule rule = new BoatRule(
                        town.boats.worst(town.graph(), steps.subList(0, last + 1)), (short) 500, confirmedOnly);
                var start = town.boatRoutes.snap(rule, from);
                var end = town.boatRoutes.snap(rule, to);
                if (start.isPresent() && end.isPresent()) {
                    double seconds = PlainBoats.meters(rule, start.getAsInt(), List.of(end.getAsInt()))[0] * 3.6 / 12;
                    boolean lasts = last + 1 == steps.size() || seconds <= (last + 1) * 400L;
                    bestS = lasts ? Math.min(bestS, seconds) : bestS;
                }
            }
            if (Double.isFinite(bestS)) {
                return bestS;
            }
        }
        return Double.POSITIVE_INFINITY;
    }

    /** Every cell on the way, asked of every step. */
    private void assertHolds(RouteAnswer.Afloat way, List<WaterPicture> steps) {
        BoatGrid grid = town.boats.water(town.graph(), steps.get(0)).grid();
        var line = way.line().getCoordinates();
        for (WaterPicture step : steps) {
            BoatRule rule =
                    new BoatRule(town.boats.water(town.graph(), step), (short) 500, way.needsConfirmationM() == 0);
            for (int i = 1; i < line.length; i++) {
                int columns = grid.column(line[i].x) - grid.column(line[i - 1].x);
                int rows = grid.row(line[i].y) - grid.row(line[i - 1].y);
                int count = Math.max(Math.abs(columns), Math.abs(rows));
                for (int s = 0; s <= count; s++) {
                    int cell = grid.cell(
                            grid.column(line[i - 1].x) + s * Integer.signum(columns),
                            grid.row(line[i - 1].y) + s * Integer.signum(rows));
                    assertThat(rule.passes(cell)).isTrue();
                }
            }
        }
    }

    /** Tied to the same cell whatever the hour. */
    private LonLat alwaysWet(List<WaterPicture> steps, Random random) {
        BoatRule rule = new BoatRule(town.boats.worst(town.graph(), steps), (short) 500, true);
        while (true) {
            int cell = random.nextInt(rule.water().grid().cells());
            if (rule.passes(cell)) {
                return LonLat.of(rule.water().grid().centre(cell));
            }
        }
    }

    private static LonLat place(Random random) {
        return new LonLat(107.1 + random.nextDouble() * 0.05, 16.725 + random.nextDouble() * 0.04);
    }

    private static DrawnWater pools(Random random, int count, double leastM) {
        DrawnWater water = DRY;
        for (int i = 0; i < count; i++) {
            LonLat corner = place(random);
            double depthM = random.nextInt(8) == 0 ? Double.NaN : leastM + random.nextDouble();
            water = water.box(
                    corner.lon(),
                    corner.lat(),
                    corner.lon() + 0.004 + random.nextDouble() * 0.012,
                    corner.lat() + 0.008,
                    depthM);
        }
        return water;
    }

    private static DrawnWater field(double depthM) {
        return DRY.box(107.101, 16.755, 107.109, 16.765, depthM);
    }

    private RouteAnswer boat(Instant departAt) {
        return ask(FIELD_WEST, FIELD_EAST, VehicleClass.MOTOR_BOAT, null, departAt);
    }

    private RouteAnswer.Transferred transferred(Instant departAt) {
        RouteAnswer answer = ask(START, LAGOON, VehicleClass.TRUCK, VehicleClass.MOTOR_BOAT, departAt);
        assertThat(answer).isInstanceOf(RouteAnswer.Transferred.class);
        return (RouteAnswer.Transferred) answer;
    }

    private RouteAnswer ask(
            LonLat from, LonLat to, VehicleClass vehicle, @Nullable VehicleClass transfer, Instant departAt) {
        return town.everyWay.find(new RouteQuery(from, to, vehicle, DrawnWater.FLOOD, departAt, transfer));
    }
}
