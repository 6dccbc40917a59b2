package vn.reliefmap.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.reliefmap.kernel.DepotId;
import vn.reliefmap.kernel.DisasterId;
import vn.reliefmap.kernel.VehicleId;
import vn.reliefmap.supply.Vehicles;

/** FEATURE UNDER TEST: a plan says why it should be made again, in words, and only when something it rests on has changed. */
class StalePlanTest {
    private final PlanWorld world = PlanWorld.shared();
    private DisasterId disaster = new DisasterId(UUID.randomUUID());
    private DepotId depot = new DepotId(UUID.randomUUID());
    private VehicleId truck = new VehicleId(UUID.randomUUID());
    private ReliefPlan plan;

    @BeforeEach
    void aPlan() {
        world.empty();
        disaster = world.disaster();
        depot = world.depot("Kho Tây", PlanWorld.DEPOT);
        world.stock(depot, "rice", 500);
        truck = world.vehicle("Xe 1", "truck", depot, 2000);
        world.vehicle("Xe 2", "truck", depot, 2000);
        world.water(disaster, PlanWorld.SEVEN);
        world.homes(disaster, PlanWorld.WEST_BANK, PlanWorld.WEST, 3, "rice", 10, "high");
        plan = world.plan(PlanWorld.order(disaster));
    }

    private List<String> why() {
        return world.plans().progress(plan.id()).reasons().stream()
                .map(PlanProgress.Reason::vi)
                .toList();
    }

    @Test
    void whatChangedElsewhereMakesNoPlanStale() {
        assertThat(why()).isEmpty();
        world.homes(world.disaster(), PlanWorld.WEST_BANK, PlanWorld.WEST, 9, "rice", 10, "critical");
        world.depot("Kho khác", PlanWorld.MARKET);
        assertThat(why()).isEmpty();
        assertThat(world.plans().progress(plan.id()).changed()).isEmpty();
    }

    @Test
    void newWaterIsNamedByItsHour() {
        world.water(disaster, PlanWorld.SEVEN.plus(Duration.ofHours(1)));
        assertThat(why()).containsExactly("Có nước mới: quan sát 08:00 18/10.");
        assertThat(world.plans().progress(plan.id()).changed()).containsExactly("water");
    }

    @Test
    void newCriticalNeedsAreCounted() {
        world.homes(disaster, PlanWorld.WEST_BANK, PlanWorld.MARKET, 2, "rice", 5, "critical");
        world.homes(disaster, PlanWorld.WEST_BANK, PlanWorld.MARKET, 1, "rice", 5, "normal");
        assertThat(why()).containsExactly("2 hộ có nhu cầu khẩn cấp mới.", "1 hộ có nhu cầu mới hoặc nhiều hơn.");
    }

    @Test
    void stockThatIsLessIsTold() {
        world.stock(depot, "rice", 120);
        assertThat(why()).containsExactly("Tồn kho thay đổi: Kho Tây, Gạo 500 → 120.");
    }

    @Test
    void aBrokenVehicleMakesItStaleAndIsNotSentAgain() {
        assertThat(world.part(Vehicles.class).broken(truck, true).brokenSince()).isNotNull();
        assertThat(why()).hasSize(1).first().asString().startsWith("Phương tiện Xe 1 hỏng từ ");
        assertThat(world.plan(PlanWorld.order(disaster)).tours())
                .extracting(PlannedTour::vehicleName)
                .containsExactly("Xe 2");
        world.part(Vehicles.class).broken(truck, false);
        assertThat(why()).isEmpty();
    }

    @Test
    void aVehicleThatIsNotToBeSentIsNotSent() {
        PlanOrder all = PlanWorld.order(disaster);
        PlanOrder without = new PlanOrder(
                disaster, all.startsAt(), all.lasts(), Set.of(), Set.of(), Set.of(), all.limits(), Set.of(truck), null);
        assertThat(world.plan(without).tours())
                .extracting(PlannedTour::vehicleName)
                .containsExactly("Xe 2");
    }

    @Test
    void theSameInputsSeedAndIterationsGiveTheSamePlan() {
        world.homes(disaster, PlanWorld.WEST_BANK, PlanWorld.MARKET, 4, "rice", 11, "normal");
        world.homes(disaster, PlanWorld.WEST_BANK, PlanWorld.BRIDGE_HEAD, 2, "rice", 7, "critical");
        ReliefPlan one = world.plan(PlanWorld.order(disaster));
        ReliefPlan other = world.plan(PlanWorld.order(disaster));
        assertThat(other.tours()).isEqualTo(one.tours());
        assertThat(other.leftOut()).isEqualTo(one.leftOut());
        assertThat(other.water()).isEqualTo(one.water());
        assertThat(other.water().snapshots()).isNotEmpty();
        assertThat(other.search().seed()).isEqualTo(1);
        assertThat(other.search().done()).isEqualTo(one.search().done());
    }
}
