package vn.reliefmap.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vn.reliefmap.kernel.DepotId;
import vn.reliefmap.kernel.DisasterId;
import vn.reliefmap.plan.PlannedTour.Call;
import vn.reliefmap.store.Topic;

/** FEATURE UNDER TEST: medicine that only a medic may hand over, beside rice that anybody may, on the hand-drawn village. */
class MedicStopsTest {
    private static final String KIT = "first_aid_kit";

    private final PlanWorld world = PlanWorld.shared();
    private DisasterId disaster = new DisasterId(UUID.randomUUID());
    private DepotId depot = new DepotId(UUID.randomUUID());

    @BeforeEach
    void enoughOfBoth() {
        world.empty();
        disaster = world.disaster();
        depot = world.depot("Kho Tây", PlanWorld.DEPOT);
        world.stock(depot, "rice", 500);
        world.stock(depot, KIT, 50);
    }

    private void dryWithHomesInTheWest() {
        world.water(disaster, PlanWorld.SEVEN);
        world.homes(disaster, PlanWorld.WEST_BANK, PlanWorld.WEST, 10, "rice", 10, "high");
        world.homes(disaster, PlanWorld.WEST_BANK, PlanWorld.WEST, 10, KIT, 1, "high");
    }

    private void homesBehindTheWater() {
        world.water(disaster, PlanWorld.SEVEN, PlanWorld.deep(1.5, 107.118, 16.742, 107.12996, 16.7485));
        world.homes(disaster, PlanWorld.EAST_BANK, PlanWorld.FIELD, 8, "rice", 10, "high");
        world.homes(disaster, PlanWorld.EAST_BANK, PlanWorld.FIELD, 8, KIT, 1, "high");
    }

    private static List<Call> handing(ReliefPlan plan, String item) {
        return plan.tours().stream()
                .flatMap(tour -> tour.trips().stream())
                .flatMap(trip -> trip.calls().stream())
                .filter(call -> call.landing() == null)
                .filter(call -> amount(call.handsOver(), item) > 0)
                .toList();
    }

    private static long amount(List<Amount> amounts, String item) {
        return amounts.stream()
                .filter(one -> one.item().equals(item))
                .mapToLong(Amount::milli)
                .sum();
    }

    private static long handed(ReliefPlan plan, String item) {
        return handing(plan, item).stream()
                .mapToLong(call -> amount(call.handsOver(), item))
                .sum();
    }

    private static List<String> bringing(ReliefPlan plan, String item) {
        return plan.tours().stream()
                .filter(tour -> tour.trips().stream()
                        .flatMap(trip -> trip.calls().stream())
                        .anyMatch(call -> call.landing() == null && amount(call.handsOver(), item) > 0))
                .map(PlannedTour::vehicleName)
                .toList();
    }

    @Test
    @DisplayName("the medic brings the medicine, whoever brings the rice")
    void theMedicBringsTheMedicine() {
        dryWithHomesInTheWest();
        world.vehicle("Xe tải", "truck", depot, 3000);
        // Too small for the rice.
        world.medic(world.vehicle("Xe y tế", "pickup", depot, 20));

        ReliefPlan plan = world.plan(PlanWorld.order(disaster));

        assertThat(plan.leftOut()).isEmpty();
        assertThat(handed(plan, KIT)).isEqualTo(10_000);
        assertThat(handed(plan, "rice")).isEqualTo(100_000);
        assertThat(bringing(plan, KIT)).containsExactly("Xe y tế");
        assertThat(bringing(plan, "rice")).contains("Xe tải");
        Call rice = handing(plan, "rice").get(0);
        assertThat(handing(plan, KIT)).allSatisfy(call -> {
            assertThat(call.stop()).isEqualTo(rice.stop() + "Y");
            assertThat(call.place()).isEqualTo(rice.place());
            assertThat(call.households()).isEqualTo(10);
            assertThat(amount(call.handsOver(), "rice")).isZero();
        });

        // Both are on their way when the plan is made again: nothing is brought twice, and nothing is forgotten.
        Instant latest = plan.tours().stream()
                .map(tour -> tour.trips().get(0).departsAt())
                .max(Instant::compareTo)
                .orElseThrow();
        ReliefPlan again = world.plan(PlanWorld.again(plan, latest.plusSeconds(5), Set.of()));
        assertThat(again.leftOut()).isEmpty();
        assertThat(handed(again, KIT)).isEqualTo(10_000);
        assertThat(handed(again, "rice")).isEqualTo(100_000);
        assertThat(bringing(again, KIT)).containsExactly("Xe y tế");
    }

