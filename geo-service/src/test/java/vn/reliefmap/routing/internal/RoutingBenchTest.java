package vn.reliefmap.routing.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.reliefmap.kernel.BenchRow;
import vn.reliefmap.routing.RoutingBench;

/** The bench on a tiny grid: its answers, not its times. */
class RoutingBenchTest {
    @Test
    void bothSidesOfEveryRowAgree() {
        List<BenchRow> rows = new ArrayList<>();
        RoutingBench.run(new RoutingBench.Options(null, 3000, 300, 4, 7), rows::add, roads -> {});

        assertThat(rows)
                .allSatisfy(row -> assertThat(row.agree()).as(row.name()).isTrue());
        assertThat(rows)
                .extracting(BenchRow::name)
                .contains(
                        "contraction shape",
                        "contraction 500 polygons",
                        "route dry",
                        "route 50 polygons",
                        "route 500 polygons",
                        "snapshot 300 polygons",
                        "one changed polygon");
        assertThat(rows).allSatisfy(row -> assertThat(row.ours()).isPositive());
    }

    @Test
    void everyCellOfTheMatricesAgrees() {
        List<BenchRow> rows = new ArrayList<>();
        RoutingBench.matrix(new RoutingBench.Options(null, 3000, 300, 4, 7), rows::add);

        assertThat(rows)
                .allSatisfy(row -> assertThat(row.agree()).as(row.name()).isTrue());
        assertThat(rows)
                .filteredOn(row -> row.name().startsWith("matrix"))
                .extracting(BenchRow::name)
                .containsExactly("matrix 500 dry", "matrix 500 flooded");
    }
}
