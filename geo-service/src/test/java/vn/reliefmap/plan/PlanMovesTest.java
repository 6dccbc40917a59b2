package vn.reliefmap.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vn.reliefmap.commitment.ClaimOrder;
import vn.reliefmap.commitment.ClaimPlace;
import vn.reliefmap.commitment.Claims;
import vn.reliefmap.kernel.DepotId;
import vn.reliefmap.kernel.DisasterId;
import vn.reliefmap.kernel.PlanId;
import vn.reliefmap.kernel.VehicleId;
import vn.reliefmap.plan.MoveBreak.Kind;
import vn.reliefmap.plan.PlanMove.LeftOut;
import vn.reliefmap.plan.PlanMove.Planned;
import vn.reliefmap.plan.PlanMove.To;
import vn.reliefmap.plan.PlannedTour.Call;
import vn.reliefmap.plan.PlannedTour.PlannedTrip;
import vn.reliefmap.store.Topic;

/** FEATURE UNDER TEST: one stop moved by hand, what it breaks in numbers and words, and the plan that has the move. */
class PlanMovesTest {
    private final PlanWorld world = PlanWorld.shared();
    private final PlanMoves moves = world.part(PlanMoves.class);
    private final UUID coordinator = world.team("Điều phối");
    private DisasterId disaster = new DisasterId(UUID.randomUUID());
    private DepotId depot = new DepotId(UUID.randomUUID());
    private VehicleId one = new VehicleId(UUID.randomUUID());
    private VehicleId two = new VehicleId(UUID.randomUUID());

    @BeforeEach
    void twoTrucksAndThreeHamlets() {
        world.empty();
        disaster = world.disaster();
        depot = world.depot("Kho Tây", PlanWorld.DEPOT);
        world.stock(depot, "rice", 400);
        one = world.vehicle("Xe 1", "truck", depot, 160);
        two = world.vehicle("Xe 2", "truck", depot, 160);
        world.water(disaster, PlanWorld.SEVEN);
        world.homes(disaster, PlanWorld.EAST_BANK, PlanWorld.MARKET, 14, "rice", 10, "high");
        world.homes(disaster, PlanWorld.WEST_BANK, PlanWorld.WEST, 11, "rice", 10, "high");
        world.homes(disaster, PlanWorld.WEST_BANK, PlanWorld.BRIDGE_HEAD, 4, "rice", 5, "normal");
    }

    private ReliefPlan plan(Duration lasts) {
        return world.plan(PlanWorld.order(disaster, lasts));
    }

    private record Stands(PlannedTour tour, int trip, int position, Call call) {
        Planned from() {
            return new Planned(tour.number(), call.number());
        }

        /** A trip that loses its only stop is gone; its place among others then is, too. */
        boolean keepsItsTrip() {
            return tour.trips().size() == 1
                    || tour.trips().get(trip - 1).calls().size() > 1;
        }

        To here() {
            return new To(tour.vehicle(), trip, position);
        }
    }

    private static List<Stands> calls(ReliefPlan plan) {
        List<Stands> all = new ArrayList<>();
        for (PlannedTour tour : plan.tours()) {
            for (int t = 0; t < tour.trips().size(); t++) {
                List<Call> calls = tour.trips().get(t).calls();
                for (int c = 0; c < calls.size(); c++) {
                    if (calls.get(c).landing() == null) {
                        all.add(new Stands(tour, t + 1, c + 1, calls.get(c)));
                    }
                }
            }
        }
        return all;
    }

    private static Stands find(ReliefPlan plan, String stop) {
        return calls(plan).stream()
                .filter(each -> each.call().stop().equals(stop))
                .findFirst()
                .orElseThrow();
    }

    private PlanId move(ReliefPlan plan, PlanMove move, boolean override) {
        return moves.move(
                plan.id(), new MoveOrder(UUID.randomUUID(), coordinator, move, override, override ? "cần gấp" : null));
    }

    private ReliefPlan moved(ReliefPlan plan, PlanMove move) {
        return world.plans().get(move(plan, move, false));
    }

