package vn.reliefmap.plan.internal.making;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.reliefmap.item.Item;
import vn.reliefmap.kernel.VehicleId;
import vn.reliefmap.plan.Amount;
import vn.reliefmap.plan.PlanDifference;
import vn.reliefmap.plan.PlanDifference.Change;
import vn.reliefmap.plan.PlanDifference.Endangered;
import vn.reliefmap.plan.PlanDifference.ItemChange;
import vn.reliefmap.plan.PlanDifference.Moved;
import vn.reliefmap.plan.PlanDifference.StopChange;
import vn.reliefmap.plan.PlanDifference.TourChange;
import vn.reliefmap.plan.PlannedTour;
import vn.reliefmap.plan.PlannedTour.Call;
import vn.reliefmap.plan.ReliefPlan;

/** Sets the tours of a plan beside those of the plan before, tour by tour, stop by stop and item by item. */
public final class Comparison {
    private final Map<VehicleId, PlannedTour> before;
    private final Map<VehicleId, PlannedTour> now;
    private final DifferenceWords words;

    public Comparison(ReliefPlan before, List<PlannedTour> now, List<Item> items) {
        this.before = byVehicle(before.tours());
        this.now = byVehicle(now);
        this.words = new DifferenceWords(items);
    }

    private static Map<VehicleId, PlannedTour> byVehicle(List<PlannedTour> tours) {
        return tours.stream()
                .collect(Collectors.toMap(PlannedTour::vehicle, Function.identity(), (a, b) -> a, LinkedHashMap::new));
    }

    public PlanDifference with(List<Endangered> endangered) {
        List<TourChange> tours = tours();
        List<StopChange> stops = stops();
        List<ItemChange> items = items();
        return new PlanDifference(
                tours,
                stops,
                items,
                endangered,
                words.vi(tours, stops, items, endangered),
                words.en(tours, stops, items, endangered));
    }

    private List<TourChange> tours() {
        Set<VehicleId> all = new LinkedHashSet<>(before.keySet());
        all.addAll(now.keySet());
        List<TourChange> changes = new ArrayList<>();
        for (VehicleId vehicle : all) {
            PlannedTour was = before.get(vehicle);
            PlannedTour is = now.get(vehicle);
            if (was != null && is != null) {
                Change change = same(calls(was), calls(is)) ? Change.UNCHANGED : Change.CHANGED;
                changes.add(change(is, was.number(), is.number(), change));
            } else if (was != null) {
                changes.add(change(was, was.number(), null, Change.DROPPED));
            } else if (is != null) {
                changes.add(change(is, null, is.number(), Change.NEW));
            }
        }
        return changes;
    }

    private static TourChange change(PlannedTour tour, @Nullable Integer was, @Nullable Integer is, Change change) {
        String name = tour.vehicleName();
        return new TourChange(
                tour.vehicle(),
                name,
                was,
                is,
                change,
                DifferenceWords.tourVi(change, name),
                DifferenceWords.tourEn(change, name));
    }

    private static List<Call> calls(PlannedTour tour) {
        return tour.trips().stream().flatMap(trip -> trip.calls().stream()).toList();
    }

    /** The same places in the same order with the same loads, at about the same time. */
    private static boolean same(List<Call> was, List<Call> is) {
        if (was.size() != is.size()) {
            return false;
        }
        for (int c = 0; c < was.size(); c++) {
            if (!was.get(c).stop().equals(is.get(c).stop())
                    || !was.get(c).handsOver().equals(is.get(c).handsOver())
                    || Math.abs(laterS(was.get(c).beginsAt(), is.get(c).beginsAt())) >= PlanDifference.SAME_TIME_S) {
                return false;
            }
        }
        return true;
    }

    private static long laterS(Instant was, Instant is) {
        return Duration.between(was, is).toSeconds();
    }

    private record Served(
            Set<String> vehicles,
            Instant first,
            Map<String, Long> amounts,
            @Nullable String communeName) {}

    private static Map<String, Served> served(Map<VehicleId, PlannedTour> tours) {
        Map<String, Served> served = new TreeMap<>();
        for (PlannedTour tour : tours.values()) {
            for (Call call : calls(tour)) {
                if (call.landing() == null) {
                    Served one = served.computeIfAbsent(
                            call.stop(),
                            stop -> new Served(new TreeSet<>(), call.beginsAt(), new TreeMap<>(), call.communeName()));
                    one.vehicles().add(tour.vehicleName());
                    call.handsOver().forEach(amount -> one.amounts().merge(amount.item(), amount.milli(), Long::sum));
                    if (call.beginsAt().isBefore(one.first())) {
                        served.put(
                                call.stop(),
                                new Served(one.vehicles(), call.beginsAt(), one.amounts(), one.communeName()));
                    }
                }
            }
        }
        return served;
    }

    private List<StopChange> stops() {
        Map<String, Served> old = served(before);
        Map<String, Served> fresh = served(now);
        Set<String> all = new TreeSet<>(old.keySet());
        all.addAll(fresh.keySet());
        List<StopChange> changes = new ArrayList<>();
        for (String stop : all) {
            Served was = old.get(stop);
            Served is = fresh.get(stop);
            if (was == null && is != null) {
                changes.add(change(stop, is.communeName(), Moved.ADDED, Set.of(), is.vehicles(), 0));
            } else if (was != null && is == null) {
                changes.add(change(stop, was.communeName(), Moved.DROPPED, was.vehicles(), Set.of(), 0));
            } else if (was != null && is != null) {
                long laterS = laterS(was.first(), is.first());
                Moved moved = !was.vehicles().equals(is.vehicles())
                        ? Moved.MOVED
                        : !was.amounts().equals(is.amounts()) ? Moved.LOAD : Moved.TIME;
                if (moved != Moved.TIME || Math.abs(laterS) >= PlanDifference.SAME_TIME_S) {
                    changes.add(change(stop, is.communeName(), moved, was.vehicles(), is.vehicles(), laterS));
                }
            }
        }
        return changes;
    }

    private static StopChange change(
            String stop, @Nullable String commune, Moved moved, Set<String> was, Set<String> is, long laterS) {
        return new StopChange(
                stop,
                commune,
                moved,
                List.copyOf(was),
                List.copyOf(is),
                laterS,
                DifferenceWords.stopVi(stop, commune, moved, was, is, laterS),
                DifferenceWords.stopEn(stop, commune, moved, was, is, laterS));
    }

    private List<ItemChange> items() {
        Map<String, Long> was = handed(before);
        Map<String, Long> is = handed(now);
        Set<String> all = new TreeSet<>(was.keySet());
        all.addAll(is.keySet());
        return all.stream()
                .map(item -> new ItemChange(item, was.getOrDefault(item, 0L), is.getOrDefault(item, 0L)))
                .filter(item -> item.beforeMilli() != item.nowMilli())
                .toList();
    }

    private static Map<String, Long> handed(Map<VehicleId, PlannedTour> tours) {
        Map<String, Long> sums = new HashMap<>();
        tours.values().stream()
                .flatMap(tour -> calls(tour).stream())
                .filter(call -> call.landing() == null)
                .flatMap(call -> call.handsOver().stream())
                .forEach((Amount amount) -> sums.merge(amount.item(), amount.milli(), Long::sum));
        return sums;
    }
}
