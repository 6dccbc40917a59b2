package vn.reliefmap.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;
import vn.reliefmap.commitment.Claim;
import vn.reliefmap.commitment.ClaimOrder;
import vn.reliefmap.commitment.ClaimPlace;
import vn.reliefmap.commitment.Claims;
import vn.reliefmap.kernel.DepotId;
import vn.reliefmap.kernel.DisasterId;
import vn.reliefmap.kernel.PlanId;
import vn.reliefmap.kernel.ProblemException;
import vn.reliefmap.kernel.VehicleId;
import vn.reliefmap.plan.PlanDesk.Locks;
import vn.reliefmap.plan.PlanDesk.Standing;
import vn.reliefmap.plan.PlanMove.Planned;
import vn.reliefmap.store.Topic;

/** FEATURE UNDER TEST: drafts and published plans, and tours that planning again leaves alone because they are locked. */
class PlanDeskTest {
    private final PlanWorld world = PlanWorld.shared();
    private final PlanDesk desk = world.part(PlanDesk.class);
    private final PlanMoves moves = world.part(PlanMoves.class);
    private final Claims claims = world.part(Claims.class);
    private final UUID coordinator = world.team("Điều phối");
    private DisasterId disaster = new DisasterId(UUID.randomUUID());
    private DepotId depot = new DepotId(UUID.randomUUID());
    private ReliefPlan plan;

    @BeforeEach
    void twoTrucks() {
        world.empty();
        disaster = world.disaster();
        depot = world.depot("Kho Tây", PlanWorld.DEPOT);
        world.stock(depot, "rice", 400);
        world.vehicle("Xe 1", "truck", depot, 100);
        world.vehicle("Xe 2", "truck", depot, 100);
        world.water(disaster, PlanWorld.SEVEN);
        world.homes(disaster, PlanWorld.EAST_BANK, PlanWorld.MARKET, 15, "rice", 10, "high");
        world.homes(disaster, PlanWorld.WEST_BANK, PlanWorld.WEST, 12, "rice", 10, "high");
        plan = world.plan(PlanWorld.order(disaster, Duration.ofHours(2)));
    }

    private void claim(PlanId of, int tour) {
        claims.take(world.team("Đội"), new ClaimOrder(UUID.randomUUID(), disaster, new ClaimPlace.Tour(of, tour)));
        world.announce(Topic.NEEDS);
    }

    private PlanId withoutFirstCall(ReliefPlan from) {
        Planned first = new Planned(
                from.tours().get(0).number(),
                from.tours().get(0).trips().get(0).calls().get(0).number());
        return moves.move(
                from.id(), new MoveOrder(UUID.randomUUID(), coordinator, new PlanMove(first, null), false, "thử"));
    }

    @Test
    @DisplayName("a draft is nobody's to take on; published, it is; publishing again changes nothing")
    void draftsAndPublishedPlans() {
        assertThat(desk.standing(plan.id()).open()).isFalse();
        assertThatThrownBy(() -> claim(plan.id(), 1)).hasMessageContaining("PLAN_NOT_PUBLISHED");
        Standing published = desk.publish(plan.id(), coordinator);
        assertThat(published.open()).isTrue();
        assertThat(desk.publish(plan.id(), coordinator)).isEqualTo(published);
        assertThat(desk.standings(disaster)).containsEntry(plan.id(), published);
        claim(plan.id(), 1);
        assertThat(world.plans().claimed(plan.id())).hasSize(1);
        assertThatThrownBy(() -> desk.standing(new PlanId(UUID.randomUUID()))).hasMessageContaining("PLAN_NOT_FOUND");
    }

    @Test
    @DisplayName("a published plan takes the place of those before it, and says who changed it by hand and why")
    void aNewVersionTakesThePlace() {
        desk.publish(plan.id(), coordinator);
        PlanId second = withoutFirstCall(plan);
        Standing draft = desk.standing(second);
        assertThat(draft.open()).isFalse();
        assertThat(draft.edit()).isNotNull().satisfies(edit -> {
            assertThat(edit.by()).isEqualTo(coordinator);
            assertThat(edit.why()).isEqualTo("thử");
        });
        PlanId third = withoutFirstCall(world.plans().get(second));
        desk.publish(third, coordinator);
        assertThat(desk.standing(plan.id()).supersededBy()).isEqualTo(third);
        assertThat(desk.standing(second).supersededBy())
                .as("a draft was nobody's")
                .isNull();
        assertThatThrownBy(() -> claim(plan.id(), 1)).hasMessageContaining("PLAN_SUPERSEDED");
        assertThatThrownBy(() -> desk.publish(plan.id(), coordinator)).hasMessageContaining("PLAN_SUPERSEDED");
        PlanId sideways = withoutFirstCall(plan);
        assertThatThrownBy(() -> desk.publish(sideways, coordinator))
                .as("another plan has taken the place already")
                .hasMessageContaining("PLAN_SUPERSEDED");
    }

