package vn.reliefmap.routing.internal;

import com.graphhopper.routing.ev.BooleanEncodedValue;
import com.graphhopper.routing.ev.EncodedValueLookup;
import com.graphhopper.routing.ev.IntEncodedValue;
import com.graphhopper.routing.lm.LandmarkStorage;
import com.graphhopper.routing.querygraph.VirtualEdgeIteratorState;
import com.graphhopper.routing.util.AllEdgesIterator;
import com.graphhopper.storage.BaseGraph;
import com.graphhopper.storage.index.LocationIndexTree;
import com.graphhopper.storage.index.Snap;
import com.graphhopper.util.EdgeIteratorState;
import com.graphhopper.util.FetchMode;
import com.graphhopper.util.GHUtility;
import com.graphhopper.util.PointList;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import vn.reliefmap.flood.RoadReport;
import vn.reliefmap.geo.LonLat;
import vn.reliefmap.passability.Crossing;
import vn.reliefmap.passability.VehicleClass;

/**
 * One imported road network in memory: immutable, safe for many threads, thrown away as a whole when a newer import
 * takes its place. Edge numbers belong to this object alone.
 */
final class RoadGraph {
    private static final double INDEX_CELL_M = 300;

    private final long importId;
    private final BaseGraph graph;
    private final EncodedValueLookup values;
    private final LocationIndexTree index;
    private final BooleanEncodedValue bridge;
    private final BooleanEncodedValue lowCrossing;
    private final IntEncodedValue osmWayId;
    private final Map<Integer, Envelope> outside;
    private final Map<VehicleClass, FreeFlowWeighting> weightings = new EnumMap<>(VehicleClass.class);
    private final Map<UUID, StretchMatch> stretches = new ConcurrentHashMap<>();
    private final Map<VehicleClass, LandmarkStorage> landmarks = new EnumMap<>(VehicleClass.class);
    private final Contractions contractions;

    private RoadGraph(long importId, RoadHopper hopper, double snapLimitM) {
        this.importId = importId;
        this.graph = hopper.getBaseGraph();
        this.index = (LocationIndexTree) hopper.getLocationIndex();
        this.outside = outside();
        index.setMaxRegionSearch(2 + (int) Math.ceil(snapLimitM / INDEX_CELL_M));
        this.values = hopper.getEncodingManager();
        this.bridge = values.getBooleanEncodedValue(RoadHopper.ON_BRIDGE);
        this.lowCrossing = values.getBooleanEncodedValue(RoadHopper.LOW_CROSSING);
        this.osmWayId = values.getIntEncodedValue("osm_way_id");
        for (VehicleClass vehicle : RoadRules.CLASSES) {
            weightings.put(vehicle, FreeFlowWeighting.of(values, vehicle.word()));
            LandmarkStorage storage = hopper.getLandmarks().get(vehicle.word());
            if (storage == null) {
                throw new IllegalStateException("no landmarks for " + vehicle.word());
            }
            landmarks.put(vehicle, storage);
        }
        contractions = new Contractions(this, Runtime.getRuntime().maxMemory());
    }

    /** Reads the graph from its folder; throws a runtime exception when it is missing or damaged. */
    static RoadGraph read(long importId, Path folder, double snapLimitM) {
        return new RoadGraph(importId, RoadHopper.read(folder), snapLimitM);
    }

    long importId() {
        return importId;
    }

    BaseGraph base() {
        return graph;
    }

    /** What is stored with every edge, by name. */
    EncodedValueLookup values() {
        return values;
    }

    FreeFlowWeighting dry(VehicleClass vehicle) {
        FreeFlowWeighting weighting = weightings.get(vehicle);
        if (weighting == null) {
            throw new IllegalArgumentException(vehicle + " has no road graph");
        }
        return weighting;
    }

    LandmarkStorage landmarks(VehicleClass vehicle) {
        LandmarkStorage storage = landmarks.get(vehicle);
        if (storage == null) {
            throw new IllegalArgumentException(vehicle + " has no road graph");
        }
        return storage;
    }

    /** Made in the background for the weightings in use. */
    Contractions contractions() {
        return contractions;
    }

    /** The nearest piece of road that the class may use when dry; the snap is invalid when none is near. */
    Snap snap(VehicleClass vehicle, LonLat place) {
        FreeFlowWeighting weighting = dry(vehicle);
        return index.findClosest(place.lat(), place.lon(), weighting::usable);
    }

