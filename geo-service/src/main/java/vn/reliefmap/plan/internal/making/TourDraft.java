package vn.reliefmap.plan.internal.making;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import vn.reliefmap.geo.LonLat;
import vn.reliefmap.item.Skill;
import vn.reliefmap.kernel.DepotId;
import vn.reliefmap.passability.VehicleClass;
import vn.reliefmap.plan.AllocationNeed;
import vn.reliefmap.plan.Load;
import vn.reliefmap.plan.PlannedTour.Call;
import vn.reliefmap.plan.Source;
import vn.reliefmap.plan.Stop;
import vn.reliefmap.plan.TimeWindow;
import vn.reliefmap.plan.TourProblem;
import vn.reliefmap.plan.TourVehicle;
import vn.reliefmap.plan.TravelTable;
import vn.reliefmap.plan.Weights;
import vn.reliefmap.supply.Depot;
import vn.reliefmap.supply.Vehicle;

/**
 * Depots, landings and stops as places of the travel tables, in this order, and the problem made of them.
 *
 * @param landings where trucks fill boats
 */
record TourDraft(PlanParts parts, List<LonLat> landings, List<StopDraft> stops, WorstTables.Tables tables) {
    private static final int MOST_TRIPS = 8;

    static List<LonLat> places(PlanParts parts, List<LonLat> landings, List<StopDraft> stops) {
        return Stream.of(
                        parts.depots().stream().map(Depot::place),
                        landings.stream(),
                        stops.stream().map(StopDraft::place))
                .flatMap(all -> all)
                .toList();
    }

    /** The same with some of the stops. */
    TourDraft pick(int[] some) {
        int first = stopPlace(0);
        int[] places = IntStream.concat(
                        IntStream.range(0, first), Arrays.stream(some).map(this::stopPlace))
                .toArray();
        List<StopDraft> picked = Arrays.stream(some).mapToObj(stops::get).toList();
        return new TourDraft(parts, landings, named(parts, picked), tables.pick(places));
    }

    /** The same with each stop in parts, by the skills that its items ask for; the parts share a place. */
    TourDraft bySkill() {
        SkillStops skills = new SkillStops(parts);
        List<StopDraft> apart = new ArrayList<>();
        List<Integer> places = new ArrayList<>();
        IntStream.range(0, stopPlace(0)).forEach(places::add);
        for (int stop = 0; stop < stops.size(); stop++) {
            for (StopDraft part : skills.of(stops.get(stop))) {
                apart.add(part);
                places.add(stopPlace(stop));
            }
        }
        return new TourDraft(
                parts,
                landings,
                apart,
                tables.pick(places.stream().mapToInt(Integer::intValue).toArray()));
    }

    /** Takes a way away between two places, and between all others at the same two points. */
    void takeAway(LegFinder.Broken way) {
        List<LonLat> places = places(parts, landings, stops);
        int[] from = at(places, places.get(way.from()));
        int[] to = at(places, places.get(way.to()));
        for (int start : from) {
            for (int end : to) {
                tables.takeAway(way.vehicle(), start, end);
            }
        }
    }

    private static int[] at(List<LonLat> places, LonLat point) {
        return IntStream.range(0, places.size())
                .filter(place -> places.get(place).equals(point))
                .toArray();
    }

    /** New stops get the numbers after those of the plan before; parts of one stop get the same. */
    private static List<StopDraft> named(PlanParts parts, List<StopDraft> stops) {
        Made before = parts.begun().day().before();
        int number = before == null
                ? 0
                : before.basis().stops().stream()
                        .mapToInt(stop -> Integer.parseInt(stop.name().substring(1)))
                        .max()
                        .orElse(0);
        List<StopDraft> named = new ArrayList<>();
        StopDraft last = null;
        for (StopDraft stop : stops) {
            if (!stop.homeName().equals(StopDraft.NEW)) {
                named.add(stop);
                continue;
            }
            boolean samePlace =
                    last != null && last.place().equals(stop.place()) && last.skill() == null && stop.skill() != null;
            number += samePlace ? 0 : 1;
            named.add(stop.named("S" + number));
            last = stop;
        }
        return named;
    }

    /** Index of the stop with the name; −1 when there is none. */
    int stopNamed(String name) {
        return IntStream.range(0, stops.size())
                .filter(stop -> stops.get(stop).name().equals(name))
                .findFirst()
                .orElse(-1);
    }

    /** Index of the source; landings are named L1, L2 … */
    int landingNamed(String name) {
        return parts.depots().size() + Integer.parseInt(name.substring(1)) - 1;
    }

    /** What vehicles under way have still to hand over at each stop. */
    List<Load> toCome() {
        List<Load> loads = new ArrayList<>(
                Collections.nCopies(stops.size(), Load.none(parts.items().size())));
        for (Call call : parts.begun().day().toCome()) {
            int stop = call.landing() == null ? stopNamed(call.stop()) : -1;
            if (stop >= 0) {
                loads.set(stop, loads.get(stop).plus(parts.load(call.handsOver())));
            }
        }
        return loads;
    }

    int landingPlace(int landing) {
        return parts.depots().size() + landing;
    }

    int stopPlace(int stop) {
        return parts.depots().size() + landings.size() + stop;
    }