    @Test
    @DisplayName("what a team took on while somebody changed the plan keeps the change from being published")
    void claimedMeanwhile() {
        desk.publish(plan.id(), coordinator);
        PlanId second = withoutFirstCall(plan);
        claim(plan.id(), 2);
        assertThatThrownBy(() -> desk.publish(second, coordinator)).hasMessageContaining("PLAN_CLAIMED_MEANWHILE");
        ReliefPlan again = world.plan(PlanWorld.again(plan, PlanWorld.SEVEN, Set.of()));
        assertThat(desk.publish(again.id(), coordinator).open()).isTrue();
        assertThat(desk.standing(plan.id()).open()).isFalse();
    }

    private boolean isPublished(PlanId draft) {
        try {
            return desk.publish(draft, coordinator).open();
        } catch (ProblemException refused) {
            assertThat(refused).hasMessageContaining("PLAN_SUPERSEDED");
            return false;
        }
    }

    @Test
    @DisplayName(
            "of drafts made from one draft only one is published, at the same moment too, and then not the first any more")
    void oneOfAFamily() {
        List<CompletableFuture<Boolean>> both = Stream.of(withoutFirstCall(plan), withoutFirstCall(plan))
                .map(draft -> CompletableFuture.supplyAsync(() -> isPublished(draft)))
                .toList();
        assertThat(both.stream().filter(CompletableFuture::join)).hasSize(1);
        assertThat(isPublished(plan.id())).isFalse();
    }

    @Test
    @DisplayName("a team that takes on a tour while the next plan is published waits, and is told of that one")
    void aClaimWaitsForThePublication() {
        desk.publish(plan.id(), coordinator);
        PlanId second = withoutFirstCall(plan);
        CompletableFuture<Void> claimed =
                Objects.requireNonNull(world.part(TransactionTemplate.class).execute(status -> {
                    desk.publish(second, coordinator);
                    CompletableFuture<Void> asked = CompletableFuture.runAsync(() -> claim(plan.id(), 1));
                    while (!asked.isDone() && !somebodyWaits()) {
                        Thread.onSpinWait();
                    }
                    return asked;
                }));
        assertThatThrownBy(claimed::join).hasMessageContaining("PLAN_SUPERSEDED");
    }

    private boolean somebodyWaits() {
        return world.jdbc()
                .sql("select exists (select from pg_locks where not granted)")
                .query(Boolean.class)
                .single();
    }

    @Test
    @DisplayName("a claim whose answer was lost is answered again when the plan has got a successor")
    void theSameClaimAgain() {
        desk.publish(plan.id(), coordinator);
        UUID team = world.team("Đội");
        ClaimOrder order = new ClaimOrder(UUID.randomUUID(), disaster, new ClaimPlace.Tour(plan.id(), 2));
        Claim claim = claims.take(team, order);
        world.announce(Topic.NEEDS);
        desk.publish(
                world.plan(PlanWorld.again(plan, PlanWorld.SEVEN, Set.of())).id(), coordinator);
        assertThat(claims.take(team, order).id()).isEqualTo(claim.id());
    }

    @Test
    @DisplayName("what a tour was to load while it was locked is in the depot again once it is not")
    void unlockedGoods() {
        world.jdbc().sql("update stock set quantity = 270").update();
        world.announce(Topic.SUPPLY);
        ReliefPlan whole = world.plan(PlanWorld.order(disaster, Duration.ofHours(2)));
        PlannedTour locked = whole.tours().get(1);
        desk.lock(whole.id(), tours(locked.number()));
        ReliefPlan again = world.plan(PlanWorld.again(whole, PlanWorld.SEVEN, Set.of()));
        assertThat(again.balance()).singleElement().satisfies(rice -> assertThat(rice.plannedMilli())
                .as("all that there is")
                .isEqualTo(270_000));
        desk.lock(again.id(), Locks.NONE);
        VehicleId other = whole.tours().get(0).vehicle();
        Planned first = new Planned(
                locked.number(), locked.trips().get(0).calls().get(0).number());
        assertThat(moves.check(again.id(), new PlanMove(first, new PlanMove.To(other, 1, 1)))
                        .breaks())
                .extracting(MoveBreak::kind)
                .doesNotContain(MoveBreak.Kind.STOCK);
    }

