package vn.reliefmap.plan.internal.making;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.reliefmap.admin.AdminUnits;
import vn.reliefmap.cluster.Demand;
import vn.reliefmap.flood.WaterPicture;
import vn.reliefmap.flood.Waters;
import vn.reliefmap.geo.LonLat;
import vn.reliefmap.kernel.PlanId;
import vn.reliefmap.passability.VehicleClass;
import vn.reliefmap.plan.Allocation;
import vn.reliefmap.plan.Load;
import vn.reliefmap.plan.PlanOrder;
import vn.reliefmap.plan.PlannedTour;
import vn.reliefmap.plan.ReliefPlan;
import vn.reliefmap.plan.ReliefPlan.ItemBalance;
import vn.reliefmap.plan.ReliefPlan.PlanWater;
import vn.reliefmap.plan.SearchLimits;
import vn.reliefmap.plan.SearchWatch;
import vn.reliefmap.plan.TourProblem;
import vn.reliefmap.plan.TourSolution;
import vn.reliefmap.plan.TourSolver;
import vn.reliefmap.routing.RouteFinder;

/** From needs, stock, vehicles and water to a plan: stops, landings, travel tables, shares, tours, ways. */
@Component
public class PlanMaker {
    /** Ways that new water closed while the plan was made are taken away and the tours searched again, this often at most. */
    private static final int MOST_ROUNDS = 4;

    private final PlanGathering gathering;
    private final KeptStops stops;
    private final Landings landings;
    private final WorstTables tables;
    private final TourSolver solver;
    private final LegFinder legFinder;
    private final RouteFinder routes;
    private final AdminUnits units;
    private final Waters waters;
    private final PlanMemory memory;
    private final Clock clock = Clock.systemUTC();

    PlanMaker(
            PlanGathering gathering,
            KeptStops stops,
            Landings landings,
            WorstTables tables,
            TourSolver solver,
            LegFinder legFinder,
            RouteFinder routes,
            AdminUnits units,
            Waters waters,
            PlanMemory memory) {
        this.gathering = gathering;
        this.stops = stops;
        this.landings = landings;
        this.tables = tables;
        this.solver = solver;
        this.legFinder = legFinder;
        this.routes = routes;
        this.units = units;
        this.waters = waters;
        this.memory = memory;
    }

    /** Throws what the order is refused for, without planning anything. */
    public void check(PlanOrder order, @Nullable Made before) {
        gathering.gather(order, before);
    }

    /** @param before the plan that the order is to take the place of; null = none */
    public Made make(PlanId id, PlanOrder order, @Nullable Made before, SearchWatch watch) {
        PlanParts parts = gathering.gather(order, before);
        TourDraft draft = draft(parts);
        boolean[] reached = new boolean[parts.demand().size()];
        boolean[] cutOff = new boolean[parts.demand().size()];
        for (int s = 0; s < draft.stops().size(); s++) {
            StopDraft stop = draft.stops().get(s);
            boolean served = draft.reached(s);
            for (int member : stop.members()) {
                reached[member] = served;
                cutOff[member] = stop.kind() == StopDraft.Kind.CUT_OFF;
            }
        }
        Shares shares = Shares.of(parts, reached, cutOff);
        List<Load> loads = loads(draft, shares);
        int[] used = IntStream.range(0, loads.size())
                .filter(stop ->
                        !loads.get(stop).isNothing() || draft.stops().get(stop).kind() == StopDraft.Kind.UNDER_WAY)
                .toArray();
        List<Load> usedLoads = Arrays.stream(used).mapToObj(loads::get).toList();
        return search(id, order, draft.pick(used), usedLoads, shares, reached, watch);
    }

    private TourDraft draft(PlanParts parts) {
        Demand demand = parts.demand();
        List<StopDraft> all = stops.find(parts, demand);
        TourProblem.checkStops(all.size());
        List<StopDraft> afloat = all.stream()
                .filter(stop -> stop.kind() == StopDraft.Kind.CUT_OFF || stop.kind() == StopDraft.Kind.FAR_FROM_ROAD)
                .toList();
        Made before = parts.begun().day().before();
        List<LonLat> known = before == null ? List.of() : before.basis().landings();
        List<LonLat> found = afloat.isEmpty() ? known : landings.find(parts, demand, afloat, boat(parts), known);
        TourDraft draft = new TourDraft(
                        parts,
                        found,
                        all,
                        tables.find(
                                parts,
                                TourDraft.places(parts, found, all),
                                parts.depots().size() + found.size(),
                                classes(parts, !found.isEmpty())))
                .bySkill();
        TourProblem.checkStops(draft.stops().size());
        return draft;
    }

    private static VehicleClass boat(PlanParts parts) {
        return parts.classes().contains(VehicleClass.PADDLE_BOAT)
                        && !parts.classes().contains(VehicleClass.MOTOR_BOAT)
                ? VehicleClass.PADDLE_BOAT
                : VehicleClass.MOTOR_BOAT;
    }

