package vn.reliefmap.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.reliefmap.passability.VehicleClass;
import vn.reliefmap.plan.Unassigned.Reason;
import vn.reliefmap.plan.Unassigned.Remedy;
import vn.reliefmap.plan.internal.RuinAndRecreate;

/**
 * Bad input and everything that can keep a stop from being served, on one street: the depot stands at place 0, place i is i
 * ten-minute legs away; place 9 is reached by boat only, from place 8.
 */
class UnassignedTest {
    private static final int LEG_S = 600;
    private static final int DAY_S = 8 * 3600;
    private static final List<Good> GOODS = List.of(new Good("rice", 10, 0.02), new Good("pump", 300, 1));

    private final List<Source> sources = new ArrayList<>(List.of(Source.depot(0, Load.ofUnits(100, 5))));
    private final List<TourVehicle> vehicles = new ArrayList<>(List.of(truck(1000, 3)));
    private final List<Stop> stops = new ArrayList<>();
    private final Map<VehicleClass, TravelTable> tables = new EnumMap<>(Map.of(
            VehicleClass.TRUCK, TravelTable.of(10, (a, b) -> way(a, b, 9)),
            VehicleClass.MOTOR_BOAT, TravelTable.of(10, (a, b) -> Math.min(a, b) < 8 && a != b ? -1 : way(a, b, 10))));

    private static int way(int a, int b, int from) {
        return a != b && Math.max(a, b) >= from ? TravelTable.NO_WAY : Math.abs(a - b) * LEG_S;
    }

    private static TourVehicle truck(double kg, int trips) {
        return TourVehicle.at(0, VehicleClass.TRUCK, kg, 10, new TimeWindow(0, DAY_S), trips);
    }

    private static Stop rice(int place, long units) {
        return Stop.at(place, Load.ofUnits(units, 0), 300);
    }

    private TourSolution plan() {
        TourProblem problem = new TourProblem(GOODS, sources, vehicles, stops, tables, Weights.USUAL);
        TourSolution plan = new RuinAndRecreate().solve(problem, SearchLimits.iterations(1, 200));
        assertThat(TourChecker.faults(problem, plan)).isEmpty();
        return plan;
    }

    private Unassigned theOneLeftOut() {
        List<Unassigned> left = plan().unassigned();
        assertThat(left).hasSize(1);
        return left.get(0);
    }

    @Test
    void withoutStopsThePlanIsEmpty() {
        assertThat(plan().tours()).isEmpty();
        assertThat(plan().unassigned()).isEmpty();
    }

    @Test
    void withoutVehiclesTheClassIsNamedThatWouldHaveServed() {
        vehicles.clear();
        stops.add(rice(3, 4));
        Unassigned left = theOneLeftOut();
        assertThat(left.reason()).isEqualTo(Reason.NO_VEHICLE_CLASS);
        assertThat(left.number()).isEqualTo(3.0 * LEG_S);
        assertThat(left.remedy()).isEqualTo(Remedy.vehicle(VehicleClass.TRUCK, 0));
        assertThat(left.load()).isEqualTo(Load.ofUnits(4, 0));
    }

    @Test
    void withoutAnyTableEverythingIsCutOff() {
        tables.clear();
        stops.add(rice(3, 4));
        assertThat(theOneLeftOut().reason()).isEqualTo(Reason.CUT_OFF);
    }

    @Test
    void aBoatAtTheLandingWouldHaveServedAPlaceInTheWater() {
        sources.add(Source.landing(8, GOODS.size()));
        stops.add(rice(9, 4));
        Unassigned left = theOneLeftOut();
        assertThat(left.reason()).isEqualTo(Reason.NO_VEHICLE_CLASS);
        assertThat(left.remedy()).isEqualTo(Remedy.vehicle(VehicleClass.MOTOR_BOAT, 1));
    }

    @Test
    void withoutALandingAPlaceInTheWaterIsCutOff() {
        stops.add(rice(9, 4));
        assertThat(theOneLeftOut().reason()).isEqualTo(Reason.CUT_OFF);
    }

    @Test
    void theTruckFillsTheLandingBeforeTheBoatLeaves() {
        sources.add(Source.landing(8, GOODS.size()));
        vehicles.add(TourVehicle.at(8, VehicleClass.MOTOR_BOAT, 100, 1, new TimeWindow(0, DAY_S), 3));
        stops.add(rice(9, 15));
        stops.add(rice(2, 10));
        TourSolution plan = plan();
        assertThat(plan.unassigned()).isEmpty();
        Tour boat = plan.tours().stream()
                .filter(tour -> tour.vehicle() == 1)
                .findFirst()
                .orElseThrow();
        assertThat(boat.trips()).hasSize(2);
        assertThat(boat.trips().get(0).loadingFromS()).isGreaterThanOrEqualTo(8 * LEG_S);
    }

    @Test
    void whenNoTruckCanFillTheLandingTheReasonIsTheTrucks() {
        sources.add(Source.landing(8, GOODS.size()));
        vehicles.set(0, TourVehicle.at(0, VehicleClass.TRUCK, 100, 1, new TimeWindow(0, DAY_S), 1));
        vehicles.add(TourVehicle.at(8, VehicleClass.MOTOR_BOAT, 100, 1, new TimeWindow(0, DAY_S), 9));
        stops.add(rice(9, 15));
        Unassigned left = theOneLeftOut();
        assertThat(left.stop()).isZero();
        assertThat(left.load()).isEqualTo(Load.ofUnits(5, 0));
        assertThat(left.reason()).isEqualTo(Reason.CAPACITY);
        assertThat(left.remedy()).isEqualTo(Remedy.vehicle(VehicleClass.TRUCK, 0));
    }

