package vn.reliefmap.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vn.reliefmap.flood.RoadState;
import vn.reliefmap.kernel.DepotId;
import vn.reliefmap.kernel.DisasterId;
import vn.reliefmap.passability.VehicleClass;
import vn.reliefmap.plan.PlanDifference.Danger;
import vn.reliefmap.plan.PlannedTour.State;

/** FEATURE UNDER TEST: what people read of a plan when it gets hard, on the hand-drawn village. */
class PlanScenariosTest {
    private final PlanWorld world = PlanWorld.shared();
    private DisasterId disaster = new DisasterId(UUID.randomUUID());
    private DepotId depot = new DepotId(UUID.randomUUID());

    @BeforeEach
    void aDepot() {
        world.empty();
        disaster = world.disaster();
        depot = world.depot("Kho Tây", PlanWorld.DEPOT);
    }

    /** Deep water over the fields between the dyke road and the highway, up to the market road in the east. */
    private void fieldsUnderWater() {
        world.water(disaster, PlanWorld.SEVEN, PlanWorld.deep(1.5, 107.118, 16.742, 107.12996, 16.7485));
    }

    private static double handed(ReliefPlan plan, String item, String commune) {
        return plan.tours().stream()
                        .flatMap(tour -> tour.trips().stream())
                        .flatMap(trip -> trip.calls().stream())
                        .filter(call -> call.landing() == null && commune.equals(call.commune()))
                        .flatMap(call -> call.handsOver().stream())
                        .filter(amount -> amount.item().equals(item))
                        .mapToLong(Amount::milli)
                        .sum()
                / 1000.0;
    }

    private static double leftOut(ReliefPlan plan, String item) {
        return plan.leftOut().stream()
                        .flatMap(gap -> gap.amounts().stream())
                        .filter(amount -> amount.item().equals(item))
                        .mapToLong(Amount::milli)
                        .sum()
                / 1000.0;
    }

    @Test
    @DisplayName("roadside and cut-off hamlets share short stock")
    void roadsideAndCutOffHamletsShareShortStock() {
        fieldsUnderWater();
        world.stock(depot, "rice", 100);
        world.vehicle("Xe tải", "truck", depot, 3000);
        world.vehicle("Thuyền máy", "motor_boat", depot, 300);
        world.homes(disaster, PlanWorld.WEST_BANK, PlanWorld.WEST, 10, "rice", 10, "high");
        world.homes(disaster, PlanWorld.EAST_BANK, PlanWorld.FIELD, 10, "rice", 10, "high");

        ReliefPlan plan = world.plan(PlanWorld.order(disaster));

        double road = handed(plan, "rice", PlanWorld.WEST_BANK);
        double afloat = handed(plan, "rice", PlanWorld.EAST_BANK);
        assertThat(road + afloat).isEqualTo(100);
        // Nobody more than 20 points behind the half that there is.
        assertThat(road).isBetween(30.0, 70.0);
        assertThat(afloat).isBetween(30.0, 70.0);
        assertThat(leftOut(plan, "rice")).isEqualTo(100);
        assertThat(plan.leftOut()).allSatisfy(gap -> {
            assertThat(gap.reason()).isEqualTo(PlanGap.Reason.STOCK);
            assertThat(gap.vi()).startsWith("Kho không đủ: còn thiếu").contains("gạo");
        });
        assertThat(plan.leftOut()).extracting(PlanGap::communeName).contains("Xã Bờ Tây", "Xã Bờ Đông");
    }

