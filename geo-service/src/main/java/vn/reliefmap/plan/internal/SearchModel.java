package vn.reliefmap.plan.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import vn.reliefmap.passability.VehicleClass;
import vn.reliefmap.plan.Load;
import vn.reliefmap.plan.Source;
import vn.reliefmap.plan.TimeWindow;
import vn.reliefmap.plan.TourProblem;
import vn.reliefmap.plan.TourVehicle;
import vn.reliefmap.plan.TravelTable;
import vn.reliefmap.plan.Visit;
import vn.reliefmap.plan.Weights;

/**
 * A problem as flat arrays for the search: parts, vehicles that may move, sources. Times are seconds after the start of
 * the plan; where there is no way the time is past every end, so that it fails like any other lateness.
 */
final class SearchModel {
    private static final double ROUNDING = 1e-7;

    final Ways ways;
    final TourProblem problem;
    final List<Part> parts;
    final List<Source> sources;
    final int[] pool;
    final int places;
    final int goods;
    final Weights weights;

    final int[] place;
    final double[] kg;
    final double[] m3;
    final int[] service;
    final int[] opens;
    final int[] closes;
    final double[] penalty;
    final double[] waitCost;
    final long[][] quantity;

    final int vehicles;
    final int[][] durations;
    final double[][] costs;
    final double[] capacityKg;
    final double[] capacityM3;
    final int[] startPlace;
    final int[] homePlace;
    final int[] readyS;
    final int[] endS;
    final int[] tripsLeft;
    final double[] firstUseCost;
    /** Vehicles of one kind are the same to the search while they are empty. */
    final int[] kind;

    final boolean[][] mayLoad;
    final boolean[][] mayServe;

    private final Map<VehicleClass, int[]> durationsOf = new EnumMap<>(VehicleClass.class);
    private final Map<VehicleClass, double[]> costsOf = new EnumMap<>(VehicleClass.class);

    /**
     * @param ways with the stock that this search may use
     * @param pool for each source the one whose stock it draws on: itself, or one that several share
     * @param active vehicles that this search may move
     */
    SearchModel(Ways ways, int[] pool, List<Part> parts, boolean[] active) {
        this.ways = ways;
        this.problem = ways.problem();
        this.pool = pool;
        this.parts = parts;
        this.sources = ways.sources();
        this.weights = problem.weights();
        this.goods = problem.goods().size();
        this.places = problem.tables().values().stream()
                .mapToInt(TravelTable::places)
                .max()
                .orElse(0);
        problem.tables().forEach(this::spread);

        int n = parts.size();
        place = new int[n];
        kg = new double[n];
        m3 = new double[n];
        service = new int[n];
        opens = new int[n];
        closes = new int[n];
        penalty = new double[n];
        waitCost = new double[n];
        quantity = new long[n][];
        double detour = largestDetour();
        double largest = parts.stream().mapToDouble(Part::value).max().orElse(0);
        for (int p = 0; p < n; p++) {
            Part part = parts.get(p);
            place[p] = part.place();
            kg[p] = part.load().massKg(problem.goods());
            m3[p] = part.load().volumeM3(problem.goods());
            service[p] = part.serviceS();
            opens[p] = Math.max(0, part.window().fromS());
            closes[p] = part.window().toS();
            waitCost[p] = part.threatToLife() ? weights.perWaitedSecond() : 0;
            double value = 1 + (largest > 0 ? 9 * part.value() / largest : 0);
            penalty[p] = detour * value * (part.threatToLife() ? 1000 : 1) * shareOfStop(part, kg[p]);
            quantity[p] = new long[goods];
            for (int g = 0; g < goods; g++) {
                quantity[p][g] = part.load().thousandths(g);
            }
        }

        vehicles = problem.vehicles().size();
        durations = new int[vehicles][];
        costs = new double[vehicles][];
        capacityKg = new double[vehicles];
        capacityM3 = new double[vehicles];
        startPlace = new int[vehicles];
        homePlace = new int[vehicles];
        readyS = new int[vehicles];
        endS = new int[vehicles];
        tripsLeft = new int[vehicles];
        firstUseCost = new double[vehicles];
        kind = new int[vehicles];
        mayLoad = new boolean[vehicles][sources.size()];
        mayServe = new boolean[vehicles][n];
        List<TourVehicle> kinds = new ArrayList<>();
        for (int v = 0; v < vehicles; v++) {
            TourVehicle vehicle = problem.vehicles().get(v);
            kind[v] = kinds.contains(vehicle) ? kinds.indexOf(vehicle) : kinds.size();
            kinds.add(vehicle);
            describe(v, vehicle);
            if (active[v] && durationsOf.containsKey(vehicle.vehicleClass())) {
                permit(v, vehicle);
            }
        }
    }

