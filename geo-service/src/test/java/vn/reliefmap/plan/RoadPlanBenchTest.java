package vn.reliefmap.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.reliefmap.kernel.BenchRow;
import vn.reliefmap.routing.RoutingBench;

/** The bench of plans on roads, on a small grid and in a second: its answers, not its times. */
class RoadPlanBenchTest {
    @Test
    void noUnitIsLostUnderAnyWater() {
        List<BenchRow> rows = new ArrayList<>();
        RoutingBench.roads(
                new RoutingBench.Options(null, 6000, 1, 1, 7),
                roads -> PlanBench.onRoads(roads, Duration.ofSeconds(1), 7, rows::add));

        assertThat(rows)
                .extracting(BenchRow::name)
                .containsExactly(
                        "plan on roads, landings and tables",
                        "plan on roads, first",
                        "plan on roads, soon",
                        "plan on roads, good",
                        "plan on roads, again");
        assertThat(rows)
                .allSatisfy(row -> assertThat(row.agree()).as(row.name()).isTrue());
    }
}
