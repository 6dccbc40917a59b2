package vn.reliefmap.exposure.internal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.BitSet;
import java.util.List;
import vn.reliefmap.exposure.Count;
import vn.reliefmap.exposure.CutOffReport;
import vn.reliefmap.flood.WaterPicture;
import vn.reliefmap.routing.ClassRoads;
import vn.reliefmap.routing.PlaceColumns;
import vn.reliefmap.routing.Reach;
import vn.reliefmap.routing.TiedPlaces;
import vn.reliefmap.supply.Depot;

/** All households and depots of one kind, tied to the roads of one class, and what was counted of them. Thread-safe. */
final class TiedHouseholds {
    private final HouseholdColumns households;
    private final ClassRoads roads;
    private final TiedPlaces homes;
    private final TiedPlaces depots;
    private final Count farFromRoad;
    /** By the identity of the picture: other water is another picture. */
    private final Cache<WaterPicture, CutOffSet> sets =
            Caffeine.newBuilder().weakKeys().maximumSize(200).build();

    private final Cache<WaterPicture, CutOffCount> counts =
            Caffeine.newBuilder().weakKeys().maximumSize(200).build();

    /** Who is cut off under one picture; one bit for each household. */
    record CutOffSet(BitSet households, Count count) {}

    /** Both tiers of one answer. */
    record CutOffCount(CutOffReport exact, CutOffReport forEveryone) {}

    TiedHouseholds(HouseholdColumns households, List<Depot> depots, ClassRoads roads) {
        this.households = households;
        this.roads = roads;
        this.homes = roads.tie(households);
        this.depots = roads.tie(new DepotColumns(depots));
        BitSet far = new BitSet(homes.size());
        for (int home = 0; home < homes.size(); home++) {
            far.set(home, homes.farFromRoad(home));
        }
        this.farFromRoad = count(far);
    }

    private record DepotColumns(List<Depot> depots) implements PlaceColumns {
        @Override
        public int size() {
            return depots.size();
        }

        @Override
        public double lon(int place) {
            return depots.get(place).place().lon();
        }

        @Override
        public double lat(int place) {
            return depots.get(place).place().lat();
        }

        @Override
        public int people(int place) {
            return 0;
        }
    }

    HouseholdColumns households() {
        return households;
    }

    Count farFromRoad() {
        return farFromRoad;
    }

    boolean current() {
        return roads.current();
    }

    Reach reach(WaterPicture water) {
        return roads.reach(water, depots, homes);
    }

    CutOffSet under(WaterPicture water) {
        return sets.get(water, picture -> {
            BitSet cutOff = reach(picture).cutOff();
            return new CutOffSet(cutOff, count(cutOff));
        });
    }

    Cache<WaterPicture, CutOffCount> counts() {
        return counts;
    }

    private Count count(BitSet some) {
        long people = 0;
        long vulnerable = 0;
        for (int i = some.nextSetBit(0); i >= 0; i = some.nextSetBit(i + 1)) {
            people += households.people(i);
            vulnerable += households.vulnerablePeople(i);
        }
        return new Count(some.cardinality(), people, vulnerable);
    }
}
