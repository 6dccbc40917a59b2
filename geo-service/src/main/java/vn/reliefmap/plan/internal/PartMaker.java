package vn.reliefmap.plan.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import vn.reliefmap.plan.Good;
import vn.reliefmap.plan.Load;
import vn.reliefmap.plan.Source;
import vn.reliefmap.plan.Tour;
import vn.reliefmap.plan.TourSolution;
import vn.reliefmap.plan.TourVehicle;
import vn.reliefmap.plan.Trip;
import vn.reliefmap.plan.Visit;

/**
 * Cuts demands into parts that a vehicle can carry and a source can give. A visit of the plan before stays one part, so that
 * it can stay where it is.
 */
final class PartMaker {
    private final Ways ways;
    private final List<Good> goods;

    private final TourSolution before;
    private final IdentityHashMap<Visit, Part> again = new IdentityHashMap<>();

    /** @param before the plan before, or one without tours */
    PartMaker(Ways ways, TourSolution before) {
        this.ways = ways;
        this.before = before;
        goods = ways.problem().goods();
    }

    /**
     * Parts for what is still to be brought to one stop or landing.
     *
     * @param whole with all that is to be brought
     * @param vehicles that may bring it; some at least
     * @param left gets what none of them could ever carry, or no source has
     */
    List<Part> cut(Part whole, List<Integer> vehicles, List<Part> left) {
        List<Part> parts = new ArrayList<>();
        Load rest = whole.load();
        for (Tour tour : before.tours()) {
            for (Visit visit : visitsTo(whole, tour)) {
                Load share = visit.load().atMost(rest);
                boolean wanted = !share.isNothing() || (whole.load().isNothing() && parts.isEmpty());
                if (wanted && vehicles.contains(tour.vehicle())) {
                    rest = rest.minus(share);
                    Part part = whole.with(share).servedBefore(tour.vehicle());
                    again.put(visit, part);
                    parts.add(part);
                }
            }
        }
        if (whole.load().isNothing() && parts.isEmpty()) {
            return List.of(whole);
        }
        TourVehicle largest = vehicles.stream()
                .map(ways.problem().vehicles()::get)
                .min(Comparator.comparingDouble(vehicle -> times(whole.load(), vehicle)))
                .orElseThrow();
        int most = vehicles.stream()
                .mapToInt(v -> Math.min(1000, ways.problem().vehicles().get(v).maxTrips()))
                .sum();
        for (Load share : Splitting.shares(rest, largest.capacityKg(), largest.capacityM3(), most, goods)) {
            rest = rest.minus(share);
            parts.addAll(bySource(whole.with(share), vehicles, left));
        }
        if (!rest.isNothing()) {
            left.add(whole.with(rest));
        }
        return parts;
    }

    private List<Visit> visitsTo(Part whole, Tour tour) {
        return tripsStillToDo(tour).stream()
                .flatMap(trip -> trip.visits().stream())
                .filter(visit -> visit.stop() == whole.stop() && visit.landing() == whole.landing())
                .filter(visit -> !again.containsKey(visit))
                .toList();
    }

    private List<Trip> tripsStillToDo(Tour tour) {
        List<Trip> underWay = ways.problem().vehicles().get(tour.vehicle()).underWay();
        return tour.trips().stream()
                .filter(trip -> !trip.underWay() && !underWay.contains(trip.asUnderWay()))
                .toList();
    }

    /** The plan before, as far as its visits are still wanted; asked after all stops are cut. */
    List<Row> rowsBefore() {
        return before.tours().stream()
                .map(tour -> new Row(
                        tour.vehicle(),
                        tripsStillToDo(tour).stream()
                                .map(trip -> Row.RowTrip.untimed(
                                        trip.source(),
                                        trip.visits().stream()
                                                .map(again::get)
                                                .filter(Objects::nonNull)
                                                .toList()))
                                .toList()))
                .toList();
    }

    /** How many times a vehicle would have to go. */
    private double times(Load load, TourVehicle vehicle) {
        double kg = load.massKg(goods);
        double m3 = load.volumeM3(goods);
        return Math.max(kg > 0 ? kg / vehicle.capacityKg() : 0, m3 > 0 ? m3 / vehicle.capacityM3() : 0);
    }

    /** One part if some source has it all; else one for each source that has some of it. */
    private List<Part> bySource(Part part, List<Integer> vehicles, List<Part> left) {
        List<Load> stocks = IntStream.range(0, ways.sources().size())
                .filter(s -> vehicles.stream().anyMatch(v -> ways.joins(v, s, part.place())))
                .mapToObj(ways.sources()::get)
                .map(Source::stock)
                .toList();
        List<Part> parts = new ArrayList<>();
        Load rest = part.load();
        while (!rest.isNothing()) {
            Load wanted = rest;
            Load share = stocks.stream()
                    .map(stock -> wholeUnits(wanted, wanted.atMost(stock)))
                    .max(Comparator.comparingDouble(this::weight))
                    .filter(load -> !load.isNothing())
                    .orElse(null);
            if (share == null) {
                left.add(part.with(rest));
                break;
            }
            parts.add(part.with(share));
            rest = rest.minus(share);
        }
        return parts;
    }

    /** A share must not break a unit up, unless it ends the demand. */
    static Load wholeUnits(Load wanted, Load share) {
        Load whole = share;
        for (int g = 0; g < share.goods(); g++) {
            if (share.thousandths(g) < wanted.thousandths(g)) {
                whole = whole.with(g, share.thousandths(g) / Load.UNIT * Load.UNIT);
            }
        }
        return whole;
    }

    private double weight(Load load) {
        double pieces = IntStream.range(0, load.goods())
                .mapToDouble(g -> load.thousandths(g))
                .sum();
        return load.massKg(goods) + load.volumeM3(goods) + 1e-9 * pieces;
    }
}
