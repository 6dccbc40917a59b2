package vn.reliefmap.plan.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import vn.reliefmap.plan.Source;
import vn.reliefmap.plan.TimeWindow;
import vn.reliefmap.plan.TourProblem;
import vn.reliefmap.plan.TourSolution;
import vn.reliefmap.plan.Visit;

/**
 * Boats and trucks one after the other, where boats start from landings (decision 0221). First the boats are planned as if
 * trucks had brought everything as early as they can. What each boat trip loads becomes a visit of a truck, which must be
 * done before that trip has to begin. Then the trucks are planned, and each boat waits for its goods; goods that no truck
 * brings are taken off the boats.
 */
final class Relay {
    private final TourProblem problem;
    private final TourSolution before;
    private final SearchBudget budget;
    private final Landings landings;
    private final Ways wheelWays;
    private final Ways boatWays;
    private final boolean[] boats;
    private final boolean[] wheels;
    private final List<LeftOut> left = new ArrayList<>();

    Relay(TourProblem problem, TourSolution before, SearchBudget budget) {
        this.problem = problem;
        this.before = before;
        this.budget = budget;
        landings = new Landings(problem);
        wheelWays = new Ways(problem, problem.sources());
        boatWays = new Ways(problem, landings.asBoatsSeeThem());
        int vehicles = problem.vehicles().size();
        boats = new boolean[vehicles];
        wheels = new boolean[vehicles];
        for (int v = 0; v < vehicles; v++) {
            boats[v] = problem.vehicles().get(v).vehicleClass().floats();
            wheels[v] = !boats[v];
        }
    }

    /** True when some boat could load at some landing. */
    static boolean isNeeded(TourProblem problem) {
        Ways ways = new Ways(problem, problem.sources());
        return IntStream.range(0, problem.sources().size())
                .filter(s -> problem.sources().get(s).kind() == Source.Kind.LANDING)
                .anyMatch(s -> IntStream.range(0, problem.vehicles().size()).anyMatch(v -> ways.loadsAt(v, s)));
    }

    Planned plan() {
        PartMaker boatMaker = new PartMaker(boatWays, before);
        PartMaker wheelMaker = new PartMaker(wheelWays, before);
        List<Part> boatParts = new ArrayList<>();
        List<Part> wheelParts = new ArrayList<>();
        List<Part> never = new ArrayList<>();
        for (Part whole : Demands.open(problem)) {
            List<Integer> onWheels = wheelWays.vehiclesFor(whole, wheels);
            List<Integer> onWater = boatWays.vehiclesFor(whole, boats);
            if (!onWheels.isEmpty()) {
                wheelParts.addAll(wheelMaker.cut(whole, onWheels, never));
            } else if (!onWater.isEmpty()) {
                boatParts.addAll(boatMaker.cut(whole, onWater, never));
            } else {
                never.add(whole);
            }
        }
        double share = boatParts.size() / (double) Math.max(1, 2 * boatParts.size() + wheelParts.size());
        SearchPhase boatPhase = new SearchPhase(boatWays, landings.pools(), boats, budget);
        SearchPhase.Outcome water = boatPhase.run(boatParts, boatMaker.rowsBefore(), 0, share);
        never.addAll(water.absent());
        never.forEach(part -> left.add(Demands.leftOut(problem, part)));

        List<Part> notBrought = new ArrayList<>();
        List<BoatTrip> trips = fromLandings(water.rows());
        for (int number = 0; number < trips.size(); number++) {
            Part supply = supply(number, trips.get(number));
            List<Integer> trucks = wheelWays.vehiclesFor(supply, wheels);
            if (!supply.load().isNothing()) {
                wheelParts.addAll(wheelMaker.cut(supply, trucks, notBrought));
            }
        }
        SearchPhase wheelPhase = new SearchPhase(
                new Ways(problem, withoutWhatBoatsTake(water.rows())), Demands.ownStock(problem), wheels, budget);
        SearchPhase.Outcome land = wheelPhase.run(wheelParts, wheelMaker.rowsBefore(), share, 1);
        for (Part part : land.absent()) {
            if (part.stop() == Visit.NONE) {
                notBrought.add(part);
            } else {
                left.add(Demands.leftOut(problem, part));
            }
        }
        List<Row> rows = new ArrayList<>(land.rows());
        rows.addAll(new Handover(problem, trips, left).boats(water.rows(), land.rows(), notBrought));
        return new Planned(rows, left, boatWays, water.cost() + land.cost());
    }

    /** Trips from landings in the order in which they begin: their place in the list is their number. */
    private List<BoatTrip> fromLandings(List<Row> rows) {
        List<BoatTrip> trips = new ArrayList<>();
        for (Row row : rows) {
            for (Row.RowTrip trip : row.trips()) {
                if (landings.isLanding(trip.source())) {
                    trips.add(new BoatTrip(trip, row.vehicle()));
                }
            }
        }
        trips.sort(
                Comparator.<BoatTrip>comparingInt(trip -> trip.trip().beginS()).thenComparingInt(BoatTrip::vehicle));
        Map<Integer, List<Landings.Pile>> there = new HashMap<>();
        for (BoatTrip trip : trips) {
            int landing = trip.trip().source();
            trip.take(there.computeIfAbsent(landing, s -> new ArrayList<>(landings.on(s))));
        }
        return trips;
    }

    /** What trucks must bring for a boat trip, before it has to begin. */
    private Part supply(int number, BoatTrip boat) {
        Row.RowTrip trip = boat.trip();
        Source landing = problem.sources().get(trip.source());
        return new Part(
                Visit.NONE,
                trip.source(),
                landing.place(),
                boat.load().minus(boat.found()),
                landing.loadingS(),
                new TimeWindow(0, trip.latestS() - landing.loadingS()),
                Set.of(),
                Set.of(),
                trip.parts().stream().mapToDouble(Part::value).max().orElse(0),
                trip.parts().stream().anyMatch(Part::threatToLife),
                number,
                -1);
    }

    /** Depots with what is left for the trucks when boats have loaded there. */
    private List<Source> withoutWhatBoatsTake(List<Row> rows) {
        List<Source> sources = new ArrayList<>(problem.sources());
        for (Row row : rows) {
            for (Row.RowTrip trip : row.trips()) {
                Source source = sources.get(trip.source());
                for (Part part : trip.parts()) {
                    source = source.withStock(source.stock().minus(part.load().atMost(source.stock())));
                }
                sources.set(trip.source(), source);
            }
        }
        return sources;
    }
}