    @Test
    @DisplayName("only boats reach")
    void onlyBoatsReach() {
        fieldsUnderWater();
        world.stock(depot, "rice", 500);
        world.vehicle("Xe tải", "truck", depot, 3000);
        world.homes(disaster, PlanWorld.EAST_BANK, PlanWorld.FIELD, 8, "rice", 10, "critical");

        ReliefPlan without = world.plan(PlanWorld.order(disaster));
        assertThat(without.tours()).isEmpty();
        assertThat(without.leftOut()).hasSize(1);
        PlanGap gap = without.leftOut().get(0);
        assertThat(gap.reason()).isEqualTo(PlanGap.Reason.NO_VEHICLE_CLASS);
        assertThat(gap.households()).isEqualTo(8);
        assertThat(gap.number()).as("seconds by boat").isPositive();
        assertThat(gap.vi()).contains("Cần thêm một xuồng máy ở bến L1");
        assertThat(gap.en()).contains("motor boat").contains("at landing L1 would serve it");

        world.vehicle("Thuyền máy", "motor_boat", depot, 300);
        ReliefPlan plan = world.plan(PlanWorld.order(disaster));
        assertThat(plan.leftOut()).isEmpty();
        PlannedTour truck = tour(plan, "Xe tải");
        PlannedTour boat = tour(plan, "Thuyền máy");
        assertThat(boat.vehicleClass()).isEqualTo(VehicleClass.MOTOR_BOAT);
        PlannedTour.Call filled = truck.trips().get(0).calls().get(0);
        assertThat(filled.landing()).isEqualTo("L1");
        assertThat(boat.trips().get(0).origin().name()).isEqualTo("Bến L1");
        assertThat(boat.trips().get(0).loadsAt()).isAfterOrEqualTo(filled.departsAt());
        assertThat(handed(plan, "rice", PlanWorld.EAST_BANK)).isEqualTo(80);
    }

    private static PlannedTour tour(ReliefPlan plan, String vehicle) {
        return plan.tours().stream()
                .filter(tour -> tour.vehicleName().equals(vehicle))
                .findFirst()
                .orElseThrow();
    }

    @Test
    @DisplayName("one item runs out")
    void oneItemRunsOut() {
        world.water(disaster, PlanWorld.SEVEN);
        world.stock(depot, "rice", 500);
        world.stock(depot, "drinking_water", 30);
        world.vehicle("Xe tải", "truck", depot, 3000);
        world.homes(disaster, PlanWorld.WEST_BANK, PlanWorld.WEST, 5, "rice", 10, "high");
        world.homes(disaster, PlanWorld.WEST_BANK, PlanWorld.WEST, 5, "drinking_water", 20, "high");

        ReliefPlan plan = world.plan(PlanWorld.order(disaster));

        assertThat(handed(plan, "rice", PlanWorld.WEST_BANK)).isEqualTo(50);
        assertThat(handed(plan, "drinking_water", PlanWorld.WEST_BANK)).isEqualTo(30);
        assertThat(plan.leftOut()).hasSize(1);
        PlanGap gap = plan.leftOut().get(0);
        assertThat(gap.reason()).isEqualTo(PlanGap.Reason.STOCK);
        assertThat(gap.amounts()).containsExactly(new Amount("drinking_water", 70_000));
        assertThat(gap.communeName()).isEqualTo("Xã Bờ Tây");
        assertThat(gap.vi()).isEqualTo("Kho không đủ: còn thiếu 70 lít nước uống.");
        assertThat(gap.en()).contains("70 litres of ");
        ReliefPlan.ItemBalance water = plan.balance().stream()
                .filter(line -> line.item().equals("drinking_water"))
                .findFirst()
                .orElseThrow();
        assertThat(List.of(water.toCarryMilli(), water.stockMilli(), water.plannedMilli(), water.leftOutMilli()))
                .containsExactly(100_000L, 30_000L, 30_000L, 70_000L);
    }

    /** The ford is closed from the start, so all goes over the bridge: one truck to the market twice, another to the west. */
    private ReliefPlan overTheBridge() {
        world.water(disaster, PlanWorld.SEVEN, PlanWorld.deep(1.2, 107.1138, 16.7395, 107.1162, 16.7405));
        world.stock(depot, "rice", 500);
        world.vehicle("Xe 1", "truck", depot, 100);
        world.homes(disaster, PlanWorld.EAST_BANK, PlanWorld.MARKET, 15, "rice", 10, "high");
        world.homes(disaster, PlanWorld.WEST_BANK, PlanWorld.WEST, 3, "rice", 10, "high");
        ReliefPlan plan = world.plan(PlanWorld.order(disaster));
        assertThat(plan.leftOut()).isEmpty();
        assertThat(tour(plan, "Xe 1").trips().size()).isGreaterThan(1);
        return plan;
    }

