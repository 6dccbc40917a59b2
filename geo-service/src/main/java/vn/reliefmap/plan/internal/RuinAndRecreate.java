package vn.reliefmap.plan.internal;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.reliefmap.plan.Load;
import vn.reliefmap.plan.SearchLimits;
import vn.reliefmap.plan.SearchRecord;
import vn.reliefmap.plan.SearchWatch;
import vn.reliefmap.plan.Source;
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
        TourProblem.checkStops(problem.stops().size());
        TourSolution old = before == null ? NOTHING_BEFORE : before;
        SearchBudget budget = new SearchBudget(limits, watch, problem.stops().size());
        Planned planned = search(problem, old, budget);
        SearchRecord record = budget.record();
        while (budget.hasTimeForAnother()) {
            budget = budget.another();
            Planned longer = search(problem, old, budget);
            if (longer.cost() < planned.cost()) {
                planned = longer;
                record = budget.record();
            }
        }
        TourWriter writer = new TourWriter(new Ways(problem, problem.sources()));
        List<Tour> tours = writer.write(planned.rows());
        Diagnosis diagnosis = new Diagnosis(new Ways(problem, after(planned, tours)), tours);
        return new TourSolution(
                tours, LeftOut.reasons(planned.left(), diagnosis), writer.cost(tours, planned.rows()), record);
    }

    private static Planned search(TourProblem problem, TourSolution before, SearchBudget budget) {
        return Relay.isNeeded(problem)
                ? new Relay(problem, before, budget).plan()
                : OnePhase.plan(problem, before, budget);
    }

    /** The sources with what the tours leave there; a landing could still be sent what the depots have left. */
    private static List<Source> after(Planned planned, List<Tour> tours) {
        TourProblem problem = planned.ways().problem();
        List<Source> left = new ArrayList<>(problem.sources());
        List<Trip> trips = tours.stream().flatMap(tour -> tour.trips().stream()).toList();
        trips.stream().flatMap(trip -> trip.visits().stream()).forEach(visit -> {
            if (visit.landing() != Visit.NONE) {
                Source landing = left.get(visit.landing());
                left.set(visit.landing(), landing.withStock(landing.stock().plus(visit.load())));
            }
        });
        trips.stream().filter(trip -> !trip.underWay()).forEach(trip -> {
            Source source = left.get(trip.source());
            left.set(trip.source(), source.withStock(source.stock().minus(trip.load())));
        });
        Load depots = left.stream()
                .filter(source -> source.kind() == Source.Kind.DEPOT)
                .map(Source::stock)
                .reduce(Load.none(problem.goods().size()), Load::plus);
        for (int s = 0; s < left.size(); s++) {
            Source source = left.get(s);
            if (source.kind() == Source.Kind.LANDING) {
                int opensS = planned.ways().sources().get(s).open().fromS();
                left.set(s, source.withStock(source.stock().plus(depots)).notBefore(opensS));
            }
        }
        return left;
    }
}
