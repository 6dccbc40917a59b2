package vn.reliefmap.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.reliefmap.kernel.DepotId;
import vn.reliefmap.kernel.DisasterId;
import vn.reliefmap.kernel.ProblemException;
import vn.reliefmap.kernel.VehicleId;
import vn.reliefmap.plan.PlanDifference.Change;
import vn.reliefmap.plan.PlanDifference.Danger;
import vn.reliefmap.plan.PlanOrder.UnderWay;
import vn.reliefmap.plan.PlannedTour.Call;
import vn.reliefmap.plan.PlannedTour.State;

/** FEATURE UNDER TEST: planning again keeps what is under way and changes little, and no unit is lost or brought twice. */
class PlanAgainTest {
    private static final double ASKED = 15 * 10 + 12 * 10 + 6 * 5;

    private final PlanWorld world = PlanWorld.shared();
    private DisasterId disaster = new DisasterId(UUID.randomUUID());
    private VehicleId first = new VehicleId(UUID.randomUUID());
    private DepotId depot = new DepotId(UUID.randomUUID());
    private ReliefPlan before;

    @BeforeEach
    void twoTrucksAndThreeHamlets() {
        world.empty();
        disaster = world.disaster();
        depot = world.depot("Kho Tây", PlanWorld.DEPOT);
        world.stock(depot, "rice", 400);
        first = world.vehicle("Xe 1", "truck", depot, 100);
        world.vehicle("Xe 2", "truck", depot, 100);
        world.water(disaster, PlanWorld.SEVEN);
        world.homes(disaster, PlanWorld.EAST_BANK, PlanWorld.MARKET, 15, "rice", 10, "high");
        world.homes(disaster, PlanWorld.WEST_BANK, PlanWorld.WEST, 12, "rice", 10, "high");
        world.homes(disaster, PlanWorld.WEST_BANK, PlanWorld.BRIDGE_HEAD, 6, "rice", 5, "normal");
        before = world.plan(PlanWorld.order(disaster, Duration.ofHours(2)));
        assertThat(before.leftOut()).isEmpty();
        assertThat(before.tours()).hasSize(2);
    }

    private static List<Call> calls(ReliefPlan plan) {
        List<Call> calls = new ArrayList<>();
        plan.tours().forEach(tour -> tour.trips().forEach(trip -> calls.addAll(trip.calls())));
        return calls;
    }

    private static double rice(List<Call> calls) {
        return calls.stream()
                        .flatMap(call -> call.handsOver().stream())
                        .mapToLong(Amount::milli)
                        .sum()
                / 1000.0;
    }

    private static double leftOut(ReliefPlan plan) {
        return plan.leftOut().stream()
                        .flatMap(gap -> gap.amounts().stream())
                        .mapToLong(Amount::milli)
                        .sum()
                / 1000.0;
    }

    private static PlanDifference difference(ReliefPlan plan) {
        return Objects.requireNonNull(plan.difference());
    }

    /** When both have left and neither is done. */
    private Instant onTheRoad() {
        return before.tours().stream()
                .map(tour -> tour.trips().get(0).departsAt())
                .max(Instant::compareTo)
                .orElseThrow()
                .plusSeconds(20);
    }

    @Test
    void whenNothingChangedThePlanStaysAsItIs() {
        for (Instant now : List.of(onTheRoad(), PlanWorld.SEVEN.plus(Duration.ofMinutes(100)))) {
            ReliefPlan plan = world.plan(PlanWorld.again(before, now, Set.of()));
            assertThat(difference(plan).stops()).as("at " + now).isEmpty();
            assertThat(difference(plan).items()).isEmpty();
            assertThat(difference(plan).endangered()).isEmpty();
            assertThat(difference(plan).tours()).allSatisfy(tour -> {
                assertThat(tour.change()).isEqualTo(Change.UNCHANGED);
                assertThat(tour.now()).isEqualTo(tour.before());
            });
            assertThat(rice(calls(plan))).isEqualTo(ASKED);
            assertThat(plan.leftOut()).isEmpty();
            assertThat(plan.endsAt()).isEqualTo(before.endsAt());
        }
    }

