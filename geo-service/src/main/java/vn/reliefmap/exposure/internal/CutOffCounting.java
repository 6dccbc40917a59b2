package vn.reliefmap.exposure.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Polygon;
import vn.reliefmap.exposure.Count;
import vn.reliefmap.exposure.CutOffReport;
import vn.reliefmap.exposure.CutOffReport.Area;
import vn.reliefmap.exposure.CutOffReport.Island;
import vn.reliefmap.exposure.CutOffReport.Landing;
import vn.reliefmap.exposure.CutOffReport.Others;
import vn.reliefmap.exposure.CutOffReport.Reconnection;
import vn.reliefmap.flood.WaterPicture;
import vn.reliefmap.flood.WaterStep;
import vn.reliefmap.geo.Geometries;
import vn.reliefmap.passability.VehicleClass;
import vn.reliefmap.routing.BoatLanding;
import vn.reliefmap.routing.BoatLandings;
import vn.reliefmap.routing.CutOffIslands;
import vn.reliefmap.routing.Reach;
import vn.reliefmap.routing.Reopening;

/** Puts one exact report together; made for one report. */
final class CutOffCounting {
    private static final int MOST_ISLANDS = 200;
    private static final int MOST_STRETCHES = 8;
    private static final Polygon NOT_DRAWN = Geometries.FACTORY.createPolygon();
    private static final Comparator<Area> MOST_PEOPLE_FIRST = Comparator.comparingLong(
                    (Area a) -> a.count() == null ? 0 : -a.count().people())
            .thenComparing(a -> String.valueOf(a.code()));

    private final TiedHouseholds tied;
    private final HouseholdColumns households;
    private final UnaryOperator<String> fullName;
    private final CutOffIslands islands;
    private final @Nullable Instant[] islandSince;
    private final @Nullable Instant[] communeSince;

    CutOffCounting(TiedHouseholds tied, Reach reach, UnaryOperator<String> fullName) {
        this.tied = tied;
        this.households = tied.households();
        this.fullName = fullName;
        this.islands = reach.islands();
        this.islandSince = new Instant[islands.count()];
        this.communeSince = new Instant[households.codes().size() + 1];
    }

    /** The step at the report's moment and those before it, the newest first: as far back as somebody was cut off. */
    void lookBack(BitSet now, List<Map.Entry<WaterStep, BitSet>> newestFirst) {
        BitSet still = (BitSet) now.clone();
        Instant since = null;
        for (Map.Entry<WaterStep, BitSet> step : newestFirst) {
            BitSet notYet = (BitSet) still.clone();
            notYet.andNot(step.getValue());
            note(notYet, since);
            still.and(step.getValue());
            since = step.getKey().at();
        }
        note(still, since);
    }

    /** Called for ever earlier times, and once for each household: the last call for a part is the earliest. */
    private void note(BitSet some, @Nullable Instant since) {
        for (int i = some.nextSetBit(0); i >= 0; i = some.nextSetBit(i + 1)) {
            islandSince[islands.of(i)] = since;
            communeSince[commune(i)] = since;
        }
    }

