package vn.reliefmap.plan.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.reliefmap.passability.VehicleClass;
import vn.reliefmap.plan.Good;
import vn.reliefmap.plan.Load;
import vn.reliefmap.plan.Source;
import vn.reliefmap.plan.Stop;
import vn.reliefmap.plan.TimeWindow;
import vn.reliefmap.plan.Tour;
import vn.reliefmap.plan.TourProblem;
import vn.reliefmap.plan.TourVehicle;
import vn.reliefmap.plan.TravelTable;
import vn.reliefmap.plan.Unassigned;
import vn.reliefmap.plan.Unassigned.Reason;
import vn.reliefmap.plan.Unassigned.Remedy;

/** Says why something is left out of a plan, by asking one thing after the other; the first that fails is the reason. */
final class Diagnosis {
    private final Ways ways;
    private final TourProblem problem;
    private final List<Tour> tours;

    /** @param ways with the stock that the tours leave */
    Diagnosis(Ways ways, List<Tour> tours) {
        this.ways = ways;
        this.problem = ways.problem();
        this.tours = tours;
    }

    /** A vehicle that loads at a source and goes to the stop. */
    private record Way(int vehicle, VehicleClass vehicleClass, int source, int seconds) {}

    /**
     * @param index of the stop that is left out
     * @param stop what could not be reached: that stop, or the landing from which it would have been served
     */
    Unassigned why(int index, Stop stop, Load load) {
        List<Way> byClass = waysOfClasses(stop);
        if (byClass.isEmpty()) {
            return new Unassigned(index, load, Reason.CUT_OFF, 0, null);
        }
        List<Way> byVehicle = waysOfVehicles(stop);
        if (byVehicle.isEmpty()) {
            Way quickest = quickest(byClass);
            return new Unassigned(index, load, Reason.NO_VEHICLE_CLASS, quickest.seconds(), oneMore(quickest));
        }
        List<Way> skilled = byVehicle.stream()
                .filter(way -> lacking(way.vehicle(), stop.skills()) == 0)
                .toList();
        if (skilled.isEmpty()) {
            Way nearest = byVehicle.stream()
                    .min(Comparator.comparingInt(way -> lacking(way.vehicle(), stop.skills())))
                    .orElseThrow();
            return new Unassigned(
                    index, load, Reason.SKILL, lacking(nearest.vehicle(), stop.skills()), oneMore(nearest));
        }
        Unassigned found = tooLarge(index, load, skilled);
        found = found == null ? closed(index, load, stop, skilled) : found;
        found = found == null ? stock(index, load, skilled) : found;
        return found == null ? fleet(index, load, stop, skilled) : found;
    }

    private List<Way> waysOfClasses(Stop stop) {
        List<Way> all = new ArrayList<>();
        problem.tables().forEach((vehicleClass, table) -> {
            for (int s = 0; s < ways.sources().size(); s++) {
                Source source = ways.sources().get(s);
                if (Ways.permits(vehicleClass, stop.classes())
                        && Ways.loadsAt(vehicleClass, source)
                        && table.joins(source.place(), stop.place())) {
                    all.add(new Way(-1, vehicleClass, s, table.durationS(source.place(), stop.place())));
                }
            }
        });
        all.sort(Comparator.comparing(Way::vehicleClass).thenComparing(Way::source));
        return all;
    }

    private List<Way> waysOfVehicles(Stop stop) {
        List<Way> all = new ArrayList<>();
        for (int v = 0; v < problem.vehicles().size(); v++) {
            VehicleClass vehicleClass = problem.vehicles().get(v).vehicleClass();
            TravelTable table = ways.table(v);
            for (int s = 0; table != null && s < ways.sources().size(); s++) {
                int place = ways.sources().get(s).place();
                if (Ways.permits(vehicleClass, stop.classes()) && ways.couldJoin(v, s, stop.place())) {
                    all.add(new Way(v, vehicleClass, s, table.durationS(place, stop.place())));
                }
            }
        }
        return all;
    }

    private int lacking(int vehicle, Set<String> skills) {
        Set<String> has = problem.vehicles().get(vehicle).skills();
        return (int) skills.stream().filter(skill -> !has.contains(skill)).count();
    }

    private static Way quickest(List<Way> all) {
        return all.stream().min(Comparator.comparingInt(Way::seconds)).orElseThrow();
    }

    private static Remedy oneMore(Way way) {
        return Remedy.vehicle(way.vehicleClass(), way.source());
    }

