package vn.reliefmap.plan.internal.making;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.reliefmap.kernel.VehicleId;
import vn.reliefmap.plan.PlanDifference.Danger;
import vn.reliefmap.plan.PlanDifference.Endangered;
import vn.reliefmap.plan.PlannedTour;
import vn.reliefmap.plan.PlannedTour.Call;
import vn.reliefmap.plan.PlannedTour.PlannedTrip;
import vn.reliefmap.plan.PlannedTour.State;
import vn.reliefmap.plan.ReliefPlan;
import vn.reliefmap.plan.internal.making.ClaimedTours.Standing;

/** Tours that stay as they are when a plan is made again, because a team has taken them on; what stands in their way is told. */
@Component
class FixedTours {
    private final UnderWayLegs legs;

    FixedTours(UnderWayLegs legs) {
        this.legs = legs;
    }

    /**
     * @param standing null for a tour that nobody claimed and that fills a landing for one
     * @param out vehicles that cannot be sent
     * @param endangered gets what stands in its way
     */
    DayBefore.SoFar of(
            ReliefPlan plan,
            PlannedTour tour,
            @Nullable Standing standing,
            Set<VehicleId> out,
            Instant now,
            List<Endangered> endangered) {
        List<PlannedTrip> trips = new ArrayList<>();
        for (PlannedTrip trip : tour.trips()) {
            PlannedTrip marked = marked(trip, standing, now);
            if (marked.state() != State.DONE) {
                UnderWayLegs.Checked checked = legs.check(plan, tour, marked, now);
                endangered.addAll(checked.endangered());
                marked = checked.trip();
            }
            trips.add(marked);
        }
        if (out.contains(tour.vehicle())) {
            noVehicle(tour, standing, trips, endangered);
        }
        return new DayBefore.SoFar(tour, trips, List.of(), DayBefore.Rest.FIXED);
    }

    /** Calls at homes are done when deliveries say so; those at landings by the clock. What is late moves. */
    private static PlannedTrip marked(PlannedTrip trip, @Nullable Standing standing, Instant now) {
        List<Call> calls = new ArrayList<>();
        Duration late = Duration.ZERO;
        for (Call call : trip.calls()) {
            boolean byClock = standing == null || call.landing() != null;
            boolean done = call.done()
                    || (byClock
                            ? !call.departsAt().isAfter(now)
                            : standing != null && standing.served().contains(call.number()));
            if (!done && late.isZero() && call.arrivesAt().isBefore(now)) {
                late = Duration.between(call.arrivesAt(), now);
            }
            calls.add(done ? call.asDone() : call.later(late));
        }
        boolean all = calls.stream().allMatch(Call::done);
        boolean left = trip.loadsAt().isBefore(now) || calls.stream().anyMatch(Call::done);
        return trip.with(calls, trip.legs(), all ? State.DONE : left ? State.UNDER_WAY : State.PLANNED);
    }

    private static void noVehicle(
            PlannedTour tour, @Nullable Standing standing, List<PlannedTrip> trips, List<Endangered> endangered) {
        List<Call> open = trips.stream()
                .flatMap(trip -> trip.calls().stream())
                .filter(call -> !call.done())
                .toList();
        if (open.isEmpty()) {
            return;
        }
        String team = standing == null ? null : standing.teamName();
        endangered.add(
                new Endangered(
                        tour.number(),
                        tour.vehicle(),
                        tour.vehicleName(),
                        open.get(0).number(),
                        open.get(0).stop(),
                        open.get(0).communeName(),
                        Danger.VEHICLE_OUT,
                        UnderWayLegs.sum(open),
                        tour.vehicleName() + " không chạy được, nhưng chuyến " + tour.number() + " đã có "
                                + (team == null ? "đội" : team)
                                + " nhận nên giữ nguyên: đội cần xe khác, hoặc trả lại chuyến rồi lập lại kế hoạch.",
                        tour.vehicleName() + " cannot be sent, but tour " + tour.number() + " stays as it is, since "
                                + (team == null ? "a team" : team)
                                + " has claimed it: the team needs another vehicle, or gives the tour back and the plan is made again."));
    }
}
