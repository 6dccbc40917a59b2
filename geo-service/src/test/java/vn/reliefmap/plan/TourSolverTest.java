package vn.reliefmap.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.reliefmap.kernel.ProblemException;
import vn.reliefmap.plan.internal.RuinAndRecreate;

/** The laws that hold for every plan, on made-up problems with everything in them. */
class TourSolverTest {
    private final TourSolver solver = new RuinAndRecreate();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16})
    void aPlanCanBeDrivenAndLosesNothing(long seed) {
        TourProblem problem =
                TourDrill.mixed(seed, 10 + 7 * (int) seed, 1 + (int) seed % 9, 1 + (int) seed % 3, seed % 2 == 0);
        TourSolution plan = solver.solve(problem, SearchLimits.iterations(seed, 2000));
        assertThat(TourChecker.faults(problem, plan)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void boatsStartWhenTrucksHaveBroughtTheirGoods(long seed) {
        TourProblem problem = TourDrill.withLandings(
                seed, 20 + 5 * (int) seed, 6 + (int) seed % 9, 1 + (int) seed % 3, seed % 2 == 0);
        TourSolution plan = solver.solve(problem, SearchLimits.iterations(seed, 2000));
        assertThat(TourChecker.faults(problem, plan)).isEmpty();
        assertThat(plan.tours()).as("trucks fill landings").anyMatch(tour -> tour.trips().stream()
                .flatMap(trip -> trip.visits().stream())
                .anyMatch(v -> v.landing() >= 0));
        TourSolution again = solver.solve(problem, SearchLimits.again(plan.search()));
        assertThat(again.tours()).isEqualTo(plan.tours());
    }

    @Test
    void theSameSeedAndIterationsGiveTheSamePlan() {
        TourProblem problem = TourDrill.mixed(42, 80, 8, 2, true);
        TourSolution first = solver.solve(problem, SearchLimits.iterations(7, 3000));
        TourSolution second = solver.solve(problem, SearchLimits.iterations(7, 3000));
        assertThat(second.tours()).isEqualTo(first.tours());
        assertThat(second.unassigned()).isEqualTo(first.unassigned());
    }

    @Test
    void aSearchByTimeSaysHowToRepeatIt() {
        TourProblem problem = TourDrill.mixed(43, 60, 6, 2, false);
        TourSolution timed = solver.solve(problem, SearchLimits.within(5, Duration.ofMillis(600)));
        TourSolution again = solver.solve(problem, SearchLimits.again(timed.search()));
        assertThat(again.tours()).isEqualTo(timed.tours());
        assertThat(again.unassigned()).isEqualTo(timed.unassigned());
    }

    @Test
    void stoppingKeepsTheBestSoFar() {
        TourProblem problem = TourDrill.mixed(44, 80, 8, 2, false);
        AtomicInteger looks = new AtomicInteger();
        List<SearchWatch.Progress> seen = Collections.synchronizedList(new ArrayList<>());
        TourSolution plan = solver.solve(problem, SearchLimits.iterations(1, 100_000_000), null, progress -> {
            seen.add(progress);
            return looks.incrementAndGet() < 3;
        });
        assertThat(plan.search().stopped()).isTrue();
        assertThat(seen).hasSize(3);
        assertThat(seen.get(2).cost()).isPositive();
        assertThat(TourChecker.faults(problem, plan)).isEmpty();
        assertThat(plan.tours()).isNotEmpty();
    }

    @Test
    void whatIsUnderWayStaysAndTheRestChangesLittle() {
        TourProblem problem = TourDrill.mixed(45, 60, 8, 2, false);
        TourSolution before = solver.solve(problem, SearchLimits.iterations(1, 5000));
        List<TourVehicle> vehicles = new ArrayList<>(problem.vehicles());
        Tour onTheRoad = before.tours().get(0);
        TourVehicle moving = vehicles.get(onTheRoad.vehicle());
        vehicles.set(
                onTheRoad.vehicle(),
                moving.underWay(List.of(onTheRoad.trips().get(0).asUnderWay())));
        Tour broken = before.tours().get(1);
        TourVehicle out = vehicles.get(broken.vehicle());
        vehicles.set(broken.vehicle(), withoutTrips(out));
        TourProblem changed = TourDrill.withVehicles(problem, all -> vehicles);
        changed = lessStock(changed, onTheRoad.trips().get(0));

        TourSolution after = solver.solve(changed, SearchLimits.iterations(1, 2000), before, SearchWatch.NOBODY);

        assertThat(TourChecker.faults(changed, after)).isEmpty();
        Tour still = after.tours().stream()
                .filter(tour -> tour.vehicle() == onTheRoad.vehicle())
                .findFirst()
                .orElseThrow();
        assertThat(still.trips().get(0).visits())
                .isEqualTo(onTheRoad.trips().get(0).visits());
        Map<Integer, Set<Integer>> was = vehiclesByStop(before);
        Map<Integer, Set<Integer>> is = vehiclesByStop(after);
        long moved = was.entrySet().stream()
                .filter(stop -> !stop.getValue().contains(broken.vehicle()))
                .filter(stop -> !stop.getValue().equals(is.get(stop.getKey())))
                .count();
        assertThat(moved).isLessThan(20);
    }

    private static Map<Integer, Set<Integer>> vehiclesByStop(TourSolution plan) {
        Map<Integer, Set<Integer>> vehicles = new HashMap<>();
        plan.tours().forEach(tour -> tour.trips().stream()
                .flatMap(trip -> trip.visits().stream())
                .forEach(visit -> vehicles.computeIfAbsent(visit.stop(), stop -> new HashSet<>())
                        .add(tour.vehicle())));
        return vehicles;
    }

    private static TourVehicle withoutTrips(TourVehicle vehicle) {
        return TourVehicle.at(
                vehicle.startPlace(),
                vehicle.vehicleClass(),
                vehicle.capacityKg(),
                vehicle.capacityM3(),
                vehicle.shift(),
                0);
    }

    private static TourProblem lessStock(TourProblem problem, Trip gone) {
        List<Source> sources = new ArrayList<>(problem.sources());
        Source source = sources.get(gone.source());
        sources.set(
                gone.source(),
                new Source(
                        source.kind(),
                        source.place(),
                        source.stock().minus(gone.load()),
                        source.loadingS(),
                        source.open()));
        return new TourProblem(
                problem.goods(), sources, problem.vehicles(), problem.stops(), problem.tables(), problem.weights());
    }

    @Test
    void tooManyStopsAreRefusedWithTheLimit() {
        TourProblem one = TourDrill.mixed(1, 2, 1, 1, false);
        TourProblem many = new TourProblem(
                one.goods(),
                one.sources(),
                one.vehicles(),
                Collections.nCopies(5000, one.stops().get(0)),
                one.tables(),
                one.weights());
        assertThatThrownBy(() -> solver.solve(many, SearchLimits.iterations(1, 10)))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("5000");
    }
}