    /**
     * @param whole false leaves out what is costly: closed stretches, reopenings, and the outlines of parts where somebody
     *     was cut off before
     */
    CutOffReport report(
            WaterPicture picture,
            VehicleClass vehicle,
            BitSet now,
            Count total,
            List<CutOffReport.Step> steps,
            boolean whole) {
        int outside = households.codes().size();
        Tally[] communes = new Tally[outside + 1];
        List<Map<Integer, Tally>> ofIslands = new ArrayList<>();
        for (int island = 0; island < islands.count(); island++) {
            ofIslands.add(new TreeMap<>());
        }
        for (int i = now.nextSetBit(0); i >= 0; i = now.nextSetBit(i + 1)) {
            int commune = commune(i);
            if (communes[commune] == null) {
                communes[commune] = new Tally();
            }
            communes[commune].add(households, i);
            ofIslands
                    .get(islands.of(i))
                    .computeIfAbsent(commune, c -> new Tally())
                    .add(households, i);
        }
        List<Area> areas = new ArrayList<>();
        for (int commune = 0; commune < outside; commune++) {
            if (communes[commune] != null) {
                areas.add(area(commune, communes[commune].count(), communeSince[commune]));
            }
        }
        areas.sort(MOST_PEOPLE_FIRST);
        List<Count> sums = new ArrayList<>();
        for (int island = 0; island < islands.count(); island++) {
            sums.add(ofIslands.get(island).values().stream().map(Tally::count).reduce(Count.NONE, Count::plus));
        }
        List<Integer> order = mostPeopleFirst(sums);
        List<Island> told = new ArrayList<>();
        Count rest = Count.NONE;
        for (int place = 0; place < order.size(); place++) {
            int island = order.get(place);
            if (place < MOST_ISLANDS) {
                told.add(island(picture.at(), place, island, sums.get(island), ofIslands.get(island), whole));
            } else {
                rest = rest.plus(sums.get(island));
            }
        }
        return new CutOffReport(
                picture.at(),
                picture.newestObservedAt(),
                picture.forecast(),
                vehicle,
                total,
                tied.farFromRoad(),
                List.copyOf(told),
                order.size() > MOST_ISLANDS ? new Others(order.size() - MOST_ISLANDS, rest) : null,
                List.copyOf(areas),
                null,
                communes[outside] == null ? null : area(outside, communes[outside].count(), communeSince[outside]),
                whole ? reconnection(islands.best()) : null,
                null,
                steps,
                List.of());
    }

    private Island island(Instant now, int place, int island, Count sum, Map<Integer, Tally> communes, boolean whole) {
        List<Area> areas = new ArrayList<>();
        communes.forEach((commune, count) -> areas.add(area(commune, count.count(), null)));
        areas.sort(MOST_PEOPLE_FIRST);
        return new Island(
                id(place),
                sum,
                whole || now.equals(islandSince[island]) ? islands.outline(island) : NOT_DRAWN,
                List.copyOf(areas),
                whole ? islands.cutBy(island, MOST_STRETCHES) : List.of(),
                whole ? reconnection(islands.best(island)) : null,
                islandSince[island]);
    }

    private static List<Integer> mostPeopleFirst(List<Count> islands) {
        return IntStream.range(0, islands.size())
                .boxed()
                .sorted(Comparator.<Integer>comparingLong(i -> -islands.get(i).people())
                        .thenComparing(i -> i))
                .toList();
    }

    /** @param place of a part among those that are told, from 0 */
    private static String id(int place) {
        return "i" + (place + 1);
    }

    /** Where boats take over, for the parts that a report of the same search tells one by one. */
    CutOffReport.Landings landings(VehicleClass boat, BitSet now) {
        Tally[] ofIslands = new Tally[islands.count()];
        Arrays.setAll(ofIslands, island -> new Tally());
        for (int i = now.nextSetBit(0); i >= 0; i = now.nextSetBit(i + 1)) {
            ofIslands[islands.of(i)].add(households, i);
        }
        List<Integer> order =
                mostPeopleFirst(Arrays.stream(ofIslands).map(Tally::count).toList());
        BoatLandings found = islands.landings(boat);
        Map<String, Landing> told = new TreeMap<>();
        for (int place = 0; place < Math.min(order.size(), MOST_ISLANDS); place++) {
            Landing landing = landing(found.best(order.get(place)));
            if (landing != null) {
                told.put(id(place), landing);
            }
        }
        return new CutOffReport.Landings(boat, landing(found.best()), told);
    }

    private @Nullable Landing landing(@Nullable BoatLanding best) {
        return best == null
                ? null
                : new Landing(
                        best.at(),
                        best.roadName(),
                        tied.depot(best.start()),
                        best.truckS(),
                        best.boatS(),
                        best.certain().places(),
                        best.certain().people(),
                        best.unconfirmed().places(),
                        best.unconfirmed().people());
    }

    private Area area(int commune, Count count, @Nullable Instant since) {
        if (commune == households.codes().size()) {
            return new Area(null, null, count, since);
        }
        String code = households.codes().get(commune);
        return new Area(code, fullName.apply(code), count, since);
    }

    private static @Nullable Reconnection reconnection(@Nullable Reopening best) {
        return best == null ? null : new Reconnection(best.stretch(), best.places(), best.people());
    }

    private int commune(int household) {
        int commune = households.commune(household);
        return commune < 0 ? households.codes().size() : commune;
    }
}
