package vn.reliefmap.demo.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.reliefmap.demo.Demo;
import vn.reliefmap.disaster.Disasters;
import vn.reliefmap.passability.VehicleClass;
import vn.reliefmap.plan.PlanOrder;
import vn.reliefmap.plan.PlanPapers;
import vn.reliefmap.plan.PlannedTour;
import vn.reliefmap.plan.Plans;
import vn.reliefmap.plan.ReliefPlan;
import vn.reliefmap.plan.SearchLimits;
import vn.reliefmap.plan.SearchWatch;

/** A plan for the whole demo province, checked from the raw tables. */
class BundledDemoPlanTest {
    private static final Instant BASE = Instant.parse("2026-10-18T06:00:00Z");

    @TempDir
    Path temp;

    @Test
    void aPlanForTheDemoProvinceIsSound() {
        try (DemoRooms rooms = new DemoRooms(temp)) {
            rooms.room(Demo.class).bundled(BASE, rooms);
            PlanOrder order = new PlanOrder(
                    rooms.room(Disasters.class).list().get(0).id(),
                    BASE,
                    Duration.ofHours(10),
                    Set.of(),
                    Set.of(),
                    Set.of(),
                    SearchLimits.iterations(1, 2000),
                    Set.of(),
                    null);
            ReliefPlan plan = rooms.room(Plans.class).make(order, SearchWatch.NOBODY);
            PlanPapers papers = rooms.room(PlanPapers.class);
            JsonNode document = new JsonMapper().readTree(papers.json(plan));

            new PlanChecker(rooms, document).assertSound();
            assertThat(document.path("water").path("worst_of")).hasSizeGreaterThan(1);
            assertThatTheCheckerSeesWater(rooms, new String(papers.json(plan), StandardCharsets.UTF_8));

            assertThat(plan.tours())
                    .extracting(PlannedTour::vehicleClass)
                    .contains(VehicleClass.TRUCK, VehicleClass.PADDLE_BOAT);
            assertThat(plan.tours())
                    .as("medics of the demo reach somebody")
                    .flatExtracting(PlannedTour::trips)
                    .flatExtracting(PlannedTour.PlannedTrip::calls)
                    .extracting(PlannedTour.Call::stop)
                    .anyMatch(stop -> stop.endsWith("Y"));
            assertThat(plan.leftOut()).allSatisfy(gap -> assertThat(gap.vi()).isNotBlank());
            assertThat(papers.text(plan, plan.tours().get(0)))
                    .startsWith("DIỄN TẬP")
                    .contains("Lấy hàng");
            assertThat(rooms.room(Plans.class).get(plan.id())).isEqualTo(plan);
        }
    }

    /** Boats on the trucks' roads, and trucks on the boats' water. */
    private static void assertThatTheCheckerSeesWater(DemoRooms rooms, String plan) {
        String swapped = plan.replace("\"vehicle_class\":\"truck\"", "\"vehicle_class\":\"motor_boat\"")
                .replace("\"vehicle_class\":\"paddle_boat\"", "\"vehicle_class\":\"truck\"");
        assertThat(new PlanChecker(rooms, new JsonMapper().readTree(swapped)).faults())
                .anySatisfy(fault -> assertThat(fault).contains("(truck) at").contains("WET"))
                .anySatisfy(
                        fault -> assertThat(fault).contains("(motor_boat) at").contains("DRY"));
    }
}
