package vn.reliefmap.plan.internal;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.reliefmap.plan.Load;
import vn.reliefmap.plan.Source;
import vn.reliefmap.plan.Tour;
import vn.reliefmap.plan.TourProblem;
import vn.reliefmap.plan.TourVehicle;
import vn.reliefmap.plan.TravelTable;
import vn.reliefmap.plan.Trip;
import vn.reliefmap.plan.Visit;
import vn.reliefmap.plan.Weights;

/** Gives rows their times: each thing as early as it can be. Trips under way stand first, as they were given. */
final class TourWriter {
    private final Ways ways;
    private final TourProblem problem;

    TourWriter(Ways ways) {
        this.ways = ways;
        problem = ways.problem();
    }

    /** One tour for each vehicle with trips, new or under way. */
    List<Tour> write(List<Row> rows) {
        List<Tour> tours = new ArrayList<>();
        for (int v = 0; v < problem.vehicles().size(); v++) {
            int vehicle = v;
            Row row = rows.stream()
                    .filter(one -> one.vehicle() == vehicle)
                    .findFirst()
                    .orElse(new Row(v, List.of()));
            if (!row.trips().isEmpty() || !problem.vehicles().get(v).underWay().isEmpty()) {
                tours.add(tour(row));
            }
        }
        return tours;
    }

    /** The tour of one row; its vehicle must have a table unless it only has trips under way. */
    Tour tour(Row row) {
        int vehicle = row.vehicle();
        TourVehicle one = problem.vehicles().get(vehicle);
        List<Trip> trips = new ArrayList<>();
        one.underWay().forEach(trip -> trips.add(trip.asUnderWay()));
        TravelTable table = ways.table(vehicle);
        Drive drive = new Drive(table, ways.freePlace(vehicle), ways.freeS(vehicle));
        for (Row.RowTrip trip : row.trips()) {
            trips.add(trip(trip, drive));
        }
        if (one.homePlace() != TourVehicle.NOWHERE && table != null && table.joins(drive.place, one.homePlace())) {
            drive.to(one.homePlace());
        }
        return new Tour(vehicle, trips, drive.timeS, drive.drivenS, drive.drivenM);
    }

    private Trip trip(Row.RowTrip row, Drive drive) {
        Source source = ways.sources().get(row.source());
        drive.to(source.place());
        int loadingFromS = drive.beginAt(Math.max(source.open().fromS(), row.readyS()), source.loadingS());
        int departS = drive.timeS;
        Load load = Load.none(problem.goods().size());
        List<Visit> visits = new ArrayList<>();
        for (Part part : row.parts()) {
            drive.to(part.place());
            int arriveS = drive.timeS;
            int beginS = drive.beginAt(part.window().fromS(), part.serviceS());
            visits.add(new Visit(part.stop(), part.landing(), part.load(), arriveS, beginS, drive.timeS));
            load = load.plus(part.load());
        }
        return new Trip(row.source(), false, loadingFromS, departS, load, visits);
    }

    /** What the tours cost by the weights of the problem. */
    double cost(List<Tour> tours, List<Row> rows) {
        Weights weights = problem.weights();
        double cost = 0;
        for (Tour tour : tours) {
            cost += weights.perDrivenSecond() * tour.drivenS() + weights.perMetre() * tour.drivenM();
            boolean used = tour.trips().stream().anyMatch(Trip::underWay);
            cost += used ? 0 : weights.perVehicle();
            cost += weights.perWaitedSecond()
                    * tour.trips().stream()
                            .filter(trip -> !trip.underWay())
                            .flatMap(trip -> trip.visits().stream())
                            .filter(visit -> visit.stop() >= 0
                                    && problem.stops().get(visit.stop()).threatToLife())
                            .mapToLong(Visit::beginS)
                            .sum();
        }
        long moved = 0;
        for (Row row : rows) {
            moved += row.trips().stream()
                    .flatMap(trip -> trip.parts().stream())
                    .filter(part -> part.before() >= 0 && part.before() != row.vehicle())
                    .count();
        }
        return cost + moved * weights.perMove();
    }

    private static final class Drive {
        private final @Nullable TravelTable table;
        private int place;
        private int timeS;
        private long drivenS;
        private long drivenM;

        Drive(@Nullable TravelTable table, int place, int timeS) {
            this.table = table;
            this.place = place;
            this.timeS = timeS;
        }

        void to(int next) {
            if (table == null) {
                throw new IllegalStateException("a vehicle without a travel table has trips");
            }
            timeS += table.durationS(place, next);
            drivenS += table.durationS(place, next);
            drivenM += table.distanceM(place, next);
            place = next;
        }

        int beginAt(int notBeforeS, int takesS) {
            int begin = Math.max(timeS, notBeforeS);
            timeS = begin + takesS;
            return begin;
        }
    }
}
