package vn.reliefmap.plan.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import vn.reliefmap.plan.Stop;
import vn.reliefmap.plan.TourProblem;

/** What tours under way do not bring already. */
final class Demands {
    private Demands() {}

    /** One part for each stop where something is still to be done. */
    static List<Part> open(TourProblem problem) {
        List<Part> open = new ArrayList<>();
        for (int i = 0; i < problem.stops().size(); i++) {
            if (!isDone(problem, i)) {
                open.add(Part.of(i, problem.stops().get(i), problem.remainingDemand(i)));
            }
        }
        return open;
    }

    private static boolean isDone(TourProblem problem, int index) {
        Stop stop = problem.stops().get(index);
        if (!stop.demand().isNothing()) {
            return problem.remainingDemand(index).isNothing();
        }
        return problem.vehicles().stream()
                .flatMap(vehicle -> vehicle.underWay().stream())
                .flatMap(trip -> trip.visits().stream())
                .anyMatch(visit -> visit.stop() == index);
    }

    static LeftOut leftOut(TourProblem problem, Part part) {
        return new LeftOut(part.stop(), part.load(), problem.stops().get(part.stop()));
    }

    /** Each source draws on its own stock. */
    static int[] ownStock(TourProblem problem) {
        return IntStream.range(0, problem.sources().size()).toArray();
    }
}
