package vn.reliefmap.plan.internal.making;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.reliefmap.admin.AdminUnit;
import vn.reliefmap.admin.AdminUnits;
import vn.reliefmap.geo.LonLat;
import vn.reliefmap.kernel.VehicleId;
import vn.reliefmap.plan.Amount;
import vn.reliefmap.plan.Load;
import vn.reliefmap.plan.PlannedTour;
import vn.reliefmap.plan.PlannedTour.Call;
import vn.reliefmap.plan.PlannedTour.Leg;
import vn.reliefmap.plan.PlannedTour.Origin;
import vn.reliefmap.plan.PlannedTour.PlannedTrip;
import vn.reliefmap.plan.Source;
import vn.reliefmap.plan.Tour;
import vn.reliefmap.plan.TourProblem;
import vn.reliefmap.plan.TourVehicle;
import vn.reliefmap.plan.Trip;
import vn.reliefmap.plan.Visit;
import vn.reliefmap.supply.Vehicle;

/** Tells tours in the terms of the ground: depots, communes, clocks and roads. Used for one plan. */
final class TourTelling {
    private final TourDraft draft;
    private final TourProblem problem;
    private final List<LonLat> places;
    private final LegFinder.Search legs;
    private final AdminUnits units;

    TourTelling(TourDraft draft, TourProblem problem, LegFinder.Search legs, AdminUnits units) {
        this.draft = draft;
        this.problem = problem;
        this.places = TourDraft.places(draft.parts(), draft.landings(), draft.stops());
        this.legs = legs;
        this.units = units;
    }

    /**
     * Legs that do not hold are missing, and are told by the search of the legs. Trips that have begun stand in their tours as
     * they were; a vehicle keeps its number.
     */
    List<PlannedTour> tours(List<Tour> tours) {
        DayBefore day = draft.parts().begun().day();
        int number = day.tours().stream()
                .mapToInt(before -> before.tour().number())
                .max()
                .orElse(0);
        List<PlannedTour> told = new ArrayList<>();
        Set<VehicleId> driving = new HashSet<>();
        for (Tour tour : tours) {
            Vehicle vehicle = draft.parts().vehicles().get(tour.vehicle());
            DayBefore.SoFar before = day.of(vehicle.id());
            driving.add(vehicle.id());
            told.add(tour(before == null ? ++number : before.tour().number(), tour, vehicle, before));
        }
        for (DayBefore.SoFar before : day.tours()) {
            if (!before.begun().isEmpty() && !driving.contains(before.tour().vehicle())) {
                told.add(begun(before));
            }
        }
        told.sort(Comparator.comparingInt(PlannedTour::number));
        return told;
    }

    /** A tour that is over. */
    private static PlannedTour begun(DayBefore.SoFar before) {
        List<PlannedTrip> trips = new ArrayList<>(before.begun());
        if (before.rest() == DayBefore.Rest.FIXED) {
            return summed(before.tour(), fixedEnd(before), trips);
        }
        boolean whole = before.open().isEmpty() && before.rest() == DayBefore.Rest.FREE;
        if (whole) {
            PlannedTrip last = trips.get(trips.size() - 1);
            List<PlannedTrip> all = before.tour().trips();
            trips.set(trips.size() - 1, withLegs(last, all.get(all.size() - 1).legs()));
        }
        PlannedTrip last = trips.get(trips.size() - 1);
        Instant ends = last.calls().isEmpty()
                ? last.departsAt()
                : last.calls().get(last.calls().size() - 1).departsAt();
        return summed(before.tour(), whole ? before.tour().endsAt() : ends, trips);
    }

    /** As planned, or as much later as its last call is. */
    private static Instant fixedEnd(DayBefore.SoFar before) {
        List<Call> then = last(before.tour().trips()).calls();
        List<Call> now = last(before.begun()).calls();
        return before.tour()
                .endsAt()
                .plus(Duration.between(
                        then.get(then.size() - 1).departsAt(),
                        now.get(now.size() - 1).departsAt()));
    }

