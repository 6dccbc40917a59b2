package vn.reliefmap.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.event.ApplicationEventMulticaster;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.reliefmap.commitment.Claim;
import vn.reliefmap.commitment.ClaimOrder;
import vn.reliefmap.commitment.ClaimPlace;
import vn.reliefmap.commitment.Claims;
import vn.reliefmap.commitment.Settlements;
import vn.reliefmap.kernel.DepotId;
import vn.reliefmap.kernel.DisasterId;
import vn.reliefmap.kernel.NeedId;
import vn.reliefmap.kernel.ProblemException;
import vn.reliefmap.kernel.VehicleId;
import vn.reliefmap.need.NeedsShifted;
import vn.reliefmap.plan.PlanDifference.Change;
import vn.reliefmap.plan.PlanDifference.Danger;
import vn.reliefmap.plan.PlannedTour.Call;
import vn.reliefmap.plan.PlannedTour.State;
import vn.reliefmap.store.Topic;

/** FEATURE UNDER TEST: a team takes a tour on as a whole, and plans made again leave it to that team. */
class ClaimedToursTest {
    private static final double ASKED = 15 * 10 + 12 * 10 + 6 * 5;

    private final PlanWorld world = PlanWorld.shared();
    private final Claims claims = world.part(Claims.class);
    private DisasterId disaster = new DisasterId(UUID.randomUUID());
    private ReliefPlan plan;
    private UUID team = UUID.randomUUID();

    @BeforeEach
    void twoTrucksAndThreeHamlets() {
        world.empty();
        disaster = world.disaster();
        DepotId depot = world.depot("Kho Tây", PlanWorld.DEPOT);
        world.stock(depot, "rice", 400);
        world.vehicle("Xe 1", "truck", depot, 100);
        world.vehicle("Xe 2", "truck", depot, 100);
        world.water(disaster, PlanWorld.SEVEN);
        world.homes(disaster, PlanWorld.EAST_BANK, PlanWorld.MARKET, 15, "rice", 10, "high");
        world.homes(disaster, PlanWorld.WEST_BANK, PlanWorld.WEST, 12, "rice", 10, "high");
        world.homes(disaster, PlanWorld.WEST_BANK, PlanWorld.BRIDGE_HEAD, 6, "rice", 5, "normal");
        plan = world.plan(PlanWorld.order(disaster, Duration.ofHours(2)));
        assertThat(plan.tours()).hasSize(2);
        world.publish(plan);
        team = world.team("Đội Một");
    }

    private Claim claim(int tour) {
        Claim claim = claims.take(team, order(tour));
        world.announce(Topic.NEEDS);
        return claim;
    }

    private ClaimOrder order(int tour) {
        return new ClaimOrder(UUID.randomUUID(), disaster, new ClaimPlace.Tour(plan.id(), tour));
    }

    private static List<Call> calls(PlannedTour tour) {
        return tour.trips().stream().flatMap(trip -> trip.calls().stream()).toList();
    }

    private static double rice(PlannedTour tour) {
        return calls(tour).stream()
                        .flatMap(call -> call.handsOver().stream())
                        .mapToLong(Amount::milli)
                        .sum()
                / 1000.0;
    }

    private static double rice(Claim claim) {
        return claim.lines().stream()
                .mapToDouble(line -> line.progress().promised().doubleValue())
                .sum();
    }

    private void expectAllIsPlannedOnce(ReliefPlan again) {
        double brought =
                again.tours().stream().mapToDouble(ClaimedToursTest::rice).sum();
        double leftOut = again.leftOut().stream()
                        .flatMap(gap -> gap.amounts().stream())
                        .mapToLong(Amount::milli)
                        .sum()
                / 1000.0;
        assertThat(brought + leftOut).isEqualTo(ASKED);
        assertThat(again.balance().get(0).stockMilli()).isEqualTo(400_000);
    }

    private ReliefPlan again(ReliefPlan before, int minutes, Set<VehicleId> without) {
        return world.plan(PlanWorld.again(before, PlanWorld.SEVEN.plus(Duration.ofMinutes(minutes)), without));
    }