    @Test
    @DisplayName("the bridge goes while tours are under way")
    void theBridgeGoesWhileToursAreUnderWay() {
        ReliefPlan before = overTheBridge();
        PlannedTour.PlannedTrip first = tour(before, "Xe 1").trips().stream()
                .filter(trip -> trip.calls().stream().anyMatch(call -> PlanWorld.EAST_BANK.equals(call.commune())))
                .findFirst()
                .orElseThrow();
        Instant now = first.departsAt().plusSeconds(30);
        world.report(disaster, PlanWorld.BRIDGE, RoadState.BRIDGE_GONE, now.minusSeconds(10));
        assertThat(world.plans().progress(before.id()).reasons())
                .extracting(PlanProgress.Reason::vi)
                .containsExactly("1 báo cáo đường mới: Cầu Hà (bridge_gone).");

        ReliefPlan plan = world.plan(PlanWorld.again(before, now, Set.of()));

        PlannedTour.PlannedTrip kept = tour(plan, "Xe 1").trips().stream()
                .filter(trip -> trip.state() == State.UNDER_WAY)
                .findFirst()
                .orElseThrow();
        assertThat(kept.loads()).isEqualTo(first.loads());
        assertThat(kept.calls())
                .extracting(PlannedTour.Call::stop, PlannedTour.Call::handsOver)
                .isEqualTo(first.calls().stream()
                        .map(call -> Tuple.tuple(call.stop(), call.handsOver()))
                        .toList());
        PlanDifference difference = Objects.requireNonNull(plan.difference());
        assertThat(difference.endangered())
                .extracting(PlanDifference.Endangered::reason)
                .contains(Danger.CLOSED);
        PlanDifference.Endangered endangered = difference.endangered().get(0);
        assertThat(endangered.vi())
                .contains("Chuyến 1 (Xe 1)")
                .contains("Cầu Hà")
                .contains("Hãy gọi cho đội");
        assertThat(difference.vi()).startsWith("! Chuyến 1");
        // What had not left for the other bank is left out, with its number and what would have served it.
        assertThat(handed(plan, "rice", PlanWorld.EAST_BANK)
                        + leftOut(plan, "rice")
                        + handed(plan, "rice", PlanWorld.WEST_BANK))
                .isEqualTo(180);
        assertThat(plan.leftOut()).isNotEmpty().allSatisfy(gap -> {
            assertThat(gap.communeName()).isEqualTo("Xã Bờ Đông");
            assertThat(gap.vi()).isNotBlank();
        });
        assertThat(plan.before()).isEqualTo(before.id());
        assertThat(world.plans().get(plan.id())).isEqualTo(plan);
    }

    @Test
    @DisplayName("tours end before dark")
    void toursEndBeforeDark() {
        world.water(disaster, PlanWorld.SEVEN);
        world.stock(depot, "rice", 500);
        world.vehicle("Xe 1", "truck", depot, 100);
        world.homes(disaster, PlanWorld.EAST_BANK, PlanWorld.MARKET, 15, "rice", 10, "high");
        // Four in the afternoon, for six hours; the sun sets at about 17:25.
        Instant four = Instant.parse("2020-10-18T09:00:00Z");
        PlanOrder order = new PlanOrder(
                disaster,
                four,
                Duration.ofHours(6),
                Set.of(),
                Set.of(),
                Set.of(),
                SearchLimits.iterations(1, 300),
                Set.of(),
                null);
        ReliefPlan plan = world.plan(order);
        ReliefPlan.Light light = Objects.requireNonNull(plan.light());
        assertThat(light.to()).isBetween(Instant.parse("2020-10-18T10:20:00Z"), Instant.parse("2020-10-18T10:30:00Z"));
        assertThat(plan.tours()).allSatisfy(tour -> assertThat(tour.endsAt()).isBeforeOrEqualTo(light.to()));
        assertThat(plan.leftOut()).isNotEmpty().allSatisfy(gap -> {
            assertThat(gap.reason()).isEqualTo(PlanGap.Reason.DARK);
            assertThat(gap.number()).isPositive();
            assertThat(gap.vi()).startsWith("Chỉ kịp nếu chạy sau khi trời tối").contains("Cần thêm một");
        });

        PlanOrder night = new PlanOrder(
                disaster,
                four,
                order.lasts(),
                Set.of(),
                Set.of(),
                Set.of(),
                order.limits(),
                Set.of(),
                null,
                true,
                Set.of());
        ReliefPlan dark = world.plan(night);
        assertThat(dark.leftOut()).isEmpty();
        assertThat(dark.light()).isNull();
        assertThat(dark.tours().get(0).endsAt()).isAfter(light.to());
    }

