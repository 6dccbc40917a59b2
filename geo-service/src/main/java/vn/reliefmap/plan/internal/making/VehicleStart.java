package vn.reliefmap.plan.internal.making;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.reliefmap.item.Skill;
import vn.reliefmap.plan.PlannedTour.Call;
import vn.reliefmap.plan.PlannedTour.Leg;
import vn.reliefmap.plan.PlannedTour.PlannedTrip;
import vn.reliefmap.plan.TimeWindow;
import vn.reliefmap.plan.TourVehicle;
import vn.reliefmap.plan.Trip;
import vn.reliefmap.plan.Visit;
import vn.reliefmap.supply.Vehicle;

/** A vehicle as the search sees it: from where and when on it is free, and what it is about. */
final class VehicleStart {
    private final TourDraft draft;
    private final Vehicle vehicle;
    private final int base;
    private final DayBefore.@Nullable SoFar before;

    VehicleStart(TourDraft draft, Vehicle vehicle, Map<Integer, Integer> boatsAt) {
        this.draft = draft;
        this.vehicle = vehicle;
        base = draft.base(vehicle, boatsAt);
        before = draft.parts().begun().day().of(vehicle.id());
    }

    TourVehicle asTourVehicle(int mostTrips) {
        TimeWindow working = draft.parts().working();
        List<Trip> underWay = underWay();
        int place = base;
        int from = working.fromS();
        int trips = mostTrips;
        if (before != null && !before.begun().isEmpty()) {
            trips = Math.max(1, mostTrips - before.begun().size() + underWay.size());
            if (underWay.isEmpty()) {
                place = waits();
                from = Math.max(from, freeS(before));
            }
        }
        if (before != null && before.rest() != DayBefore.Rest.FREE) {
            trips = underWay.size();
        }
        return new TourVehicle(
                vehicle.vehicleClass(),
                vehicle.capacityKg(),
                vehicle.capacityM3(),
                place,
                base,
                new TimeWindow(from, Math.max(from, working.toS())),
                trips,
                skills(),
                Set.of(),
                underWay);
    }

    private Set<String> skills() {
        Set<String> skills = new HashSet<>(draft.parts().begun().day().locksOf(vehicle.id()));
        vehicle.skills().stream().map(Skill::word).forEach(skills::add);
        return skills;
    }

    /** Where it was to load next, if that is a place of this plan; else at home. */
    private int waits() {
        PlannedTrip next =
                before == null || before.open().isEmpty() ? null : before.open().get(0);
        if (next == null) {
            return base;
        }
        String landing = next.origin().landing();
        if (landing != null) {
            return draft.landingNamed(landing);
        }
        for (int depot = 0; depot < draft.parts().depots().size(); depot++) {
            if (draft.parts().depots().get(depot).id().equals(next.origin().depot())) {
                return depot;
            }
        }
        return base;
    }

    /** When it is there, after all that is done. */
    private int freeS(DayBefore.SoFar tour) {
        List<PlannedTrip> all = tour.tour().trips();
        PlannedTrip last = tour.begun().get(tour.begun().size() - 1);
        Instant done = last.calls().isEmpty()
                ? last.departsAt()
                : last.calls().get(last.calls().size() - 1).departsAt();
        if (tour.open().isEmpty()) {
            return seconds(tour.tour().endsAt());
        }
        PlannedTrip next = all.get(tour.begun().size());
        List<Leg> onTheWay = next.legs().subList(0, next.leadingLegs());
        double driveS = onTheWay.stream().mapToDouble(Leg::durationS).sum();
        return seconds(done.plusSeconds((long) Math.ceil(driveS)));
    }

    private List<Trip> underWay() {
        PlannedTrip trip = before == null ? null : before.underWay();
        if (trip == null) {
            return List.of();
        }
        List<Visit> visits = new ArrayList<>();
        for (Call call : trip.calls()) {
            if (!call.done()) {
                visits.add(visit(call));
            }
        }
        return List.of(new Trip(
                source(trip),
                true,
                seconds(trip.loadsAt()),
                seconds(trip.departsAt()),
                draft.parts().load(UnderWayLegs.sum(trip.calls())),
                visits));
    }

    private Visit visit(Call call) {
        String landing = call.landing();
        return new Visit(
                landing == null ? draft.stopNamed(call.stop()) : Visit.NONE,
                landing == null ? Visit.NONE : draft.landingNamed(landing),
                draft.parts().load(call.handsOver()),
                seconds(call.arrivesAt()),
                seconds(call.beginsAt()),
                seconds(call.departsAt()));
    }

    /** A depot that this plan does not use makes no difference to a trip that is loaded. */
    private int source(PlannedTrip trip) {
        String landing = trip.origin().landing();
        return landing == null
                ? Math.max(
                        0,
                        draft.parts().depots().stream()
                                .map(depot -> depot.id())
                                .toList()
                                .indexOf(trip.origin().depot()))
                : draft.landingNamed(landing);
    }

    private int seconds(Instant at) {
        return (int) Duration.between(draft.parts().startsAt(), at).toSeconds();
    }
}