    private static void expectEveryUnitOnce(ReliefPlan plan) {
        long handed = calls(plan).stream()
                .flatMap(each -> each.call().handsOver().stream())
                .mapToLong(Amount::milli)
                .sum();
        long left = plan.leftOut().stream()
                .flatMap(gap -> gap.amounts().stream())
                .mapToLong(Amount::milli)
                .sum();
        assertThat(handed + left)
                .isEqualTo(plan.balance().stream()
                        .mapToLong(ReliefPlan.ItemBalance::toCarryMilli)
                        .sum());
        assertThat(handed)
                .isEqualTo(plan.balance().stream()
                        .mapToLong(ReliefPlan.ItemBalance::plannedMilli)
                        .sum());
        for (PlannedTour tour : plan.tours()) {
            for (PlannedTrip trip : tour.trips()) {
                assertThat(trip.loads().stream().mapToLong(Amount::milli).sum())
                        .isEqualTo(trip.calls().stream()
                                .flatMap(call -> call.handsOver().stream())
                                .mapToLong(Amount::milli)
                                .sum());
            }
        }
    }

    @Test
    @DisplayName("law: a stop put where it stands breaks nothing and changes no figure")
    void aMoveThatChangesNothing() {
        ReliefPlan plan = plan(Duration.ofHours(8));
        assertThat(calls(plan)).hasSizeGreaterThan(1);
        for (Stands each : calls(plan)) {
            MoveCheck check = moves.check(plan.id(), new PlanMove(each.from(), each.here()));
            assertThat(check.breaks()).isEmpty();
            assertThat(check.tours()).singleElement().satisfies(tour -> assertThat(tour.after())
                    .isEqualTo(tour.before()));
            assertThat(check.after()).isEqualTo(check.before());
            assertThat(moved(plan, new PlanMove(each.from(), each.here())).tours())
                    .isEqualTo(plan.tours());
        }
    }

    @Test
    @DisplayName(
            "law: a stop moved anywhere and back is where it was, with the same figures; every unit is somewhere once")
    void movedAndBack() {
        ReliefPlan plan = plan(Duration.ofHours(8));
        int tried = 0;
        for (Stands each : calls(plan)) {
            for (MoveFit fit : moves.fits(plan.id(), each.from())) {
                if (fit.breaks().isEmpty()) {
                    ReliefPlan there = moved(plan, new PlanMove(each.from(), fit.best()));
                    expectEveryUnitOnce(there);
                    Stands now = find(there, each.call().stop());
                    if (each.keepsItsTrip()) {
                        ReliefPlan back = moved(there, new PlanMove(now.from(), each.here()));
                        expectEveryUnitOnce(back);
                        expectSame(plan, back);
                        tried++;
                    }
                }
            }
            ReliefPlan out = moved(plan, new PlanMove(each.from(), null));
            expectEveryUnitOnce(out);
            assertThat(out.leftOut()).anySatisfy(gap -> assertThat(gap.reason()).isEqualTo(PlanGap.Reason.TAKEN_OUT));
            int gap = gap(out, each.call().stop());
            if (each.keepsItsTrip()) {
                expectSame(plan, moved(out, new PlanMove(new LeftOut(gap), each.here())));
                tried++;
            }
        }
        assertThat(tried).isPositive();
    }

    private static int gap(ReliefPlan plan, String stop) {
        for (int g = 0; g < plan.leftOut().size(); g++) {
            if (stop.equals(plan.leftOut().get(g).stop())) {
                return g;
            }
        }
        throw new AssertionError("nothing is left out of " + stop);
    }

    /** A way that was asked for again is rounded otherwise than in the tables, by a second or two. */
    private static void expectSame(ReliefPlan plan, ReliefPlan back) {
        assertThat(back.tours()).hasSameSizeAs(plan.tours());
        for (PlannedTour was : plan.tours()) {
            PlannedTour is = back.tours().stream()
                    .filter(tour -> tour.vehicle().equals(was.vehicle()))
                    .findFirst()
                    .orElseThrow();
            assertThat(is.distanceM()).isCloseTo(was.distanceM(), within(1e-6));
            assertThat(is.drivenS()).isCloseTo(was.drivenS(), within(1e-6));
            assertThat(is.deepestM()).isEqualTo(was.deepestM());
            assertThat(Duration.between(was.endsAt(), is.endsAt()).abs()).isLessThan(Duration.ofSeconds(20));
            assertThat(is.trips().stream().map(PlannedTrip::loads))
                    .containsExactlyElementsOf(
                            was.trips().stream().map(PlannedTrip::loads).toList());
        }
        assertThat(back.balance()).isEqualTo(plan.balance());
        assertThat(back.leftOut()).isEqualTo(plan.leftOut());
    }

