package vn.reliefmap.plan.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import vn.reliefmap.plan.SearchLimits;
import vn.reliefmap.plan.TourChecker;
import vn.reliefmap.plan.TourProblem;
import vn.reliefmap.plan.TourSolution;
import vn.reliefmap.plan.internal.PublishedProblem.Rounding;

/** Known answers of published problems; they need the shared data. */
class PublishedProblemTest {
    private static final Path VRP =
            Path.of(System.getProperty("relief.root")).resolveSibling("shared").resolve("data/vrp");

    @Test
    void c101WithExactDistancesCosts828Point94() throws IOException {
        Path file = VRP.resolve("solomon/C101.txt");
        assumeTrue(Files.exists(file), "needs ../shared/data/vrp/solomon/C101.txt");
        PublishedProblem c101 = PublishedProblem.solomon(file, Rounding.EXACT);
        TourProblem problem = c101.asTours();
        TourSolution plan = new RuinAndRecreate().solve(problem, SearchLimits.iterations(1, 20_000));
        assertThat(plan.unassigned()).isEmpty();
        assertThat(c101.unscaled(plan.cost())).isCloseTo(828.94, within(0.005));
        assertThat(plan.tours()).hasSize(10);
        assertThat(TourChecker.faults(problem, plan)).isEmpty();
    }
}
