package vn.reliefmap.cluster.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import vn.reliefmap.cluster.Demand;
import vn.reliefmap.cluster.ZoneReport;
import vn.reliefmap.cluster.ZoneReport.Island;
import vn.reliefmap.cluster.ZoneReport.Reason;
import vn.reliefmap.cluster.ZoneReport.Walk;
import vn.reliefmap.cluster.ZoneReport.Zone;
import vn.reliefmap.flood.WaterPicture;
import vn.reliefmap.geo.LonLat;
import vn.reliefmap.kernel.HouseholdId;
import vn.reliefmap.passability.VehicleClass;
import vn.reliefmap.routing.ClosedStretch;
import vn.reliefmap.routing.CutOffIslands;
import vn.reliefmap.routing.QuickestWays;
import vn.reliefmap.routing.Reach;
import vn.reliefmap.routing.TiedPlaces;
import vn.reliefmap.supply.Depot;

/** Puts one exact report together; made for one report. */
final class ZoneTelling {
    private static final int MOST_STRETCHES = 3;

    private final Demand demand;
    private final ZoneLoads loads;
    private final TiedPlaces tied;
    private final Reach reach;
    private final QuickestWays ways;
    private final List<Depot> depots;
    private final ZoneLimits limits;
    /** Whether an adult on foot stands the water at a home. */
    private final IntPredicate wadeableHome;

    private final Function<List<HouseholdId>, String> idOf;
    private final Map<String, OpenStop> openStops = new HashMap<>();

    ZoneTelling(
            ZoneLoads loads,
            TiedPlaces tied,
            Reach reach,
            List<Depot> depots,
            ZoneLimits limits,
            IntPredicate wadeableHome,
            Function<List<HouseholdId>, String> idOf) {
        this.demand = loads.demand();
        this.loads = loads;
        this.tied = tied;
        this.reach = reach;
        this.ways = reach.ways();
        this.depots = depots;
        this.limits = limits;
        this.wadeableHome = wadeableHome;
        this.idOf = idOf;
    }

    ZoneReport report(WaterPicture picture, VehicleClass vehicle, boolean anyDepot) {
        ZoneSums total = new ZoneSums(loads);
        ZoneSums far = new ZoneSums(loads);
        ZoneSums tooLarge = new ZoneSums(loads);
        for (int place = 0; place < demand.size(); place++) {
            total.add(place, demand::carryMilli);
            if (tied.farFromRoad(place)) {
                far.add(place, demand::carryMilli);
            } else if (ways.of(place) >= 0) {
                tooLarge.add(place, loads::leftOutMilli);
            }
        }
        return new ZoneReport(
                picture.at(),
                picture.newestObservedAt(),
                picture.forecast(),
                vehicle,
                reach.snapshot(),
                loads.capacity(),
                total.told(),
                zones(),
                islands(anyDepot),
                far.orNull(),
                tooLarge.orNull(),
                null);
    }

    /** Zones by id, each with the last junction before its stop: a place that tells of no home. */
    Map<String, OpenStop> openStops() {
        return openStops;
    }

    /** Where a zone is shown to everyone, with the way there from the depot. */
    record OpenStop(LonLat at, double durationS, double distanceM) {}

    private OpenStop openStop(int stop) {
        int point = stop;
        while (!ways.junction(point) && ways.before(point) >= 0) {
            point = ways.before(point);
        }
        return new OpenStop(ways.at(point), ways.seconds(point), ways.metres(point));
    }