    @Test
    @DisplayName("too much for the vehicle is told in kilograms and refused, whoever asks")
    void tooHeavy() {
        ReliefPlan plan = plan(Duration.ofHours(8));
        Stands market = find(plan, stopAt(plan, PlanWorld.EAST_BANK));
        PlannedTour other = plan.tours().stream()
                .filter(tour -> calls(plan).stream()
                        .anyMatch(each -> each.tour().equals(tour)
                                && kg(each.call()) > 100
                                && !each.call().equals(market.call())))
                .findFirst()
                .orElseThrow();
        PlanMove move = new PlanMove(market.from(), new To(other.vehicle(), 1, 1));
        MoveCheck check = moves.check(plan.id(), move);
        MoveBreak heavy = check.breaks().get(0);
        assertThat(heavy.kind()).isEqualTo(Kind.WEIGHT);
        assertThat(heavy.limit()).isEqualTo(160.0);
        assertThat(heavy.number()).isGreaterThan(50).isLessThan(200);
        assertThat(heavy.vi()).contains("Quá tải").contains("/ 160 kg");
        assertThat(check.refused()).isTrue();
        assertThatThrownBy(() -> move(plan, move, true)).hasMessageContaining("MOVE_BREAKS");
    }

    private static double kg(Call call) {
        return call.handsOver().stream().mapToLong(Amount::milli).sum() / 1000.0;
    }

    private static String stopAt(ReliefPlan plan, String commune) {
        return calls(plan).stream()
                .map(Stands::call)
                .filter(call -> commune.equals(call.commune()))
                .findFirst()
                .orElseThrow()
                .stop();
    }

    @Test
    @DisplayName("what the water cuts off cannot be put into a tour, and the stretch, its depth and the hour are told")
    void behindTheWater() {
        world.water(disaster, PlanWorld.SEVEN.plus(Duration.ofHours(2)), PlanWorld.riverRises());
        ReliefPlan plan = plan(Duration.ofHours(8));
        int gap = 0;
        assertThat(plan.leftOut().get(gap).reason()).isEqualTo(PlanGap.Reason.CUT_OFF);
        PlanMove move = new PlanMove(new LeftOut(gap), new To(one, 1, 1));
        MoveCheck check = moves.check(plan.id(), move);
        MoveBreak closed = check.breaks().get(0);
        assertThat(closed.kind()).isEqualTo(Kind.WATER);
        assertThat(closed.number()).isEqualTo(1.2);
        assertThat(Objects.requireNonNull(closed.limit())).isLessThan(1.2);
        assertThat(closed.place()).isNotNull();
        assertThat(closed.vi()).contains("1,2");
        assertThat(moves.fits(plan.id(), move.from()))
                .allSatisfy(fit ->
                        assertThat(fit.breaks()).extracting(MoveBreak::kind).contains(Kind.NO_WAY));
        assertThatThrownBy(() -> move(plan, move, true)).hasMessageContaining("MOVE_BREAKS");
    }

    @Test
    @DisplayName("dusk is a coordinator's to decide over, with a reason, and the plan says who did")
    void intoTheDark() {
        // Sunset on that day and place is 17:24; a plan from 16:10 on.
        var late = PlanWorld.SEVEN.plus(Duration.ofMinutes(9 * 60 + 10));
        ReliefPlan plan = world.plan(new PlanOrder(
                disaster,
                late,
                Duration.ofHours(4),
                Set.of(),
                Set.of(one),
                Set.of(),
                SearchLimits.iterations(1, 300),
                Set.of(),
                null));
        int dark = -1;
        for (int g = 0; g < plan.leftOut().size(); g++) {
            dark = plan.leftOut().get(g).reason() == PlanGap.Reason.DARK ? g : dark;
        }
        assertThat(dark).as("something is left out because of the dark").isNotNegative();
        int trips = plan.tours().isEmpty() ? 0 : plan.tours().get(0).trips().size();
        PlanMove move = new PlanMove(new LeftOut(dark), new To(one, trips + 1, 1));
        MoveCheck check = moves.check(plan.id(), move);
        assertThat(check.breaks()).extracting(MoveBreak::kind).containsOnly(Kind.DARK);
        assertThat(check.refused()).isFalse();
        assertThat(check.after().darkTours()).isEqualTo(check.before().darkTours() + 1);
        assertThatThrownBy(() -> move(plan, move, false)).hasMessageContaining("MOVE_BREAKS");
        assertThatThrownBy(() -> moves.move(plan.id(), new MoveOrder(UUID.randomUUID(), coordinator, move, true, " ")))
                .hasMessageContaining("MOVE_WHY");
        ReliefPlan then = world.plans().get(move(plan, move, true));
        expectEveryUnitOnce(then);
        assertThat(then.before()).isEqualTo(plan.id());
        assertThat(Objects.requireNonNull(then.difference()).vi()).isNotBlank();
    }