    /** The nearest piece of road of any kind, or of any bridge; the snap is invalid when none is near. */
    Snap nearestRoad(LonLat place, boolean bridgesOnly) {
        return index.findClosest(
                place.lat(), place.lon(), edge -> edge.getDistance() > 0 && (!bridgesOnly || onBridge(edge)));
    }

    /** The edges that a report is about; found once for each report. */
    StretchMatch edgesOf(RoadReport report) {
        return stretches.computeIfAbsent(report.id(), id -> StretchMatch.of(this, report.stretch()));
    }

    /** A place on one edge of the base graph. */
    Snap snapOn(int edge, LonLat place) {
        return index.findClosest(place.lat(), place.lon(), candidate -> candidate.getEdge() == edge);
    }

    /**
     * The edge of the base graph behind an edge of a query graph. Snapped places split edges into virtual ones whose
     * numbers lie beyond the base graph's.
     */
    int baseEdge(EdgeIteratorState edge) {
        int id = edge.getEdge();
        if (id < graph.getEdges()) {
            return id;
        }
        EdgeIteratorState state = edge instanceof VirtualEdgeIteratorState ? edge : edge.detach(false);
        return GHUtility.getEdgeFromEdgeKey(((VirtualEdgeIteratorState) state).getOriginalEdgeKey());
    }

    EdgeIteratorState edge(int edge) {
        return graph.getEdgeIteratorState(edge, Integer.MIN_VALUE);
    }

    boolean onBridge(EdgeIteratorState edge) {
        return edge.get(bridge);
    }

    Crossing crossing(EdgeIteratorState edge) {
        return edge.get(lowCrossing) ? Crossing.LOW : Crossing.ROAD;
    }

    /** The OpenStreetMap way the edge was cut from: stable from one import to the next, unlike edge numbers. */
    int osmWayId(EdgeIteratorState edge) {
        return edge.get(osmWayId);
    }

    /** Name and number of the road as people say them, null when it has neither. */
    static @Nullable String roadName(EdgeIteratorState edge) {
        String name = edge.getName();
        if (name != null && !name.isBlank()) {
            return name;
        }
        return edge.getValue("street_ref") instanceof String ref && !ref.isBlank() ? ref : null;
    }

    /** Positions of an edge, x = longitude, at least two, possibly equal ones. */
    static Coordinate[] coordinates(EdgeIteratorState edge) {
        PointList points = edge.fetchWayGeometry(FetchMode.ALL);
        Coordinate[] line = new Coordinate[points.size()];
        for (int i = 0; i < line.length; i++) {
            line[i] = new Coordinate(points.getLon(i), points.getLat(i));
        }
        return line;
    }

    Coordinate node(int node) {
        return new Coordinate(
                graph.getNodeAccess().getLon(node), graph.getNodeAccess().getLat(node));
    }

    private Envelope bounds() {
        var bounds = graph.getBounds();
        return new Envelope(bounds.minLon, bounds.maxLon, bounds.minLat, bounds.maxLat);
    }

    /** Roads that swing out beyond the box of all junctions; the index does not know them there. */
    private Map<Integer, Envelope> outside() {
        Map<Integer, Envelope> found = new HashMap<>();
        Envelope junctions = bounds();
        AllEdgesIterator edges = graph.getAllEdges();
        while (edges.next()) {
            Envelope extent = new Envelope();
            for (Coordinate place : coordinates(edges)) {
                extent.expandToInclude(place);
            }
            if (!junctions.contains(extent)) {
                found.put(edges.getEdge(), extent);
            }
        }
        return Map.copyOf(found);
    }

    /** Adds to {@code edges} those that may reach into the box (a few more than do). */
    void edgesNear(Envelope box, BitSet edges) {
        outside.forEach((edge, extent) -> {
            if (extent.intersects(box)) {
                edges.set(edge);
            }
        });
        Envelope common = bounds().intersection(box);
        if (common.isNull()) {
            return;
        }
        if (common.getArea() == 0) {
            // Junctions on one line, or a box that only touches theirs: the index finds nothing in a box without area.
            edges.set(0, graph.getEdges());
            return;
        }
        index.query(
                new com.graphhopper.util.shapes.BBox(
                        common.getMinX(), common.getMaxX(), common.getMinY(), common.getMaxY()),
                edges::set);
    }
}
