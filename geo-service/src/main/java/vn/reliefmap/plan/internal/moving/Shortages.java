package vn.reliefmap.plan.internal.moving;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.reliefmap.kernel.DepotId;
import vn.reliefmap.plan.Amount;
import vn.reliefmap.plan.PlannedTour;
import vn.reliefmap.plan.PlannedTour.Call;
import vn.reliefmap.plan.PlannedTour.PlannedTrip;
import vn.reliefmap.plan.PlannedTour.State;

/** Where tours load more than there is: at depots in all, at landings by the hour. */
final class Shortages {
    private final MoveGround ground;

    Shortages(MoveGround ground) {
        this.ground = ground;
    }

    /**
     * @param depot null for a landing
     * @param landing null for a depot
     */
    record Shelf(@Nullable DepotId depot, @Nullable String landing, String item) {}

    /** Thousandths that lack, by place and item; nothing for those with enough. */
    Map<Shelf, Long> of(List<PlannedTour> tours) {
        Map<Shelf, Long> lacking = new HashMap<>();
        depots(tours, lacking);
        landings(tours, lacking);
        return lacking;
    }

    /** The stock of a plan is what was left for its own trips: those of tours that stood in it before have taken theirs. */
    private void depots(List<PlannedTour> tours, Map<Shelf, Long> lacking) {
        Set<Integer> stood = ground.basis().stood();
        Map<Shelf, Long> taken = new HashMap<>();
        for (PlannedTour tour : tours) {
            for (PlannedTrip trip : tour.trips()) {
                DepotId depot = trip.origin().depot();
                if (depot != null && trip.state() == State.PLANNED && !stood.contains(tour.number())) {
                    trip.loads()
                            .forEach(one -> taken.merge(new Shelf(depot, null, one.item()), one.milli(), Long::sum));
                }
            }
        }
        Map<Shelf, Long> there = new HashMap<>();
        ground.basis()
                .stock()
                .forEach(one -> there.put(new Shelf(new DepotId(one.depot()), null, one.item()), one.leftMilli()));
        taken.forEach((shelf, milli) -> add(lacking, shelf, milli - there.getOrDefault(shelf, 0L)));
    }

    /** @param sign 1 when it is brought, −1 when it is taken */
    private record Moment(Instant at, int sign, List<Amount> amounts) {}

    private static void landings(List<PlannedTour> tours, Map<Shelf, Long> lacking) {
        Map<String, List<Moment>> moments = new TreeMap<>();
        for (PlannedTour tour : tours) {
            for (PlannedTrip trip : tour.trips()) {
                String from = trip.origin().landing();
                if (from != null) {
                    moments.computeIfAbsent(from, landing -> new ArrayList<>())
                            .add(new Moment(trip.loadsAt(), -1, trip.loads()));
                }
                for (Call call : trip.calls()) {
                    String to = call.landing();
                    if (to != null) {
                        moments.computeIfAbsent(to, landing -> new ArrayList<>())
                                .add(new Moment(call.departsAt(), 1, call.handsOver()));
                    }
                }
            }
        }
        moments.forEach((landing, all) -> {
            // What comes at the moment of loading is there.
            all.sort(Comparator.comparing(Moment::at)
                    .thenComparing(Comparator.comparingInt(Moment::sign).reversed()));
            Map<String, Long> lying = new HashMap<>();
            for (Moment one : all) {
                for (Amount amount : one.amounts()) {
                    long rest = lying.merge(amount.item(), one.sign() * amount.milli(), Long::sum);
                    add(lacking, new Shelf(null, landing, amount.item()), -rest);
                }
            }
        });
    }

    private static void add(Map<Shelf, Long> lacking, Shelf shelf, long milli) {
        if (milli > 0) {
            lacking.merge(shelf, milli, Math::max);
        }
    }
}