    @Test
    @DisplayName("a claim on a tour takes what it brings, and both tours together take everything once")
    void aClaimTakesWhatTheTourBrings() {
        Claim first = claim(1);
        assertThat(rice(first)).isEqualTo(rice(plan.tour(1)));
        assertThat(first.place()).isEqualTo("Chuyến 1");
        assertThat(first.tour()).isEqualTo(new Claim.Tour(plan.id(), 1));
        Claim second = claim(2);
        assertThat(rice(second)).isEqualTo(rice(plan.tour(2)));
        assertThat(world.jdbc()
                        .sql("select sum(to_carry) from need where disaster_id = ?")
                        .param(disaster.value())
                        .query(BigDecimal.class)
                        .single())
                .isZero();
        assertThat(world.plans().claimed(plan.id()))
                .extracting(one -> one.tour() + " "
                        + Objects.requireNonNull(one.teamName()).substring(0, 7))
                .containsExactly("1 Đội Một", "2 Đội Một");
        assertThatThrownBy(() -> claims.take(team, order(1))).hasMessageContaining("NOTHING_LEFT");
        assertThat(world.plans().progress(plan.id()).reasons())
                .as("the teams do what the plan says")
                .isEmpty();
    }

    @Test
    @DisplayName("eight teams claim one tour at once, exactly one wins")
    void eightTeamsClaimOneTourAtOnce() throws Exception {
        List<Callable<Boolean>> acts = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            UUID one = world.team("Đội");
            acts.add(() -> {
                try {
                    claims.take(one, order(1));
                    return true;
                } catch (ProblemException e) {
                    assertThat(e.problem().code()).isEqualTo("NOTHING_LEFT");
                    return false;
                }
            });
        }
        ExecutorService all = Executors.newFixedThreadPool(8);
        int won = 0;
        for (Future<Boolean> act : all.invokeAll(acts)) {
            won += act.get() ? 1 : 0;
        }
        all.shutdown();
        assertThat(won).isEqualTo(1);
    }

    @Test
    @DisplayName("a tour of which somebody took part is refused, and each line of it is named")
    void aTourTakenInPartIsRefused() {
        NeedId need = claim(1).lines().get(0).need();
        claims.release(claims.ofPlan(plan.id()).get(0).claim().id());
        claims.take(
                world.team("Đội Hai"),
                new ClaimOrder(UUID.randomUUID(), disaster, new ClaimPlace.Lines(List.of(need), null)));
        assertThatThrownBy(() -> claims.take(team, order(1))).isInstanceOfSatisfying(ProblemException.class, e -> {
            assertThat(e.problem().code()).isEqualTo("TOUR_TAKEN_IN_PART");
            assertThat(e.problem().vi()).contains("Gạo 0/10");
            assertThat(Objects.requireNonNull(e.problem().details()))
                    .containsEntry("count", 1)
                    .hasEntrySatisfying("lines", lines -> assertThat(lines.toString())
                            .contains(need.value().toString())
                            .contains("left=0"));
        });
        assertThat(claims.ofPlan(plan.id())).hasSize(1);
    }

    @Test
    @DisplayName("a plan made again leaves a claimed tour as it is, and the next one too")
    void aPlanMadeAgainLeavesAClaimedTourAsItIs() {
        claim(1);
        ReliefPlan second = again(plan, 0, Set.of());
        assertThat(second.tour(1)).isEqualTo(plan.tour(1));
        expectAllIsPlannedOnce(second);
        world.homes(disaster, PlanWorld.WEST_BANK, PlanWorld.WEST, 2, "rice", 10, "critical");
        ReliefPlan third = again(second, 0, Set.of());
        assertThat(third.tour(1)).isEqualTo(plan.tour(1));
        assertThat(Objects.requireNonNull(third.difference()).tours())
                .filteredOn(one -> Objects.equals(one.now(), 1))
                .allSatisfy(one -> assertThat(one.change()).isEqualTo(Change.UNCHANGED));
        assertThat(third.balance().get(0).toCarryMilli()).isEqualTo(Math.round((ASKED + 20) * 1000));
        assertThat(world.plans().claimed(third.id()))
                .extracting(TourStanding::tour)
                .containsExactly(1);
        UUID other = world.team("Đội Hai");
        world.publish(third);
        ClaimOrder same = new ClaimOrder(UUID.randomUUID(), disaster, new ClaimPlace.Tour(third.id(), 1));
        assertThatThrownBy(() -> claims.take(other, same)).hasMessageContaining("NOTHING_LEFT");
    }

    @Test
    @DisplayName("a tour that was given back is planned anew")
    void aTourThatWasGivenBackIsPlannedAnew() {
        claims.release(claim(1).id());
        world.announce(Topic.NEEDS);
        ReliefPlan second = again(plan, 0, Set.of());
        expectAllIsPlannedOnce(second);
        assertThat(world.plans().claimed(second.id())).isEmpty();
        world.publish(second);
        UUID other = world.team("Đội Hai");
        Claim taken =
                claims.take(other, new ClaimOrder(UUID.randomUUID(), disaster, new ClaimPlace.Tour(second.id(), 1)));
        assertThat(rice(taken)).isEqualTo(rice(second.tour(1)));
    }

    @Test
    @DisplayName("deliveries tell which calls are done and who was served, whatever the clock says")
    void deliveriesTell() {
        Claim claim = claim(1);
        PlannedTour tour = plan.tour(1);
        Call last = calls(tour).get(calls(tour).size() - 1);
        Map<NeedId, BigDecimal> all = claim.lines().stream()
                .collect(Collectors.toMap(
                        Claim.Line::need, line -> line.progress().outstanding()));
        Instant late = tour.endsAt();
        ReliefPlan nothing = world.plan(PlanWorld.again(plan, late.minusSeconds(60), Set.of()));
        assertThat(calls(nothing.tour(1))).noneMatch(Call::done);
        expectAllIsPlannedOnce(nothing);

        List<NeedId> one = List.copyOf(all.keySet()).subList(0, 1);
        settle(claim, Map.of(one.get(0), Objects.requireNonNull(all.get(one.get(0)))));
        TourStanding part = world.plans().claimed(plan.id()).get(0);
        assertThat(part.served()).as("one home of many").doesNotContain(last.number());
        expectAllIsPlannedOnce(again(plan, 1, Set.of()));

        all.remove(one.get(0));
        settle(claim, all);
        assertThat(world.plans().claimed(plan.id()).get(0).served())
                .containsExactlyInAnyOrderElementsOf(
                        calls(tour).stream().map(Call::number).toList());
        ReliefPlan done = again(plan, 1, Set.of());
        assertThat(calls(done.tour(1))).allMatch(Call::done);
        assertThat(done.tour(1).trips()).allMatch(trip -> trip.state() == State.DONE);
        expectAllIsPlannedOnce(done);
    }

    @Test
    @DisplayName("what a merged home was promised keeps its call open until it came to the home that stays")
    void aMergedHomeKeepsItsCallOpen() {
        Claim claim = claim(1);
        Map<NeedId, BigDecimal> all = claim.lines().stream()
                .collect(Collectors.toMap(
                        Claim.Line::need, line -> line.progress().outstanding()));
        NeedId merged = claim.lines().get(0).need();
        world.homes(disaster, PlanWorld.WEST_BANK, PlanWorld.WEST, 1, "rice", 10, "high");
        NeedId stays = new NeedId(world.jdbc()
                .sql("select id from need where disaster_id = ? and to_carry > 0 and id <> all (?) order by id limit 1")
                .params(
                        disaster.value(),
                        all.keySet().stream().map(NeedId::value).toArray(UUID[]::new))
                .query(UUID.class)
                .single());
        new TransactionTemplate(world.part(PlatformTransactionManager.class)).executeWithoutResult(status -> {
            world.jdbc()
                    .sql("update need set merged_into = ? where id = ?")
                    .params(stays.value(), merged.value())
                    .update();
            NeedsShifted shifted = new NeedsShifted(disaster, List.of(new NeedsShifted.Shift(merged, stays)));
            world.part(ApplicationEventMulticaster.class).multicastEvent(new PayloadApplicationEvent<>(this, shifted));
        });
        BigDecimal moved = Objects.requireNonNull(all.remove(merged));
        settle(claim, all);
        assertThat(world.plans().claimed(plan.id()).get(0).served())
                .as("one call is not done")
                .hasSize(calls(plan.tour(1)).size() - 1);
        settle(claim, Map.of(stays, moved));
        assertThat(world.plans().claimed(plan.id()).get(0).served())
                .hasSize(calls(plan.tour(1)).size());
    }

    private void settle(Claim claim, Map<NeedId, BigDecimal> amounts) {
        new TransactionTemplate(world.part(PlatformTransactionManager.class))
                .executeWithoutResult(status -> world.part(Settlements.class).settle(claim.id(), amounts));
        world.announce(Topic.NEEDS);
    }

    @Test
    @DisplayName("when a claimed tour cannot be driven, the plan keeps it and says why")
    void aClaimedTourThatCannotBeDrivenIsTold() {
        claim(1);
        ReliefPlan second = again(plan, 1, Set.of(plan.tour(1).vehicle()));
        assertThat(second.tour(1).trips()).hasSameSizeAs(plan.tour(1).trips());
        assertThat(Objects.requireNonNull(second.difference()).endangered())
                .filteredOn(one -> one.reason() == Danger.VEHICLE_OUT)
                .singleElement()
                .satisfies(one -> assertThat(one.vi()).contains("Đội Một").contains("trả lại chuyến"));
        expectAllIsPlannedOnce(second);
    }
}
