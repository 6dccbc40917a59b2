package vn.reliefmap.exposure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.reliefmap.kernel.BenchRow;
import vn.reliefmap.routing.RoutingBench;

/** The bench of who is cut off on a tiny grid: its answers, not its times. */
class CutOffBenchTest {
    @Test
    void whatIsKeptFromOneWaterToTheNextChangesNoAnswer() {
        List<BenchRow> rows = new ArrayList<>();
        RoutingBench.run(
                new RoutingBench.Options(null, 3000, 50, 1, 7),
                row -> {},
                roads -> CutOffBench.run(roads, 2000, 7, rows::add));

        assertThat(rows)
                .extracting(BenchRow::name)
                .containsExactly(
                        "cut-off list",
                        "cut-off landings",
                        "cut-off list and 3 forecasts",
                        "cut-off list, memory per home");
        assertThat(rows)
                .allSatisfy(row -> assertThat(row.agree()).as(row.name()).isTrue());
    }
}