    private List<Zone> zones() {
        List<Found> zones = new ArrayList<>();
        for (ZoneCutting.Cut cut : ZoneCutting.of(ways, tied, loads, limits)) {
            ZoneSums sums = new ZoneSums(loads);
            cut.places().forEach(place -> sums.add(place, loads::milli));
            zones.add(new Found(cut, sums.told(), false));
        }
        for (ZoneLoads.Part part : loads.parts()) {
            if (ways.of(part.place()) >= 0) {
                ZoneSums sums = new ZoneSums(loads);
                sums.add(part.place(), (place, line) -> part.milli().get(line));
                zones.add(new Found(
                        new ZoneCutting.Cut(ways.of(part.place()), List.of(part.place())), sums.told(), true));
            }
        }
        zones.sort(Comparator.<Found>comparingLong(zone -> -zone.sums().people())
                .thenComparing(zone -> zone.cut().places().get(0))
                .thenComparing(Found::part));
        Map<String, Integer> named = new HashMap<>();
        return zones.stream().map(zone -> zone(name(zone, named), zone)).toList();
    }

    /** Several loads of one household have the same members; there a number tells them apart. */
    private String name(Found zone, Map<String, Integer> named) {
        String id =
                idOf.apply(zone.cut().places().stream().map(demand::household).toList());
        int number = named.merge(id, 1, Integer::sum);
        return number == 1 ? id : id + "-" + number;
    }

    /** @param part one load of a single need that takes several */
    private record Found(ZoneCutting.Cut cut, ZoneReport.Sums sums, boolean part) {}

    private Zone zone(String id, Found found) {
        ZoneCutting.Cut cut = found.cut();
        ZoneStop stop = new ZoneStop(ways, tied, demand, limits, cut.top(), cut.places());
        double longest = 0;
        double walked = 0;
        long people = 0;
        int cannotWade = 0;
        for (int place : cut.places()) {
            double walk = stop.walkM(place);
            longest = Math.max(longest, walk);
            walked += walk * demand.people(place);
            people += demand.people(place);
            if (!stop.wadeable(place) || !wadeableHome.test(place)) {
                cannotWade++;
            }
        }
        int point = stop.point();
        openStops.put(id, openStop(point));
        return new Zone(
                id,
                found.sums(),
                ways.at(point),
                depots.get(ways.start(point)).id(),
                ways.seconds(point),
                ways.metres(point),
                new Walk(longest, people == 0 ? longest : walked / people, cannotWade == 0, cannotWade),
                communes(cut.places()),
                found.part(),
                cut.places());
    }

    private List<Island> islands(boolean anyDepot) {
        CutOffIslands parts = reach.islands();
        Map<Integer, List<Integer>> members = new TreeMap<>();
        for (int place = 0; place < demand.size(); place++) {
            if (parts.of(place) >= 0 && wants(place)) {
                members.computeIfAbsent(parts.of(place), part -> new ArrayList<>())
                        .add(place);
            }
        }
        List<Island> told = new ArrayList<>();
        members.forEach((part, places) -> {
            ZoneSums sums = new ZoneSums(loads);
            places.forEach(place -> sums.add(place, demand::carryMilli));
            List<ClosedStretch> cutBy = parts.cutBy(part, MOST_STRETCHES);
            Reason reason = !anyDepot ? Reason.NO_DEPOT : cutBy.isEmpty() ? Reason.NO_CONNECTION : Reason.WATER;
            told.add(new Island(
                    "", sums.told(), reason, cutBy, parts.outline(part), communes(places), List.copyOf(places)));
        });
        told.sort(Comparator.<Island>comparingLong(island -> -island.sums().people())
                .thenComparing(island -> island.members().get(0)));
        return IntStream.range(0, told.size())
                .mapToObj(i -> named("i" + (i + 1), told.get(i)))
                .toList();
    }

    private static Island named(String id, Island island) {
        return new Island(
                id,
                island.sums(),
                island.reason(),
                island.cutBy(),
                island.outline(),
                island.communes(),
                island.members());
    }

    private boolean wants(int place) {
        return IntStream.range(0, demand.lines(place)).anyMatch(line -> demand.carryMilli(place, line) > 0);
    }

    private List<String> communes(List<Integer> places) {
        Map<String, Long> people = new HashMap<>();
        for (int place : places) {
            @Nullable String commune = demand.commune(place);
            if (commune != null) {
                people.merge(commune, (long) demand.people(place), Long::sum);
            }
        }
        return people.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .toList();
    }
}
