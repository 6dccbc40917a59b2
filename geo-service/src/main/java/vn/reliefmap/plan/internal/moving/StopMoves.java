package vn.reliefmap.plan.internal.moving;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.reliefmap.item.Items;
import vn.reliefmap.kernel.PlanId;
import vn.reliefmap.plan.MoveCheck;
import vn.reliefmap.plan.MoveCheck.Figures;
import vn.reliefmap.plan.MoveCheck.Sums;
import vn.reliefmap.plan.MoveCheck.TourChange;
import vn.reliefmap.plan.MoveFit;
import vn.reliefmap.plan.PlanDesk.Locks;
import vn.reliefmap.plan.PlanMove;
import vn.reliefmap.plan.PlannedTour;
import vn.reliefmap.plan.ReliefPlan;
import vn.reliefmap.plan.internal.making.Made;
import vn.reliefmap.plan.internal.moving.Retiming.Timed;
import vn.reliefmap.routing.RouteFinder;
import vn.reliefmap.routing.TravelMatrices;
import vn.reliefmap.supply.Depot;
import vn.reliefmap.supply.Depots;
import vn.reliefmap.supply.Vehicle;
import vn.reliefmap.supply.Vehicles;

/** Moves one stop of a plan and says what would break. Writes nothing. */
@Component
public class StopMoves {
    private final Vehicles vehicles;
    private final Depots depots;
    private final Items items;
    private final RouteFinder routes;
    private final TravelMatrices matrices;
    private final Clock clock = Clock.systemUTC();

    StopMoves(Vehicles vehicles, Depots depots, Items items, RouteFinder routes, TravelMatrices matrices) {
        this.vehicles = vehicles;
        this.depots = depots;
        this.items = items;
        this.routes = routes;
        this.matrices = matrices;
    }

    /** @param fixed tours that nothing is taken from or put into, and stops that are not moved */
    public MoveCheck check(Made made, Locks fixed, PlanMove move) {
        return moved(ground(made, fixed), move).check();
    }

    /** The plan with the move, whatever breaks; its check says what does. */
    public Result make(Made made, Locks fixed, PlanMove move, PlanId id) {
        MoveGround ground = ground(made, fixed);
        Moved moved = moved(ground, move);
        ReliefPlan plan = new MovedPlan(ground, moved.change().call(), move).of(id, clock.instant(), moved.tours());
        return new Result(moved.check(), new Made(plan, ground.basis()));
    }

    /** A move that was worked out. */
    public record Result(MoveCheck check, Made made) {}

    /** One for each vehicle of the plan. */
    public List<MoveFit> fits(Made made, Locks fixed, PlanMove.From from) {
        MoveGround ground = ground(made, fixed);
        return new Fits(ground, Change.of(ground, from), new RouteWays(made.plan(), routes), matrices).all();
    }

    private MoveGround ground(Made kept, Locks fixed) {
        Made made = FreedTours.of(kept, fixed.tours());
        return new MoveGround(
                made,
                vehicles.list().stream().collect(Collectors.toMap(Vehicle::id, Function.identity())),
                depots.list().stream().collect(Collectors.toMap(Depot::id, Function.identity())),
                made.basis().items().stream().collect(Collectors.toMap(Function.identity(), items::get)),
                fixed);
    }

    /** @param tours all of the plan after the move */
    record Moved(Change change, List<PlannedTour> tours, MoveCheck check) {}

    private Moved moved(MoveGround ground, PlanMove move) {
        Change change = Change.of(ground, move.from());
        return moved(ground, change, move.to(), new KnownWays(ground, new RouteWays(ground.plan(), routes)));
    }

    static Moved moved(MoveGround ground, Change change, PlanMove.@Nullable To to, MoveWays ways) {
        Breaks breaks = new Breaks(ground);
        List<PlannedTour> tours = new ArrayList<>(ground.plan().tours());
        List<TourChange> told = new ArrayList<>();
        PlannedTour source = change.tour();
        boolean same = source != null && to != null && source.vehicle().equals(to.vehicle());
        if (source != null && !same) {
            OpenTour open = Objects.requireNonNull(change.left(ground));
            Timed timed = Retiming.of(ground, open, source.number(), ways);
            PlannedTour after = timed.tour();
            put(tours, source, after);
            breaks.stuck(open.vehicle(), timed.stuck());
            if (after != null) {
                breaks.left(open.vehicle(), source, after);
            }
            told.add(change(ground, open.vehicle(), source, after));
        }
        if (to != null) {
            OpenTour open = change.joined(ground, to);
            PlannedTour before = open.then();
            Timed timed = Retiming.of(ground, open, before == null ? next(ground.plan()) : before.number(), ways);
            PlannedTour after = Objects.requireNonNull(timed.tour());
            put(tours, before, after);
            breaks.stuck(open.vehicle(), timed.stuck());
            breaks.joined(open.vehicle(), before, after, change.call());
            told.add(change(ground, open.vehicle(), before, after));
        }
        tours.sort(Comparator.comparingInt(PlannedTour::number));
        told.stream()
                .reduce((first, last) -> last)
                .ifPresent(last -> breaks.goods(
                        Objects.requireNonNull(ground.vehicles().get(last.vehicle())),
                        ground.plan().tours(),
                        tours));
        return new Moved(
                change,
                tours,
                new MoveCheck(
                        breaks.told(), told, sums(ground.plan(), ground.plan().tours()), sums(ground.plan(), tours)));
    }

    private static int next(ReliefPlan plan) {
        return 1 + plan.tours().stream().mapToInt(PlannedTour::number).max().orElse(0);
    }

    private static void put(List<PlannedTour> tours, @Nullable PlannedTour before, @Nullable PlannedTour after) {
        if (before != null) {
            tours.remove(before);
        }
        if (after != null) {
            tours.add(after);
        }
    }

    private static TourChange change(
            MoveGround ground, Vehicle vehicle, @Nullable PlannedTour before, @Nullable PlannedTour after) {
        PlannedTour named = after == null ? before : after;
        return new TourChange(
                vehicle.id(),
                vehicle.name(),
                vehicle.vehicleClass(),
                named == null ? null : named.number(),
                before == null ? null : figures(ground, before),
                after == null ? null : figures(ground, after));
    }

    private static Figures figures(MoveGround ground, PlannedTour tour) {
        return new Figures(
                tour.startsAt(),
                tour.endsAt(),
                tour.distanceM(),
                tour.drivenS(),
                tour.deepestM(),
                Breaks.Loads.mostKg(ground, tour),
                Breaks.Loads.mostM3(ground, tour),
                tour.trips().stream().mapToInt(trip -> trip.calls().size()).sum(),
                people(List.of(tour)),
                Breaks.darkS(ground.plan(), tour));
    }

    /** A stop that several calls serve is counted once. */
    private static int people(List<PlannedTour> tours) {
        return tours.stream()
                .flatMap(tour -> tour.trips().stream())
                .flatMap(trip -> trip.calls().stream())
                .collect(Collectors.toMap(PlannedTour.Call::homeStop, PlannedTour.Call::people, Math::max))
                .values()
                .stream()
                .mapToInt(Integer::intValue)
                .sum();
    }

    private static Sums sums(ReliefPlan plan, List<PlannedTour> tours) {
        return new Sums(
                people(tours),
                tours.stream()
                        .mapToLong(tour ->
                                Duration.between(tour.startsAt(), tour.endsAt()).toSeconds())
                        .sum(),
                (int) tours.stream()
                        .filter(tour -> Breaks.darkS(plan, tour) > 0)
                        .count());
    }
}
