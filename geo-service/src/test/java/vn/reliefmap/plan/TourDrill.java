package vn.reliefmap.plan;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import vn.reliefmap.passability.VehicleClass;

/** Made-up problems: places scattered over a plain of 40 × 40 km, some of them reached by boat only. */
public final class TourDrill {
    public static final int DAY_S = 10 * 3600;
    private static final VehicleClass[] CLASSES = {
        VehicleClass.TRUCK, VehicleClass.PICKUP, VehicleClass.MOTORBIKE, VehicleClass.MOTOR_BOAT
    };

    private final Random random;
    private final List<double[]> places = new ArrayList<>();
    private final List<Boolean> wet = new ArrayList<>();
    private int landings;
    private int firstLanding = Integer.MAX_VALUE;

    private TourDrill(long seed) {
        random = new Random(seed);
    }

    /** Goods of every drill: rice by the sack, water by the box, tarps. */
    public static final List<Good> GOODS =
            List.of(new Good("rice", 25, 0.04), new Good("water", 12, 0.015), new Good("tarp", 3, 0.02));

    /**
     * A drill with everything in it: windows, skills, classes, short stock, several depots and trips.
     *
     * @param scarce true when stock does not suffice
     */
    public static TourProblem mixed(long seed, int stops, int vehicles, int depots, boolean scarce) {
        return new TourDrill(seed).make(stops, vehicles, depots, scarce);
    }

    /** The same with landings, and boats that reach nothing but landings and places in the water. */
    public static TourProblem withLandings(long seed, int stops, int vehicles, int landings, boolean scarce) {
        TourDrill drill = new TourDrill(seed);
        drill.landings = landings;
        return drill.make(stops, vehicles, 2, scarce);
    }

    private TourProblem make(int stopCount, int vehicleCount, int depotCount, boolean scarce) {
        List<Source> sources = new ArrayList<>();
        List<Stop> stops = new ArrayList<>();
        List<TourVehicle> vehicles = new ArrayList<>();
        for (int d = 0; d < depotCount; d++) {
            long plenty = (scarce ? 12L : 60L) * stopCount / depotCount;
            Load stock = Load.ofUnits(plenty, d == 0 && scarce ? 0 : plenty, plenty / 2);
            sources.add(new Source(Source.Kind.DEPOT, place(false), stock, 900, TimeWindow.ALWAYS));
        }
        firstLanding = landings > 0 ? places.size() : Integer.MAX_VALUE;
        for (int l = 0; l < landings; l++) {
            Load there = l == 0 ? Load.ofUnits(5, 5, 5) : Load.none(GOODS.size());
            sources.add(new Source(Source.Kind.LANDING, place(false), there, 600, TimeWindow.ALWAYS));
        }
        for (int i = 0; i < stopCount; i++) {
            int place = i > 0 && random.nextInt(20) == 0
                    ? stops.get(i - 1).place()
                    : place(random.nextInt(landings > 0 ? 3 : 10) == 0);
            int from = random.nextInt(4) == 0 ? random.nextInt(DAY_S / 2) : 0;
            Load demand = Load.ofThousandths(
                    random.nextInt(30) * 1000L, random.nextInt(40) * 500L, random.nextInt(10) * 1000L);
            stops.add(new Stop(
                    place,
                    random.nextInt(25) == 0 ? demand.plus(demand).plus(demand).plus(demand) : demand,
                    600,
                    from > 0 ? new TimeWindow(from, from + 7200) : TimeWindow.ALWAYS,
                    random.nextInt(15) == 0 ? Set.of("medic") : Set.of(),
                    random.nextInt(15) == 0 ? Set.of(VehicleClass.TRUCK, VehicleClass.MOTOR_BOAT) : Set.of(),
                    random.nextInt(20) == 0,
                    random.nextInt(100)));
        }
        for (int v = 0; v < vehicleCount; v++) {
            VehicleClass vehicleClass = CLASSES[v % CLASSES.length];
            boolean boat = landings > 0 && vehicleClass.floats();
            int depot = boat ? depotCount + v % landings : v % depotCount;
            double kg = vehicleClass == VehicleClass.TRUCK ? 3000 : vehicleClass == VehicleClass.PICKUP ? 900 : 250;
            vehicles.add(new TourVehicle(
                    vehicleClass,
                    kg,
                    kg / 400,
                    sources.get(depot).place(),
                    v % 5 == 4 ? TourVehicle.NOWHERE : sources.get(depot).place(),
                    new TimeWindow(0, DAY_S),
                    1 + v % 4,
                    v % 3 == 0 ? Set.of("medic") : Set.of(),
                    v % 7 == 6 && !boat ? Set.of(depot) : Set.of(),
                    List.of()));
        }
        return new TourProblem(GOODS, sources, vehicles, stops, tables(), Weights.USUAL);
    }

    private int place(boolean inWater) {
        places.add(new double[] {random.nextDouble() * 40_000, random.nextDouble() * 40_000});
        wet.add(inWater);
        return places.size() - 1;
    }

    private Map<VehicleClass, TravelTable> tables() {
        Map<VehicleClass, TravelTable> tables = new EnumMap<>(VehicleClass.class);
        for (VehicleClass vehicleClass : CLASSES) {
            double metresPerSecond = vehicleClass.floats() ? 4 : 9;
            tables.put(vehicleClass, TravelTable.of(places.size(), (a, b) -> {
                boolean no = vehicleClass.floats() ? !floats(a) || !floats(b) : wet.get(a) || wet.get(b);
                double metres = Math.hypot(places.get(a)[0] - places.get(b)[0], places.get(a)[1] - places.get(b)[1]);
                return no && a != b ? TravelTable.NO_WAY : (int) Math.ceil(metres * 1.3 / metresPerSecond);
            }));
        }
        return tables;
    }

    private boolean floats(int place) {
        return landings == 0 || wet.get(place) || (place >= firstLanding && place < firstLanding + landings);
    }

    /** The same problem with other vehicles. */
    public static TourProblem withVehicles(TourProblem problem, UnaryOperator<List<TourVehicle>> change) {
        return new TourProblem(
                problem.goods(),
                problem.sources(),
                change.apply(problem.vehicles()),
                problem.stops(),
                problem.tables(),
                problem.weights());
    }
}
