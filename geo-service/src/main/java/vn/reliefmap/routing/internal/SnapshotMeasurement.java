package vn.reliefmap.routing.internal;

import com.graphhopper.routing.weighting.Weighting;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.MultiPolygon;
import vn.reliefmap.flood.WaterDraft;
import vn.reliefmap.flood.WaterPicture;
import vn.reliefmap.geo.Geometries;
import vn.reliefmap.passability.Passability;
import vn.reliefmap.passability.PassabilityLimits;
import vn.reliefmap.passability.VehicleClass;

/** How long new water takes to reach the first route: a whole new file, and one polygon more. */
final class SnapshotMeasurement {
    private static final VehicleClass VEHICLE = VehicleClass.TRUCK;
    private static final int CHECKED_EDGES = 2000;
    private static final int CHANGES = 10;

    private final RoadGraph graph;
    private final Passability passability = new Passability(PassabilityLimits.DEFAULT);
    private final BenchFlood flood;
    private final Path file;
    private final RouteRace race;
    private final Random random;

    /** Time in milliseconds, the other way's time where there is one, and whether the answers were right. */
    record Result(double oursMs, double peerMs, boolean agree) {}

    /** @param race pairs of places that are joined on the dry roads */
    SnapshotMeasurement(RoadGraph graph, BenchFlood flood, Path folder, RouteRace race, Random random) {
        this.graph = graph;
        this.flood = flood;
        this.file = folder.resolve("water.geojson");
        this.race = race;
        this.random = random;
        flood.writeTo(file);
    }

    /** From the bytes of a GeoJSON file to the first route; the second of two runs counts, the first one warms up. */
    Result wholeFile() {
        fromFile(new CpuClock());
        CpuClock clock = new CpuClock();
        WaterSnapshot snapshot = fromFile(clock);
        CpuClock slow = new CpuClock();
        boolean exact = slow.time(() -> exact(snapshot));
        return new Result(clock.totalMs(), slow.totalMs(), exact && firstRouteIsRight(snapshot));
    }

    private WaterSnapshot fromFile(CpuClock clock) {
        return clock.time(() -> {
            WaterPicture picture = BenchFlood.read(file, flood.seen()).draft().picture(BenchFlood.SEEN);
            WaterSnapshot made = WaterSnapshot.build(graph, picture, passability);
            race.route(race.landmarks("first", made.weighting(VEHICLE)), race.first());
            return made;
        });
    }

    private boolean firstRouteIsRight(WaterSnapshot snapshot) {
        Weighting weighting = snapshot.weighting(VEHICLE);
        return RouteRace.same(
                race.route(race.landmarks("landmarks", weighting), race.first()),
                race.route(RouteRace.dijkstra("plain", weighting), race.first()));
    }

    /** Asks every polygon about an edge, one by one, without any index, for a sample of edges. */
    private boolean exact(WaterSnapshot snapshot) {
        for (int i = 0; i < CHECKED_EDGES; i++) {
            var edge = graph.edge(random.nextInt(graph.base().getEdges()));
            LineString line = Geometries.FACTORY.createLineString(RoadGraph.coordinates(edge));
            // A ford or gate on a node is a piece of road without length, which touches nothing as a line.
            Geometry place = line.getLength() > 0 ? line : line.getStartPoint();
            double deepestM = 0;
            for (WaterDraft.Area area : flood.areas()) {
                if (area.depthM() > deepestM && area.polygon().intersects(place)) {
                    deepestM = area.depthM();
                }
            }
            if (!graph.onBridge(edge) && Math.abs(snapshot.depthM(edge.getEdge()) - deepestM) > 1e-6) {
                return false;
            }
        }
        return true;
    }

    /**
     * One polygon more, seen later than all others, until the weighting is there; compared with a snapshot built from
     * nothing.
     */
    Result oneChange() {
        WaterDraft known = flood.draft();
        WaterSnapshot before = WaterSnapshot.build(graph, known.picture(BenchFlood.SEEN), passability);
        before.weighting(VEHICLE);
        CpuClock ours = new CpuClock();
        CpuClock whole = new CpuClock();
        boolean agree = true;
        List<WaterDraft.Area> areas = flood.areas();
        for (int i = -CHANGES / 2; i < CHANGES; i++) {
            boolean counts = i >= 0;
            Envelope place = areas.get(random.nextInt(areas.size())).polygon().getEnvelopeInternal();
            WaterDraft.Area change = BenchFlood.draw(place, 1, 100, 1, BenchFlood.GRADED_M, random)
                    .areas()
                    .get(0);
            MultiPolygon seen = Geometries.multiPolygon(change.polygon());
            WaterSnapshot next = (counts ? ours : new CpuClock()).time(() -> {
                WaterPicture picture = known.observed(BenchFlood.SEEN.plusSeconds(60), seen, List.of(change))
                        .picture(BenchFlood.SEEN.plusSeconds(60));
                WaterSnapshot made = before.under(picture);
                made.weighting(VEHICLE);
                return made;
            });
            WaterSnapshot again = (counts && i < 3 ? whole : new CpuClock()).time(() -> {
                WaterSnapshot made = WaterSnapshot.build(graph, next.picture(), passability);
                made.weighting(VEHICLE);
                return made;
            });
            agree &= next.id().equals(again.id()) && sameWeights(next, again);
        }
        return new Result(ours.meanMs(), whole.meanMs(), agree);
    }

    private boolean sameWeights(WaterSnapshot a, WaterSnapshot b) {
        Weighting left = a.weighting(VEHICLE);
        Weighting right = b.weighting(VEHICLE);
        for (int i = 0; i < graph.base().getEdges(); i++) {
            var edge = graph.edge(i);
            if (left.calcEdgeWeight(edge, false) != right.calcEdgeWeight(edge, false)) {
                return false;
            }
        }
        return true;
    }
}
