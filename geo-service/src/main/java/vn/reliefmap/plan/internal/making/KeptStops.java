package vn.reliefmap.plan.internal.making;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import vn.reliefmap.cluster.Demand;
import vn.reliefmap.geo.LonLat;
import vn.reliefmap.passability.VehicleClass;
import vn.reliefmap.plan.PlannedTour.Call;
import vn.reliefmap.routing.MatrixQuery;
import vn.reliefmap.routing.TravelMatrices;
import vn.reliefmap.routing.TravelMatrix;

/**
 * Stops for what is to be brought. Homes stay with their stop of the plan before as long as wheels reach both, or neither; all
 * others are grouped anew.
 */
@Component
class KeptStops {
    private final RoadStops roads;
    private final TravelMatrices matrices;

    KeptStops(RoadStops roads, TravelMatrices matrices) {
        this.roads = roads;
        this.matrices = matrices;
    }

    List<StopDraft> find(PlanParts parts, Demand demand) {
        RoadStops.Reached byRoad = roads.find(parts, demand);
        Made before = parts.begun().day().before();
        if (before == null) {
            List<StopDraft> stops = new ArrayList<>(byRoad.stops());
            addAfloat(stops, demand, byRoad.cutOff(), byRoad.farFromRoad());
            return stops;
        }
        PlanBasis basis = before.basis();
        Set<Integer> dry = new HashSet<>();
        byRoad.stops().forEach(stop -> dry.addAll(stop.members()));
        Map<UUID, String> stopOf = new HashMap<>();
        basis.homes().forEach(home -> {
            String stop = home.stop();
            if (stop != null) {
                stopOf.put(home.household(), stop);
            }
        });
        Map<String, PlanBasis.StopThen> known =
                basis.stops().stream().collect(Collectors.toMap(PlanBasis.StopThen::name, Function.identity()));
        Set<String> reached = reachedByRoad(parts, basis);
        Map<String, List<Integer>> members = new HashMap<>();
        Set<Integer> rest = new HashSet<>();
        for (int place = 0; place < demand.size(); place++) {
            String name = stopOf.get(demand.household(place).value());
            PlanBasis.StopThen stop = name == null ? null : known.get(name);
            if (stop != null
                    && stop.byRoad() == dry.contains(place)
                    && (!stop.byRoad() || reached.contains(stop.name()))) {
                members.computeIfAbsent(stop.name(), n -> new ArrayList<>()).add(place);
            } else {
                rest.add(place);
            }
        }
        Set<Integer> cutOff = new HashSet<>(byRoad.cutOff());
        List<StopDraft> stops = new ArrayList<>();
        for (PlanBasis.StopThen stop : basis.stops()) {
            List<Integer> homes = members.getOrDefault(stop.name(), List.of());
            if (!homes.isEmpty()) {
                StopDraft.Kind kind = stop.byRoad() ? StopDraft.Kind.ROAD : afloat(cutOff, homes);
                stops.add(new StopDraft(stop.name(), stop.place(), homes, stop.walkM(), stop.cannotWade(), kind, null));
            }
        }
        addNew(stops, parts, demand, byRoad, rest, dry);
        addUnderWay(stops, parts, known);
        return stops;
    }

    private static StopDraft.Kind afloat(Set<Integer> cutOff, List<Integer> homes) {
        return homes.stream().anyMatch(cutOff::contains) ? StopDraft.Kind.CUT_OFF : StopDraft.Kind.FAR_FROM_ROAD;
    }

    /** Stops of the plan before that some vehicle on wheels reaches from a depot and comes back from. */
    private Set<String> reachedByRoad(PlanParts parts, PlanBasis basis) {
        List<PlanBasis.StopThen> stops =
                basis.stops().stream().filter(PlanBasis.StopThen::byRoad).toList();
        Set<String> reached = new HashSet<>();
        if (stops.isEmpty()) {
            return reached;
        }
        List<LonLat> depots =
                parts.depots().stream().map(depot -> depot.place()).toList();
        List<LonLat> places = stops.stream().map(PlanBasis.StopThen::place).toList();
        for (VehicleClass vehicle : parts.classes()) {
            if (!vehicle.onWheels()) {
                continue;
            }
            TravelMatrix out = matrices.find(
                    new MatrixQuery(depots, places, vehicle, parts.disaster().id(), parts.startsAt()));
            TravelMatrix back = matrices.find(
                    new MatrixQuery(places, depots, vehicle, parts.disaster().id(), parts.startsAt()));
            for (int s = 0; s < places.size(); s++) {
                int stop = s;
                if (IntStream.range(0, depots.size())
                        .anyMatch(depot -> out.found(depot, stop) && back.found(stop, depot))) {
                    reached.add(stops.get(s).name());
                }
            }
        }
        return reached;
    }

    private void addNew(
            List<StopDraft> stops,
            PlanParts parts,
            Demand demand,
            RoadStops.Reached byRoad,
            Set<Integer> rest,
            Set<Integer> dry) {
        int[] ashore =
                rest.stream().filter(dry::contains).mapToInt(i -> i).sorted().toArray();
        if (ashore.length > 0) {
            for (StopDraft stop :
                    roads.find(parts, PickedDemand.of(demand, ashore)).stops()) {
                stops.add(new StopDraft(
                        stop.place(),
                        stop.members().stream().map(member -> ashore[member]).toList(),
                        stop.walkM(),
                        stop.cannotWade(),
                        stop.kind()));
            }
        }
        addAfloat(
                stops,
                demand,
                byRoad.cutOff().stream().filter(rest::contains).toList(),
                byRoad.farFromRoad().stream().filter(rest::contains).toList());
    }

    private static void addAfloat(
            List<StopDraft> stops, Demand demand, List<Integer> cutOff, List<Integer> farFromRoad) {
        stops.addAll(BoatStops.find(demand, cutOff, StopDraft.Kind.CUT_OFF));
        stops.addAll(BoatStops.find(demand, farFromRoad, StopDraft.Kind.FAR_FROM_ROAD));
    }

    /** Where teams under way go and nothing else is lacking. */
    private static void addUnderWay(List<StopDraft> stops, PlanParts parts, Map<String, PlanBasis.StopThen> known) {
        for (Call call : parts.begun().day().toCome()) {
            String name = StopDraft.homeName(call.stop());
            if (call.landing() == null
                    && stops.stream().noneMatch(stop -> stop.name().equals(name))) {
                PlanBasis.StopThen then = known.get(name);
                stops.add(new StopDraft(
                        name,
                        call.place(),
                        List.of(),
                        then == null ? 0 : then.walkM(),
                        then == null ? 0 : then.cannotWade(),
                        StopDraft.Kind.UNDER_WAY,
                        null));
            }
        }
    }
}
