package vn.reliefmap.routing.internal;

import java.time.Clock;
import java.time.Instant;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;
import vn.reliefmap.flood.Waters;
import vn.reliefmap.kernel.DisasterId;
import vn.reliefmap.kernel.Problem;
import vn.reliefmap.passability.VehicleClass;
import vn.reliefmap.routing.NoWay;
import vn.reliefmap.routing.RouteAnswer;
import vn.reliefmap.routing.RouteFinder;
import vn.reliefmap.routing.RouteQuery;
import vn.reliefmap.routing.RouteWater;

/** Sends each question to the roads, to the boats or to both. */
@Primary
@Component
class RoadAndWaterRouteFinder implements RouteFinder {
    private final RoadsInUse network;
    private final Waters waters;
    private final WaterSnapshots snapshots;
    private final GraphHopperRouteFinder roads;
    private final BoatRoutes boats;
    private final TransferRoutes transfers;
    private final Clock clock = Clock.systemUTC();

    RoadAndWaterRouteFinder(
            RoadsInUse network,
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
        if (boat == null) {
            return find(query, graph, boats.search(query, graph));
        }
        RouteAnswer alone = roads.find(query);
        return alone instanceof NoWay ? find(query, graph, transfers.search(query, boat, graph)) : alone;
    }

    /** Through the steps of the water; under one water where the question names the end of a span, or no disaster. */
    private RouteAnswer find(RouteQuery query, RoadGraph graph, WaterSearch search) {
        DisasterId disaster = query.disaster();
        if (disaster == null || query.until() != null) {
            QuestionWater water = QuestionWater.of(query, graph, waters, snapshots, clock);
            WaterSearch.Way confirmed = search.way(water, true);
            WaterSearch.Way way = confirmed == null ? search.way(water, false) : confirmed;
            return way == null ? search.none(water) : way.answer();
        }
        Instant departAt = query.departAt() == null ? waters.departure(disaster, clock.instant()) : query.departAt();
        WaterAhead ahead = WaterAhead.of(disaster, departAt, null, graph, waters, snapshots);
        RouteWater atDeparture = Answers.water(ahead.water(0), null, clock.instant());
        return new LastingWays(search, graph, ahead, snapshots, atDeparture).find();
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
