package vn.reliefmap.plan.internal.moving;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Coordinate;
import vn.reliefmap.geo.Geometries;
import vn.reliefmap.geo.LonLat;
import vn.reliefmap.plan.PlannedTour;
import vn.reliefmap.plan.PlannedTour.Leg;
import vn.reliefmap.plan.PlannedTour.Origin;
import vn.reliefmap.plan.PlannedTour.PlannedTrip;
import vn.reliefmap.supply.Depot;
import vn.reliefmap.supply.Vehicle;

/** Where vehicles start and come home to, and where one without a tour would load. */
final class Bases {
    private Bases() {}

    /** Wheels at their depot; a boat where its first way begins, or where it loads first. */
    static LonLat of(MoveGround ground, PlannedTour tour) {
        PlannedTrip first = tour.trips().get(0);
        if (tour.vehicleClass().onWheels()) {
            Depot depot = ground.depots().get(tour.depot());
            return depot == null ? first.origin().place() : depot.place();
        }
        if (first.leadingLegs() == 0) {
            return first.origin().place();
        }
        Leg leg = first.legs().get(0);
        return nearest(
                Stream.concat(ground.depots().values().stream().map(Depot::place), ground.basis().landings().stream())
                        .toList(),
                leg.line().getCoordinateN(0));
    }

    /** False for a vehicle that the water keeps from coming home, in the plan as it is. */
    static boolean comesHome(MoveGround ground, PlannedTour tour) {
        PlannedTrip last = tour.trips().get(tour.trips().size() - 1);
        return last.legs().size() > last.leadingLegs() + last.calls().size()
                || last.calls().isEmpty()
                || last.calls().get(last.calls().size() - 1).place().equals(of(ground, tour));
    }

    /** Where a vehicle without a tour loads: its depot; a boat at the landing nearest to the stop. */
    static Origin origin(MoveGround ground, Vehicle vehicle, LonLat stop) {
        List<LonLat> landings = ground.basis().landings();
        if (vehicle.vehicleClass().floats() && !landings.isEmpty()) {
            LonLat landing = nearest(landings, stop.coordinate());
            String name = "L" + (landings.indexOf(landing) + 1);
            return new Origin(null, name, "Bến " + name, landing);
        }
        Depot depot = Objects.requireNonNull(ground.depots().get(vehicle.depot()));
        return new Origin(depot.id(), null, depot.name(), depot.place());
    }

    private static LonLat nearest(List<LonLat> places, Coordinate to) {
        return places.stream()
                .min(Comparator.comparingDouble(place -> Geometries.distanceMeters(place.coordinate(), to)))
                .orElseThrow();
    }
}
