package vn.reliefmap.routing.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import vn.reliefmap.flood.WaterStep;
import vn.reliefmap.geo.LonLat;
import vn.reliefmap.passability.VehicleClass;
import vn.reliefmap.routing.LaterStart;
import vn.reliefmap.routing.NoWay;
import vn.reliefmap.routing.RouteAnswer;
import vn.reliefmap.routing.RouteQuery;
import vn.reliefmap.routing.RouteTimes;

/**
 * FEATURE UNDER TEST: routes at a departure time through steps of the water, on the hand-drawn village (village.osm holds
 * the picture). A truck drives from A over the highway and its bridge to the market beyond D in about 4 minutes; over the
 * dike and the ford it needs about 10.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class VillageDepartureTest {
    private static final LonLat A = new LonLat(107.1005, 16.7501);
    private static final LonLat B = new LonLat(107.11, 16.75001);
    private static final LonLat MARKET = new LonLat(107.1301, 16.747);
    private static final Instant NINE = DrawnWater.SEEN.plus(Duration.ofHours(3));
    private static final DrawnWater DRY = DrawnWater.nothing();
    private static final DrawnWater HIGHWAY_CLOSED = DRY.box(107.117, 16.749, 107.119, 16.751, 0.7);
    private static final DrawnWater ALL_CLOSED = HIGHWAY_CLOSED.box(107.1145, 16.739, 107.1155, 16.741, 0.5);
    /** 0.3 m from A to B: a truck drives at a quarter of its speed. */
    private static final DrawnWater SLOW_TO_B = DRY.box(107.1001, 16.749, 107.1099, 16.751, 0.3);

    private final RoadTown town;

    VillageDepartureTest(@TempDir Path home) {
        town = new RoadTown(home);
        town.load(RoadTown.VILLAGE);
    }

    @AfterAll
    void close() {
        town.close();
    }

    @Test
    void e01_aTripThatEndsBeforeTheNextStepIsTheOrdinaryRoute() {
        RouteAnswer.Found ordinary = (RouteAnswer.Found) town.route(VehicleClass.TRUCK, A, MARKET, SLOW_TO_B);
        town.waters.draw(SLOW_TO_B, ALL_CLOSED.seenAt(NINE));
        RouteAnswer.Found way = found(NINE.minusSeconds(1200));
        assertThat(way.durationS()).isEqualTo(ordinary.durationS());
        assertThat(way.line().equalsExact(ordinary.line())).isTrue();
        assertThat(way.stretches()).isEqualTo(ordinary.stretches());
        RouteTimes times = times(way);
        assertThat(times.departAt()).isEqualTo(NINE.minusSeconds(1200));
        assertThat(times.arriveAt()).isEqualTo(times.departAt().plusMillis(Math.round(way.durationS() * 1000)));
        assertThat(times.steps()).containsExactly(new WaterStep(DrawnWater.SEEN, false));
        assertThat(times.lastStepHolds()).isFalse();
        assertThat(times.later()).isNull();
    }

    @Test
    void e02_aRoadThatClosesOnTheWayIsNotTaken() {
        double overTheFord = seconds(HIGHWAY_CLOSED);
        double overTheHighway = seconds(DRY);
        town.waters.draw(DRY, HIGHWAY_CLOSED.seenAt(NINE));
        RouteAnswer.Found way = found(NINE.minusSeconds(60));
        assertThat(way.stretches()).extracting("roadName").contains("Ngầm Hà").doesNotContain("Cầu Hà");
        assertThat(way.durationS()).isCloseTo(overTheFord, within(1e-6));
        assertThat(times(way).steps()).hasSize(2);
        assertThat(times(way).lastStepHolds()).isTrue();
        // Ten seconds more than the trip needs: the highway is behind the truck before it closes.
        assertThat(found(NINE.minusMillis(Math.round(overTheHighway * 1000) + 10_000))
                        .stretches())
                .extracting("roadName")
                .contains("Cầu Hà");
    }

    @Test
    void e03_whereEveryWayClosesOnTheWayTheAnswerSaysWhichRoadAndWhen() {
        town.waters.draw(DRY, ALL_CLOSED.seenAt(NINE));
        assertThat(ask(NINE.minusSeconds(60))).isInstanceOfSatisfying(NoWay.ClosesUnderWay.class, no -> {
            assertThat(no.closesAt()).isEqualTo(NINE);
            assertThat(no.roadName()).isEqualTo("Quốc lộ 9");
            assertThat(no.depthM()).isEqualTo(0.7);
            assertThat(no.closesAtM()).isEqualTo(0.6);
            assertThat(no.later()).isNull();
            assertThat(no.vi())
                    .isEqualTo("Không kịp tới nơi bằng xe tải: từ 16:00 18/10 nước sâu 0,70 m trên Quốc lộ 9"
                            + " (không qua được từ 0,60 m).");
        });
    }

    @Test
    void e04_whatOpensLaterIsOfferedAsALaterStart() {
        Instant ten = NINE.plusSeconds(3600);
        town.waters.draw(
                ALL_CLOSED, ALL_CLOSED.seenAt(NINE), HIGHWAY_CLOSED.seenAt(ten), DRY.seenAt(ten.plusSeconds(9)));
        assertThat(ask(NINE.minusSeconds(60))).isInstanceOfSatisfying(NoWay.CutOff.class, no -> {
            assertThat(no.later())
                    .isEqualTo(new LaterStart(ten, ten.plusMillis(Math.round(seconds(HIGHWAY_CLOSED) * 1000))));
            assertThat(no.en()).endsWith(" Leave at 17:00 18/10 to arrive at 17:10 18/10.");
        });
        town.waters.draw(ALL_CLOSED, ALL_CLOSED.seenAt(NINE));
        assertThat(ask(NINE)).isInstanceOfSatisfying(NoWay.CutOff.class, no -> assertThat(no.later())
                .isNull());
    }

    @Test
    void e05_aLaterStartThatArrivesEarlierIsOfferedAndNotTaken() {
        double highway = seconds(DRY);
        double ford = seconds(HIGHWAY_CLOSED);
        town.waters.draw(HIGHWAY_CLOSED, DRY.seenAt(NINE));
        RouteAnswer.Found way = found(NINE.minusSeconds(90));
        // Closed at the departure: not taken, though it would be open when the truck gets there.
        assertThat(way.durationS()).isCloseTo(ford, within(1e-6));
        assertThat(times(way).later()).isEqualTo(new LaterStart(NINE, NINE.plusMillis(Math.round(highway * 1000))));
        assertThat(times(found(NINE.minusMillis(Math.round((ford - highway) * 1000))))
                        .later())
                .as("not a minute earlier")
                .isNull();
    }

    @Test
    void e06_theSpeedOnARoadChangesWithTheWater() {
        double toB = ((RouteAnswer.Found) town.route(VehicleClass.TRUCK, A, B, DRY)).durationS();
        double dry = seconds(DRY);
        town.waters.draw(DRY, SLOW_TO_B.seenAt(NINE));
        RouteAnswer.Found rising = found(NINE.minusSeconds(30));
        assertThat(rising.durationS()).isCloseTo(dry + 3 * (toB - 30), within(1e-4));
        assertThat(rising.deepestM()).isEqualTo(0.3);
        town.waters.draw(SLOW_TO_B, DRY.seenAt(NINE));
        assertThat(found(NINE.minusSeconds(100)).durationS())
                .as("100 s at a quarter of the speed, 25 s of dry driving done")
                .isCloseTo(dry + 75, within(1e-4));
    }

    @Test
    void e07_aBridgeStaysOpenOverARiverThatLeavesItsEndsDry() {
        double dry = seconds(DRY);
        town.waters.draw(DRY, DRY.box(107.1141, 16.7, 107.1159, 16.8, 4).seenAt(NINE));
        RouteAnswer.Found way = found(NINE.minusSeconds(30));
        assertThat(way.durationS()).isCloseTo(dry, within(1e-6));
        assertThat(way.bridgesUnconfirmed()).as("as the second step sees it").isEqualTo(1);
        town.waters.draw(DRY, DRY.box(107.1139, 16.7, 107.1161, 16.8, 4).seenAt(NINE));
        assertThat(ask(NINE.minusSeconds(30))).isInstanceOf(NoWay.ClosesUnderWay.class);
    }

    @Test
    void e08_aPlaceWhoseOwnRoadClosesFirstIsNotReached() {
        // B is a junction, tied to one of its roads; the truck comes from A in 66 s.
        town.waters.draw(DRY, DRY.box(107.1001, 16.749, 107.1139, 16.755, 0.9).seenAt(NINE));
        assertThat(ask(A, B, NINE.minusSeconds(90))).isInstanceOf(RouteAnswer.Found.class);
        assertThat(ask(A, B, NINE.minusSeconds(40))).isInstanceOf(NoWay.ClosesUnderWay.class);
    }

    @Test
    void e09_withoutADepartureTheTripStartsNow() {
        // The clock of the town stands one hour after the first step.
        Instant now = DrawnWater.SEEN.plusSeconds(3600);
        town.waters.draw(DRY, ALL_CLOSED.seenAt(now.plusSeconds(60)));
        assertThat(town.finder.find(new RouteQuery(A, MARKET, VehicleClass.TRUCK, DrawnWater.FLOOD, null)))
                .isInstanceOf(NoWay.ClosesUnderWay.class);
        town.waters.draw(DRY.seenAt(now.plusSeconds(10_000)));
        RouteAnswer.Found way = (RouteAnswer.Found)
                town.finder.find(new RouteQuery(A, MARKET, VehicleClass.TRUCK, DrawnWater.FLOOD, null));
        assertThat(times(way).departAt()).isEqualTo(now.plusSeconds(10_000));
    }

    private double seconds(DrawnWater water) {
        RouteAnswer.Found way = (RouteAnswer.Found) town.route(VehicleClass.TRUCK, A, MARKET, water);
        return way.durationS();
    }

    private RouteAnswer.Found found(Instant departAt) {
        RouteAnswer answer = ask(departAt);
        assertThat(answer).isInstanceOf(RouteAnswer.Found.class);
        return (RouteAnswer.Found) answer;
    }

    private RouteAnswer ask(Instant departAt) {
        return ask(A, MARKET, departAt);
    }

    private RouteAnswer ask(LonLat from, LonLat to, Instant departAt) {
        return town.finder.find(new RouteQuery(from, to, VehicleClass.TRUCK, DrawnWater.FLOOD, departAt));
    }

    private static RouteTimes times(RouteAnswer.Found way) {
        return Objects.requireNonNull(way.times());
    }
}
