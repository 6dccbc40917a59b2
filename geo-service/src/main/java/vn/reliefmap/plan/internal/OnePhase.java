package vn.reliefmap.plan.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import vn.reliefmap.plan.TourProblem;
import vn.reliefmap.plan.TourSolution;

/** All vehicles and stops in one search: enough where no boat waits for trucks. */
final class OnePhase {
    private OnePhase() {}

    static Planned plan(TourProblem problem, TourSolution before, SearchBudget budget) {
        Ways ways = new Ways(problem, problem.sources());
        boolean[] active = new boolean[problem.vehicles().size()];
        Arrays.fill(active, true);
        PartMaker maker = new PartMaker(ways, before);
        List<Part> parts = new ArrayList<>();
        List<Part> left = new ArrayList<>();
        for (Part whole : Demands.open(problem)) {
            List<Integer> vehicles = ways.vehiclesFor(whole, active);
            if (vehicles.isEmpty()) {
                left.add(whole);
            } else {
                parts.addAll(maker.cut(whole, vehicles, left));
            }
        }
        SearchPhase phase = new SearchPhase(ways, Demands.ownStock(problem), active, budget);
        SearchPhase.Outcome outcome = phase.run(parts, maker.rowsBefore(), 0, 1);
        left.addAll(outcome.absent());
        return new Planned(
                outcome.rows(),
                left.stream().map(part -> Demands.leftOut(problem, part)).toList(),
                ways,
                outcome.cost());
    }
}
