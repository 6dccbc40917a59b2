package vn.reliefmap.routing.internal;

import com.graphhopper.routing.weighting.Weighting;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Consumer;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Polygon;
import vn.reliefmap.geo.Geometries;
import vn.reliefmap.kernel.BenchRow;
import vn.reliefmap.passability.Passability;
import vn.reliefmap.passability.PassabilityLimits;
import vn.reliefmap.passability.VehicleClass;
import vn.reliefmap.routing.BenchNetwork;
import vn.reliefmap.routing.RoutingBench.Options;
import vn.reliefmap.routing.internal.contraction.Contraction;

/** The rows of {@code ./relief bench routing}, one after the other on one graph. */
public final class RoutingMeasurement {
    private static final VehicleClass VEHICLE = VehicleClass.TRUCK;
    private static final String PEER = "custom_model areas";
    private static final int CORNERS = 100;

    /** Right after new water, while its contraction is being made. */
    private static final String FIRST = ", landmarks";

    /** 500 polygons close about 7 % of the edges. */
    static final double SHARE_OF_500 = 0.045;

    /** 10,000 polygons, many of them one over the other. */
    private static final double SHARE_OF_MANY = 0.3;

    private final BenchRoads roads;
    private final RoadGraph graph;
    private final Random random;
    private final RouteRace dryRace;

    private RoutingMeasurement(BenchRoads roads) {
        this.roads = roads;
        this.graph = roads.graph();
        this.random = new Random(roads.options().seed());
        this.dryRace = new RouteRace(
                graph, VEHICLE, graph.dry(VEHICLE), roads.options().pairs(), random);
    }

    /** See {@link vn.reliefmap.routing.RoutingBench#run}. */
    public static void run(Options options, Consumer<BenchRow> each, Consumer<BenchNetwork> more) {
        BenchRoads.measure(options, each, roads -> {
            new RoutingMeasurement(roads).measure();
            more.accept(new MeasuredRoads(roads));
        });
    }

    /** See {@link vn.reliefmap.routing.RoutingBench#roads}. */
    public static void roads(Options options, Consumer<BenchNetwork> measure) {
        BenchRoads.measure(options, row -> {}, roads -> measure.accept(new MeasuredRoads(roads)));
    }

    private void measure() {
        roads.row(
                "graph built", "s", roads.builtS(), true, "reading, graph and landmarks of four classes, all threads");
        dry();
        BenchFlood closing = BenchFlood.draw(roads.box(), 1000, CORNERS, 2 * SHARE_OF_500, BenchFlood.CLOSING_M, random)
                .first(500, this::closesForBothSides);
        under(closing, 50);
        under(closing, closing.areas().size());
        snapshots();
    }

    private void dry() {
        ContractionCost cost = new ContractionCost(graph);
        roads.row("contraction shape", "s", cost.shapeS(), true, cost.shapeTold());
        Weighting dry = graph.dry(VEHICLE);
        Contraction dryWays = cost.make(dry);
        RouteRace.Result result =
                dryRace.run(dryRace.contracted(dryWays, dry), RouteRace.dijkstra("two-sided Dijkstra", dry));
        roads.row(
                "route dry",
                "ms",
                result.oursMs(),
                "two-sided Dijkstra",
                result.peerMs(),
                result.agree(),
                pairs(dryRace));
        RouteRace.Result first =
                dryRace.run(dryRace.landmarks("ours", dry), RouteRace.dijkstra("two-sided Dijkstra", dry));
        roads.row(
                "route dry" + FIRST,
                "ms",
                first.oursMs(),
                "two-sided Dijkstra",
                first.peerMs(),
                first.agree(),
                pairs(dryRace));
    }

    private void under(BenchFlood closing, int count) {
        BenchFlood flood = closing.first(count, any -> true);
        WaterSnapshot snapshot = WaterSnapshot.build(
                graph, flood.draft().picture(BenchFlood.SEEN), new Passability(PassabilityLimits.DEFAULT));
        Weighting flooded = snapshot.weighting(VEHICLE);
        ContractionCost cost = new ContractionCost(graph);
        Contraction floodedWays = cost.make(flooded);
        RouteRace race = new RouteRace(graph, VEHICLE, flooded, roads.options().pairs(), random);
        RouteRace.Side ours = race.contracted(floodedWays, flooded);
        RouteRace.Side landmarks = race.landmarks("landmarks", flooded);
        String name = "route " + count + " polygons";
        String data = String.format(Locale.ROOT, "%s, %.1f %% of edges closed", pairs(race), closedPercent(snapshot));
        boolean exact = race.run(ours, landmarks).agree();
        roads.row("contraction " + count + " polygons", "s", cost.madeS(), exact, cost.madeTold());

        Weighting areas = CustomModelAreas.closing(graph, VEHICLE, flood.polygons());
        RouteRace.Result result = race.run(ours, race.landmarks(PEER, areas));
        roads.row(name, "ms", result.oursMs(), PEER, result.peerMs(), result.agree(), data);
        RouteRace.Result first = race.run(landmarks, race.landmarks(PEER, areas));
        roads.row(name + FIRST, "ms", first.oursMs(), PEER, first.peerMs(), first.agree(), data);

        Weighting one = CustomModelAreas.closing(
                graph,
                VEHICLE,
                List.of(Geometries.FACTORY.buildGeometry(flood.polygons()).union()));
        RouteRace.Result asOne = race.run(ours, race.landmarks(PEER, one));
        roads.row(name + ", areas merged", "ms", asOne.oursMs(), PEER + " as one", asOne.peerMs(), asOne.agree(), data);

        RouteRace.Side dry = race.landmarks("dry", graph.dry(VEHICLE));
        RouteRace.Result overDry = race.run(ours, dry, RouteRace::notQuicker);
        roads.row(
                name + " and dry",
                "ms",
                overDry.oursMs(),
                "route dry by landmarks",
                overDry.peerMs(),
                overDry.agree(),
                data);
        RouteRace.Result firstOverDry = race.run(landmarks, dry, RouteRace::notQuicker);
        roads.row(
                name + " and dry" + FIRST,
                "ms",
                firstOverDry.oursMs(),
                "route dry by landmarks",
                firstOverDry.peerMs(),
                firstOverDry.agree(),
                data);
    }

    private void snapshots() {
        int polygons = roads.options().polygons();
        BenchFlood many = BenchFlood.draw(roads.box(), polygons, CORNERS, SHARE_OF_MANY, BenchFlood.GRADED_M, random);
        SnapshotMeasurement measurement = new SnapshotMeasurement(graph, many, roads.folder(), dryRace, random);
        SnapshotMeasurement.Result whole = measurement.wholeFile();
        String data = polygons + " polygons of " + CORNERS + " corners";
        roads.row(
                "snapshot " + polygons + " polygons",
                "s",
                whole.oursMs() / 1000,
                whole.agree(),
                data + ", from GeoJSON to the first route; 2,000 edges and the route checked");
        SnapshotMeasurement.Result change = measurement.oneChange();
        roads.row(
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

    private static String pairs(RouteRace race) {
        return race.joinedPairs() + " pairs";
    }
}