    private static PlannedTrip last(List<PlannedTrip> trips) {
        return trips.get(trips.size() - 1);
    }

    private static PlannedTrip withLegs(PlannedTrip trip, List<Leg> legs) {
        return trip.with(trip.calls(), legs, trip.state());
    }

    private static PlannedTour summed(PlannedTour tour, Instant endsAt, List<PlannedTrip> trips) {
        List<Leg> all = trips.stream().flatMap(trip -> trip.legs().stream()).toList();
        return new PlannedTour(
                tour.number(),
                tour.vehicle(),
                tour.vehicleName(),
                tour.vehicleClass(),
                tour.depot(),
                tour.startsAt(),
                endsAt,
                all.stream().mapToDouble(Leg::distanceM).sum(),
                all.stream().mapToDouble(Leg::durationS).sum(),
                all.stream().mapToDouble(Leg::deepestM).max().orElse(0),
                trips);
    }

    private PlannedTour tour(int number, Tour tour, Vehicle vehicle, DayBefore.@Nullable SoFar before) {
        TourVehicle searched = problem.vehicles().get(tour.vehicle());
        List<PlannedTrip> trips = new ArrayList<>(before == null ? List.of() : before.begun());
        int call = trips.isEmpty() ? 0 : lastNumber(trips);
        int place = searched.startPlace();
        Trip first = tour.trips().get(0);
        int leavesS = first.underWay() ? 0 : firstLeavesS(first, vehicle, place);
        Instant startsAt = trips.isEmpty()
                ? draft.parts().after(leavesS)
                : before == null ? draft.parts().startsAt() : before.tour().startsAt();
        for (int t = 0; t < tour.trips().size(); t++) {
            Trip trip = tour.trips().get(t);
            boolean last = t == tour.trips().size() - 1;
            if (trip.underWay()) {
                Visit end = trip.visits().get(trip.visits().size() - 1);
                place = placeOf(end);
                leavesS = end.departS();
                if (last) {
                    List<Leg> ways = new ArrayList<>(trips.get(trips.size() - 1).legs());
                    home(ways, searched, vehicle, place, leavesS);
                    trips.set(trips.size() - 1, withLegs(trips.get(trips.size() - 1), ways));
                }
                continue;
            }
            Source source = problem.sources().get(trip.source());
            List<Leg> ways = new ArrayList<>();
            if (place != source.place()) {
                add(ways, leg(vehicle, place, source.place(), leavesS));
            }
            place = source.place();
            leavesS = trip.departS();
            List<Call> calls = new ArrayList<>();
            for (Visit visit : trip.visits()) {
                int to = placeOf(visit);
                add(ways, leg(vehicle, place, to, leavesS));
                calls.add(call(++call, visit, to));
                place = to;
                leavesS = visit.departS();
            }
            if (last) {
                home(ways, searched, vehicle, place, leavesS);
            }
            trips.add(new PlannedTrip(
                    origin(trip.source(), source),
                    draft.parts().after(trip.loadingFromS()),
                    draft.parts().after(trip.departS()),
                    amounts(draft.parts(), trip.load()),
                    calls,
                    ways,
                    PlannedTour.State.PLANNED));
        }
        PlannedTour plain = new PlannedTour(
                number,
                vehicle.id(),
                vehicle.name(),
                vehicle.vehicleClass(),
                vehicle.depot(),
                startsAt,
                startsAt,
                0,
                0,
                0,
                List.of());
        return summed(plain, draft.parts().after(tour.endS()), trips);
    }

    private static int lastNumber(List<PlannedTrip> trips) {
        return trips.stream()
                .flatMap(trip -> trip.calls().stream())
                .mapToInt(Call::number)
                .max()
                .orElse(0);
    }

    private int placeOf(Visit visit) {
        return visit.stop() == Visit.NONE
                ? problem.sources().get(visit.landing()).place()
                : draft.stopPlace(visit.stop());
    }

