package vn.reliefmap.plan.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import vn.reliefmap.plan.Load;
import vn.reliefmap.plan.Source;
import vn.reliefmap.plan.TourProblem;
import vn.reliefmap.plan.TourVehicle;
import vn.reliefmap.plan.TravelTable;
import vn.reliefmap.plan.Trip;
import vn.reliefmap.plan.Visit;

/** What lies on landings and comes there without our doing, and what trucks could bring and when. */
final class Landings {
    private final TourProblem problem;
    private final Ways ways;
    private final List<List<Pile>> piles = new ArrayList<>();

    /** Goods on a landing from a moment on. */
    record Pile(Load load, int fromS) {}

    Landings(TourProblem problem) {
        this.problem = problem;
        ways = new Ways(problem, problem.sources());
        for (int s = 0; s < problem.sources().size(); s++) {
            piles.add(pilesOn(s));
        }
    }

    private List<Pile> pilesOn(int source) {
        List<Pile> found = new ArrayList<>();
        if (isLanding(source)) {
            found.add(new Pile(problem.sources().get(source).stock(), 0));
            for (TourVehicle vehicle : problem.vehicles()) {
                for (Trip trip : vehicle.underWay()) {
                    trip.visits().stream()
                            .filter(visit -> visit.stop() == Visit.NONE && visit.landing() == source)
                            .forEach(visit -> found.add(new Pile(visit.load(), visit.departS())));
                }
            }
            found.removeIf(pile -> pile.load().isNothing());
            found.sort(Comparator.comparingInt(Pile::fromS));
        }
        return found;
    }

    boolean isLanding(int source) {
        return problem.sources().get(source).kind() == Source.Kind.LANDING;
    }

    List<Pile> on(int source) {
        return piles.get(source);
    }

    /** Landings as a boat may count on them, if trucks bring what the depots have; depots as they are. */
    List<Source> asBoatsSeeThem() {
        List<Source> seen = new ArrayList<>();
        for (int s = 0; s < problem.sources().size(); s++) {
            Source source = problem.sources().get(s);
            if (isLanding(s)) {
                Load there = Load.none(problem.goods().size());
                int fromS = firstTruckS(s);
                for (Pile pile : piles.get(s)) {
                    there = there.plus(pile.load());
                    fromS = Math.min(fromS, pile.fromS());
                }
                source = source.withStock(isSupplied(s) ? there.plus(inDepots(s)) : there)
                        .notBefore(fromS);
            }
            seen.add(source);
        }
        return seen;
    }

    /** Landings that only trucks fill share what the depots have; every other source has its own. */
    int[] pools() {
        int[] pools = Demands.ownStock(problem);
        int shared = -1;
        for (int s = 0; s < pools.length; s++) {
            if (isLanding(s) && piles.get(s).isEmpty() && isSupplied(s)) {
                shared = shared < 0 ? s : shared;
                pools[s] = shared;
            }
        }
        return pools;
    }

    private boolean isSupplied(int landing) {
        return firstTruckS(landing) < Integer.MAX_VALUE;
    }

    private Load inDepots(int landing) {
        Load all = Load.none(problem.goods().size());
        for (int s = 0; s < problem.sources().size(); s++) {
            if (!isLanding(s) && arrivalS(s, landing) < Integer.MAX_VALUE) {
                all = all.plus(problem.sources().get(s).stock());
            }
        }
        return all;
    }

    private int firstTruckS(int landing) {
        int first = Integer.MAX_VALUE;
        for (int s = 0; s < problem.sources().size(); s++) {
            first = isLanding(s) ? first : Math.min(first, arrivalS(s, landing));
        }
        return first;
    }

    /** When the first truck could have goods of a depot on the ground at a landing. */
    private int arrivalS(int depot, int landing) {
        int first = Integer.MAX_VALUE;
        Source from = problem.sources().get(depot);
        Source to = problem.sources().get(landing);
        for (int v = 0; v < problem.vehicles().size(); v++) {
            TourVehicle vehicle = problem.vehicles().get(v);
            TravelTable table = ways.table(v);
            if (table != null
                    && !vehicle.vehicleClass().floats()
                    && vehicle.capacityKg() > 0
                    && ways.joins(v, depot, to.place())) {
                int loaded = Math.max(
                                ways.freeS(v) + table.durationS(ways.freePlace(v), from.place()),
                                from.open().fromS())
                        + from.loadingS();
                first = Math.min(first, loaded + table.durationS(from.place(), to.place()) + to.loadingS());
            }
        }
        return first;
    }
}
