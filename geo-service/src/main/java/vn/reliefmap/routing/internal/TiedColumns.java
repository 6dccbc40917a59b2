package vn.reliefmap.routing.internal;

import com.graphhopper.storage.index.Snap;
import com.graphhopper.util.shapes.GHPoint3D;
import java.util.BitSet;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Coordinate;
import vn.reliefmap.geo.Geometries;
import vn.reliefmap.geo.LonLat;
import vn.reliefmap.passability.VehicleClass;
import vn.reliefmap.routing.PlaceColumns;
import vn.reliefmap.routing.TiedPlaces;

/** Places tied as a route's ends are: edge, and either the junction or the metres from the edge's first node. */
final class TiedColumns implements TiedPlaces {
    private static final int NONE = -1;
    /** Two places nearer than this share their point on the road (GraphHopper takes 1e-6 degrees for the same). */
    private static final float SAME_POINT_M = 0.11f;

    private final PlaceColumns places;
    private final int[] edge;
    private final int[] junction;
    private final float[] alongM;
    private final float[] toRoadM;
    private final BitSet usedEdges = new BitSet();

    TiedColumns(RoadGraph graph, VehicleClass vehicle, PlaceColumns places, double limitM) {
        this.places = places;
        edge = new int[places.size()];
        junction = new int[places.size()];
        alongM = new float[places.size()];
        toRoadM = new float[places.size()];
        IntStream.range(0, places.size()).parallel().forEach(i -> tie(graph, vehicle, limitM, i));
        for (int e : edge) {
            if (e != NONE) {
                usedEdges.set(e);
            }
        }
    }

    private void tie(RoadGraph graph, VehicleClass vehicle, double limitM, int place) {
        Snap snap = graph.snap(vehicle, new LonLat(places.lon(place), places.lat(place)));
        junction[place] = NONE;
        if (!snap.isValid() || snap.getQueryDistance() > limitM) {
            edge[place] = NONE;
            toRoadM[place] = Float.POSITIVE_INFINITY;
            return;
        }
        toRoadM[place] = (float) snap.getQueryDistance();
        edge[place] = graph.baseEdge(snap.getClosestEdge());
        if (snap.getSnappedPosition() == Snap.Position.TOWER) {
            junction[place] = snap.getClosestNode();
        } else {
            alongM[place] = alongM(graph, edge[place], snap);
        }
    }

    private static float alongM(RoadGraph graph, int edge, Snap snap) {
        Coordinate[] line = RoadGraph.coordinates(graph.edge(edge));
        double metres = 0;
        for (int i = 0; i < snap.getWayIndex(); i++) {
            metres += Geometries.distanceMeters(line[i], line[i + 1]);
        }
        GHPoint3D point = snap.getSnappedPoint();
        return (float) (metres
                + Geometries.distanceMeters(line[snap.getWayIndex()], new Coordinate(point.getLon(), point.getLat())));
    }

    @Override
    public int size() {
        return edge.length;
    }

    @Override
    public boolean farFromRoad(int place) {
        return edge[place] == NONE;
    }

    @Override
    public float toRoadM(int place) {
        return toRoadM[place];
    }

    int edge(int place) {
        return edge[place];
    }

    double lon(int place) {
        return places.lon(place);
    }

    double lat(int place) {
        return places.lat(place);
    }

    int people(int place) {
        return places.people(place);
    }

    /** The junction that the place is tied to, below 0 when it lies along its edge. */
    int junction(int place) {
        return junction[place];
    }

    /** Metres along its edge from the edge's first node, for a place that is tied to no junction. */
    float alongM(int place) {
        return alongM[place];
    }

    /** Whether one of these and a place of others on the same edge meet it at one point. */
    boolean samePoint(int start, TiedColumns others, int place) {
        return Math.abs(others.alongM[place] - alongM[start]) <= SAME_POINT_M;
    }

    /** True when one of these lies on the same edge, and its class may drive on from it to the other's place. */
    boolean driveAlong(FlatRoads roads, TiedColumns others, int place) {
        int road = others.edge[place];
        if (!usedEdges.get(road)) {
            return false;
        }
        for (int start = 0; start < edge.length; start++) {
            if (edge[start] == road && junction[start] == NONE) {
                float aheadM = others.alongM[place] - alongM[start];
                if ((roads.forward(road) && aheadM >= -SAME_POINT_M)
                        || (roads.backward(road) && aheadM <= SAME_POINT_M)) {
                    return true;
                }
            }
        }
        return false;
    }
}
