package vn.reliefmap.routing.internal;

import java.time.Clock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import vn.reliefmap.flood.Waters;
import vn.reliefmap.kernel.Problem;
import vn.reliefmap.routing.MatrixQuery;
import vn.reliefmap.routing.TravelMatrices;
import vn.reliefmap.routing.TravelMatrix;

/** Matrices over the contraction of the snapshot in use. */
@Component
class ContractedTravelMatrices implements TravelMatrices {
    /** For each list; a row costs little, but every place is tied to its road. */
    private static final int MOST_PLACES = 5000;

    private final RoadsInUse network;
    private final Waters waters;
    private final WaterSnapshots snapshots;
    private final BoatMatrices boats;
    private final double snapLimitM;
    private final long mostCells;
    private final Clock clock;

    @Autowired
    ContractedTravelMatrices(
            RoadsInUse network,
            Waters waters,
            WaterSnapshots snapshots,
            BoatMatrices boats,
            @Value("${relief.routing.snap-limit-m:500}") double snapLimitM,
            @Value("${relief.routing.matrix-cells:1000000}") long mostCells) {
        this(network, waters, snapshots, boats, snapLimitM, mostCells, Clock.systemUTC());
    }

    ContractedTravelMatrices(
            RoadsInUse network,
            Waters waters,
            WaterSnapshots snapshots,
            BoatMatrices boats,
            double snapLimitM,
            long mostCells,
            Clock clock) {
        this.network = network;
        this.waters = waters;
        this.snapshots = snapshots;
        this.boats = boats;
        this.snapLimitM = snapLimitM;
        this.mostCells = mostCells;
        this.clock = clock;
    }

    @Override
    public TravelMatrix find(MatrixQuery query) {
        check(query);
        RoadGraph graph = network.require();
        QuestionWater water =
                QuestionWater.of(query.disaster(), query.at(), query.until(), graph, waters, snapshots, clock);
        if (query.vehicle().floats()) {
            return boats.find(query, graph, water);
        }
        MatrixPlaces from = new MatrixPlaces(graph, query.vehicle(), water.roads(), snapLimitM, query.from());
        MatrixPlaces to = new MatrixPlaces(graph, query.vehicle(), water.roads(), snapLimitM, query.to());
        TravelMatrix.Draft draft = new TravelMatrix.Draft(query.vehicle(), from.told(), to.told(), water.told());
        new MatrixCells(graph, query.vehicle(), water.roads(), from, to, draft).fill();
        return draft.finish();
    }

    private void check(MatrixQuery query) {
        if (!query.vehicle().onWheels() && !query.vehicle().floats()) {
            throw new Problem(
                            "VEHICLE_NOT_IN_MATRICES",
                            422,
                            "Ma trận đi lại chỉ có cho xe và thuyền, không có cho người đi bộ.",
                            "Matrices are offered for wheels and boats, not for people on foot.",
                            "vehicle",
                            "motorbike car pickup truck paddle_boat motor_boat")
                    .asException();
        }
        if (query.from().isEmpty() || query.to().isEmpty()) {
            throw Problem.badField(
                            "MATRIX_EMPTY",
                            query.from().isEmpty() ? "from" : "to",
                            "[[107.59, 16.46], …]",
                            "Cần ít nhất một điểm đi và một điểm đến.",
                            "At least one start and one destination are needed.")
                    .asException();
        }
        long cells = (long) query.from().size() * query.to().size();
        if (cells > mostCells || Math.max(query.from().size(), query.to().size()) > MOST_PLACES) {
            throw new Problem(
                            "MATRIX_TOO_LARGE",
                            422,
                            "Ma trận quá lớn: nhiều nhất " + mostCells + " ô và " + MOST_PLACES
                                    + " điểm mỗi phía. Hãy chia nhỏ.",
                            "The matrix is too large: at most " + mostCells + " cells and " + MOST_PLACES
                                    + " places on each side. Ask in parts.",
                            query.from().size() >= query.to().size() ? "from" : "to",
                            "from × to ≤ " + mostCells)
                    .asException();
        }
    }
}
