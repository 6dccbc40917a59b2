package vn.reliefmap.plan.internal.making;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.reliefmap.geo.LonLat;
import vn.reliefmap.plan.Amount;
import vn.reliefmap.plan.PlanDifference.Danger;
import vn.reliefmap.plan.PlanDifference.Endangered;
import vn.reliefmap.plan.PlannedTour;
import vn.reliefmap.plan.PlannedTour.Call;
import vn.reliefmap.plan.PlannedTour.Leg;
import vn.reliefmap.plan.PlannedTour.PlannedTrip;
import vn.reliefmap.plan.ReliefPlan;
import vn.reliefmap.routing.NoWay;
import vn.reliefmap.routing.RouteAnswer;
import vn.reliefmap.routing.RouteFinder;
import vn.reliefmap.routing.RouteQuery;

/**
 * Asks whether the ways that a team under way has before it still hold. Nobody knows where on a way it is: the way it is on is
 * asked from its beginning, so a warning may come for water that lies behind it.
 */
@Component
class UnderWayLegs {
    /** A way that takes longer by less is the same. */
    private static final double SAME_S = 60;

    private static final double SAME_LINE_DEGREES = 1e-6;

    private final RouteFinder routes;

    UnderWayLegs(RouteFinder routes) {
        this.routes = routes;
    }

    /** @param closed true when a call cannot be reached: then no more is asked of the vehicle */
    record Checked(PlannedTrip trip, List<Endangered> endangered, boolean closed) {}

    Checked check(ReliefPlan plan, PlannedTour tour, PlannedTrip trip, Instant now) {
        List<Call> calls = new ArrayList<>();
        List<Leg> legs = new ArrayList<>(trip.legs());
        List<Endangered> endangered = new ArrayList<>();
        Duration late = Duration.ZERO;
        LonLat place = trip.origin().place();
        boolean closed = false;
        for (int c = 0; c < trip.calls().size(); c++) {
            Call call = trip.calls().get(c);
            int at = trip.leadingLegs() + c;
            if (!call.done() && !closed && at < legs.size()) {
                Leg leg = legs.get(at);
                // Who is late at a call is late on every way after it, and may meet other water there.
                Instant planned = c == 0 ? leg.departsAt() : calls.get(c - 1).departsAt();
                Instant departs = planned.isBefore(now) ? now : planned;
                Way way = way(plan, tour, place, call.place(), departs);
                if (way.found() == null) {
                    closed = true;
                    endangered.add(
                            closed(tour, trip.calls().subList(c, trip.calls().size()), way));
                } else {
                    Leg found = way.found();
                    Duration longer = Duration.ofSeconds((long) Math.ceil(found.durationS() - leg.durationS()));
                    if (isOther(found, leg)) {
                        late = longer.isNegative() ? late : late.plus(longer);
                        endangered.add(detour(tour, call, longer));
                        legs.set(at, found.begunAt(planned));
                    } else {
                        legs.set(at, leg.begunAt(planned));
                    }
                }
            }
            calls.add(call.done() ? call : call.later(late));
            place = call.place();
        }
        if (!closed) {
            wayHome(plan, tour, trip, calls.get(calls.size() - 1), endangered);
        }
        return new Checked(trip.with(calls, legs, trip.state()), endangered, closed);
    }

    /** Another road, or the same one more slowly. A shorter one that has opened is nobody's danger. */
    private static boolean isOther(Leg now, Leg then) {
        double longerS = now.durationS() - then.durationS();
        return longerS > SAME_S || (longerS > -SAME_S && !now.line().equalsExact(then.line(), SAME_LINE_DEGREES));
    }

    /** @param found null when there is no way, which the words say */
    private record Way(@Nullable Leg found, String vi, String en) {}

    private Way way(ReliefPlan plan, PlannedTour tour, LonLat from, LonLat to, Instant departs) {
        if (from.equals(to)) {
            return new Way(new Leg(departs, Legs.standing(from), 0, 0, 0, 0), "", "");
        }
        RouteAnswer answer = routes.find(new RouteQuery(from, to, tour.vehicleClass(), plan.disaster(), departs));
        if (answer instanceof NoWay none) {
            return new Way(null, none.vi(), none.en());
        }
        Leg leg = Legs.of(answer, departs);
        return leg == null ? new Way(null, "Không còn đường.", "There is no way any more.") : new Way(leg, "", "");
    }

    private void wayHome(ReliefPlan plan, PlannedTour tour, PlannedTrip trip, Call last, List<Endangered> endangered) {
        Way way = way(plan, tour, last.place(), trip.origin().place(), last.departsAt());
        if (way.found() == null) {
            endangered.add(new Endangered(
                    tour.number(),
                    tour.vehicle(),
                    tour.vehicleName(),
                    null,
                    null,
                    null,
                    Danger.NO_WAY_HOME,
                    List.of(),
                    said(tour, "không về được sau " + placeVi(last)) + " " + way.vi(),
                    tour.vehicleName() + " cannot come back after " + placeEn(last) + ". " + way.en()));
        }
    }

    private static Endangered closed(PlannedTour tour, List<Call> left, Way way) {
        Call call = left.get(0);
        return new Endangered(
                tour.number(),
                tour.vehicle(),
                tour.vehicleName(),
                call.number(),
                call.stop(),
                call.communeName(),
                Danger.CLOSED,
                sum(left),
                said(tour, "đang đi, có thể không tới được " + placeVi(call)) + " " + way.vi()
                        + " Hãy gọi cho đội; nếu phải bỏ, lập lại không có xe này.",
                tour.vehicleName() + " is under way and may not reach " + placeEn(call) + ". " + way.en()
                        + " Call the team; if it has to give up, plan again without this vehicle.");
    }

    private static Endangered detour(PlannedTour tour, Call call, Duration longer) {
        long minutes = Math.max(0, (longer.toSeconds() + 59) / 60);
        return new Endangered(
                tour.number(),
                tour.vehicle(),
                tour.vehicleName(),
                call.number(),
                call.stop(),
                call.communeName(),
                Danger.DETOUR,
                List.of(),
                said(tour, "phải đi đường khác tới " + placeVi(call))
                        + (minutes == 0 ? " Không lâu hơn." : " Lâu hơn " + minutes + " phút.") + " Hãy báo cho đội.",
                tour.vehicleName() + " must take another way to " + placeEn(call) + ", "
                        + (minutes == 0 ? "no longer in time" : minutes + " min longer") + ". Tell the team.");
    }

    private static String said(PlannedTour tour, String what) {
        return "Chuyến " + tour.number() + " (" + tour.vehicleName() + ") " + what + ".";
    }

    static String placeVi(Call call) {
        String commune = call.communeName();
        return (call.landing() == null ? "" : "bến ") + call.stop() + (commune == null ? "" : ", " + commune);
    }

    static String placeEn(Call call) {
        String commune = call.communeName();
        return (call.landing() == null ? "" : "landing ") + call.stop() + (commune == null ? "" : ", " + commune);
    }

    static List<Amount> sum(List<Call> calls) {
        Map<String, Long> sums = new TreeMap<>();
        calls.forEach(call -> call.handsOver().forEach(amount -> sums.merge(amount.item(), amount.milli(), Long::sum)));
        return sums.entrySet().stream()
                .map(one -> new Amount(one.getKey(), one.getValue()))
                .toList();
    }
}
