package vn.reliefmap.routing.internal;

import com.carrotsearch.hppc.IntArrayList;
import com.carrotsearch.hppc.cursors.IntCursor;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Polygon;
import vn.reliefmap.geo.Geometries;
import vn.reliefmap.passability.VehicleClass;
import vn.reliefmap.routing.BoatLandings;
import vn.reliefmap.routing.ClosedStretch;
import vn.reliefmap.routing.CutOffIslands;
import vn.reliefmap.routing.Reopening;

/** The parts of one search, told for people. Not thread-safe. */
final class FloodIslands implements CutOffIslands {
    /** About 30 m. */
    private static final double MARGIN_DEG = 0.0003;

    private static final Comparator<ClosedStretch> SHALLOWEST_FIRST = Comparator.comparingDouble(
                    (ClosedStretch s) -> s.depthM() == null ? Double.POSITIVE_INFINITY : s.depthM())
            .thenComparing(s -> String.valueOf(s.roadName()))
            .thenComparing(s -> s.at().lon());

    private final FloodReach reach;
    private final IslandParts parts;
    private final BoatRoutes boats;
    private final List<IntArrayList> edges;
    /** Made when first asked for: whoever wants outlines alone need not wait. */
    private @Nullable ClosedStretches stretches;

    private @Nullable Reopenings reopenings;

    FloodIslands(FloodReach reach, IslandParts parts, BoatRoutes boats) {
        this.reach = reach;
        this.parts = parts;
        this.boats = boats;
        this.edges = parts.edges();
    }

    private ClosedStretches stretches() {
        if (stretches == null) {
            stretches = new ClosedStretches(reach);
        }
        return stretches;
    }

    private Reopenings reopenings() {
        if (reopenings == null) {
            reopenings = new Reopenings(reach, parts, stretches());
        }
        return reopenings;
    }

    @Override
    public int count() {
        return parts.count();
    }

    @Override
    public int of(int place) {
        return parts.ofPlace(place);
    }

    @Override
    public Polygon outline(int island) {
        List<Coordinate> corners = new ArrayList<>();
        for (IntCursor edge : edges.get(island)) {
            corners.add(reach.graph.node(reach.roads.from(edge.value)));
            corners.add(reach.graph.node(reach.roads.to(edge.value)));
        }
        return (Polygon) Geometries.FACTORY
                .createMultiPointFromCoords(corners.toArray(Coordinate[]::new))
                .convexHull()
                .buffer(MARGIN_DEG, 2);
    }

    @Override
    public List<ClosedStretch> cutBy(int island, int limit) {
        List<ClosedStretch> told = new ArrayList<>();
        for (IntCursor stretch : reopenings().touching(island)) {
            told.add(stretches().describe(stretch.value));
        }
        return told.stream().sorted(SHALLOWEST_FIRST).limit(limit).toList();
    }

    @Override
    public @Nullable Reopening best(int island) {
        return told(reopenings().best(island));
    }

    @Override
    public @Nullable Reopening best() {
        return told(reopenings().best());
    }

    @Override
    public BoatLandings landings(VehicleClass boat) {
        return boats.landings(boat, reach, parts);
    }

    private @Nullable Reopening told(Reopenings.@Nullable Gain gain) {
        return gain == null ? null : new Reopening(stretches().describe(gain.stretch()), gain.places(), gain.people());
    }
}
