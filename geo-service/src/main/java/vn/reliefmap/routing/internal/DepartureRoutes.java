package vn.reliefmap.routing.internal;

import com.graphhopper.routing.Path;
import com.graphhopper.routing.querygraph.QueryGraph;
import com.graphhopper.storage.index.Snap;
import com.graphhopper.util.EdgeIteratorState;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.reliefmap.passability.VehicleClass;
import vn.reliefmap.routing.LaterStart;
import vn.reliefmap.routing.RouteAnswer;
import vn.reliefmap.routing.RouteEnd;

/**
 * Plans one question through the steps of the water; made for one question. Both places are near their roads.
 *
 * <p>As long as the trip ends before the next step there is nothing to plan: the ordinary way under the first step is
 * the quickest. Waiting is possible at the start only, and only the starts of steps need be tried: by the law of
 * {@link TimedDriving} whatever way is open to who leaves later within a step is open to who leaves at its start.
 */
final class DepartureRoutes {
    /** An offer must be worth a call. */
    private static final double WORTH_TELLING_S = 60;

    private final RoadGraph graph;
    private final VehicleClass vehicle;
    private final Snap from;
    private final Snap to;
    private final QueryGraph both;

    DepartureRoutes(RoadGraph graph, VehicleClass vehicle, Snap from, Snap to) {
        this.graph = graph;
        this.vehicle = vehicle;
        this.from = from;
        this.to = to;
        this.both = QueryGraph.create(graph.base(), from, to);
    }

    RouteAnswer find(WaterAhead ahead, Answers answers) {
        TimedWay way = way(ahead);
        if (way != null) {
            LaterStart later = later(ahead, way.durationS());
            return answers.found(both, driven(ahead, way), way.durationS(), ahead.times(way.durationS(), later));
        }
        LaterStart later = later(ahead, Double.POSITIVE_INFINITY);
        WaterOnRoads water = ahead.water(0);
        if (!open(water, from)) {
            return answers.closedAt(RouteEnd.FROM, from, later);
        }
        if (!open(water, to)) {
            return answers.closedAt(RouteEnd.TO, to, later);
        }
        Path ordinary = shortest(water);
        if (ordinary.isFound()) {
            return closesUnderWay(ahead, ordinary.calcEdges(), answers, later);
        }
        RouteEnd cutOff = new CutOffSearch(both, water.weighting(vehicle))
                .smallerPart(from.getClosestNode(), to.getClosestNode());
        Path dry = GraphHopperRouteFinder.shortest(
                graph, vehicle, both, graph.dry(vehicle), from.getClosestNode(), to.getClosestNode());
        return dry.isFound() ? answers.cutOff(cutOff, dry.calcEdges(), later) : answers.noConnection(cutOff);
    }

    /** The earliest arrival when leaving at once; null when there is none. */
    @Nullable
    TimedWay way(WaterAhead ahead) {
        WaterOnRoads water = ahead.water(0);
        if (!open(water, from) || !open(water, to)) {
            return null;
        }
        Path ordinary = shortest(water);
        if (!ordinary.isFound()) {
            // What is closed at the departure stays closed for the trip.
            return null;
        }
        if (ordinary.getWeight() <= ahead.untilS(0)) {
            return new TimedWay(ordinary.calcEdges(), ordinary.getWeight());
        }
        int end = to.getClosestNode();
        TimedDriving driving = new TimedDriving(ahead, vehicle);
        TimedWay way = new DepartureSearch(both, driving, new DryBound(graph, vehicle, both, end))
                .find(from.getClosestNode(), end);
        // A place at a junction may be reached by another road than its own, and then its own counts too.
        return way == null || driving.closedIn(graph.baseEdge(to.getClosestEdge()), way.durationS()) >= 0 ? null : way;
    }

    /**
     * Where there is no way now, the first step at whose start there is one; where there is one, the step that arrives
     * earliest of all.
     */
    private @Nullable LaterStart later(WaterAhead ahead, double arrivalS) {
        double bestS = arrivalS - WORTH_TELLING_S;
        LaterStart best = null;
        for (int step = 1; step < ahead.count() && ahead.untilS(step - 1) < bestS; step++) {
            TimedWay way = way(ahead.leavingAt(step));
            if (way != null && ahead.untilS(step - 1) + way.durationS() <= bestS) {
                bestS = ahead.untilS(step - 1) + way.durationS();
                best = new LaterStart(ahead.start(step), ahead.after(bestS));
                if (Double.isInfinite(arrivalS)) {
                    return best;
                }
            }
        }
        return best;
    }

    /** The graph that holds both places. */
    QueryGraph both() {
        return both;
    }

    /** These roads driven through the steps of the water; null when one of them closes before the arrival. */
    @Nullable
    TimedWay through(WaterAhead ahead, List<EdgeIteratorState> edges) {
        TimedDriving driving = new TimedDriving(ahead, vehicle);
        double nowS = 0;
        for (EdgeIteratorState edge : edges) {
            nowS = driving.leftS(edge, nowS);
            if (Double.isInfinite(nowS)) {
                return null;
            }
        }
        return driving.closedIn(graph.baseEdge(to.getClosestEdge()), nowS) >= 0 ? null : new TimedWay(edges, nowS);
    }

    List<DrivenEdge> driven(WaterAhead ahead, TimedWay way) {
        TimedDriving driving = new TimedDriving(ahead, vehicle);
        List<DrivenEdge> driven = new ArrayList<>();
        double nowS = 0;
        for (EdgeIteratorState edge : way.edges()) {
            double leftS = driving.leftS(edge, nowS);
            int base = graph.baseEdge(edge);
            WaterOnRoads water = ahead.water(driving.deepestStep(base, nowS, leftS));
            driven.add(new DrivenEdge(edge, water.deepest(base), leftS - nowS));
            nowS = leftS;
        }
        return driven;
    }

    /** Names the road at which the ordinary way ends. */
    private RouteAnswer closesUnderWay(
            WaterAhead ahead, List<EdgeIteratorState> ordinary, Answers answers, @Nullable LaterStart later) {
        TimedDriving driving = new TimedDriving(ahead, vehicle);
        double nowS = 0;
        for (EdgeIteratorState edge : ordinary) {
            double leftS = driving.leftS(edge, nowS);
            if (Double.isInfinite(leftS)) {
                int step = driving.closedIn(graph.baseEdge(edge), Double.POSITIVE_INFINITY);
                return answers.closesUnderWay(ahead.start(step), ahead.water(step), edge, later);
            }
            nowS = leftS;
        }
        EdgeIteratorState own = to.getClosestEdge();
        int step = driving.closedIn(graph.baseEdge(own), nowS);
        return answers.closesUnderWay(ahead.start(step), ahead.water(step), own, later);
    }

    private Path shortest(WaterOnRoads water) {
        return GraphHopperRouteFinder.shortest(
                graph, vehicle, both, water.weighting(vehicle), from.getClosestNode(), to.getClosestNode());
    }

    private boolean open(WaterOnRoads water, Snap snap) {
        return water.verdict(vehicle, graph.baseEdge(snap.getClosestEdge())).passable();
    }
}
