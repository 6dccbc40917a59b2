package vn.reliefmap.plan.internal.moving;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.reliefmap.plan.PlannedTour;
import vn.reliefmap.plan.PlannedTour.Call;
import vn.reliefmap.plan.PlannedTour.Origin;
import vn.reliefmap.plan.PlannedTour.PlannedTrip;
import vn.reliefmap.supply.Vehicle;

/**
 * A vehicle's tour while its calls are changed, before it gets its hours.
 *
 * @param then the tour as the plan has it; null for a vehicle without one
 */
record OpenTour(Vehicle vehicle, @Nullable PlannedTour then, List<OpenTrip> trips) {
    /** @param then the trip as the plan has it; null for a new one */
    record OpenTrip(Origin origin, @Nullable PlannedTrip then, List<Call> calls) {}

    static OpenTour of(Vehicle vehicle, @Nullable PlannedTour then) {
        return new OpenTour(
                vehicle,
                then,
                then == null
                        ? List.of()
                        : then.trips().stream()
                                .map(trip -> new OpenTrip(trip.origin(), trip, trip.calls()))
                                .toList());
    }

    /** Without a call; a trip that has none left stays, empty, so that trips keep their numbers. */
    OpenTour without(int trip, Call call) {
        return withCalls(
                trip,
                trips.get(trip).calls().stream()
                        .filter(one -> one.number() != call.number())
                        .toList());
    }

    /** @param position from 0 */
    OpenTour with(int trip, int position, Call call) {
        List<Call> calls = new ArrayList<>(trips.get(trip).calls());
        calls.add(position, call);
        return withCalls(trip, calls);
    }

    private OpenTour withCalls(int trip, List<Call> calls) {
        List<OpenTrip> changed = new ArrayList<>(trips);
        OpenTrip one = trips.get(trip);
        changed.set(trip, new OpenTrip(one.origin(), one.then(), calls));
        return new OpenTour(vehicle, then, changed);
    }

    OpenTour withTrip(Origin origin) {
        List<OpenTrip> more = new ArrayList<>(trips);
        more.add(new OpenTrip(origin, null, List.of()));
        return new OpenTour(vehicle, then, more);
    }

    /** Nobody loads for nobody. */
    OpenTour withoutEmptyTrips() {
        return new OpenTour(
                vehicle,
                then,
                trips.stream().filter(trip -> !trip.calls().isEmpty()).toList());
    }

    /** True while the first trip is the first one of the plan: then its hours stay. */
    boolean beginsAsBefore() {
        return then != null
                && !trips.isEmpty()
                && then.trips().get(0).equals(trips.get(0).then());
    }
}
