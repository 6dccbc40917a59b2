package vn.reliefmap.routing.internal;

import com.graphhopper.routing.Path;
import com.graphhopper.routing.querygraph.QueryGraph;
import com.graphhopper.routing.weighting.Weighting;
import com.graphhopper.storage.index.Snap;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.BiPredicate;
import java.util.function.Supplier;
import org.locationtech.jts.geom.Coordinate;
import vn.reliefmap.geo.LonLat;
import vn.reliefmap.passability.VehicleClass;
import vn.reliefmap.routing.internal.contraction.Contraction;

/**
 * Two ways to search the same routes, in turns, in one thread. Each search begins with two places on crossings, so that no
 * road is cut in two: our rule closes whole edges, an area of a custom model only the piece that it touches.
 */
final class RouteRace {
    private static final int WARM_UP = 3;
    private static final double SAME = 1e-6;

    private final RoadGraph graph;
    private final VehicleClass vehicle;
    private final List<Pair> pairs = new ArrayList<>();

    /** Two places and whether there is a way between them. */
    record Pair(LonLat from, LonLat to, boolean joined) {}

    /** One side: a name and the search that it does, from one snapped place to the other. */
    record Side(String name, Search search) {}

    /** Searches on the query graph between two of its nodes. */
    interface Search {
        Path path(QueryGraph both, int from, int to);
    }

    /** Mean time of each side per route that exists, and whether all routes (and their absence) passed the test. */
    record Result(double oursMs, double peerMs, boolean agree) {}

    /**
     * @param joined random pairs with a way between them under the weighting; some without one are kept too, for
     *     comparison only
     */
    RouteRace(RoadGraph graph, VehicleClass vehicle, Weighting weighting, int joined, Random random) {
        this.graph = graph;
        this.vehicle = vehicle;
        Side side = landmarks("", weighting);
        int found = 0;
        for (int tries = 0; found < joined; tries++) {
            if (tries > 1000 + 100 * joined) {
                throw new IllegalStateException("hardly any two places on these roads are joined");
            }
            Pair pair = new Pair(randomCrossing(random), randomCrossing(random), true);
            if (!pair.from.equals(pair.to)) {
                boolean way = route(side, pair).isFound();
                found += way ? 1 : 0;
                if (way || pairs.size() - found < joined) {
                    pairs.add(new Pair(pair.from, pair.to, way));
                }
            }
        }
    }

    private LonLat randomCrossing(Random random) {
        while (true) {
            Coordinate c = graph.node(random.nextInt(graph.base().getNodes()));
            LonLat place = new LonLat(c.x, c.y);
            Snap snap = graph.snap(vehicle, place);
            if (snap.isValid() && snap.getSnappedPosition() == Snap.Position.TOWER) {
                return place;
            }
        }
    }

    /** The program's own search right after new water. */
    Side landmarks(String name, Weighting weighting) {
        return new Side(
                name, (both, from, to) -> GraphHopperRouteFinder.landmarks(graph, vehicle, both, weighting, from, to));
    }

    /** The program's own search once the weighting's contraction is there. */
    Side contracted(Contraction ready, Weighting weighting) {
        return new Side("ours", (both, from, to) -> new ContractedWays(graph, ready, both, weighting).path(from, to));
    }

    static Side dijkstra(String name, Weighting weighting) {
        return new Side(name, (both, from, to) -> GraphHopperRouteFinder.plain(both, weighting, from, to));
    }

    int joinedPairs() {
        return (int) pairs.stream().filter(Pair::joined).count();
    }

    /** Both sides search every pair in turns, ours three times; they agree when all weights are the same. */
    Result run(Side ours, Side peer) {
        return run(ours, peer, RouteRace::same);
    }

    /** The same, where the two need not be the same but must pass a test together. */
    Result run(Side ours, Side peer, BiPredicate<Path, Path> test) {
        for (Pair pair : pairs.subList(0, Math.min(WARM_UP, pairs.size()))) {
            for (int i = 0; i < 10 * WARM_UP; i++) {
                route(ours, pair);
            }
            route(peer, pair);
        }
        CpuClock oursClock = new CpuClock();
        CpuClock peerClock = new CpuClock();
        boolean agree = true;
        for (Pair pair : pairs) {
            Path way = pair.joined ? timed(oursClock, ours, pair) : route(ours, pair);
            Path other = pair.joined ? timed(peerClock, peer, pair) : route(peer, pair);
            for (int i = 0; pair.joined && i < 2; i++) {
                timed(oursClock, ours, pair);
            }
            agree &= test.test(way, other);
        }
        return new Result(oursClock.meanMs(), peerClock.meanMs(), agree);
    }

    private Path timed(CpuClock clock, Side side, Pair pair) {
        Supplier<Path> search = () -> route(side, pair);
        return clock.time(search);
    }

    Path route(Side side, Pair pair) {
        Snap from = graph.snap(vehicle, pair.from);
        Snap to = graph.snap(vehicle, pair.to);
        QueryGraph both = QueryGraph.create(graph.base(), from, to);
        return side.search.path(both, from.getClosestNode(), to.getClosestNode());
    }

    /** The first pair with a way between. */
    Pair first() {
        return pairs.stream().filter(Pair::joined).findFirst().orElseThrow();
    }

    /** Water never makes a way quicker. */
    static boolean notQuicker(Path flooded, Path dry) {
        return !flooded.isFound() || (dry.isFound() && flooded.getWeight() >= dry.getWeight() * (1 - SAME));
    }

    static boolean same(Path a, Path b) {
        return a.isFound() == b.isFound()
                && (!a.isFound() || Math.abs(a.getWeight() - b.getWeight()) <= SAME * Math.max(1, b.getWeight()));
    }
}