    /** A vehicle under way that has no way home any more is told of elsewhere. */
    private void home(List<Leg> ways, TourVehicle searched, Vehicle vehicle, int place, int leavesS) {
        int home = searched.homePlace();
        if (home >= 0 && home != place && draft.tables().joins(vehicle.vehicleClass(), place, home)) {
            add(ways, leg(vehicle, place, home, leavesS));
        }
    }

    /** As late as it can, to load in time. */
    private int firstLeavesS(Trip first, Vehicle vehicle, int place) {
        int source = problem.sources().get(first.source()).place();
        return place == source
                ? first.loadingFromS()
                : first.loadingFromS() - draft.tables().durationS(vehicle.vehicleClass(), place, source);
    }

    private static void add(List<Leg> ways, @Nullable Leg leg) {
        if (leg != null) {
            ways.add(leg);
        }
    }

    private @Nullable Leg leg(Vehicle vehicle, int from, int to, int departS) {
        return legs.find(
                vehicle.vehicleClass(),
                from,
                to,
                places.get(from),
                places.get(to),
                draft.parts().after(departS));
    }

    private Origin origin(int index, Source source) {
        LonLat place = places.get(source.place());
        if (source.kind() == Source.Kind.LANDING) {
            String landing = landing(index);
            return new Origin(null, landing, "Bến " + landing, place);
        }
        var depot = draft.parts().depots().get(index);
        return new Origin(depot.id(), null, depot.name(), place);
    }

    /** L1, L2 … */
    private String landing(int source) {
        return "L" + (source - draft.parts().depots().size() + 1);
    }

    /** S1, S2 … */
    String stop(int stop) {
        return draft.stops().get(stop).name();
    }

    private Call call(int number, Visit visit, int place) {
        boolean home = visit.stop() != Visit.NONE;
        AdminUnit unit =
                home ? commune(visit.stop()) : units.unitOf(places.get(place)).orElse(null);
        StopDraft stop = home ? draft.stops().get(visit.stop()) : null;
        return new Call(
                number,
                home ? stop(visit.stop()) : landing(visit.landing()),
                home ? null : landing(visit.landing()),
                places.get(place),
                unit == null ? null : unit.code(),
                unit == null ? null : unit.fullName(),
                stop == null ? 0 : stop.members().size(),
                stop == null ? 0 : people(stop),
                stop == null ? 0 : stop.walkM(),
                stop == null ? 0 : stop.cannotWade(),
                stop == null ? 0 : counted(stop, draft.parts().demand()::unconfirmed),
                stop == null ? 0 : counted(stop, draft.parts().demand()::approximate),
                amounts(draft.parts(), visit.load()),
                draft.parts().after(visit.arriveS()),
                draft.parts().after(visit.beginS()),
                draft.parts().after(visit.departS()),
                false);
    }

    private static int counted(StopDraft stop, Predicate<Integer> which) {
        return (int) stop.members().stream().filter(which).count();
    }

    int people(StopDraft stop) {
        return stop.members().stream().mapToInt(draft.parts().demand()::people).sum();
    }

    /** Where most households of a stop live; null when in none. */
    @Nullable
    AdminUnit commune(int stop) {
        Map<String, Long> counts = draft.stops().get(stop).members().stream()
                .map(member -> draft.parts().demand().commune(member))
                .filter(code -> code != null)
                .collect(Collectors.groupingBy(code -> code, TreeMap::new, Collectors.counting()));
        return counts.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .flatMap(most -> units.find(most.getKey()))
                .orElse(null);
    }

    static List<Amount> amounts(PlanParts parts, Load load) {
        List<Amount> amounts = new ArrayList<>();
        for (int item = 0; item < load.goods(); item++) {
            if (load.thousandths(item) > 0) {
                amounts.add(new Amount(parts.items().get(item).code(), load.thousandths(item)));
            }
        }
        return amounts;
    }
}