    @Test
    @DisplayName("homes that one tour brings rice and medicine are counted once")
    void homesAreCountedOnce() {
        world.water(disaster, PlanWorld.SEVEN);
        world.homes(disaster, PlanWorld.WEST_BANK, PlanWorld.WEST, 4, "rice", 10, "high");
        world.jdbc().sql("""
                insert into need (id, household_id, disaster_id, item_code, needed, urgency, confirmed_at)
                select gen_random_uuid(), household_id, disaster_id, ?, 1, urgency, confirmed_at from need""").param(KIT).update();
        world.announce(Topic.NEEDS);
        world.medic(world.vehicle("Xe y tế", "truck", depot, 3000));

        ReliefPlan plan = world.plan(PlanWorld.order(disaster));

        assertThat(plan.tours()).hasSize(1);
        assertThat(handing(plan, KIT)).extracting(Call::households).containsExactly(4);
        assertThat(handing(plan, "rice")).extracting(Call::households).containsExactly(4);
        assertThat(plan.tours().get(0).homeStops()).extracting(Call::households).containsExactly(4);
    }

    @Test
    @DisplayName("without a medic the medicine stays, the rice goes, and the plan says what would have served")
    void withoutAMedicTheMedicineStays() {
        dryWithHomesInTheWest();
        world.vehicle("Xe tải", "truck", depot, 3000);

        ReliefPlan plan = world.plan(PlanWorld.order(disaster));

        assertThat(handed(plan, "rice")).isEqualTo(100_000);
        assertThat(handed(plan, KIT)).isZero();
        assertThat(plan.leftOut()).hasSize(1);
        PlanGap gap = plan.leftOut().get(0);
        assertThat(gap.reason()).isEqualTo(PlanGap.Reason.NO_SKILL);
        assertThat(gap.reason().word()).isEqualTo("no_skill");
        assertThat(gap.number()).as("skills that are lacking").isEqualTo(1);
        assertThat(gap.amounts()).containsExactly(new Amount(KIT, 10_000));
        assertThat(gap.households()).isEqualTo(10);
        assertThat(gap.vi())
                .startsWith("Cần đội y tế để trao")
                .endsWith("Cần thêm một đội y tế đi cùng xe tải ở Kho Tây.");
        assertThat(gap.en()).endsWith("One more medical team with a truck at Kho Tây would serve it.");
    }

    @Test
    @DisplayName("a truck without a medic fills the boat that has one")
    void theMedicGoesByBoat() {
        homesBehindTheWater();
        world.vehicle("Xe tải", "truck", depot, 3000);
        var boat = world.vehicle("Thuyền máy", "motor_boat", depot, 300);

        ReliefPlan without = world.plan(PlanWorld.order(disaster));
        assertThat(handed(without, "rice")).isEqualTo(80_000);
        assertThat(without.leftOut()).singleElement().satisfies(gap -> {
            assertThat(gap.reason()).isEqualTo(PlanGap.Reason.NO_SKILL);
            assertThat(gap.amounts()).containsExactly(new Amount(KIT, 8_000));
            assertThat(gap.vi()).endsWith("Cần thêm một đội y tế đi cùng xuồng máy ở bến L1.");
        });

        world.medic(boat);
        ReliefPlan plan = world.plan(PlanWorld.order(disaster));
        assertThat(plan.leftOut()).isEmpty();
        assertThat(handed(plan, KIT)).isEqualTo(8_000);
        assertThat(bringing(plan, KIT)).containsExactly("Thuyền máy");
    }
}