    /** Those of the vehicles, and those that would have served what is left out. */
    private static Set<VehicleClass> classes(PlanParts parts, boolean landings) {
        Set<VehicleClass> classes = EnumSet.of(VehicleClass.TRUCK);
        classes.addAll(parts.classes());
        if (landings && parts.classes().stream().noneMatch(VehicleClass::floats)) {
            classes.add(VehicleClass.MOTOR_BOAT);
        }
        classes.remove(VehicleClass.FOOT);
        return classes;
    }

    /**
     * A stop that nothing reaches keeps all that it needs, to be told as left out. What vehicles under way bring comes on top: the
     * search takes it off again.
     */
    private static List<Load> loads(TourDraft draft, Shares shares) {
        List<Load> toCome = draft.toCome();
        List<Load> loads = new ArrayList<>();
        for (int stop = 0; stop < draft.stops().size(); stop++) {
            StopDraft one = draft.stops().get(stop);
            Load rest = draft.reached(stop) ? shares.given(one.members()) : Shares.wanted(draft.parts(), one.members());
            loads.add(one.of(draft.parts(), rest).plus(toCome.get(stop)));
        }
        return loads;
    }

    private Made search(
            PlanId id,
            PlanOrder order,
            TourDraft draft,
            List<Load> loads,
            Shares shares,
            boolean[] reached,
            SearchWatch watch) {
        SearchLimits limits = order.limits();
        TourSolution before = new PlanAgain(draft).asSolution();
        for (int round = 1; ; round++) {
            TourProblem problem = draft.problem(loads);
            TourSolution solution = solver.solve(problem, limits, before, watch);
            LegFinder.Search legs = legFinder.of(draft.parts(), draft.tables());
            TourTelling telling = new TourTelling(draft, problem, legs, units);
            List<PlannedTour> tours = telling.tours(solution.tours());
            if (legs.broken().isEmpty()) {
                Gaps gaps = new Gaps(draft, shares, telling, units, new GapWords(draft, routes));
                DayBefore day = draft.parts().begun().day();
                ReliefPlan plan = new ReliefPlan(
                        id,
                        order.disaster(),
                        draft.parts().disaster().simulated(),
                        clock.instant(),
                        draft.parts().startsAt(),
                        draft.parts().endsAt(),
                        water(draft),
                        solution.search(),
                        tours,
                        gaps.tell(solution.unassigned(), reached),
                        balance(draft.parts(), shares.allocation(), tours),
                        day.before() == null ? null : day.before().plan().id(),
                        day.before() == null
                                ? null
                                : new Comparison(
                                                day.before().plan(),
                                                tours,
                                                draft.parts().items())
                                        .with(day.endangered()),
                        draft.parts().light());
                return new Made(plan, memory.of(draft, shares, reached, order));
            }
            if (round == MOST_ROUNDS) {
                throw new IllegalStateException("ways that do not hold after " + round + " searches: " + legs.broken());
            }
            legs.broken().forEach(draft::takeAway);
            before = solution;
        }
    }

    private PlanWater water(TourDraft draft) {
        PlanParts parts = draft.parts();
        WaterPicture picture = waters.picture(parts.disaster().id(), parts.startsAt());
        boolean forecastToCome = waters.steps(parts.disaster().id()).stream()
                .anyMatch(step -> step.forecast() && parts.moments().contains(step.at()));
        return new PlanWater(
                picture.at(),
                picture.newestObservedAt(),
                picture.forecast() || forecastToCome,
                parts.moments(),
                List.copyOf(draft.tables().snapshots()));
    }

    private static List<ItemBalance> balance(PlanParts parts, Allocation allocation, List<PlannedTour> tours) {
        Map<String, Long> planned = new HashMap<>();
        for (PlannedTour tour : tours) {
            for (PlannedTour.PlannedTrip trip : tour.trips()) {
                trip.calls().stream()
                        .filter(call -> call.landing() == null)
                        .flatMap(call -> call.handsOver().stream())
                        .forEach(amount -> planned.merge(amount.item(), amount.milli(), Long::sum));
            }
        }
        int[] all = IntStream.range(0, parts.demand().size()).toArray();
        Load wanted = Shares.wanted(parts, Arrays.stream(all).boxed().toList());
        PlanParts.Begun begun = parts.begun();
        Load stock = parts.allStock();
        List<ItemBalance> lines = new ArrayList<>();
        for (int item = 0; item < parts.items().size(); item++) {
            String code = parts.items().get(item).code();
            Allocation.OfItem divided = allocation.items().stream()
                    .filter(one -> one.item().equals(code))
                    .findFirst()
                    .orElseThrow();
            long given = planned.getOrDefault(code, 0L);
            long kept = begun.day().kept().values().stream()
                    .mapToLong(stop -> stop.getOrDefault(code, 0L))
                    .sum();
            long toCarry = wanted.thousandths(item) + kept;
            if (toCarry > 0) {
                lines.add(new ItemBalance(
                        code,
                        toCarry,
                        stock.thousandths(item) + kept,
                        given,
                        toCarry - given,
                        divided.before().servedShare(),
                        divided.after().servedShare(),
                        divided.before().gini(),
                        divided.after().gini()));
            }
        }
        return lines;
    }
}
