package vn.reliefmap.plan.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.reliefmap.kernel.Problem;
import vn.reliefmap.plan.Load;
import vn.reliefmap.plan.SearchLimits;
import vn.reliefmap.plan.SearchRecord;
import vn.reliefmap.plan.SearchWatch;
import vn.reliefmap.plan.Source;
import vn.reliefmap.plan.Stop;
import vn.reliefmap.plan.Tour;
import vn.reliefmap.plan.TourProblem;
import vn.reliefmap.plan.TourSolution;
import vn.reliefmap.plan.TourSolver;
import vn.reliefmap.plan.Trip;
import vn.reliefmap.plan.Visit;

/** Our own search: strings of stops are taken out and put back elsewhere, over and over (decision 0220). */
@Component
public final class RuinAndRecreate implements TourSolver {
    private static final TourSolution NOTHING_BEFORE =
            new TourSolution(List.of(), List.of(), 0, new SearchRecord(0, 0, 0, false, 0));

    @Override
    public TourSolution solve(
            TourProblem problem, SearchLimits limits, @Nullable TourSolution before, SearchWatch watch) {
        if (problem.stops().size() > TourProblem.MOST_STOPS) {
            throw Problem.badField(
                            "TOO_MANY_STOPS",
                            "stops",
                            "≤ " + TourProblem.MOST_STOPS,
                            "Quá nhiều điểm dừng (" + problem.stops().size() + "); chia thành vùng nhỏ hơn.",
                            "Too many stops (" + problem.stops().size() + "); plan for smaller areas.")
                    .asException();
        }
        SearchBudget budget = new SearchBudget(limits, watch);
        Ways ways = new Ways(problem, problem.sources());
        boolean[] active = new boolean[problem.vehicles().size()];
        Arrays.fill(active, true);
        PartMaker maker = new PartMaker(ways, before == null ? NOTHING_BEFORE : before);
        List<Part> parts = new ArrayList<>();
        List<Part> left = new ArrayList<>();
        for (int i = 0; i < problem.stops().size(); i++) {
            if (!isDoneUnderWay(problem, i)) {
                Part whole = Part.of(i, problem.stops().get(i), problem.remainingDemand(i));
                List<Integer> vehicles = ways.vehiclesFor(whole, active);
                if (vehicles.isEmpty()) {
                    left.add(whole);
                } else {
                    parts.addAll(maker.cut(whole, vehicles, left));
                }
            }
        }
        int[] own = IntStream.range(0, ways.sources().size()).toArray();
        SearchPhase phase = new SearchPhase(ways, own, active, budget, limits.seed());
        SearchPhase.Outcome outcome = phase.run(parts, maker.rowsBefore(), 0, 1);
        left.addAll(outcome.absent());
        TourWriter writer = new TourWriter(ways);
        List<Tour> tours = writer.write(outcome.rows());
        Diagnosis diagnosis = new Diagnosis(new Ways(problem, after(ways.sources(), tours)), tours);
        return new TourSolution(
                tours, LeftOut.of(left, diagnosis), writer.cost(tours, outcome.rows()), budget.record());
    }

    private static boolean isDoneUnderWay(TourProblem problem, int index) {
        Stop stop = problem.stops().get(index);
        if (!stop.demand().isNothing()) {
            return problem.remainingDemand(index).isNothing();
        }
        return problem.vehicles().stream()
                .flatMap(vehicle -> vehicle.underWay().stream())
                .flatMap(trip -> trip.visits().stream())
                .anyMatch(visit -> visit.stop() == index);
    }

    /** The sources with what the tours leave there. */
    static List<Source> after(List<Source> sources, List<Tour> tours) {
        List<Source> left = new ArrayList<>(sources);
        for (Tour tour : tours) {
            for (Trip trip : tour.trips()) {
                if (!trip.underWay()) {
                    left.set(trip.source(), with(left.get(trip.source()), trip.load(), false));
                }
                for (Visit visit : trip.visits()) {
                    if (visit.landing() != Visit.NONE) {
                        left.set(visit.landing(), with(left.get(visit.landing()), visit.load(), true));
                    }
                }
            }
        }
        return left;
    }

    private static Source with(Source source, Load load, boolean more) {
        Load stock = more ? source.stock().plus(load) : source.stock().minus(load.atMost(source.stock()));
        return new Source(source.kind(), source.place(), stock, source.loadingS(), source.open());
    }
}
