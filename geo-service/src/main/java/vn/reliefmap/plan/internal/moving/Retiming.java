package vn.reliefmap.plan.internal.moving;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.reliefmap.geo.LonLat;
import vn.reliefmap.plan.Amount;
import vn.reliefmap.plan.PlannedTour;
import vn.reliefmap.plan.PlannedTour.Call;
import vn.reliefmap.plan.PlannedTour.Leg;
import vn.reliefmap.plan.PlannedTour.Origin;
import vn.reliefmap.plan.PlannedTour.PlannedTrip;
import vn.reliefmap.plan.PlannedTour.State;
import vn.reliefmap.plan.ReliefPlan;
import vn.reliefmap.plan.internal.making.Handling;
import vn.reliefmap.plan.internal.moving.MoveWays.Obstacle;
import vn.reliefmap.plan.internal.moving.MoveWays.Way;
import vn.reliefmap.plan.internal.moving.OpenTour.OpenTrip;

/** Gives a changed tour its hours, loads and ways, each thing as early as it can be, as the search for tours does. Used for one tour. */
final class Retiming {
    private final MoveGround ground;
    private final OpenTour tour;
    private final MoveWays ways;
    private final List<Stuck> stuck = new ArrayList<>();
    private LonLat place;
    private Instant free;

    private Retiming(MoveGround ground, OpenTour tour, MoveWays ways) {
        this.ground = ground;
        this.tour = tour;
        this.ways = ways;
        PlannedTour then = tour.then();
        place = then == null ? tour.trips().get(0).origin().place() : Bases.of(ground, then);
        free = then == null ? opens(ground.plan()) : then.startsAt();
    }

    /**
     * @param tour null when it has no trip any more
     * @param stuck ways that there are not
     */
    record Timed(@Nullable PlannedTour tour, List<Stuck> stuck) {}

    /** @param to the call that cannot be reached; null when it is the way home */
    record Stuck(@Nullable Call to, Obstacle obstacle) {}

    static Timed of(MoveGround ground, OpenTour open, int number, MoveWays ways) {
        OpenTour tour = open.withoutEmptyTrips();
        return tour.trips().isEmpty() ? new Timed(null, List.of()) : new Retiming(ground, tour, ways).timed(number);
    }

    private static Instant opens(ReliefPlan plan) {
        ReliefPlan.Light light = plan.light();
        return light != null && light.from().isAfter(plan.startsAt()) ? light.from() : plan.startsAt();
    }

    private Timed timed(int number) {
        PlannedTour then = tour.then();
        LonLat base = place;
        boolean home = then == null || Bases.comesHome(ground, then);
        Instant startsAt = free;
        List<PlannedTrip> trips = new ArrayList<>();
        int calls = 0;
        for (int t = 0; t < tour.trips().size(); t++) {
            OpenTrip open = tour.trips().get(t);
            PlannedTrip begun = open.then();
            if (begun != null && begun.state() != State.PLANNED) {
                trips.add(asItIs(begun));
                calls += begun.calls().size();
                continue;
            }
            List<Leg> legs = new ArrayList<>();
            Instant loadsAt = t == 0 && tour.beginsAsBefore() ? asBefore(open, legs) : loadsAt(open, legs);
            Instant departsAt = loadsAt.plusSeconds(loadingS(open));
            place = open.origin().place();
            free = departsAt;
            List<Call> told = new ArrayList<>();
            for (Call call : open.calls()) {
                told.add(call(++calls, call, legs));
            }
            if (t == tour.trips().size() - 1 && home && !place.equals(base)) {
                drive(base, null, legs);
            }
            trips.add(
                    new PlannedTrip(open.origin(), loadsAt, departsAt, loads(open.calls()), told, legs, State.PLANNED));
        }
        List<Leg> all = trips.stream().flatMap(trip -> trip.legs().stream()).toList();
        return new Timed(
                new PlannedTour(
                        number,
                        tour.vehicle().id(),
                        tour.vehicle().name(),
                        tour.vehicle().vehicleClass(),
                        tour.vehicle().depot(),
                        startsAt,
                        free,
                        all.stream().mapToDouble(Leg::distanceM).sum(),
                        all.stream().mapToDouble(Leg::durationS).sum(),
                        all.stream().mapToDouble(Leg::deepestM).max().orElse(0),
                        trips),
                stuck);
    }

