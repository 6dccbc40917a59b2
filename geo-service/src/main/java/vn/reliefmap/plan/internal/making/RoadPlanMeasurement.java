package vn.reliefmap.plan.internal.making;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.reliefmap.disaster.Disaster;
import vn.reliefmap.geo.LonLat;
import vn.reliefmap.item.Item;
import vn.reliefmap.kernel.BenchRow;
import vn.reliefmap.kernel.DepotId;
import vn.reliefmap.kernel.DisasterId;
import vn.reliefmap.kernel.Machine;
import vn.reliefmap.kernel.VehicleId;
import vn.reliefmap.passability.VehicleClass;
import vn.reliefmap.plan.Load;
import vn.reliefmap.plan.SearchLimits;
import vn.reliefmap.plan.SearchWatch;
import vn.reliefmap.plan.TourProblem;
import vn.reliefmap.plan.TourSolution;
import vn.reliefmap.plan.TourSolver;
import vn.reliefmap.plan.Unassigned;
import vn.reliefmap.routing.BenchNetwork;
import vn.reliefmap.routing.MatrixQuery;
import vn.reliefmap.routing.TravelMatrices;
import vn.reliefmap.routing.TravelMatrix;
import vn.reliefmap.supply.Depot;
import vn.reliefmap.supply.Vehicle;

/**
 * The plan of the goals on real roads under made-up water: 200 stops, some of them behind the water, 12 vehicles and three
 * depots. Landings, tables and tours are found by the classes that serve; needs, stock and vehicles are made up instead of
 * read from the database.
 */
public final class RoadPlanMeasurement {
    private static final int POOLS = 60;
    private static final double SHARE = 0.35;
    private static final int JUNCTIONS = 700;
    private static final int BY_ROAD = 140;
    private static final int AFLOAT = 60;
    private static final int DEPOTS = 3;
    private static final Duration LASTS = Duration.ofHours(10);
    private static final List<Long> MILLI_PER_PERSON = List.of(100L, 125L, 50L);

    private final BenchNetwork roads;
    private final TourSolver solver;
    private final double goodS;
    private final long seed;
    private final Consumer<BenchRow> each;
    private final Random random;
    private final MadeUpWater water;
    private final TravelMatrices matrices;
    private final Disaster disaster =
            new Disaster(new DisasterId(new UUID(0, 1)), "bench", true, MadeUpWater.START, null);
    private final List<Item> items = List.of(
            item("rice", 25, 0.04, Item.LackGroup.RICE),
            item("drinking_water", 12, 0.015, Item.LackGroup.WATER),
            item("tarp", 3, 0.02, Item.LackGroup.TARP));
    private final List<LonLat> depots = new ArrayList<>();
    private final List<StopDraft> stops = new ArrayList<>();
    private final MadeUpDemand demand;

    private RoadPlanMeasurement(
            BenchNetwork roads, TourSolver solver, Duration good, long seed, Consumer<BenchRow> each) {
        this.roads = roads;
        this.solver = solver;
        this.goodS = good.toMillis() / 1e3;
        this.seed = seed;
        this.each = each;
        random = new Random(seed);
        water = new MadeUpWater(roads.box(), roads.pools(POOLS, SHARE, random));
        matrices = roads.matrices(water);
        drawPlaces();
        demand = new MadeUpDemand(
                stops.stream().map(StopDraft::place).toList(),
                stops.stream().map(stop -> 10 + random.nextInt(90)).toList(),
                items.stream().map(Item::code).toList(),
                MILLI_PER_PERSON);
    }

    /** See {@link vn.reliefmap.plan.PlanBench#onRoads}. */
    public static void run(BenchNetwork roads, TourSolver solver, Duration good, long seed, Consumer<BenchRow> each) {
        new RoadPlanMeasurement(roads, solver, good, seed, each).run();
    }

    private static Item item(String code, double kg, double m3, Item.LackGroup group) {
        return new Item(
                code,
                code,
                code,
                "1",
                "1",
                "1",
                null,
                null,
                kg,
                m3,
                Item.Category.FOOD,
                group,
                null,
                null,
                null,
                "bench",
                false);
    }

