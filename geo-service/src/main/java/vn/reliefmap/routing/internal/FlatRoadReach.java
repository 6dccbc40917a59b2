package vn.reliefmap.routing.internal;

import java.util.List;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import vn.reliefmap.flood.WaterPicture;
import vn.reliefmap.passability.VehicleClass;
import vn.reliefmap.routing.ClassRoads;
import vn.reliefmap.routing.PlaceColumns;
import vn.reliefmap.routing.Reach;
import vn.reliefmap.routing.RoadReach;
import vn.reliefmap.routing.TiedPlaces;

/** Searches flat arrays instead of the graph; the water is that of the very snapshots that routes run under. */
@Component
class FlatRoadReach implements RoadReach {
    private final Supplier<RoadGraph> network;
    private final WaterSnapshots snapshots;
    private final BoatRoutes boats;
    private final double snapLimitM;

    @Autowired
    FlatRoadReach(
            CurrentRoadNetwork network,
            WaterSnapshots snapshots,
            BoatRoutes boats,
            @Value("${relief.routing.snap-limit-m:500}") double snapLimitM) {
        this(network::require, snapshots, boats, snapLimitM);
    }

    /** @param network the roads in use now */
    FlatRoadReach(Supplier<RoadGraph> network, WaterSnapshots snapshots, BoatRoutes boats, double snapLimitM) {
        this.network = network;
        this.snapshots = snapshots;
        this.boats = boats;
        this.snapLimitM = snapLimitM;
    }

    @Override
    public ClassRoads roads(VehicleClass vehicle) {
        WheelsOnly.require(vehicle);
        RoadGraph graph = network.get();
        return new Roads(graph, vehicle, new FlatRoads(graph, vehicle));
    }

    private final class Roads implements ClassRoads {
        private final RoadGraph graph;
        private final VehicleClass vehicle;
        private final FlatRoads flat;

        Roads(RoadGraph graph, VehicleClass vehicle, FlatRoads flat) {
            this.graph = graph;
            this.vehicle = vehicle;
            this.flat = flat;
        }

        @Override
        public boolean current() {
            return network.get() == graph;
        }

        @Override
        public TiedPlaces tie(PlaceColumns places) {
            return new TiedColumns(graph, vehicle, places, snapLimitM);
        }

        @Override
        public Reach reach(List<WaterPicture> waters, TiedPlaces starts, TiedPlaces places) {
            WaterOnRoads snapshot = snapshots.of(graph, waters);
            return new FloodReach(graph, flat, vehicle, snapshot, (TiedColumns) starts, (TiedColumns) places, boats);
        }
    }
}
