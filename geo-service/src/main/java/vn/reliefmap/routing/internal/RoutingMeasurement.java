package vn.reliefmap.routing.internal;

import com.graphhopper.routing.weighting.Weighting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Polygon;
import vn.reliefmap.geo.Geometries;
import vn.reliefmap.kernel.BenchRow;
import vn.reliefmap.kernel.ImportIssue;
import vn.reliefmap.kernel.ImportLog;
import vn.reliefmap.kernel.Machine;
import vn.reliefmap.passability.Passability;
import vn.reliefmap.passability.PassabilityLimits;
import vn.reliefmap.passability.VehicleClass;
import vn.reliefmap.routing.RoutingBench.Options;

/** The rows of {@code ./relief bench routing}, one after the other on one graph. */
public final class RoutingMeasurement {
    private static final VehicleClass VEHICLE = VehicleClass.TRUCK;
    private static final String PEER = "custom_model areas";
    private static final int CORNERS = 100;

    /** 500 polygons close about 7 % of the edges. */
    private static final double SHARE_OF_500 = 0.045;

    /** 10,000 polygons, many of them one over the other. */
    private static final double SHARE_OF_MANY = 0.3;

    private final Options options;
    private final Consumer<BenchRow> each;
    private final Path folder;
    private final Random random;
    private final RoadGraph graph;
    private final String roads;
    private final RouteRace dryRace;

    private RoutingMeasurement(Options options, Consumer<BenchRow> each, Path folder) {
        this.options = options;
        this.each = each;
        this.folder = folder;
        this.random = new Random(options.seed());
        double startS = processSeconds();
        this.graph = graph(options, folder);
        double builtS = processSeconds() - startS;
        this.roads = String.format(
                Locale.ROOT,
                "%s, %,d nodes, %,d edges",
                options.roads() == null ? "made-up grid" : options.roads().getFileName(),
                graph.base().getNodes(),
                graph.base().getEdges());
        row("graph built", "s", builtS, null, null, true, "reading, graph and landmarks of four classes, all threads");
        this.dryRace = new RouteRace(graph, VEHICLE, graph.dry(VEHICLE), options.pairs(), random);
    }

    /** See {@link vn.reliefmap.routing.RoutingBench#run}. */
    public static void run(Options options, Consumer<BenchRow> each) {
        Path folder = null;
        try {
            folder = Files.createTempDirectory("relief-bench");
            new RoutingMeasurement(options, each, folder).measure();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            if (folder != null) {
                remove(folder);
            }
        }
    }

    private static RoadGraph graph(Options options, Path folder) {
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

    private void measure() {
        dry();
        BenchFlood closing = BenchFlood.draw(box(), 1000, CORNERS, 2 * SHARE_OF_500, BenchFlood.CLOSING_M, random)
                .first(500, this::closesForBothSides);
        under(closing, 50);
        under(closing, closing.areas().size());
        snapshots();
    }

    private void dry() {
        Weighting dry = graph.dry(VEHICLE);
        RouteRace.Result result =
                dryRace.run(dryRace.landmarks("ours", dry), RouteRace.dijkstra("two-sided Dijkstra", dry));
        row("route dry", "ms", result.oursMs(), "two-sided Dijkstra", result.peerMs(), result.agree(), pairs(dryRace));
    }

    private void under(BenchFlood closing, int count) {
        BenchFlood flood = closing.first(count, any -> true);
        WaterSnapshot snapshot = WaterSnapshot.build(
                graph, flood.draft().picture(BenchFlood.SEEN), new Passability(PassabilityLimits.DEFAULT));
        Weighting flooded = snapshot.weighting(VEHICLE);
        RouteRace race = new RouteRace(graph, VEHICLE, flooded, options.pairs(), random);
        RouteRace.Side ours = race.landmarks("ours", flooded);
        String name = "route " + count + " polygons";
        String data = String.format(Locale.ROOT, "%s, %.1f %% of edges closed", pairs(race), closedPercent(snapshot));

        Weighting areas = CustomModelAreas.closing(graph, VEHICLE, flood.polygons());
        RouteRace.Result result = race.run(ours, race.landmarks(PEER, areas));
        row(name, "ms", result.oursMs(), PEER, result.peerMs(), result.agree(), data);

        Weighting one = CustomModelAreas.closing(
                graph,
                VEHICLE,
                List.of(Geometries.FACTORY.buildGeometry(flood.polygons()).union()));
        RouteRace.Result asOne = race.run(ours, race.landmarks(PEER, one));
        row(name + ", areas merged", "ms", asOne.oursMs(), PEER + " as one", asOne.peerMs(), asOne.agree(), data);

        RouteRace.Result overDry = race.run(ours, race.landmarks("dry", graph.dry(VEHICLE)), RouteRace::notQuicker);
        row(name + " and dry", "ms", overDry.oursMs(), "route dry", overDry.peerMs(), overDry.agree(), data);
    }

    private void snapshots() {
        BenchFlood many =
                BenchFlood.draw(box(), options.polygons(), CORNERS, SHARE_OF_MANY, BenchFlood.GRADED_M, random);
        SnapshotMeasurement measurement = new SnapshotMeasurement(graph, many, folder, dryRace, random);
        SnapshotMeasurement.Result whole = measurement.wholeFile();
        String data = options.polygons() + " polygons of " + CORNERS + " corners";
        row(
                "snapshot " + options.polygons() + " polygons",
                "s",
                whole.oursMs() / 1000,
                null,
                null,
                whole.agree(),
                data + ", from GeoJSON to the first route; 2,000 edges and the route checked");
        SnapshotMeasurement.Result change = measurement.oneChange();
        row(
                "one changed polygon",
                "ms",
                change.oursMs(),
                "whole snapshot",
                change.peerMs(),
                change.agree(),
                data + ", and one more: until a class's weights are there");
    }

    /**
     * Both sides close the same edges, except at two places: our bridges are not under the water that they cross, and a
     * custom model does not see a polygon that only the bend of a road reaches.
     */
    private boolean closesForBothSides(Polygon polygon) {
        Envelope box = polygon.getEnvelopeInternal();
        BitSet near = new BitSet();
        graph.edgesNear(box, near);
        return near.stream().mapToObj(graph::edge).allMatch(edge -> {
            Envelope ends = new Envelope(graph.node(edge.getBaseNode()), graph.node(edge.getAdjNode()));
            boolean bend = !ends.intersects(box)
                    && Geometries.FACTORY
                            .createLineString(RoadGraph.coordinates(edge))
                            .intersects(polygon);
            return !bend && !graph.onBridge(edge);
        });
    }

    private double closedPercent(WaterSnapshot snapshot) {
        int closed = 0;
        for (int edge = 0; edge < graph.base().getEdges(); edge++) {
            closed += snapshot.depthM(edge) > 0 ? 1 : 0;
        }
        return 100.0 * closed / graph.base().getEdges();
    }

    private Envelope box() {
        var bounds = graph.base().getBounds();
        return new Envelope(bounds.minLon, bounds.maxLon, bounds.minLat, bounds.maxLat);
    }

    private static String pairs(RouteRace race) {
        return race.joinedPairs() + " pairs";
    }

    private void row(
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
                roads + "; " + data,
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