    /** Depots that trucks join, stops that trucks reach from there and get home from, and stops in the water. */
    private void drawPlaces() {
        List<LonLat> drawn = Stream.generate(() -> roads.junction(random))
                .distinct()
                .limit(JUNCTIONS)
                .toList();
        TravelMatrix truck = find(VehicleClass.TRUCK, drawn);
        int first = IntStream.range(0, drawn.size())
                .filter(from -> IntStream.range(0, drawn.size())
                                .filter(to -> truck.found(from, to))
                                .count()
                        > JUNCTIONS / 3)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("these roads hang together too little"));
        List<LonLat> wet = new ArrayList<>();
        for (int place = 0; place < drawn.size(); place++) {
            boolean joined = truck.found(first, place) && truck.found(place, first);
            if (joined && depots.size() < DEPOTS) {
                depots.add(drawn.get(place));
            } else if (joined && stops.size() < BY_ROAD) {
                stops.add(stop(drawn.get(place), StopDraft.Kind.ROAD));
            } else if (!joined) {
                wet.add(drawn.get(place));
            }
        }
        TravelMatrix boat = find(VehicleClass.MOTOR_BOAT, wet);
        IntStream.range(0, wet.size())
                .filter(place -> boat.to().get(place).snapped().point() != null)
                .limit(AFLOAT)
                .forEach(place -> stops.add(stop(wet.get(place), StopDraft.Kind.CUT_OFF)));
    }

    private TravelMatrix find(VehicleClass vehicle, List<LonLat> places) {
        return matrices.find(new MatrixQuery(places, places, vehicle, disaster.id(), MadeUpWater.START));
    }

    private StopDraft stop(LonLat place, StopDraft.Kind kind) {
        return new StopDraft(place, List.of(stops.size()), 0, 0, kind);
    }

    private PlanParts parts(Instant at) {
        List<Depot> all = IntStream.range(0, DEPOTS)
                .mapToObj(d -> new Depot(new DepotId(new UUID(0, d)), "d" + d, "d" + d, true, depots.get(d)))
                .toList();
        Load enough = stops.stream().map(this::load).reduce(Load.none(items.size()), Load::plus);
        Map<DepotId, Load> stock = new HashMap<>();
        all.forEach(depot -> stock.put(depot.id(), enough));
        List<Vehicle> vehicles = new ArrayList<>();
        for (int v = 0; v < 12; v++) {
            DepotId depot = all.get(v % DEPOTS).id();
            vehicles.add(
                    v < 6
                            ? vehicle(v, VehicleClass.TRUCK, depot, 2500, 14)
                            : v < 8
                                    ? vehicle(v, VehicleClass.PICKUP, depot, 900, 3)
                                    : vehicle(v, VehicleClass.MOTOR_BOAT, depot, 800, 4));
        }
        PlanParts.Begun nothing =
                new PlanParts.Begun(DayBefore.NOTHING, demand, new Brought(Map.of()), stock, Instant.EPOCH);
        return new PlanParts(disaster, at, LASTS, List.of(at), all, vehicles, items, stock, demand, nothing, null);
    }

    private static Vehicle vehicle(int number, VehicleClass vehicleClass, DepotId depot, double kg, double m3) {
        String name = "v" + number;
        return new Vehicle(
                new VehicleId(new UUID(0, number)), name, name, true, vehicleClass, depot, kg, m3, Set.of(), null);
    }

    private Load load(StopDraft stop) {
        int place = stop.members().get(0);
        return Load.ofThousandths(IntStream.range(0, items.size())
                .mapToLong(item -> demand.carryMilli(place, item))
                .toArray());
    }

    /** What is ready to be searched, and what it took. */
    private record Ready(List<LonLat> landings, TourProblem problem, double cpuS, double wallS) {}

    /** @param known landings of the plan before */
    private Ready ready(Instant at, List<LonLat> known) {
        double cpuS = cpuS();
        long began = System.nanoTime();
        PlanParts parts = parts(at);
        List<StopDraft> afloat = stops.stream()
                .filter(stop -> stop.kind() != StopDraft.Kind.ROAD)
                .toList();
        List<LonLat> found =
                new Landings(roads.routes(water), matrices).find(parts, demand, afloat, VehicleClass.MOTOR_BOAT, known);
        WorstTables.Tables tables = new WorstTables(matrices)
                .find(
                        parts,
                        TourDraft.places(parts, found, stops),
                        DEPOTS + found.size(),
                        EnumSet.of(VehicleClass.TRUCK, VehicleClass.PICKUP, VehicleClass.MOTOR_BOAT));
        TourProblem problem = new TourDraft(parts, found, stops, tables)
                .problem(stops.stream().map(this::load).toList());
        return new Ready(found, problem, cpuS() - cpuS, (System.nanoTime() - began) / 1e9);
    }

    private void run() {
        Ready cold = ready(MadeUpWater.START, List.of());
        Ready warm = ready(MadeUpWater.START, List.of());
        double beganS = cpuS();
        TourSolution first = solver.solve(warm.problem(), within(goodS), null, progress -> false);
        double firstS = warm.cpuS() + cpuS() - beganS;
        TourSolution soon = solve(warm, goodS / 10, null);
        TourSolution good = solve(warm, goodS, null);
        TourSolution best = solve(warm, 2 * goodS, null);
        String sizes = String.format(
                Locale.ROOT,
                "%s; %d stops, %d of them in the water, 3 depots, %d landings, 12 vehicles",
                roads.name(),
                stops.size(),
                stops.stream()
                        .filter(stop -> stop.kind() != StopDraft.Kind.ROAD)
                        .count(),
                warm.landings().size());
        String tables = String.format(
                Locale.ROOT, "%s; %.2f s by the clock; the first time %.2f s", sizes, warm.wallS(), cold.wallS());
        row("plan on roads, landings and tables", "s", warm.cpuS(), null, null, true, tables);
        row("plan on roads, first", "s", firstS, null, null, whole(first), leftOut("stopped at once", first));
        String soonTold = leftOut(seconds(goodS / 10) + ", tables with it", soon);
        row("plan on roads, soon", "cost", soon.cost(), "good", good.cost(), whole(soon), soonTold);
        String goodTold = leftOut(seconds(goodS), good) + leftOut("; " + seconds(2 * goodS), best);
        row("plan on roads, good", "cost", good.cost(), "twice as long", best.cost(), whole(good), goodTold);
        again(warm, good);
    }

    private void again(Ready before, TourSolution old) {
        water.rise(roads.pools(1, SHARE / POOLS, random).get(0), stops.get(0).place());
        double began = System.nanoTime() / 1e9;
        Ready next = ready(MadeUpWater.LATER, before.landings());
        TourSolution plan = solve(next, goodS / 6, old);
        double tookS = next.cpuS() + plan.search().elapsedS();
        String told = String.format(
                Locale.ROOT,
                "one more pool; water, landings and tables %.2f s, then search; %.2f s by the clock; %d of %d visits by another vehicle",
                next.cpuS(),
                System.nanoTime() / 1e9 - began,
                moved(old, plan),
                vehicles(plan).size());
        row("plan on roads, again", "s", tookS, null, null, whole(plan), leftOut(told, plan));
    }

    private TourSolution solve(Ready ready, double allS, @Nullable TourSolution before) {
        return solver.solve(ready.problem(), within(Math.max(0.5, allS - ready.cpuS())), before, SearchWatch.NOBODY);
    }

    private SearchLimits within(double seconds) {
        return new SearchLimits(seed, 0, 0, Duration.ofMillis((long) (1000 * seconds)), SearchLimits.Clock.PROCESSOR);
    }

    /** Every unit is in a visit or left out. */
    private boolean whole(TourSolution plan) {
        Load[] told = stops.stream().map(stop -> Load.none(items.size())).toArray(Load[]::new);
        plan.tours().stream()
                .flatMap(tour -> tour.trips().stream())
                .flatMap(trip -> trip.visits().stream())
                .filter(visit -> visit.stop() >= 0)
                .forEach(visit -> told[visit.stop()] = told[visit.stop()].plus(visit.load()));
        plan.unassigned().forEach(gap -> told[gap.stop()] = told[gap.stop()].plus(gap.load()));
        return IntStream.range(0, stops.size()).allMatch(stop -> told[stop].equals(load(stops.get(stop))));
    }

    private static String seconds(double s) {
        return String.format(Locale.ROOT, "after %.1f s", s);
    }

    private static String leftOut(String when, TourSolution plan) {
        long left = stops(plan.unassigned().stream());
        long never = stops(plan.unassigned().stream().filter(gap -> gap.reason() == Unassigned.Reason.CUT_OFF));
        return String.format(
                Locale.ROOT, "%s: %d stops left out, %d of them cut off, cost %.0f", when, left, never, plan.cost());
    }

    private static long stops(Stream<Unassigned> gaps) {
        return gaps.mapToInt(Unassigned::stop).distinct().count();
    }

    /** The vehicle that comes to each stop; the last one where several do. */
    private static Map<Integer, Integer> vehicles(TourSolution plan) {
        Map<Integer, Integer> vehicles = new HashMap<>();
        plan.tours().forEach(tour -> tour.trips().stream()
                .flatMap(trip -> trip.visits().stream())
                .filter(visit -> visit.stop() >= 0)
                .forEach(visit -> vehicles.put(visit.stop(), tour.vehicle())));
        return vehicles;
    }

    private static long moved(TourSolution old, TourSolution next) {
        Map<Integer, Integer> before = vehicles(old);
        return vehicles(next).entrySet().stream()
                .filter(visit -> before.containsKey(visit.getKey())
                        && !Objects.equals(before.get(visit.getKey()), visit.getValue()))
                .count();
    }

    private static double cpuS() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1e9;
    }

    private void row(
            String name,
            String unit,
            double ours,
            @Nullable String peerName,
            @Nullable Double peer,
            boolean agree,
            String data) {
        Double ratio = peer == null ? null : peer / ours;
        each.accept(new BenchRow(name, unit, ours, peerName, peer, ratio, agree, data, Machine.describe(), seed));
    }
}
