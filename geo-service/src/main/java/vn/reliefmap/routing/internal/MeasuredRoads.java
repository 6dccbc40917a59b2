package vn.reliefmap.routing.internal;

import com.graphhopper.storage.NodeAccess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.locationtech.jts.geom.Envelope;
import vn.reliefmap.flood.RoadReportSettings;
import vn.reliefmap.flood.WaterDraft;
import vn.reliefmap.flood.Waters;
import vn.reliefmap.geo.LonLat;
import vn.reliefmap.passability.Passability;
import vn.reliefmap.passability.PassabilityLimits;
import vn.reliefmap.routing.BenchNetwork;
import vn.reliefmap.routing.RoadReach;
import vn.reliefmap.routing.RouteFinder;
import vn.reliefmap.routing.TravelMatrices;
import vn.reliefmap.store.DataChanged;

/** One graph with the default settings of a server. */
final class MeasuredRoads implements BenchNetwork {
    private static final int CORNERS = 100;
    private static final int SNAPSHOTS_KEPT = 16;
    private static final double SNAP_LIMIT_M = 500;
    private static final long MATRIX_CELLS = 1_000_000;

    private final BenchRoads roads;
    private final Passability passability = new Passability(PassabilityLimits.DEFAULT);
    private final WaterSnapshots snapshots =
            new WaterSnapshots(passability, RoadReportSettings.DEFAULT, SNAPSHOTS_KEPT);
    private final BoatRoutes boats;

    MeasuredRoads(BenchRoads roads) {
        this.roads = roads;
        GraphFolders folders = new GraphFolders(roads.folder().resolve("boats"));
        writeGrid(folders.of(roads.graph().importId()));
        boats = new BoatRoutes(new CurrentBoats(folders, BoatSettings.DEFAULT), passability, BoatSettings.DEFAULT);
    }

    /** Without rivers and lakes: those come from the base map, and a bench has no database. */
    private void writeGrid(Path folder) {
        try {
            BoatGrid.over(box(), BoatSettings.DEFAULT.cellM())
                    .write(Files.createDirectories(folder).resolve(BoatGridImport.FILE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
        return new FlatRoadReach(roads::graph, snapshots, boats, SNAP_LIMIT_M);
    }

    @Override
    public RouteFinder routes(Waters waters) {
        return new RoadAndWaterRouteFinder(
                roads::graph,
                waters,
                snapshots,
                new GraphHopperRouteFinder(roads::graph, waters, snapshots, SNAP_LIMIT_M),
                boats,
                new TransferRoutes(boats, BoatSettings.DEFAULT, SNAP_LIMIT_M));
    }

    @Override
    public TravelMatrices matrices(Waters waters) {
        return new ContractedTravelMatrices(
                roads::graph,
                waters,
                snapshots,
                new BoatMatrices(boats, BoatSettings.DEFAULT),
                SNAP_LIMIT_M,
                MATRIX_CELLS);
    }

    @Override
    public LonLat junction(Random random) {
        NodeAccess nodes = roads.graph().base().getNodeAccess();
        int node = random.nextInt(roads.graph().base().getNodes());
        return new LonLat(nodes.getLon(node), nodes.getLat(node));
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
