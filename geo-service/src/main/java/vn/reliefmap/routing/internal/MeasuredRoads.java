package vn.reliefmap.routing.internal;

import java.util.List;
import java.util.Random;
import org.locationtech.jts.geom.Envelope;
import vn.reliefmap.flood.RoadReportSettings;
import vn.reliefmap.flood.WaterDraft;
import vn.reliefmap.passability.Passability;
import vn.reliefmap.passability.PassabilityLimits;
import vn.reliefmap.routing.BenchNetwork;
import vn.reliefmap.routing.RoadReach;
import vn.reliefmap.store.DataChanged;

/** One graph with the default settings of a server. */
final class MeasuredRoads implements BenchNetwork {
    private static final int CORNERS = 100;
    private static final int SNAPSHOTS_KEPT = 16;
    private static final double SNAP_LIMIT_M = 500;

    private final BenchRoads roads;
    private final WaterSnapshots snapshots =
            new WaterSnapshots(new Passability(PassabilityLimits.DEFAULT), RoadReportSettings.DEFAULT, SNAPSHOTS_KEPT);

    MeasuredRoads(BenchRoads roads) {
        this.roads = roads;
    }

    @Override
    public String name() {
        return roads.told();
    }

    @Override
    public Envelope box() {
        return roads.box();
    }

    @Override
    public RoadReach reach() {
        return new FlatRoadReach(roads::graph, snapshots, SNAP_LIMIT_M);
    }

    @Override
    public void onChange(DataChanged change) {
        snapshots.changed(change);
    }

    @Override
    public List<WaterDraft.Area> pools(int count, double share, Random random) {
        return BenchFlood.draw(box(), count, CORNERS, share, BenchFlood.GRADED_M, random)
                .areas();
    }
}