    private @Nullable Unassigned tooLarge(int index, Load load, List<Way> all) {
        List<Good> goods = problem.goods();
        double least = Double.POSITIVE_INFINITY;
        for (Way way : all) {
            TourVehicle vehicle = problem.vehicles().get(way.vehicle());
            Load share = Splitting.fill(load, vehicle.capacityKg(), vehicle.capacityM3(), goods);
            if (load.isNothing() || !share.isNothing()) {
                return null;
            }
            for (int g = 0; g < goods.size(); g++) {
                if (load.thousandths(g) > 0) {
                    double kgOver = goods.get(g).unitKg() - vehicle.capacityKg();
                    least = Math.min(least, kgOver > 0 ? kgOver : goods.get(g).unitM3() - vehicle.capacityM3());
                }
            }
        }
        return new Unassigned(index, load, Reason.TOO_LARGE, least, null);
    }

    private @Nullable Unassigned closed(int index, Load load, Stop stop, List<Way> all) {
        int least = Integer.MAX_VALUE;
        for (Way way : all) {
            int arrives = Math.max(arrival(way, ways.freePlace(way.vehicle()), ways.freeS(way.vehicle())), 0);
            least = Math.min(
                    least,
                    Math.max(arrives, stop.window().fromS()) - stop.window().toS());
        }
        return least > 0 ? new Unassigned(index, load, Reason.CLOSED_WINDOW, least, null) : null;
    }

    private int arrival(Way way, int from, int freeS) {
        TravelTable table = problem.tables().get(way.vehicleClass());
        Source source = ways.sources().get(way.source());
        if (table == null || !table.joins(from, source.place())) {
            return TimeWindow.END_OF_TIME;
        }
        int there = freeS + table.durationS(from, source.place());
        return Math.max(there, source.open().fromS()) + source.loadingS() + way.seconds();
    }

    private @Nullable Unassigned stock(int index, Load load, List<Way> all) {
        Unassigned best = null;
        for (Way way : all) {
            Load there = ways.sources().get(way.source()).stock();
            boolean filled = ways.sources().get(way.source()).kind() == Source.Kind.LANDING;
            if (load.within(there)) {
                return null;
            }
            for (int g = 0; g < load.goods(); g++) {
                long lacks = load.thousandths(g) - there.thousandths(g);
                double units = lacks / (double) Load.UNIT;
                if (lacks > 0 && (best == null || units < best.number())) {
                    Remedy remedy = Remedy.goods(filled ? -1 : way.source(), g, lacks);
                    best = new Unassigned(index, load, Reason.STOCK, units, remedy);
                }
            }
        }
        return best;
    }

    private Unassigned fleet(int index, Load load, Stop stop, List<Way> all) {
        int least = Integer.MAX_VALUE;
        Way best = all.get(0);
        for (Way way : all) {
            TourVehicle vehicle = problem.vehicles().get(way.vehicle());
            Tour tour = tours.stream()
                    .filter(one -> one.vehicle() == way.vehicle())
                    .findFirst()
                    .orElse(null);
            int trips = tour == null ? 0 : tour.trips().size();
            if (trips >= vehicle.maxTrips()) {
                continue;
            }
            int over = arrival(way, lastPlace(way, tour), tour == null ? ways.freeS(way.vehicle()) : done(tour))
                    + stop.serviceS()
                    + homeward(vehicle, stop)
                    - vehicle.shift().toS();
            if (over < least) {
                least = over;
                best = way;
            }
        }
        if (least == Integer.MAX_VALUE) {
            double kg = load.massKg(problem.goods());
            return new Unassigned(index, load, Reason.CAPACITY, kg, oneMore(quickest(all)));
        }
        return new Unassigned(index, load, Reason.TIME, Math.max(1, least), oneMore(best));
    }

    private int lastPlace(Way way, @Nullable Tour tour) {
        return tour == null
                ? ways.freePlace(way.vehicle())
                : ways.endOf(tour.trips().get(tour.trips().size() - 1));
    }

    private static int done(Tour tour) {
        return Ways.endTimeOf(tour.trips().get(tour.trips().size() - 1));
    }

    private int homeward(TourVehicle vehicle, Stop stop) {
        TravelTable table = problem.tables().get(vehicle.vehicleClass());
        return vehicle.homePlace() == TourVehicle.NOWHERE || table == null
                ? 0
                : Math.max(0, table.durationS(stop.place(), vehicle.homePlace()));
    }
}
