package vn.reliefmap.plan.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.reliefmap.kernel.ProblemException;
import vn.reliefmap.plan.PlanBench;
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

    @Test
    void jspritAndWeSolveTheSameProblem() throws IOException {
        Path file = VRP.resolve("solomon/RC101.txt");
        assumeTrue(Files.exists(file), "needs ../shared/data/vrp/solomon/RC101.txt");
        PublishedProblem rc101 = PublishedProblem.solomon(file, Rounding.ONE_DECIMAL);
        double best = PublishedProblem.bestKnown(file);
        List<List<Integer>> peers = new JspritPeer(rc101).solve(1, Duration.ofMillis(300));
        TourSolution plan = new RuinAndRecreate().solve(rc101.asTours(), SearchLimits.iterations(1, 10_000));
        assertThat(rc101.holds(peers)).isTrue();
        assertThat(rc101.cost(peers)).isGreaterThanOrEqualTo(best - 1e-6);
        assertThat(rc101.unscaled(plan.cost())).isBetween(best - 1e-6, best * 1.05);
    }

    @Test
    void uchoasProblemsHaveNoWindows() throws IOException {
        Path file = VRP.resolve("x/X-n101-k25.vrp");
        assumeTrue(Files.exists(file), "needs ../shared/data/vrp/x/X-n101-k25.vrp");
        PublishedProblem x = PublishedProblem.uchoa(file);
        double best = PublishedProblem.bestKnown(file);
        TourSolution plan = new RuinAndRecreate().solve(x.asTours(), SearchLimits.iterations(1, 5_000));
        assertThat(plan.unassigned()).isEmpty();
        assertThat(plan.cost()).isBetween(best, best * 1.1);
    }

    @Test
    void withoutInstancesTheBenchNamesTheFolder() {
        PlanBench.Options nowhere = new PlanBench.Options(Path.of("no-such-folder"), false, 1);
        assertThatThrownBy(() -> PlanBench.run(nowhere, row -> {}))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("no-such-folder");
    }
}
