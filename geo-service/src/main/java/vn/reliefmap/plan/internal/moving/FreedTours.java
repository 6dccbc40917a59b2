package vn.reliefmap.plan.internal.moving;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import vn.reliefmap.plan.PlannedTour;
import vn.reliefmap.plan.PlannedTour.PlannedTrip;
import vn.reliefmap.plan.PlannedTour.State;
import vn.reliefmap.plan.internal.making.Made;
import vn.reliefmap.plan.internal.making.PlanBasis;
import vn.reliefmap.plan.internal.making.PlanBasis.StockThen;

/**
 * Tours that stood in a plan while it was made and may be changed since: unlocked, or given back by their team. What they were to
 * load was taken off the stock then; now it is the plan's own again.
 */
final class FreedTours {
    private FreedTours() {}

    private record Shelf(UUID depot, String item) {}

    /** @param fixed numbers of tours that still stay as they are */
    static Made of(Made made, Set<Integer> fixed) {
        PlanBasis basis = made.basis();
        Set<Integer> stood = new HashSet<>(basis.stood());
        stood.retainAll(fixed);
        if (stood.equals(basis.stood())) {
            return made;
        }
        Map<Shelf, Long> back = new HashMap<>();
        made.plan().tours().stream()
                .filter(tour -> basis.stood().contains(tour.number()) && !stood.contains(tour.number()))
                .forEach(tour -> load(tour, back));
        List<StockThen> stock = basis.stock().stream()
                .map(one -> new StockThen(
                        one.depot(),
                        one.item(),
                        one.milli(),
                        one.leftMilli() + back.getOrDefault(new Shelf(one.depot(), one.item()), 0L)))
                .toList();
        return new Made(made.plan(), basis.with(stock, stood));
    }

    private static void load(PlannedTour tour, Map<Shelf, Long> sums) {
        for (PlannedTrip trip : tour.trips()) {
            var depot = trip.origin().depot();
            if (depot != null && trip.state() == State.PLANNED) {
                trip.loads().forEach(one -> sums.merge(new Shelf(depot.value(), one.item()), one.milli(), Long::sum));
            }
        }
    }
}
