package vn.reliefmap.plan;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import vn.reliefmap.kernel.Problem;
import vn.reliefmap.passability.VehicleClass;

/**
 * Everything that a plan is made from. Places are indexes into the travel tables, which all have the same places.
 *
 * @param goods what is carried; all loads have one quantity for each, in this order
 * @param tables per vehicle class; a class without a table reaches nothing. A class that no vehicle has may have a table:
 *     then a stop left out says whether such a vehicle would have served it
 */
public record TourProblem(
        List<Good> goods,
        List<Source> sources,
        List<TourVehicle> vehicles,
        List<Stop> stops,
        Map<VehicleClass, TravelTable> tables,
        Weights weights) {
    /** More are refused: tables for so many places fill some hundred megabytes. */
    public static final int MOST_STOPS = 2000;

    public TourProblem {
        goods = List.copyOf(goods);
        sources = List.copyOf(sources);
        vehicles = List.copyOf(vehicles);
        stops = List.copyOf(stops);
        tables = Map.copyOf(tables);
        int goodsCount = goods.size();
        int places =
                tables.values().stream().mapToInt(TravelTable::places).max().orElse(Integer.MAX_VALUE);
        check(tables.values(), table -> table.places() == places, "tables");
        check(
                sources,
                source -> inside(source.place(), places)
                        && source.stock().goods() == goodsCount
                        && source.loadingS() >= 0,
                "sources");
        check(
                vehicles,
                vehicle -> inside(vehicle.startPlace(), places)
                        && (vehicle.homePlace() == TourVehicle.NOWHERE || inside(vehicle.homePlace(), places))
                        && vehicle.capacityKg() >= 0
                        && vehicle.capacityM3() >= 0,
                "vehicles");
        check(
                stops,
                stop -> inside(stop.place(), places)
                        && stop.demand().goods() == goodsCount
                        && stop.serviceS() >= 0
                        && stop.serviceS() <= TimeWindow.END_OF_TIME
                        && stop.priority() >= 0,
                "stops");
    }

    /** Throws a {@code TOO_MANY_STOPS} problem (400) for more than {@link #MOST_STOPS}. */
    public static void checkStops(int stops) {
        if (stops > MOST_STOPS) {
            throw Problem.badField(
                            "TOO_MANY_STOPS",
                            "stops",
                            "≤ " + MOST_STOPS,
                            "Quá nhiều điểm dừng (" + stops + ", nhiều nhất " + MOST_STOPS
                                    + "). Hãy lập riêng cho từng mặt hàng, hoặc dùng xe lớn hơn.",
                            "Too many stops (" + stops + ", at most " + MOST_STOPS
                                    + "). Plan for some of the items at a time, or send larger vehicles.")
                    .asException();
        }
    }

    private static boolean inside(int place, int places) {
        return place >= 0 && place < places;
    }

    private static <T> void check(Iterable<T> all, Predicate<T> sound, String field) {
        int index = 0;
        for (T one : all) {
            if (!sound.test(one)) {
                throw Problem.badField(
                                "TOUR_PROBLEM",
                                field + "[" + index + "]",
                                "places in the tables, one quantity per good, nothing below 0",
                                "Dữ liệu lập kế hoạch không hợp lệ: " + field + "[" + index + "].",
                                "The problem to plan for is not sound: " + field + "[" + index + "].")
                        .asException();
            }
            index++;
        }
    }

    /** The part of a stop's demand that no tour under way hands over. */
    public Load remainingDemand(int stop) {
        Load rest = stops.get(stop).demand();
        for (TourVehicle vehicle : vehicles) {
            for (Trip trip : vehicle.underWay()) {
                for (Visit visit : trip.visits()) {
                    if (visit.stop() == stop) {
                        rest = rest.minus(visit.load().atMost(rest));
                    }
                }
            }
        }
        return rest;
    }
}