    @Test
    void aBrokenVehiclesStopsGoToTheOtherAndNothingIsBroughtTwice() {
        Instant now = onTheRoad();
        ReliefPlan plan = world.plan(PlanWorld.again(before, now, Set.of(first)));

        assertThat(rice(calls(plan)) + leftOut(plan)).isEqualTo(ASKED);
        PlanDifference.Endangered stranded = difference(plan).endangered().get(0);
        assertThat(stranded.reason()).isEqualTo(Danger.VEHICLE_OUT);
        assertThat(stranded.vi()).contains("Xe 1 không chạy tiếp được");
        assertThat(stranded.amounts()).isNotEmpty();
        assertThat(plan.tours())
                .filteredOn(tour -> tour.trips().stream().anyMatch(trip -> trip.state() != State.DONE))
                .extracting(PlannedTour::vehicleName)
                .containsExactly("Xe 2");
        PlannedTour other = plan.tours().stream()
                .filter(tour -> tour.vehicleName().equals("Xe 2"))
                .findFirst()
                .orElseThrow();
        assertThat(other.trips().get(0).state()).isEqualTo(State.UNDER_WAY);
        assertThat(other.trips().get(0).loads())
                .isEqualTo(before.tours().stream()
                        .filter(tour -> tour.vehicleName().equals("Xe 2"))
                        .findFirst()
                        .orElseThrow()
                        .trips()
                        .get(0)
                        .loads());
        assertThat(difference(plan).tours())
                .filteredOn(tour -> tour.vehicleName().equals("Xe 1"))
                .singleElement()
                .satisfies(tour -> assertThat(tour.change()).isIn(Change.DROPPED, Change.CHANGED));
        // The stock of the depot is less by what lies on the broken truck.
        assertThat(plan.balance().get(0).toCarryMilli()).isEqualTo(Math.round(ASKED * 1000));
    }

    @Test
    void theTourOfAVehicleThatBreaksAfterPlanningAgainIsNamed() {
        ReliefPlan again = world.plan(PlanWorld.again(before, onTheRoad(), Set.of()));
        ReliefPlan plan = world.plan(PlanWorld.again(again, onTheRoad(), Set.of(first)));
        int tour = Objects.requireNonNull(difference(plan).endangered().get(0).tour());
        assertThat(plan.tour(tour).vehicle()).isEqualTo(first);
    }

    @Test
    void aTeamThatIsLateIsWarnedOfTheWaterOfItsOwnHours() {
        world.empty();
        disaster = world.disaster();
        DepotId depot = world.depot("Kho Tây", PlanWorld.DEPOT);
        world.stock(depot, "rice", 400);
        world.vehicle("Xe 1", "truck", depot, 1000);
        world.water(disaster, PlanWorld.SEVEN);
        world.homes(disaster, PlanWorld.EAST_BANK, PlanWorld.MARKET, 3, "rice", 10, "high");
        world.homes(disaster, PlanWorld.WEST_BANK, PlanWorld.WEST, 3, "rice", 10, "high");
        before = world.plan(PlanWorld.order(disaster));
        assertThat(calls(before)).hasSize(2);

        // Ten minutes before the river rises the truck has not reached its first call, which takes longer than that.
        Instant now = PlanWorld.SEVEN.plus(Duration.ofMinutes(80));
        world.water(disaster, now.plus(Duration.ofMinutes(10)), PlanWorld.riverRises());
        ReliefPlan plan = world.plan(PlanWorld.again(before, now, Set.of(), new UnderWay(1, 1, 0)));

        assertThat(difference(plan).endangered())
                .filteredOn(one -> one.reason() == Danger.CLOSED)
                .extracting(PlanDifference.Endangered::call)
                .containsExactly(2);
    }

    @Test
    void aNewCriticalNeedIsServedAndTheRestChangesLittle() {
        world.homes(disaster, PlanWorld.WEST_BANK, PlanWorld.WEST, 2, "rice", 10, "critical");
        ReliefPlan plan = world.plan(PlanWorld.again(before, onTheRoad(), Set.of()));
        assertThat(rice(calls(plan))).isEqualTo(ASKED + 20);
        assertThat(plan.leftOut()).isEmpty();
        assertThat(difference(plan).items())
                .containsExactly(new PlanDifference.ItemChange(
                        "rice", Math.round(ASKED * 1000), Math.round(ASKED * 1000) + 20_000));
        assertThat(difference(plan).stops())
                .filteredOn(stop ->
                        stop.change() == PlanDifference.Moved.MOVED || stop.change() == PlanDifference.Moved.DROPPED)
                .isEmpty();
        assertThat(difference(plan).vi()).contains("Gạo: 300 → 320 kg");
    }

