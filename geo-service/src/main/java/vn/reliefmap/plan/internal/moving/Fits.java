package vn.reliefmap.plan.internal.moving;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.reliefmap.geo.LonLat;
import vn.reliefmap.kernel.ProblemException;
import vn.reliefmap.passability.VehicleClass;
import vn.reliefmap.plan.MoveFit;
import vn.reliefmap.plan.PlanMove.To;
import vn.reliefmap.plan.PlannedTour;
import vn.reliefmap.plan.PlannedTour.Call;
import vn.reliefmap.plan.PlannedTour.PlannedTrip;
import vn.reliefmap.plan.PlannedTour.State;
import vn.reliefmap.plan.internal.moving.MoveWays.Way;
import vn.reliefmap.routing.TravelMatrices;
import vn.reliefmap.supply.Vehicle;

/** Tries a stop in the tour of every vehicle, by two rows of the travel tables. Used once. */
final class Fits {
    private final MoveGround ground;
    private final Change change;
    private final KnownWays ways;

    Fits(MoveGround ground, Change change, MoveWays routes, TravelMatrices matrices) {
        this.ground = ground;
        this.change = change;
        this.ways = new KnownWays(
                ground, new TableWays(ground.plan(), matrices, change.call().place(), places(ground, change), routes));
    }

    private static Map<VehicleClass, List<LonLat>> places(MoveGround ground, Change change) {
        Map<VehicleClass, List<LonLat>> places = new EnumMap<>(VehicleClass.class);
        for (Vehicle vehicle : sent(ground)) {
            List<LonLat> own = places.computeIfAbsent(vehicle.vehicleClass(), one -> new ArrayList<>());
            PlannedTour tour = ground.tourOf(vehicle.id());
            if (tour == null) {
                own.add(Bases.origin(ground, vehicle, change.call().place()).place());
                continue;
            }
            own.add(Bases.of(ground, tour));
            for (PlannedTrip trip : tour.trips()) {
                own.add(trip.origin().place());
                trip.calls().forEach(call -> own.add(call.place()));
            }
        }
        return places;
    }

    /** Those of the plan that are still there, with a tour first. */
    private static List<Vehicle> sent(MoveGround ground) {
        List<Vehicle> all = new ArrayList<>();
        ground.plan().tours().stream()
                .map(tour -> ground.vehicles().get(tour.vehicle()))
                .filter(Objects::nonNull)
                .forEach(all::add);
        ground.ofThePlan().stream()
                .map(ground.vehicles()::get)
                .filter(vehicle -> vehicle != null
                        && vehicle.brokenSince() == null
                        && !all.contains(vehicle)
                        && ground.depotPlace(vehicle) != null)
                .sorted(Comparator.comparing(Vehicle::name))
                .forEach(all::add);
        return all;
    }

    List<MoveFit> all() {
        return sent(ground).stream().map(this::fit).toList();
    }

    private MoveFit fit(Vehicle vehicle) {
        PlannedTour tour = ground.tourOf(vehicle.id());
        Integer number = tour == null ? null : tour.number();
        To best = best(vehicle, tour);
        if (best == null) {
            return new MoveFit(
                    vehicle.id(),
                    vehicle.name(),
                    vehicle.vehicleClass(),
                    number,
                    null,
                    0,
                    List.of(),
                    "Chuyến này đã khoá, đã có đội nhận hoặc đã bắt đầu.",
                    "This tour is locked, taken by a team, or has begun.");
        }
        try {
            StopMoves.Moved moved = StopMoves.moved(ground, change, best, ways);
            PlannedTour after = moved.tours().stream()
                    .filter(one -> one.vehicle().equals(vehicle.id()))
                    .findFirst()
                    .orElseThrow();
            long addedS = spanS(after) - (tour == null ? 0 : spanS(tour));
            return new MoveFit(
                    vehicle.id(),
                    vehicle.name(),
                    vehicle.vehicleClass(),
                    number,
                    best,
                    addedS,
                    moved.check().breaks(),
                    null,
                    null);
        } catch (ProblemException e) {
            return new MoveFit(
                    vehicle.id(),
                    vehicle.name(),
                    vehicle.vehicleClass(),
                    number,
                    null,
                    0,
                    List.of(),
                    e.problem().vi(),
                    e.problem().en());
        }
    }

    private static long spanS(PlannedTour tour) {
        return Duration.between(tour.startsAt(), tour.endsAt()).toSeconds();
    }

    /** Where it lengthens the tour least; null when none of its trips may be changed. */
    private @Nullable To best(Vehicle vehicle, @Nullable PlannedTour tour) {
        if (tour == null) {
            return new To(vehicle.id(), 1, 1);
        }
        if (ground.fixed().tours().contains(tour.number())) {
            return null;
        }
        To best = null;
        long least = Long.MAX_VALUE;
        for (int t = 0; t < tour.trips().size(); t++) {
            PlannedTrip trip = tour.trips().get(t);
            if (trip.state() != State.PLANNED) {
                continue;
            }
            List<Call> calls = trip.calls().stream()
                    .filter(call -> !call.equals(change.call()))
                    .toList();
            boolean last = t == tour.trips().size() - 1;
            LonLat next = last
                    ? Bases.of(ground, tour)
                    : tour.trips().get(t + 1).origin().place();
            for (int position = 0; position <= calls.size(); position++) {
                LonLat from = position == 0
                        ? trip.origin().place()
                        : calls.get(position - 1).place();
                LonLat to =
                        position == calls.size() ? next : calls.get(position).place();
                long addedS = addedS(vehicle, from, to, trip.departsAt());
                if (addedS < least) {
                    least = addedS;
                    best = new To(vehicle.id(), t + 1, position + 1);
                }
            }
        }
        return best;
    }

    /** A way that there is not costs more than any detour, and less than nothing at all. */
    private long addedS(Vehicle vehicle, LonLat from, LonLat to, Instant departs) {
        LonLat stop = change.call().place();
        Way out = ways.find(vehicle.vehicleClass(), from, stop, departs);
        Way back = ways.find(vehicle.vehicleClass(), stop, to, departs);
        if (out.obstacle() != null || back.obstacle() != null) {
            return Long.MAX_VALUE - 1;
        }
        Way saved = ways.known(vehicle.vehicleClass(), from, to);
        return out.seconds() + back.seconds() - (saved == null ? 0 : saved.seconds());
    }
}