    @Test
    @DisplayName("only some communes are planned for")
    void onlySomeCommunesArePlannedFor() {
        world.water(disaster, PlanWorld.SEVEN);
        world.stock(depot, "rice", 500);
        world.vehicle("Xe 1", "truck", depot, 3000);
        world.homes(disaster, PlanWorld.EAST_BANK, PlanWorld.MARKET, 5, "rice", 10, "high");
        world.homes(disaster, PlanWorld.WEST_BANK, PlanWorld.WEST, 5, "rice", 10, "high");

        ReliefPlan plan = world.plan(only(PlanWorld.WEST_BANK));

        assertThat(handed(plan, "rice", PlanWorld.WEST_BANK)).isEqualTo(50);
        assertThat(handed(plan, "rice", PlanWorld.EAST_BANK)).isZero();
        assertThat(plan.leftOut()).as("what nobody asked for is not left out").isEmpty();

        world.homes(disaster, PlanWorld.EAST_BANK, PlanWorld.MARKET, 1, "rice", 10, "critical");
        assertThat(world.plans().progress(plan.id()).reasons())
                .as("a new need elsewhere is no reason to plan again")
                .isEmpty();
        assertThatThrownBy(() -> world.plan(only("99999")))
                .hasMessageContaining("communes")
                .hasMessageContaining("99999");
    }

    private PlanOrder only(String commune) {
        return new PlanOrder(
                disaster,
                PlanWorld.SEVEN,
                Duration.ofHours(8),
                Set.of(),
                Set.of(),
                Set.of(),
                SearchLimits.iterations(1, 300),
                Set.of(),
                null,
                false,
                Set.of(commune));
    }

    @Test
    @DisplayName("one piece is larger than every vehicle")
    void onePieceIsLargerThanEveryVehicle() {
        world.water(disaster, PlanWorld.SEVEN);
        world.stock(depot, "toilet_portable", 3);
        world.stock(depot, "rice", 500);
        world.vehicle("Xe máy", "motorbike", depot, 60);
        world.homes(disaster, PlanWorld.WEST_BANK, PlanWorld.WEST, 1, "toilet_portable", 1, "high");
        world.homes(disaster, PlanWorld.WEST_BANK, PlanWorld.WEST, 2, "rice", 10, "high");
        ReliefPlan plan = world.plan(PlanWorld.order(disaster));
        assertThat(handed(plan, "rice", PlanWorld.WEST_BANK)).isEqualTo(20);
        assertThat(plan.leftOut()).singleElement().satisfies(gap -> {
            assertThat(gap.reason()).isEqualTo(PlanGap.Reason.TOO_LARGE);
            assertThat(gap.number()).as("kilograms over").isEqualTo(20);
            assertThat(gap.amounts()).containsExactly(new Amount("toilet_portable", 1000));
        });
    }

    @Test
    @DisplayName("a depot in the water sends nothing, another does")
    void aDepotInTheWaterSendsNothing() {
        world.water(disaster, PlanWorld.SEVEN, PlanWorld.deep(1.5, 107.0985, 16.7490, 107.1025, 16.7512));
        world.stock(depot, "rice", 500);
        world.vehicle("Xe 1", "truck", depot, 3000);
        world.homes(disaster, PlanWorld.EAST_BANK, PlanWorld.MARKET, 5, "rice", 10, "high");

        ReliefPlan drowned = world.plan(PlanWorld.order(disaster));

        assertThat(drowned.tours()).isEmpty();
        assertThat(drowned.leftOut()).singleElement().satisfies(gap -> {
            assertThat(gap.reason()).isEqualTo(PlanGap.Reason.CUT_OFF);
            assertThat(gap.amounts()).containsExactly(new Amount("rice", 50_000));
            assertThat(gap.vi()).startsWith("Điểm đi bị cô lập với xe tải: nước sâu 1,50 m trên Quốc lộ 9");
            assertThat(gap.en()).startsWith("The start is cut off");
        });

        DepotId dry = world.depot("Kho Đông", PlanWorld.MARKET);
        world.stock(dry, "rice", 500);
        world.vehicle("Xe 2", "truck", dry, 3000);
        ReliefPlan plan = world.plan(PlanWorld.order(disaster));
        assertThat(plan.tours()).extracting(PlannedTour::vehicleName).containsExactly("Xe 2");
        assertThat(plan.leftOut()).isEmpty();
    }
}
