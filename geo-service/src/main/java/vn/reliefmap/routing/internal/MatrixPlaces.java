package vn.reliefmap.routing.internal;

import com.graphhopper.routing.querygraph.QueryGraph;
import com.graphhopper.routing.weighting.Weighting;
import com.graphhopper.storage.index.Snap;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.reliefmap.geo.LonLat;
import vn.reliefmap.passability.VehicleClass;
import vn.reliefmap.passability.Verdict;
import vn.reliefmap.routing.MatrixPlace;
import vn.reliefmap.routing.NoWayReason;
import vn.reliefmap.routing.internal.contraction.Ends;

/** The starts or the destinations of a matrix, each tied to its road once, by the same rules as the ends of a route. */
final class MatrixPlaces {
    private final RoadGraph graph;
    private final VehicleClass vehicle;
    private final @Nullable WaterOnRoads water;
    private final double snapLimitM;
    private final List<MatrixPlace> told = new ArrayList<>();
    private final List<Integer> usable = new ArrayList<>();
    private final List<Snap> snaps = new ArrayList<>();

    MatrixPlaces(
            RoadGraph graph,
            VehicleClass vehicle,
            @Nullable WaterOnRoads water,
            double snapLimitM,
            List<LonLat> places) {
        this.graph = graph;
        this.vehicle = vehicle;
        this.water = water;
        this.snapLimitM = snapLimitM;
        for (LonLat place : places) {
            Snap snap = graph.snap(vehicle, place);
            MatrixPlace tied = tell(snap);
            if (tied.reason() == null) {
                usable.add(told.size());
                snaps.add(snap);
            }
            told.add(tied);
        }
    }

    private MatrixPlace tell(Snap snap) {
        var snapped = Answers.snapped(snap, snapLimitM);
        if (snapped.point() == null) {
            return new MatrixPlace(snapped, NoWayReason.FAR_FROM_ROAD, null, false, null, null);
        }
        int edge = graph.baseEdge(snap.getClosestEdge());
        Verdict verdict = water == null ? null : water.verdict(vehicle, edge);
        if (water == null || verdict == null || verdict.passable()) {
            return new MatrixPlace(snapped, null, null, false, null, null);
        }
        boolean unknown = verdict.passage() == Verdict.Passage.UNKNOWN;
        return new MatrixPlace(
                snapped,
                NoWayReason.CUT_OFF,
                unknown ? null : Meters.depth(water.worst(vehicle, edge).depthM(edge)),
                unknown,
                verdict.limitM(),
                RoadGraph.roadName(snap.getClosestEdge()));
    }

    List<MatrixPlace> told() {
        return told;
    }

    /** How many places a way may begin or end at. */
    int usable() {
        return usable.size();
    }

    /** The place's number in the question. */
    int number(int usablePlace) {
        return usable.get(usablePlace);
    }

    Snap snap(int usablePlace) {
        return snaps.get(usablePlace);
    }

    /** The edge that the place lies on; below 0 when it is a junction. */
    int edge(int usablePlace) {
        Snap snap = snaps.get(usablePlace);
        return snap.getSnappedPosition() == Snap.Position.TOWER ? -1 : graph.baseEdge(snap.getClosestEdge());
    }

    /** What it costs from each usable place to its junctions, or from these to the place. */
    List<Ends> ends(Weighting weighting, boolean start) {
        List<Ends> ends = new ArrayList<>(snaps.size());
        for (Snap snap : snaps) {
            QueryGraph one = QueryGraph.create(graph.base(), snap);
            ends.add(PlaceEnds.of(graph, one, weighting, snap.getClosestNode(), start)
                    .ends());
        }
        return ends;
    }
}
