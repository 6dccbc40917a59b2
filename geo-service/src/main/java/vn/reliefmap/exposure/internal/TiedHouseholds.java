package vn.reliefmap.exposure.internal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;
import vn.reliefmap.exposure.Count;
import vn.reliefmap.exposure.CutOffReport;
import vn.reliefmap.flood.WaterPicture;
import vn.reliefmap.passability.VehicleClass;
import vn.reliefmap.routing.Reach;
import vn.reliefmap.routing.TiedPlaces;
import vn.reliefmap.supply.Depot;
import vn.reliefmap.supply.DepotPlaces;

/** All households and depots of one kind, tied to the roads of one class, and what was counted of them. Thread-safe. */
final class TiedHouseholds {
    private final TiedHomes homes;
    private final List<Depot> starts;
    private final TiedPlaces depots;
    /** By the identity of the picture: other water is another picture. */
    private final Cache<WaterPicture, CutOffSet> sets =
            Caffeine.newBuilder().weakKeys().maximumSize(200).build();

    private final Cache<WaterPicture, CutOffCount> counts =
            Caffeine.newBuilder().weakKeys().maximumSize(200).build();

    /** Who is cut off under one picture; one bit for each household. */
    record CutOffSet(BitSet households, Count count) {}

    /**
     * Both tiers of one answer.
     *
     * @param landings the same with landings, for the boats that were asked for
     */
    record CutOffCount(
            CutOffReport exact, CutOffReport forEveryone, ConcurrentMap<VehicleClass, CutOffCount> landings) {
        CutOffCount(CutOffReport exact, CutOffReport forEveryone) {
            this(exact, forEveryone, new ConcurrentHashMap<>());
        }
    }

    TiedHouseholds(TiedHomes homes, List<Depot> depots) {
        this.homes = homes;
        this.starts = depots;
        this.depots = homes.roads().tie(new DepotPlaces(depots));
    }

    HouseholdColumns households() {
        return homes.households();
    }

    /** The depot that starts with the number in {@link #reach}. */
    Depot depot(int start) {
        return starts.get(start);
    }

    Count farFromRoad() {
        return homes.farFromRoad();
    }

    /** See {@link HouseholdColumns#byCommune}. */
    List<Count> byCommune() {
        return homes.byCommune();
    }

    boolean current() {
        return homes.roads().current();
    }

    Reach reach(WaterPicture water) {
        return homes.roads().reach(water, depots, homes.places());
    }

    /** @param search of that water, asked only when its set is not known yet */
    CutOffSet under(WaterPicture water, Supplier<Reach> search) {
        return sets.get(water, picture -> {
            BitSet cutOff = search.get().cutOff();
            return new CutOffSet(cutOff, homes.households().count(cutOff));
        });
    }

    Cache<WaterPicture, CutOffCount> counts() {
        return counts;
    }
}
