package vn.reliefmap.plan.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import vn.reliefmap.kernel.BenchRow;
import vn.reliefmap.kernel.Machine;
import vn.reliefmap.kernel.Problem;
import vn.reliefmap.plan.PlanBench;
import vn.reliefmap.plan.PlanBench.Options;
import vn.reliefmap.plan.SearchLimits;
import vn.reliefmap.plan.SearchWatch;
import vn.reliefmap.plan.TourSolution;
import vn.reliefmap.plan.TourSolver;
import vn.reliefmap.plan.internal.PublishedProblem.Rounding;

/** Runs published problems through our door and through jsprit. */
public final class PlanMeasurement {
    private static final Duration USUAL = Duration.ofSeconds(10);
    private static final Duration FULL = Duration.ofSeconds(30);
    private static final int FULL_SEEDS = 3;

    private final TourSolver solver;
    private final Duration time;
    private final List<Long> seeds;

    private PlanMeasurement(TourSolver solver, Options options) {
        this.solver = solver;
        time = options.full() ? FULL : USUAL;
        seeds = LongStream.range(options.seed(), options.seed() + (options.full() ? FULL_SEEDS : 1))
                .boxed()
                .toList();
    }

    /** See {@link PlanBench#run}. */
    public static void run(Options options, TourSolver solver, Consumer<BenchRow> each) {
        PlanMeasurement measurement = new PlanMeasurement(solver, options);
        String machine = Machine.describe();
        List<BenchRow> rows = new ArrayList<>();
        try {
            for (Path file : instances(options)) {
                BenchRow row = measurement.row(file, machine);
                rows.add(row);
                each.accept(row);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        double ours = rows.stream().mapToDouble(BenchRow::ours).average().orElse(0);
        double peers = rows.stream()
                .mapToDouble(row -> row.peer() == null ? 0 : row.peer())
                .average()
                .orElse(0);
        boolean sound = rows.stream().allMatch(BenchRow::agree);
        String data = rows.size() + " instances";
        each.accept(measurement.row("mean of all", "mean gap", ours, peers, sound, data, machine));
    }

    private static List<Path> instances(Options options) throws IOException {
        List<Path> all = new ArrayList<>(files(options.instances().resolve("solomon"), ".txt"));
        if (options.full()) {
            all.addAll(files(options.instances().resolve("x"), ".vrp"));
        }
        if (all.isEmpty()) {
            throw Problem.notFound(
                            "NO_INSTANCES",
                            "instances",
                            "Không có bài toán mẫu trong “" + options.instances() + "” (cần solomon/*.txt, *.sol).",
                            "There are no published problems in \"" + options.instances()
                                    + "\" (solomon/*.txt and *.sol are needed).")
                    .asException();
        }
        return all;
    }

    private static List<Path> files(Path folder, String ending) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        }
    }

    private BenchRow row(Path file, String machine) throws IOException {
        boolean solomon = file.toString().endsWith(".txt");
        PublishedProblem problem =
                solomon ? PublishedProblem.solomon(file, Rounding.ONE_DECIMAL) : PublishedProblem.uchoa(file);
        double best = PublishedProblem.bestKnown(file);
        double ours = 0;
        double peers = 0;
        boolean sound = true;
        for (long seed : seeds) {
            List<List<Integer>> routes = ours(problem, seed);
            List<List<Integer>> peerRoutes = new JspritPeer(problem).solve(seed, time);
            sound &= problem.holds(routes) && problem.holds(peerRoutes);
            ours += (problem.cost(routes) / best - 1) / seeds.size();
            peers += (problem.cost(peerRoutes) / best - 1) / seeds.size();
        }
        String data = (problem.customers().size() - 1) + " customers, best known " + best
                + (solomon ? ", distances cut to one decimal" : ", distances rounded");
        return row(problem.name(), "gap", ours, peers, sound, data, machine);
    }

    private BenchRow row(
            String name, String unit, double ours, double peer, boolean sound, String data, String machine) {
        return new BenchRow(
                name,
                unit,
                ours,
                "jsprit",
                peer,
                (1 + peer) / (1 + ours),
                sound,
                data + ", " + seeds.size() + " × " + time.toSeconds() + " CPU s",
                machine,
                seeds.get(0));
    }

    private List<List<Integer>> ours(PublishedProblem problem, long seed) {
        SearchLimits limits = new SearchLimits(seed, 0, 0, time, SearchLimits.Clock.PROCESSOR);
        TourSolution plan = solver.solve(problem.asTours(), limits, null, SearchWatch.NOBODY);
        // Stop i is row i + 1 of the file, after the depot.
        return plan.tours().stream()
                .flatMap(tour -> tour.trips().stream())
                .map(trip ->
                        trip.visits().stream().map(visit -> visit.stop() + 1).toList())
                .toList();
    }
}