    private void spread(VehicleClass vehicleClass, TravelTable table) {
        int[] seconds = new int[places * places];
        double[] cost = new double[places * places];
        for (int i = 0; i < seconds.length; i++) {
            int a = i / places;
            int b = i % places;
            boolean way = table.joins(a, b);
            seconds[i] = way ? Math.min(table.durationS(a, b), TimeWindow.END_OF_TIME) : 2 * TimeWindow.END_OF_TIME;
            cost[i] = way
                    ? weights.perDrivenSecond() * table.durationS(a, b) + weights.perMetre() * table.distanceM(a, b)
                    : 0;
        }
        durationsOf.put(vehicleClass, seconds);
        costsOf.put(vehicleClass, cost);
    }

    /** More than any single part can cost on its way: leaving one out is never cheaper. */
    private double largestDetour() {
        double longest =
                costsOf.values().stream().flatMapToDouble(Arrays::stream).max().orElse(0);
        int end = problem.vehicles().stream()
                .mapToInt(vehicle -> vehicle.shift().toS())
                .max()
                .orElse(0);
        double waiting = Math.min(Math.max(end, 0), 7 * 24 * 3600) * weights.perWaitedSecond();
        return 1 + 10 * longest + weights.perVehicle() + weights.perMove() + waiting;
    }

    /** A small rest of a stop counts less than all of it. */
    private double shareOfStop(Part part, double partKg) {
        if (part.stop() == Visit.NONE) {
            return 1;
        }
        double whole = problem.stops().get(part.stop()).demand().massKg(problem.goods());
        return whole > 0 ? Math.max(0.05, partKg / whole) : 1;
    }

    private void describe(int v, TourVehicle vehicle) {
        durations[v] = durationsOf.getOrDefault(vehicle.vehicleClass(), new int[0]);
        costs[v] = costsOf.getOrDefault(vehicle.vehicleClass(), new double[0]);
        capacityKg[v] = vehicle.capacityKg() + ROUNDING;
        capacityM3[v] = vehicle.capacityM3() + ROUNDING;
        startPlace[v] = ways.freePlace(v);
        homePlace[v] = vehicle.homePlace();
        readyS[v] = ways.freeS(v);
        endS[v] = vehicle.shift().toS();
        tripsLeft[v] = Math.max(0, vehicle.maxTrips() - vehicle.underWay().size());
        firstUseCost[v] = vehicle.underWay().isEmpty() ? weights.perVehicle() : 0;
    }

    private void permit(int v, TourVehicle vehicle) {
        for (int s = 0; s < sources.size(); s++) {
            mayLoad[v][s] = ways.loadsAt(v, s);
        }
        for (int p = 0; p < parts.size(); p++) {
            Part part = parts.get(p);
            mayServe[v][p] = Ways.permits(vehicle.vehicleClass(), part.classes())
                    && vehicle.skills().containsAll(part.skills())
                    && kg[p] <= capacityKg[v]
                    && m3[p] <= capacityM3[v]
                    && ways.reaches(v, part.place());
        }
    }

    int seconds(int vehicle, int from, int to) {
        return durations[vehicle][from * places + to];
    }

    /** One table of seconds for each class. */
    Collection<int[]> durationsByClass() {
        return durationsOf.values();
    }

    int size() {
        return parts.size();
    }

    /** What every source has for this search, source by source. */
    long[] stock() {
        long[] stock = new long[sources.size() * goods];
        for (int s = 0; s < sources.size(); s++) {
            Load load = sources.get(s).stock();
            for (int g = 0; g < goods; g++) {
                stock[s * goods + g] = load.thousandths(g);
            }
        }
        return stock;
    }
}