    @Test
    @DisplayName("a depot that has too little, a broken vehicle and a missing medic are told")
    void stockVehicleAndSkill() {
        DepotId poor = world.depot("Kho Đông", PlanWorld.MARKET);
        VehicleId there = world.vehicle("Xe 3", "truck", poor, 160);
        ReliefPlan plan = plan(Duration.ofHours(8));
        assertThat(plan.tours()).extracting(PlannedTour::vehicle).doesNotContain(there);
        Stands west = find(plan, stopAt(plan, PlanWorld.WEST_BANK));
        MoveCheck check = moves.check(plan.id(), new PlanMove(west.from(), new To(there, 1, 1)));
        assertThat(check.breaks()).extracting(MoveBreak::kind).contains(Kind.STOCK);
        assertThat(check.breaks().get(0).vi()).contains("Kho Đông không đủ").contains("gạo");
        world.jdbc()
                .sql("update vehicle set broken_since = now() where id = ?")
                .param(there.value())
                .update();
        world.announce(Topic.SUPPLY);
        assertThat(moves.check(plan.id(), new PlanMove(west.from(), new To(there, 1, 1)))
                        .breaks())
                .extracting(MoveBreak::kind)
                .contains(Kind.VEHICLE);
    }

    @Test
    @DisplayName("the same order again gives the same plan, and another under its id is refused")
    void onceOnly() {
        ReliefPlan plan = plan(Duration.ofHours(8));
        Stands each = calls(plan).get(0);
        MoveOrder order = new MoveOrder(UUID.randomUUID(), coordinator, new PlanMove(each.from(), null), false, null);
        PlanId first = moves.move(plan.id(), order);
        assertThat(moves.move(plan.id(), order)).isEqualTo(first);
        assertThatThrownBy(() -> moves.move(first, order)).hasMessageContaining("REQUEST_ID_TAKEN");
        assertThat(world.plans().list(disaster)).hasSize(2);
    }

    @Test
    @DisplayName("what is not there and what has been taken on is refused by name")
    void refused() {
        ReliefPlan plan = plan(Duration.ofHours(8));
        Stands each = calls(plan).get(0);
        assertThatThrownBy(() -> moves.check(plan.id(), new PlanMove(new Planned(1, 99), null)))
                .hasMessageContaining("MOVE_NOT_THERE");
        assertThatThrownBy(() -> moves.check(plan.id(), new PlanMove(each.from(), new To(two, 9, 1))))
                .hasMessageContaining("MOVE_NOT_THERE");
        assertThatThrownBy(() -> moves.check(plan.id(), new PlanMove(each.from(), new To(two, 1, 9))))
                .hasMessageContaining("MOVE_NOT_THERE");
        assertThatThrownBy(() -> moves.check(new PlanId(UUID.randomUUID()), new PlanMove(each.from(), null)))
                .hasMessageContaining("PLAN_NOT_FOUND");
        world.publish(plan);
        world.part(Claims.class)
                .take(
                        world.team("Đội"),
                        new ClaimOrder(
                                UUID.randomUUID(),
                                disaster,
                                new ClaimPlace.Tour(plan.id(), each.tour().number())));
        assertThatThrownBy(() -> moves.check(plan.id(), new PlanMove(each.from(), null)))
                .hasMessageContaining("PLAN_HAS_CLAIMS");
        ReliefPlan again = world.plan(PlanWorld.again(plan, PlanWorld.SEVEN, Set.of()));
        assertThatThrownBy(() -> moves.check(again.id(), new PlanMove(each.from(), null)))
                .hasMessageContaining("MOVE_FIXED");
    }
}
