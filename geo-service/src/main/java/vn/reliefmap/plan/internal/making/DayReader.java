package vn.reliefmap.plan.internal.making;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.reliefmap.kernel.Problem;
import vn.reliefmap.kernel.VehicleId;
import vn.reliefmap.plan.Amount;
import vn.reliefmap.plan.PlanDifference.Danger;
import vn.reliefmap.plan.PlanDifference.Endangered;
import vn.reliefmap.plan.PlanOrder;
import vn.reliefmap.plan.PlannedTour;
import vn.reliefmap.plan.PlannedTour.Call;
import vn.reliefmap.plan.PlannedTour.Leg;
import vn.reliefmap.plan.PlannedTour.PlannedTrip;
import vn.reliefmap.plan.PlannedTour.State;
import vn.reliefmap.plan.internal.making.ClaimedTours.Standing;

/** Says how far the tours of a plan have got, by what the caller knows of them, else by the clock. */
@Component
class DayReader {
    private final UnderWayLegs legs;
    private final ClaimedTours claimedTours;
    private final FixedTours fixedTours;

    DayReader(UnderWayLegs legs, ClaimedTours claimedTours, FixedTours fixedTours) {
        this.legs = legs;
        this.claimedTours = claimedTours;
        this.fixedTours = fixedTours;
    }

    /**
     * @param now when the new plan starts
     * @param out vehicles that cannot be sent
     * @param chosen vehicles that may get new trips
     */
    DayBefore read(@Nullable Made before, PlanOrder order, Instant now, Set<VehicleId> out, Set<VehicleId> chosen) {
        PlanOrder.Again again = order.again();
        if (before == null || again == null) {
            return DayBefore.NOTHING;
        }
        again.underWay().forEach(one -> check(before, one));
        Map<Integer, Standing> claimed = claimedTours.of(before);
        Set<Integer> fixed = ClaimedTours.fixed(before.plan(), staying(before, again, claimed, out));
        List<DayBefore.SoFar> tours = new ArrayList<>();
        List<Endangered> endangered = new ArrayList<>();
        for (PlannedTour tour : before.plan().tours()) {
            if (fixed.contains(tour.number())) {
                tours.add(fixedTours.of(before.plan(), tour, claimed.get(tour.number()), out, now, endangered));
                continue;
            }
            PlanOrder.UnderWay told = again.underWay().stream()
                    .filter(one -> one.tour() == tour.number())
                    .findFirst()
                    .orElse(null);
            boolean isOut = out.contains(tour.vehicle());
            int begun = begun(tour, told, now);
            List<PlannedTrip> trips = new ArrayList<>();
            boolean closed = false;
            for (int t = 0; t < begun; t++) {
                boolean last = t == begun - 1;
                PlannedTrip trip = marked(tour.trips().get(t), last ? told : null, last, now);
                if (trip.state() == State.UNDER_WAY && isOut) {
                    trip = stranded(tour, trip, endangered);
                } else if (trip.state() == State.UNDER_WAY) {
                    UnderWayLegs.Checked checked = legs.check(before.plan(), tour, trip, now);
                    endangered.addAll(checked.endangered());
                    closed = checked.closed();
                    trip = checked.trip();
                }
                trips.add(withoutWayHome(trip));
            }
            DayBefore.Rest rest = isOut
                    ? DayBefore.Rest.OUT
                    : closed || !chosen.contains(tour.vehicle()) ? DayBefore.Rest.NO_MORE : DayBefore.Rest.FREE;
            tours.add(new DayBefore.SoFar(
                    tour, trips, tour.trips().subList(begun, tour.trips().size()), rest));
        }
        return new DayBefore(
                before, tours, endangered, claimed, bound(tours, again.locked().stops()));
    }

    /** Locked stops with the vehicles that serve them and get new trips; without such a one a stop is planned anew. */
    private static Map<String, Set<VehicleId>> bound(List<DayBefore.SoFar> tours, Set<String> locked) {
        Map<String, Set<VehicleId>> bound = new HashMap<>();
        for (DayBefore.SoFar tour : tours) {
            for (PlannedTrip trip : tour.rest() == DayBefore.Rest.FREE ? tour.open() : List.<PlannedTrip>of()) {
                trip.calls().stream()
                        .filter(call -> call.landing() == null && locked.contains(call.stop()))
                        .forEach(call -> bound.computeIfAbsent(call.stop(), stop -> new HashSet<>())
                                .add(tour.tour().vehicle()));
            }
        }
        return bound;
    }

