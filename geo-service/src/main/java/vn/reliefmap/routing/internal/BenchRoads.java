package vn.reliefmap.routing.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import vn.reliefmap.kernel.BenchRow;
import vn.reliefmap.kernel.ImportIssue;
import vn.reliefmap.kernel.ImportLog;
import vn.reliefmap.kernel.Machine;
import vn.reliefmap.routing.RoutingBench.Options;

/** The roads that a bench measures on, in a temporary folder, and the rows that it hands out. */
final class BenchRoads {
    private final Options options;
    private final Consumer<BenchRow> each;
    private final Path folder;
    private final RoadGraph graph;
    private final String told;
    private final double builtS;

    private BenchRoads(Options options, Consumer<BenchRow> each, Path folder) {
        this.options = options;
        this.each = each;
        this.folder = folder;
        double startS = processSeconds();
        this.graph = build(options, folder);
        this.builtS = processSeconds() - startS;
        this.told = String.format(
                Locale.ROOT,
                "%s, %,d nodes, %,d edges",
                options.roads() == null ? "made-up grid" : options.roads().getFileName(),
                graph.base().getNodes(),
                graph.base().getEdges());
    }

    /** Builds the graph, measures, and leaves nothing behind. */
    static void measure(Options options, Consumer<BenchRow> each, Consumer<BenchRoads> measurement) {
        Path folder = null;
        try {
            folder = Files.createTempDirectory("relief-bench");
            measurement.accept(new BenchRoads(options, each, folder));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            if (folder != null) {
                remove(folder);
            }
        }
    }

    private static RoadGraph build(Options options, Path folder) {
        Path file = options.roads();
        if (file == null) {
            file = folder.resolve("roads.osm");
            BenchGrid.write(file, options.edges(), options.seed());
        } else {
            RoadFile.read(file, new Unheard());
        }
        RoadHopper hopper = RoadHopper.toBuild(file, folder.resolve("graph"));
        hopper.importOrLoad();
        hopper.close();
        return RoadGraph.read(0, folder.resolve("graph"), 500);
    }

    RoadGraph graph() {
        return graph;
    }

    /** Says what they are. */
    String told() {
        return told;
    }

    Options options() {
        return options;
    }

    Path folder() {
        return folder;
    }

    /** Processor time of all threads for file, graph and landmarks. */
    double builtS() {
        return builtS;
    }

    Envelope box() {
        var bounds = graph.base().getBounds();
        return new Envelope(bounds.minLon, bounds.maxLon, bounds.minLat, bounds.maxLat);
    }

    void row(String name, String unit, double ours, boolean agree, String data) {
        row(name, unit, ours, null, null, agree, data);
    }

    void row(
            String name,
            String unit,
            double ours,
            @Nullable String peerName,
            @Nullable Double peer,
            boolean agree,
            String data) {
        Double ratio = peer == null ? null : peer / ours;
        each.accept(new BenchRow(
                name,
                unit,
                ours,
                peerName,
                peer,
                ratio,
                agree,
                told + "; " + data,
                Machine.describe(),
                options.seed()));
    }

    private static double processSeconds() {
        return ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class)
                        .getProcessCpuTime()
                / 1e9;
    }

    private static void remove(Path folder) {
        try (Stream<Path> tree = Files.walk(folder)) {
            for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Remarks on single roads do not matter here; a file that cannot be used ends in a problem all the same. */
    private static final class Unheard implements ImportLog {
        @Override
        public void issue(ImportIssue issue) {
            // not shown by a benchmark
        }

        @Override
        public void progress(long rowsDone) {
            // not shown by a benchmark
        }
    }
}