    /** A trip that has begun, without the way home if it had one. */
    private PlannedTrip asItIs(PlannedTrip begun) {
        int ways = Math.min(
                begun.legs().size(), begun.leadingLegs() + begun.calls().size());
        if (begun.calls().isEmpty()) {
            place = begun.origin().place();
            free = begun.departsAt();
        } else {
            Call last = begun.calls().get(begun.calls().size() - 1);
            place = last.place();
            free = last.departsAt();
        }
        return begun.with(begun.calls(), begun.legs().subList(0, ways), begun.state());
    }

    /** The first loading of a tour stays at its hour. */
    private static Instant asBefore(OpenTrip open, List<Leg> legs) {
        PlannedTrip then = Objects.requireNonNull(open.then());
        legs.addAll(then.legs().subList(0, then.leadingLegs()));
        return then.loadsAt();
    }

    private Instant loadsAt(OpenTrip open, List<Leg> legs) {
        LonLat origin = open.origin().place();
        if (!place.equals(origin)) {
            drive(origin, null, legs);
        }
        Instant ready = ready(open);
        return ready.isAfter(free) ? ready : free;
    }

    /** Boats wait for the truck that they waited for; a new boat trip for the last truck that comes. */
    private Instant ready(OpenTrip open) {
        String landing = open.origin().landing();
        PlannedTrip then = open.then();
        return ground.plan().tours().stream()
                .flatMap(one -> one.trips().stream())
                .flatMap(trip -> trip.calls().stream())
                .filter(call -> landing != null && landing.equals(call.landing()))
                .map(Call::departsAt)
                .filter(at -> then == null || !at.isAfter(then.loadsAt()))
                .max(Comparator.naturalOrder())
                .orElse(free);
    }

    private static long loadingS(OpenTrip open) {
        PlannedTrip then = open.then();
        return then != null ? Duration.between(then.loadsAt(), then.departsAt()).toSeconds() : loadingS(open.origin());
    }

    private static int loadingS(Origin origin) {
        return origin.landing() == null ? Handling.DEPOT_LOADING_S : Handling.LANDING_LOADING_S;
    }

    private void drive(LonLat to, @Nullable Call call, List<Leg> legs) {
        Way way = ways.find(tour.vehicle().vehicleClass(), place, to, free);
        Obstacle obstacle = way.obstacle();
        if (obstacle != null) {
            stuck.add(new Stuck(call, obstacle));
        }
        legs.add(way.leg().begunAt(free));
        place = to;
        free = free.plusSeconds(way.seconds());
    }

    private Call call(int number, Call call, List<Leg> legs) {
        drive(call.place(), call, legs);
        Instant arrivesAt = free;
        Instant beginsAt = arrivesAt.plus(Duration.between(call.arrivesAt(), call.beginsAt()));
        Instant departsAt = beginsAt.plus(Duration.between(call.beginsAt(), call.departsAt()));
        free = departsAt;
        return call.at(number, arrivesAt, beginsAt, departsAt);
    }

    /** Sums by item, in the order of the plan's items. */
    private List<Amount> loads(List<Call> calls) {
        Map<String, Long> sums = new HashMap<>();
        calls.forEach(call -> call.handsOver().forEach(amount -> sums.merge(amount.item(), amount.milli(), Long::sum)));
        List<String> order = ground.basis().items();
        return sums.entrySet().stream()
                .sorted(Comparator.comparingInt((Map.Entry<String, Long> one) -> order.indexOf(one.getKey()))
                        .thenComparing(Map.Entry::getKey))
                .map(one -> new Amount(one.getKey(), one.getValue()))
                .toList();
    }
}