    /** Tours that a team has, and locked ones whose vehicle can go. */
    private static Set<Integer> staying(
            Made before, PlanOrder.Again again, Map<Integer, Standing> claimed, Set<VehicleId> out) {
        Set<Integer> staying = before.plan().tours().stream()
                .filter(tour -> again.locked().tours().contains(tour.number()) && !out.contains(tour.vehicle()))
                .map(PlannedTour::number)
                .collect(Collectors.toCollection(HashSet::new));
        claimed.values().stream().filter(Standing::holds).map(Standing::tour).forEach(staying::add);
        return staying;
    }

    private static void check(Made before, PlanOrder.UnderWay told) {
        PlannedTour tour = before.plan().tour(told.tour());
        boolean sound = told.trip() >= 0 && told.trip() <= tour.trips().size() && told.reached() >= 0;
        if (sound && told.reached() > 0) {
            sound = told.trip() > 0
                    && tour.trips().get(told.trip() - 1).calls().stream()
                            .anyMatch(call -> call.number() >= told.reached());
        }
        if (!sound) {
            throw Problem.badField(
                            "PLAN_UNDER_WAY",
                            "under_way",
                            "trip 0 … " + tour.trips().size() + ", reached = number of a call up to that trip",
                            "Chuyến " + told.tour() + " không có lượt hoặc điểm giao đó.",
                            "Tour " + told.tour() + " has no such trip or call.")
                    .asException();
        }
    }

    private static int begun(PlannedTour tour, PlanOrder.@Nullable UnderWay told, Instant now) {
        int before = (int) tour.trips().stream()
                .filter(trip -> trip.state() != State.PLANNED)
                .count();
        if (told != null) {
            return Math.max(before, told.trip());
        }
        return (int) tour.trips().stream()
                .filter(trip -> trip.state() != State.PLANNED || trip.loadsAt().isBefore(now))
                .count();
    }

    /** The trip with its calls marked; those still to come are later when their hour has passed. */
    private static PlannedTrip marked(PlannedTrip trip, PlanOrder.@Nullable UnderWay told, boolean last, Instant now) {
        List<Call> calls = new ArrayList<>();
        Duration late = Duration.ZERO;
        for (Call call : trip.calls()) {
            boolean done = call.done()
                    || !last
                    || (told == null ? !call.departsAt().isAfter(now) : call.number() <= told.reached());
            if (!done && calls.stream().allMatch(Call::done) && call.arrivesAt().isBefore(now) && told != null) {
                late = Duration.between(call.arrivesAt(), now);
            }
            calls.add(done ? call.asDone() : call.later(late));
        }
        State state = calls.stream().allMatch(Call::done) ? State.DONE : State.UNDER_WAY;
        return trip.with(calls, trip.legs(), state);
    }

    /** What a broken vehicle has handed over; the rest is on board and goes to nobody. */
    private static PlannedTrip stranded(PlannedTour tour, PlannedTrip trip, List<Endangered> endangered) {
        List<Call> done = trip.calls().stream().filter(Call::done).toList();
        List<Call> not = trip.calls().stream().filter(call -> !call.done()).toList();
        List<Amount> aboard = UnderWayLegs.sum(not);
        endangered.add(new Endangered(
                tour.number(),
                tour.vehicle(),
                tour.vehicleName(),
                not.get(0).number(),
                not.get(0).stop(),
                not.get(0).communeName(),
                Danger.VEHICLE_OUT,
                aboard,
                tour.vehicleName() + " không chạy tiếp được trước " + UnderWayLegs.placeVi(not.get(0))
                        + ": hàng còn trên xe không tính vào kế hoạch này, điểm chưa giao được xếp lại.",
                tour.vehicleName() + " cannot go on before " + UnderWayLegs.placeEn(not.get(0))
                        + ": what is on board is not counted on, and the stops not reached are planned anew."));
        return trip.with(done, trip.legs(), State.DONE);
    }

    private static PlannedTrip withoutWayHome(PlannedTrip trip) {
        int ways = trip.leadingLegs() + trip.calls().size();
        List<Leg> out = trip.legs().subList(0, Math.min(ways, trip.legs().size()));
        return trip.with(trip.calls(), out, trip.state());
    }
}