    @Test
    void goodsOnTheLandingNeedNoTruck() {
        sources.add(new Source(Source.Kind.LANDING, 8, Load.ofUnits(20, 0), 0, TimeWindow.ALWAYS));
        vehicles.set(0, TourVehicle.at(8, VehicleClass.MOTOR_BOAT, 100, 1, new TimeWindow(0, DAY_S), 9));
        stops.add(rice(9, 15));
        TourSolution plan = plan();
        assertThat(plan.unassigned()).isEmpty();
        assertThat(plan.tours()).hasSize(1);
    }

    @Test
    void aSkillNobodyHasIsNamed() {
        Stop stop = rice(3, 4);
        stops.add(new Stop(3, stop.demand(), 300, TimeWindow.ALWAYS, Set.of("medic"), Set.of(), true, 0));
        assertThat(theOneLeftOut().reason()).isEqualTo(Reason.SKILL);
    }

    @Test
    void aNeedLargerThanAnyVehicleIsBroughtInSeveralTrips() {
        vehicles.set(0, truck(250, 4));
        stops.add(rice(1, 90));
        TourSolution plan = plan();
        assertThat(plan.unassigned()).isEmpty();
        assertThat(plan.tours().get(0).trips()).hasSize(4);
    }

    @Test
    void oneUnitTooHeavyForEveryVehicleIsSaid() {
        vehicles.set(0, truck(250, 4));
        stops.add(Stop.at(1, Load.ofUnits(5, 1), 300));
        Unassigned left = theOneLeftOut();
        assertThat(left.reason()).isEqualTo(Reason.TOO_LARGE);
        assertThat(left.number()).isCloseTo(50, within(1e-6));
        assertThat(left.load()).isEqualTo(Load.ofUnits(0, 1));
    }

    @Test
    void aVehicleWithoutCapacityCarriesNothing() {
        vehicles.set(0, truck(0, 4));
        stops.add(rice(1, 9));
        assertThat(theOneLeftOut().reason()).isEqualTo(Reason.TOO_LARGE);
    }

    @Test
    void anEnormousNeedIsCutToWhatTheFleetCanDo() {
        sources.set(0, Source.depot(0, Load.ofUnits(2_000_000_000L, 0)));
        stops.add(rice(1, 1_000_000_000L));
        Unassigned left = theOneLeftOut();
        assertThat(left.reason()).isEqualTo(Reason.CAPACITY);
        assertThat(left.load()).isEqualTo(Load.ofUnits(1_000_000_000L - 300, 0));
    }

    @Test
    void aWindowInThePastIsClosed() {
        stops.add(new Stop(3, Load.ofUnits(1, 0), 0, new TimeWindow(-7200, -3600), Set.of(), Set.of(), false, 0));
        Unassigned left = theOneLeftOut();
        assertThat(left.reason()).isEqualTo(Reason.CLOSED_WINDOW);
        assertThat(left.number()).isEqualTo(3600.0 + 3 * LEG_S);
    }

    @Test
    void whatIsNotInStockIsLeftOutAndTheRestBrought() {
        stops.add(rice(3, 60));
        stops.add(rice(4, 60));
        Unassigned left = theOneLeftOut();
        assertThat(left.reason()).isEqualTo(Reason.STOCK);
        assertThat(left.load()).isEqualTo(Load.ofUnits(20, 0));
        assertThat(left.remedy()).isEqualTo(Remedy.goods(0, 0, 20_000));
    }

    @Test
    void twoDepotsServeOneStopTogether() {
        sources.set(0, Source.depot(0, Load.ofUnits(30, 0)));
        sources.add(Source.depot(5, Load.ofUnits(30, 0)));
        stops.add(rice(3, 55));
        assertThat(plan().unassigned()).isEmpty();
    }

    @Test
    void emptyStockLeavesEverythingOut() {
        sources.set(0, Source.depot(0, Load.none(2)));
        stops.add(rice(3, 5));
        assertThat(theOneLeftOut().reason()).isEqualTo(Reason.STOCK);
    }

    @Test
    void tooShortAShiftLacksSeconds() {
        vehicles.set(0, TourVehicle.at(0, VehicleClass.TRUCK, 1000, 10, new TimeWindow(0, 6 * LEG_S), 3));
        stops.add(rice(3, 5));
        Unassigned left = theOneLeftOut();
        assertThat(left.reason()).isEqualTo(Reason.TIME);
        assertThat(left.number()).isEqualTo(300.0);
    }

    @Test
    void allTripsUsedUpIsCapacity() {
        vehicles.set(0, truck(100, 1));
        stops.add(rice(3, 10));
        stops.add(rice(4, 10));
        Unassigned left = theOneLeftOut();
        assertThat(left.reason()).isEqualTo(Reason.CAPACITY);
        assertThat(left.number()).isCloseTo(100, within(1e-6));
    }

    @Test
    void aThreatToLifeGoesFirstWhateverThePriorities() {
        vehicles.set(0, truck(100, 1));
        stops.add(new Stop(1, Load.ofUnits(10, 0), 300, TimeWindow.ALWAYS, Set.of(), Set.of(), false, 99));
        stops.add(new Stop(7, Load.ofUnits(10, 0), 300, TimeWindow.ALWAYS, Set.of(), Set.of(), true, 0));
        assertThat(theOneLeftOut().stop()).isZero();
    }

    @Test
    void twoStopsAtOnePlaceAreBothServed() {
        stops.add(rice(3, 5));
        stops.add(rice(3, 6));
        assertThat(plan().unassigned()).isEmpty();
    }

    @Test
    void aVisitWithoutGoodsIsMade() {
        stops.add(Stop.at(3, Load.none(2), 900));
        TourSolution plan = plan();
        assertThat(plan.unassigned()).isEmpty();
        assertThat(plan.tours()).hasSize(1);
    }
}
