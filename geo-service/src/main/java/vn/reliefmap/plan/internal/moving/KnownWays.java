package vn.reliefmap.plan.internal.moving;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.reliefmap.geo.LonLat;
import vn.reliefmap.passability.VehicleClass;
import vn.reliefmap.plan.PlannedTour;
import vn.reliefmap.plan.PlannedTour.Call;
import vn.reliefmap.plan.PlannedTour.Leg;
import vn.reliefmap.plan.PlannedTour.PlannedTrip;
import vn.reliefmap.plan.internal.making.Legs;

/** The ways that the plan drives already, to the second; others are asked for elsewhere. */
final class KnownWays implements MoveWays {
    /** A way in the tables and the same way asked for differ by rounding only. */
    private static final long ROUNDING_S = 3;

    private final Map<Ends, Way> known = new HashMap<>();
    private final MoveWays others;

    private record Ends(VehicleClass vehicle, LonLat from, LonLat to) {}

    KnownWays(MoveGround ground, MoveWays others) {
        this.others = others;
        for (PlannedTour tour : ground.plan().tours()) {
            LonLat base = Bases.of(ground, tour);
            LonLat place = base;
            List<PlannedTrip> trips = tour.trips();
            for (int t = 0; t < trips.size(); t++) {
                place = trip(tour, trips.get(t), place);
                PlannedTrip trip = trips.get(t);
                int driven = trip.leadingLegs() + trip.calls().size();
                if (t == trips.size() - 1 && trip.legs().size() == driven + 1) {
                    keep(tour, place, base, trip.legs().get(driven), tour.endsAt());
                }
            }
        }
    }

    private LonLat trip(PlannedTour tour, PlannedTrip trip, LonLat from) {
        int leading = trip.leadingLegs();
        LonLat place = trip.origin().place();
        if (leading == 1) {
            keep(tour, from, place, trip.legs().get(0), trip.loadsAt());
        }
        for (int c = 0; c < trip.calls().size(); c++) {
            Call call = trip.calls().get(c);
            if (leading + c < trip.legs().size()) {
                keep(tour, place, call.place(), trip.legs().get(leading + c), call.arrivesAt());
            }
            place = call.place();
        }
        return place;
    }

    private void keep(PlannedTour tour, LonLat from, LonLat to, Leg leg, Instant arrives) {
        long drivenS = (long) Math.ceil(leg.durationS());
        long plannedS = Duration.between(leg.departsAt(), arrives).toSeconds();
        // Who waits for the goods of a landing arrives before it loads.
        boolean waits = plannedS > drivenS + ROUNDING_S && !tour.vehicleClass().floats();
        known.putIfAbsent(
                new Ends(tour.vehicleClass(), from, to), new Way(waits ? drivenS : Math.max(0, plannedS), leg, null));
    }

    @Override
    public Way find(VehicleClass vehicle, LonLat from, LonLat to, Instant departs) {
        if (from.equals(to)) {
            return new Way(0, new Leg(departs, Legs.standing(from), 0, 0, 0, 0), null);
        }
        Way way = known(vehicle, from, to);
        return way == null ? others.find(vehicle, from, to, departs) : way;
    }

    /** Null for a way that the plan does not drive. */
    @Nullable
    Way known(VehicleClass vehicle, LonLat from, LonLat to) {
        return known.get(new Ends(vehicle, from, to));
    }
}