    @Test
    @DisplayName(
            "a locked tour stays as it is when the plan is made again, and no stop leaves it; unlocked, it is free")
    void locks() {
        assertThat(plan.tours()).hasSize(2);
        PlannedTour locked = plan.tours().get(1);
        desk.lock(plan.id(), tours(locked.number()));
        Planned first = new Planned(
                locked.number(), locked.trips().get(0).calls().get(0).number());
        assertThatThrownBy(() -> moves.check(plan.id(), new PlanMove(first, null)))
                .hasMessageContaining("MOVE_FIXED");
        world.homes(disaster, PlanWorld.EAST_BANK, PlanWorld.MARKET, 3, "rice", 10, "critical");
        ReliefPlan again = world.plan(PlanWorld.again(plan, PlanWorld.SEVEN, Set.of()));
        assertThat(again.tour(locked.number())).isEqualTo(locked);
        long handed =
                again.balance().get(0).plannedMilli() + again.balance().get(0).leftOutMilli();
        assertThat(handed).isEqualTo(300_000);
        assertThat(desk.standing(again.id()).locked().tours()).containsExactly(locked.number());
        desk.lock(again.id(), Locks.NONE);
        Planned still = new Planned(
                locked.number(),
                again.tour(locked.number()).trips().get(0).calls().get(0).number());
        assertThat(moves.check(again.id(), new PlanMove(still, null)).refused()).isFalse();
        assertThatThrownBy(() -> desk.lock(again.id(), tours(99))).hasMessageContaining("TOUR_NOT_FOUND");
    }

    private static Locks tours(int number) {
        return new Locks(Set.of(number), Set.of());
    }

    private static Set<String> carriers(ReliefPlan of, String stop) {
        return of.tours().stream()
                .filter(tour -> tour.trips().stream()
                        .flatMap(trip -> trip.calls().stream())
                        .anyMatch(call -> call.stop().equals(stop)))
                .map(PlannedTour::vehicleName)
                .collect(Collectors.toSet());
    }

    @Test
    @DisplayName(
            "a locked stop stays with its vehicle, which may do otherwise what else it does; without that vehicle it is free")
    void aLockedStop() {
        world.jdbc().sql("delete from vehicle where name = 'Xe 2'").update();
        world.announce(Topic.SUPPLY);
        ReliefPlan alone = world.plan(PlanWorld.order(disaster));
        String stop = alone.tours().get(0).trips().get(0).calls().get(0).stop();
        world.jdbc().sql("update vehicle set capacity_kg = 30").update();
        world.vehicle("Xe to", "truck", depot, 2000);
        assertThat(carriers(world.plan(PlanWorld.again(alone, PlanWorld.SEVEN, Set.of())), stop))
                .as("a large truck does it at once")
                .contains("Xe to");

        desk.lock(alone.id(), new Locks(Set.of(), Set.of(stop)));
        Planned first = new Planned(
                1, alone.tours().get(0).trips().get(0).calls().get(0).number());
        assertThatThrownBy(() -> moves.check(alone.id(), new PlanMove(first, null)))
                .hasMessageContaining("MOVE_FIXED");
        ReliefPlan again = world.plan(PlanWorld.again(alone, PlanWorld.SEVEN, Set.of()));
        assertThat(carriers(again, stop)).containsExactly("Xe 1");
        assertThat(again.tours()).extracting(PlannedTour::vehicleName).contains("Xe to");
        assertThat(desk.standing(again.id()).locked().stops()).containsExactly(stop);
        long all =
                again.balance().get(0).plannedMilli() + again.balance().get(0).leftOutMilli();
        assertThat(all).isEqualTo(270_000);
        assertThat(again.leftOut()).filteredOn(gap -> stop.equals(gap.stop())).allSatisfy(gap -> assertThat(gap.vi())
                .contains("khoá vào Xe 1"));

        VehicleId holder = alone.tours().get(0).vehicle();
        ReliefPlan without = world.plan(PlanWorld.again(alone, PlanWorld.SEVEN, Set.of(holder)));
        assertThat(carriers(without, stop)).containsExactly("Xe to");
        assertThatThrownBy(() -> desk.lock(alone.id(), new Locks(Set.of(), Set.of("S99"))))
                .hasMessageContaining("STOP_NOT_FOUND");
    }
}
