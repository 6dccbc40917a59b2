package vn.reliefmap.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import vn.reliefmap.passability.VehicleClass;
import vn.reliefmap.plan.internal.RuinAndRecreate;

/** The checker sees what is wrong: a sound plan does not fit a problem that was made harder behind its back. */
class TourCheckerTest {
    private final TourProblem problem = TourDrill.withLandings(5, 40, 8, 2, false);
    private final TourSolution plan = new RuinAndRecreate().solve(problem, SearchLimits.iterations(1, 1000));

    private List<String> faults(UnaryOperator<Source> sources, UnaryOperator<TourVehicle> vehicles) {
        return faults(sources, vehicles, UnaryOperator.identity(), problem.tables());
    }

    private List<String> faults(
            UnaryOperator<Source> sources,
            UnaryOperator<TourVehicle> vehicles,
            UnaryOperator<Stop> stops,
            Map<VehicleClass, TravelTable> tables) {
        TourProblem harder = new TourProblem(
                problem.goods(),
                problem.sources().stream().map(sources).toList(),
                problem.vehicles().stream().map(vehicles).toList(),
                problem.stops().stream().map(stops).toList(),
                tables,
                problem.weights());
        return TourChecker.faults(harder, plan);
    }

    private static TourVehicle vehicle(TourVehicle v, double capacity, int endS, int trips) {
        return new TourVehicle(
                v.vehicleClass(),
                v.capacityKg() * capacity,
                v.capacityM3(),
                v.startPlace(),
                v.homePlace(),
                new TimeWindow(0, endS),
                trips,
                v.skills(),
                v.sources(),
                v.underWay());
    }

    @Test
    void theUntouchedPlanIsSound() {
        assertThat(TourChecker.faults(problem, plan)).isEmpty();
        assertThat(plan.tours()).isNotEmpty();
    }

    @Test
    void lessStockIsSeen() {
        assertThat(faults(s -> s.withStock(Load.none(3)), v -> v)).anyMatch(fault -> fault.startsWith("source"));
    }

    @Test
    void smallerVehiclesAreSeen() {
        assertThat(faults(s -> s, v -> vehicle(v, 0.1, v.shift().toS(), v.maxTrips())))
                .anyMatch(fault -> fault.contains("carries"));
    }

    @Test
    void aShorterShiftIsSeen() {
        assertThat(faults(s -> s, v -> vehicle(v, 1, 3600, v.maxTrips())))
                .anyMatch(fault -> fault.contains("its shift at"));
    }

    @Test
    void fewerTripsAreSeen() {
        assertThat(faults(s -> s, v -> vehicle(v, 1, v.shift().toS(), 0))).anyMatch(fault -> fault.contains("loads"));
    }

    @Test
    void aClosedWindowIsSeen() {
        assertThat(faults(
                        s -> s,
                        v -> v,
                        stop -> new Stop(
                                stop.place(),
                                stop.demand(),
                                stop.serviceS(),
                                new TimeWindow(0, 60),
                                stop.skills(),
                                stop.classes(),
                                stop.threatToLife(),
                                stop.priority()),
                        problem.tables()))
                .anyMatch(fault -> fault.contains("outside its window"));
    }

    @Test
    void moreDemandIsSeen() {
        assertThat(faults(
                        s -> s,
                        v -> v,
                        stop -> Stop.at(stop.place(), stop.demand().plus(Load.ofUnits(1, 0, 0)), stop.serviceS()),
                        problem.tables()))
                .anyMatch(fault -> fault.contains("wanted"));
    }

    @Test
    void missingWaysAreSeen() {
        assertThat(faults(s -> s, v -> v, stop -> stop, Map.of())).anyMatch(fault -> fault.contains("no way"));
    }

    @Test
    void aBoatBeforeItsTruckIsSeen() {
        List<Tour> tours = new ArrayList<>();
        for (Tour tour : plan.tours()) {
            List<Trip> trips =
                    tour.trips().stream().map(TourCheckerTest::sixHoursLater).toList();
            tours.add(new Tour(tour.vehicle(), trips, tour.endS(), tour.drivenS(), tour.drivenM()));
        }
        TourSolution late = new TourSolution(tours, plan.unassigned(), plan.cost(), plan.search());
        assertThat(TourChecker.faults(problem, late)).anyMatch(fault -> fault.startsWith("source"));
    }

    /** Trucks reach their landings six hours later than planned. */
    private static Trip sixHoursLater(Trip trip) {
        int later = 6 * 3600;
        List<Visit> visits = trip.visits().stream()
                .map(visit -> visit.landing() < 0
                        ? visit
                        : new Visit(
                                visit.stop(),
                                visit.landing(),
                                visit.load(),
                                visit.arriveS() + later,
                                visit.beginS() + later,
                                visit.departS() + later))
                .toList();
        return new Trip(trip.source(), trip.underWay(), trip.loadingFromS(), trip.departS(), trip.load(), visits);
    }
}
