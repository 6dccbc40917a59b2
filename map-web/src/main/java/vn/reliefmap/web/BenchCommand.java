package vn.reliefmap.web;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import vn.reliefmap.exposure.CutOffBench;
import vn.reliefmap.kernel.BenchRow;
import vn.reliefmap.plan.PlanBench;
import vn.reliefmap.routing.RoutingBench;

/**
 * Measures the program beside other ways to the same answer, and what it bears; works in temporary folders and touches
 * neither database nor RELIEF_HOME.
 */
@Command(
        name = "bench",
        description =
                "Đo tốc độ, so với cách khác cho cùng kết quả. / Measures speed beside other ways to the same answer.",
        mixinStandardHelpOptions = true)
final class BenchCommand implements Callable<Integer> {
    private static final int FEWEST_EDGES = 200;

    enum What {
        ROUTING,
        MATRIX,
        PLAN,
        KILL,
        LOAD
    }

    @Parameters(paramLabel = "WHAT", description = "${COMPLETION-CANDIDATES}")
    private What what = What.ROUTING;

    @Option(names = "--json", paramLabel = "FILE", description = "Ghi ra tệp JSON. / Writes the rows as JSON.")
    private @Nullable Path json;

    @Option(
            names = "--full",
            description =
                    "Đo dài hơn (mạng 400.000 cạnh; plan: ba hạt giống, 30 s). / Longer (400,000 edges; plan: 3 seeds, 30 s).")
    private boolean full;

    @Option(names = "--edges", description = "Số cạnh của mạng dựng sẵn. / Edges of the made-up network.")
    private @Nullable Integer edges;

    @Option(
            names = "--roads",
            paramLabel = "FILE",
            description =
                    "Đo trên tệp đường này; plan: 200 điểm dừng. / Measures on this road extract instead; plan: 200 stops.")
    private @Nullable Path roads;

    @Option(
            names = "--kills",
            description = "kill: số lần giết tiến trình / how often something is killed (${DEFAULT-VALUE})")
    private int kills = 20;

    @Option(
            names = "--minutes",
            description = "load: số phút gửi tin / for how long reports are sent (${DEFAULT-VALUE})")
    private int minutes = 10;

    @Option(names = "--per-minute", description = "load: số tin mỗi phút / reports a minute (${DEFAULT-VALUE})")
    private int perMinute = 1000;

    @Option(names = "--seed", description = "Hạt giống / seed (${DEFAULT-VALUE})")
    private long seed = 1;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        LoggingSystem.get(BenchCommand.class.getClassLoader()).setLogLevel(Logger.ROOT_LOGGER_NAME, LogLevel.WARN);
        PrintWriter out = spec.commandLine().getOut();
        RoutingBench.Options options = options();
        List<BenchRow> rows = new ArrayList<>();
        Consumer<BenchRow> show = row -> {
            if (rows.isEmpty()) {
                out.println(row.machine());
            }
            rows.add(row);
            out.println(line(row));
            out.flush();
        };
        switch (what) {
            case ROUTING ->
                RoutingBench.run(options, show, roads -> CutOffBench.run(roads, CutOffBench.HOMES, seed, show));
            case MATRIX -> RoutingBench.matrix(options, show);
            case PLAN -> plan(options, show);
            case KILL -> KillBench.run(data(), kills, seed, show);
            case LOAD -> LoadBench.run(data(), new LoadBench.Options(minutes, perMinute, seed), show);
        }
        if (json != null) {
            write(json, rows);
        }
        List<String> wrong =
                rows.stream().filter(row -> !row.agree()).map(BenchRow::name).toList();
        if (!wrong.isEmpty()) {
            LoggerFactory.getLogger(BenchCommand.class).error("Answers differ: {}", wrong);
            return ReliefCommand.FAILED;
        }
        return 0;
    }

    private void plan(RoutingBench.Options options, Consumer<BenchRow> show) {
        if (options.roads() == null) {
            PlanBench.run(new PlanBench.Options(instances(), full, seed), show);
        } else {
            RoutingBench.roads(options, network -> PlanBench.onRoads(network, PlanBench.GOOD, seed, show));
        }
    }

    private RoutingBench.Options options() {
        requireBetween("--kills", kills, 0, 1000);
        requireBetween("--minutes", minutes, 1, 60);
        requireBetween("--per-minute", perMinute, 1, 6000);
        int wanted = full ? RoutingBench.FULL_EDGES : RoutingBench.USUAL_EDGES;
        if (edges != null) {
            wanted = edges;
        }
        if (wanted < FEWEST_EDGES) {
            throw new CommandLine.ParameterException(spec.commandLine(), "--edges: ít nhất / at least " + FEWEST_EDGES);
        }
        RoutingBench.Options usual = RoutingBench.Options.grid(wanted, seed);
        return new RoutingBench.Options(roads, wanted, usual.polygons(), usual.pairs(), seed);
    }

    private void requireBetween(String option, int value, int least, int most) {
        if (value < least || value > most) {
            throw new CommandLine.ParameterException(spec.commandLine(), option + ": " + least + "–" + most);
        }
    }

    /** Published problems lie beside the project; they are not part of it. */
    private static Path instances() {
        return data().resolveSibling("../shared/data/vrp").normalize();
    }

    private static Path data() {
        return Path.of(System.getenv().getOrDefault("RELIEF_DATA", "data"))
                .toAbsolutePath()
                .normalize();
    }

    private static String line(BenchRow row) {
        if (row.unit().endsWith("gap") && row.peer() != null) {
            return String.format(
                    Locale.ROOT,
                    "%-34s %9.2f %% %s   %s %.2f %%%s   [%s]",
                    row.name(),
                    100 * row.ours(),
                    row.unit(),
                    row.peerName(),
                    100 * row.peer(),
                    row.agree() ? "" : "   ✗ kế hoạch sai / NOT A PLAN",
                    row.data());
        }
        String ours = String.format(Locale.ROOT, "%-34s %10.2f %s", row.name(), row.ours(), row.unit());
        if (row.peer() != null) {
            ours += String.format(
                    Locale.ROOT, "   %s %.2f %s, ×%.2f", row.peerName(), row.peer(), row.unit(), row.ratio());
        }
        return ours + (row.agree() ? "" : "   ✗ các kết quả khác nhau / THE ANSWERS DIFFER") + "   [" + row.data()
                + "]";
    }

    private static void write(Path file, List<BenchRow> rows) {
        JsonMapper mapper = JsonMapper.builder()
                .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .enable(SerializationFeature.INDENT_OUTPUT)
                .build();
        try {
            Files.writeString(file, mapper.writeValueAsString(rows) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
