package vn.reliefmap.routing.internal;

import java.time.Clock;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;
import vn.reliefmap.flood.Waters;
import vn.reliefmap.kernel.Problem;
import vn.reliefmap.passability.VehicleClass;
import vn.reliefmap.routing.RouteAnswer;
import vn.reliefmap.routing.RouteFinder;
import vn.reliefmap.routing.RouteQuery;

/** Sends each question to the roads, to the boats or to both. */
@Primary
@Component
class RoadAndWaterRouteFinder implements RouteFinder {
    private final CurrentRoadNetwork network;
    private final Waters waters;
    private final WaterSnapshots snapshots;
    private final GraphHopperRouteFinder roads;
    private final BoatRoutes boats;
    private final TransferRoutes transfers;
    private final Clock clock = Clock.systemUTC();

    RoadAndWaterRouteFinder(
            CurrentRoadNetwork network,
            Waters waters,
            WaterSnapshots snapshots,
            GraphHopperRouteFinder roads,
            BoatRoutes boats,
            TransferRoutes transfers) {
        this.network = network;
        this.waters = waters;
        this.snapshots = snapshots;
        this.roads = roads;
        this.boats = boats;
        this.transfers = transfers;
    }

    @Override
    public RouteAnswer find(RouteQuery query) {
        VehicleClass boat = query.transfer();
        if (boat != null && !(query.vehicle() == VehicleClass.TRUCK && boat.floats())) {
            throw impossible().asException();
        }
        if (!query.vehicle().floats() && boat == null) {
            return roads.find(query);
        }
        RoadGraph graph = network.require();
        QuestionWater water = QuestionWater.of(query, graph, waters, snapshots, clock);
        if (boat == null) {
            return boats.find(query, graph, water);
        }
        RouteAnswer alone = roads.find(query);
        return alone instanceof RouteAnswer.NoWay ? transfers.find(query, boat, graph, water) : alone;
    }

    private static Problem impossible() {
        return Problem.badField(
                "TRANSFER_NOT_POSSIBLE",
                "transfer",
                "vehicle truck, transfer motor_boat paddle_boat",
                "Chỉ chuyển được từ xe tải sang xuồng máy hoặc thuyền chèo.",
                "A transfer is possible from a truck to a motor boat or a paddle boat only.");
    }
}