    @Test
    void theCallerKnowsBetterThanTheClock() {
        PlannedTour one = before.tours().get(0);
        PlannedTour other = before.tours().get(1);
        Instant late = PlanWorld.SEVEN.plus(Duration.ofHours(1));
        ReliefPlan plan = world.plan(PlanWorld.again(
                before, late, Set.of(), new UnderWay(one.number(), 0, 0), new UnderWay(other.number(), 1, 0)));
        assertThat(plan.tours().get(0).trips()).allSatisfy(trip -> {
            assertThat(trip.state()).isEqualTo(State.PLANNED);
            assertThat(trip.loadsAt()).isAfterOrEqualTo(late);
        });
        PlannedTour.PlannedTrip underWay = plan.tours().get(1).trips().get(0);
        assertThat(underWay.state()).isEqualTo(State.UNDER_WAY);
        assertThat(underWay.calls().get(0).done()).isFalse();
        assertThat(underWay.calls().get(0).arrivesAt()).isAfterOrEqualTo(late);
        // An hour was lost, so not all is done before the end.
        assertThat(rice(calls(plan)) + leftOut(plan)).isEqualTo(ASKED);
    }

    @Test
    void planningAgainAndAgainLosesNothing() {
        ReliefPlan plan = before;
        for (int minutes = 20; minutes < 120; minutes += 45) {
            plan = world.plan(PlanWorld.again(plan, PlanWorld.SEVEN.plus(Duration.ofMinutes(minutes)), Set.of()));
            assertThat(rice(calls(plan)) + leftOut(plan)).as("after " + minutes).isEqualTo(ASKED);
        }
        assertThat(plan.tours()).allSatisfy(tour -> assertThat(tour.trips())
                .allSatisfy(trip -> assertThat(trip.state()).isNotEqualTo(State.PLANNED)));
    }

    @Test
    void whatIsOnTheRoadIsPlannedOnceHoweverMuchOfItIsWrittenDown() {
        world.stock(depot, "rice", ASKED);
        before = world.plan(PlanWorld.order(disaster, Duration.ofHours(2)));
        List<Long> loaded = before.tours().stream()
                .map(tour -> tour.trips().get(0).loads().get(0).milli())
                .toList();
        assertThat(loaded).hasSize(2);
        for (double out : new double[] {1, loaded.get(0) / 1000.0 - 1, loaded.get(1) / 1000.0}) {
            world.moved(depot, "rice", "out", -out);
            assertThat(stockPlannedWith()).as("%s kg more is written down", out).isEqualTo(ASKED);
        }
        world.moved(depot, "rice", "in", 50);
        assertThat(stockPlannedWith()).as("fifty kilograms came").isEqualTo(ASKED + 50);
        world.moved(depot, "rice", "out", -20);
        assertThat(stockPlannedWith()).as("somebody else took twenty").isEqualTo(ASKED + 30);
    }

    @Test
    void aCountHasSeenWhatHadLeft() {
        // Nothing is written down of what the trucks took; then somebody counts what is there without it.
        double onTheRoad = before.tours().stream()
                        .mapToLong(tour -> tour.trips().get(0).loads().get(0).milli())
                        .sum()
                / 1000.0;
        assertThat(stockPlannedWith()).isEqualTo(400);
        world.moved(depot, "rice", "counted", -onTheRoad);
        assertThat(stockPlannedWith()).isEqualTo(400);
    }

    /** In the depot and on the road, as a new plan has it. */
    private double stockPlannedWith() {
        ReliefPlan plan = world.plan(PlanWorld.again(before, onTheRoad(), Set.of()));
        assertThat(rice(calls(plan)) + leftOut(plan)).isEqualTo(ASKED);
        return plan.balance().get(0).stockMilli() / 1000.0;
    }

    @Test
    void aStartDaysBeforeTheOtherPlanEndsIsRefused() {
        Instant early = before.endsAt().minus(Duration.ofHours(49));
        assertThatThrownBy(() -> world.plan(PlanWorld.again(before, early, Set.of())))
                .isInstanceOf(ProblemException.class)
                .extracting(e -> ((ProblemException) e).problem().code())
                .isEqualTo("PLAN_TIME_RANGE");
    }

    @Test
    void tellingWhatCannotBeIsRefused() {
        for (UnderWay wrong : List.of(new UnderWay(1, 99, 0), new UnderWay(1, -1, 0), new UnderWay(1, 0, 1))) {
            assertThatThrownBy(() -> world.plan(PlanWorld.again(before, onTheRoad(), Set.of(), wrong)))
                    .isInstanceOf(ProblemException.class)
                    .extracting(e -> ((ProblemException) e).problem().code())
                    .isEqualTo("PLAN_UNDER_WAY");
        }
        assertThatThrownBy(() -> world.plan(PlanWorld.again(before, onTheRoad(), Set.of(), new UnderWay(77, 1, 0))))
                .isInstanceOf(ProblemException.class);
    }
}