    /** Whether a vehicle of the plan gets to a stop with goods and, as all ways are looked at both ways, home. */
    boolean reached(int stop) {
        return parts.classes().stream().anyMatch(vehicle -> sources(vehicle).stream()
                .anyMatch(source -> bothWays(vehicle, source, stopPlace(stop))));
    }

    private boolean bothWays(VehicleClass vehicle, int from, int to) {
        return tables.joins(vehicle, from, to) && tables.joins(vehicle, to, from);
    }

    /** Places where such a vehicle may load. */
    private List<Integer> sources(VehicleClass vehicle) {
        List<Integer> sources = new ArrayList<>();
        for (int depot = 0; depot < parts.depots().size(); depot++) {
            sources.add(depot);
        }
        for (int landing = 0; vehicle.floats() && landing < landings.size(); landing++) {
            if (filled(landingPlace(landing))) {
                sources.add(landingPlace(landing));
            }
        }
        return sources;
    }

    private boolean filled(int landingPlace) {
        for (int depot = 0; depot < parts.depots().size(); depot++) {
            for (VehicleClass vehicle : parts.classes()) {
                if (vehicle.onWheels() && bothWays(vehicle, depot, landingPlace)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** @param loads one for each stop */
    TourProblem problem(List<Load> loads) {
        List<Source> sources = new ArrayList<>();
        for (int depot = 0; depot < parts.depots().size(); depot++) {
            DepotId id = parts.depots().get(depot).id();
            sources.add(new Source(
                    Source.Kind.DEPOT,
                    depot,
                    parts.stock().getOrDefault(id, Load.none(parts.items().size())),
                    Handling.DEPOT_LOADING_S,
                    TimeWindow.ALWAYS));
        }
        for (int landing = 0; landing < landings.size(); landing++) {
            sources.add(new Source(
                    Source.Kind.LANDING,
                    landingPlace(landing),
                    parts.load(parts.begun().day().lyingAt("L" + (landing + 1))),
                    Handling.LANDING_LOADING_S,
                    TimeWindow.ALWAYS));
        }
        List<Stop> stopList = new ArrayList<>();
        for (int stop = 0; stop < stops.size(); stop++) {
            stopList.add(stop(stop, loads.get(stop)));
        }
        Map<VehicleClass, TravelTable> asTables = tables.asTables();
        return new TourProblem(parts.goods(), sources, vehicles(), stopList, asTables, Weights.USUAL);
    }

    private Stop stop(int stop, Load load) {
        StopDraft draft = stops.get(stop);
        Set<String> asked = new HashSet<>(parts.begun().day().askedAt(draft.name()));
        Skill skill = draft.skill();
        if (skill != null) {
            asked.add(skill.word());
        }
        boolean cutOff = draft.kind() == StopDraft.Kind.CUT_OFF;
        double priority = 0;
        for (int member : draft.members()) {
            double vulnerable = parts.demand().vulnerablePeople(member) > 0 ? 1.5 : 1;
            double silent = cutOff && parts.demand().unconfirmed(member) ? AllocationNeed.SILENCE : 1;
            priority += parts.demand().people(member) * vulnerable * silent;
        }
        int serviceS = Handling.handOverS(draft.members().size());
        return new Stop(
                stopPlace(stop),
                load,
                serviceS,
                TimeWindow.ALWAYS,
                asked,
                Set.of(),
                false,
                cutOff ? 1.5 * priority : priority);
    }

    private List<TourVehicle> vehicles() {
        Map<Integer, Integer> boatsAt = new HashMap<>();
        return parts.vehicles().stream()
                .map(vehicle -> new VehicleStart(this, vehicle, boatsAt).asTourVehicle(MOST_TRIPS))
                .toList();
    }

    /**
     * Where a vehicle belongs: at its depot; a boat that loaded at a landing in the plan before, there; a boat whose depot is not at the water at the landing with the most
     * people for each boat that is there already.
     */
    int base(Vehicle vehicle, Map<Integer, Integer> boatsAt) {
        int depot = parts.depots().stream().map(Depot::id).toList().indexOf(vehicle.depot());
        DayBefore.SoFar before = parts.begun().day().of(vehicle.id());
        String landed =
                before == null ? null : before.tour().trips().get(0).origin().landing();
        if (landed != null) {
            return landingNamed(landed);
        }
        if (vehicle.vehicleClass().onWheels() || served(vehicle.vehicleClass(), depot) > 0 || landings.isEmpty()) {
            return depot;
        }
        int best = landingPlace(0);
        double most = -1;
        for (int landing = 0; landing < landings.size(); landing++) {
            int place = landingPlace(landing);
            double each = (double) served(vehicle.vehicleClass(), place) / (1 + boatsAt.getOrDefault(place, 0));
            if (each > most) {
                most = each;
                best = place;
            }
        }
        boatsAt.merge(best, 1, Integer::sum);
        return best;
    }

    /** People at stops for boats that are joined to a place and nearer to it than to other landings. */
    private long served(VehicleClass boat, int place) {
        long people = 0;
        for (int stop = 0; stop < stops.size(); stop++) {
            if (stops.get(stop).kind() != StopDraft.Kind.ROAD && bothWays(boat, place, stopPlace(stop))) {
                people += stops.get(stop).members().stream()
                        .mapToInt(parts.demand()::people)
                        .sum();
            }
        }
        return people;
    }
}
