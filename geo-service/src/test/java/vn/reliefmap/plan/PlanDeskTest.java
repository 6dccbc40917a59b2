package vn.reliefmap.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
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

    @Test
    @DisplayName(
            "a locked tour stays as it is when the plan is made again, and no stop leaves it; unlocked, it is free")
    void locks() {
        assertThat(plan.tours()).hasSize(2);
        PlannedTour locked = plan.tours().get(1);
        desk.lock(plan.id(), Set.of(locked.number()));
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
        assertThat(desk.standing(again.id()).locked()).containsExactly(locked.number());
        desk.lock(again.id(), Set.of());
        Planned still = new Planned(
                locked.number(),
                again.tour(locked.number()).trips().get(0).calls().get(0).number());
        assertThat(moves.check(again.id(), new PlanMove(still, null)).refused()).isFalse();
        assertThatThrownBy(() -> desk.lock(again.id(), Set.of(99))).hasMessageContaining("TOUR_NOT_FOUND");
    }
}
