package vn.reliefmap.cluster.internal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.reliefmap.access.PersonalData;
import vn.reliefmap.cluster.DeliveryZones;
import vn.reliefmap.cluster.Demand;
import vn.reliefmap.cluster.ZoneCapacity;
import vn.reliefmap.cluster.ZoneReport;
import vn.reliefmap.disaster.Disaster;
import vn.reliefmap.flood.WaterPicture;
import vn.reliefmap.flood.Waters;
import vn.reliefmap.item.Item;
import vn.reliefmap.item.Items;
import vn.reliefmap.kernel.DisasterId;
import vn.reliefmap.kernel.HouseholdId;
import vn.reliefmap.passability.Passability;
import vn.reliefmap.passability.VehicleClass;
import vn.reliefmap.routing.ClassRoads;
import vn.reliefmap.routing.Reach;
import vn.reliefmap.routing.RoadReach;
import vn.reliefmap.routing.TiedPlaces;
import vn.reliefmap.store.DataChanged;
import vn.reliefmap.store.Topic;
import vn.reliefmap.supply.Depot;
import vn.reliefmap.supply.DepotPlaces;
import vn.reliefmap.supply.Depots;

/** Reads needs once, ties homes once for each class, and cuts zones once for each picture of the water. Thread-safe. */
@Component
class HeldDeliveryZones implements DeliveryZones {
    private static final Set<Topic> CHANGES_NEEDS = EnumSet.of(Topic.NEEDS, Topic.HOUSEHOLDS, Topic.ADMIN, Topic.ITEMS);

    private static final int ID_DIGITS = 10;

    private final NeedColumnsQuery query;
    private final Items items;
    private final Depots depots;
    private final ClassCapacity capacities;
    private final RoadReach roads;
    private final Waters waters;
    private final Passability passability;
    private final ZoneLimits limits;
    private final PersonalData personal;
    private final int leastHouseholds;
    private final Map<Kind, Tied> ties = new ConcurrentHashMap<>();
    private volatile Held held = new Held();
    /** As it was when the figures for everyone were published last. */
    private volatile Held published = held;

    HeldDeliveryZones(
            NeedColumnsQuery query,
            Items items,
            Depots depots,
            ClassCapacity capacities,
            RoadReach roads,
            Waters waters,
            Passability passability,
            ZoneLimits limits,
            PersonalData personal,
            @Value("${relief.privacy.least-households:5}") int leastHouseholds) {
        this.query = query;
        this.items = items;
        this.depots = depots;
        this.capacities = capacities;
        this.roads = roads;
        this.waters = waters;
        this.passability = passability;
        this.limits = limits;
        this.personal = personal;
        this.leastHouseholds = leastHouseholds;
    }

    /** @param now true for the homes of now, false for those that are published */
    private record Kind(DisasterId disaster, VehicleClass vehicle, boolean now) {}

    /** @param membership of the households that were tied, see {@link NeedColumns#membership()} */
    private record Tied(ClassRoads roads, TiedPlaces places, long membership) {}

    private record Told(ZoneReport exact, Map<String, ZoneTelling.OpenStop> openStops) {}

    private record Both(ZoneReport exact, ZoneReport forEveryone) {}

    /** What was read and cut since needs, households or supply changed; thrown away as a whole. */
    private record Held(Map<DisasterId, CarryColumns> demands, Map<Kind, Cuts> cuts) {
        Held() {
            this(new ConcurrentHashMap<>(), new ConcurrentHashMap<>());
        }

        Held withOtherSupply() {
            return new Held(demands, new ConcurrentHashMap<>());
        }
    }

    /** Reports on one set of roads, by the identity of the picture: other water is another picture. */
    private record Cuts(ClassRoads roads, Cache<WaterPicture, Both> reports) {
        Cuts(ClassRoads roads) {
            this(roads, Caffeine.newBuilder().weakKeys().maximumSize(50).build());
        }
    }

    @Override
    public String idOf(List<HouseholdId> members) {
        String all = members.stream().map(HouseholdId::toString).sorted().collect(Collectors.joining(" "));
        return "z" + personal.fingerprint("zone " + all).substring(0, ID_DIGITS);
    }

    @Override
    public Demand demand(DisasterId disaster) {
        return carry(held, disaster);
    }

    @Override
    public ZoneReport exact(Disaster disaster, VehicleClass vehicle, Instant at) {
        return both(held, true, disaster, vehicle, at).exact();
    }

    @Override
    public ZoneReport forEveryone(Disaster disaster, VehicleClass vehicle, Instant at) {
        return (disaster.simulated()
                        ? both(held, true, disaster, vehicle, at)
                        : both(published, false, disaster, vehicle, at))
                .forEveryone();
    }

    @Override
    public ZoneReport of(
            Demand demand,
            Disaster disaster,
            VehicleClass vehicle,
            Instant at,
            @Nullable Instant until,
            ZoneCapacity capacity) {
        ClassRoads classRoads = roads.roads(vehicle);
        List<WaterPicture> pictures = waters.pictures(disaster.id(), at, until);
        return cut(demand, classRoads, classRoads.tie(demand), disaster, vehicle, pictures, capacity)
                .exact();
    }

    private Both both(Held then, boolean now, Disaster disaster, VehicleClass vehicle, Instant at) {
        Kind kind = new Kind(disaster.id(), vehicle, now);
        Tied tied = tied(then, kind);
        Cuts cuts = then.cuts()
                .compute(
                        kind,
                        (k, known) -> known != null && known.roads() == tied.roads() ? known : new Cuts(tied.roads()));
        WaterPicture water = waters.picture(disaster.id(), at);
        return cuts.reports().get(water, picture -> {
            ZoneCapacity capacity = capacities.smallest(vehicle, disaster.simulated());
            Demand demand = carry(then, disaster.id());
            Told told = cut(demand, tied.roads(), tied.places(), disaster, vehicle, List.of(picture), capacity);
            return new Both(
                    told.exact(),
                    ZoneSuppression.of(
                            told.exact(),
                            told.openStops(),
                            demand::commune,
                            code -> item(code).tellsOfHealth(),
                            leastHouseholds));
        });
    }

    private CarryColumns carry(Held then, DisasterId disaster) {
        return then.demands().computeIfAbsent(disaster, id -> {
            NeedColumnsQuery.Loaded loaded = query.load(id);
            return new CarryColumns(loaded.columns(), loaded.items().codes());
        });
    }

    private Tied tied(Held then, Kind kind) {
        // Asked first: a class without roads, or no roads at all, is refused before anything is read.
        Tied known = ties.get(kind);
        ClassRoads classRoads = known != null && known.roads().current() ? known.roads() : roads.roads(kind.vehicle());
        CarryColumns demand = carry(then, kind.disaster());
        long membership = demand.columns().membership();
        return ties.compute(
                kind,
                (k, before) -> before != null && before.roads() == classRoads && before.membership() == membership
                        ? before
                        : new Tied(classRoads, classRoads.tie(demand), membership));
    }

    private Told cut(
            Demand demand,
            ClassRoads classRoads,
            TiedPlaces places,
            Disaster disaster,
            VehicleClass vehicle,
            List<WaterPicture> pictures,
            ZoneCapacity capacity) {
        List<Depot> starts = depots.list().stream()
                .filter(depot -> depot.simulated() == disaster.simulated())
                .toList();
        TiedPlaces tiedStarts = classRoads.tie(new DepotPlaces(starts));
        boolean anyDepot = false;
        for (int start = 0; start < tiedStarts.size(); start++) {
            anyDepot |= !tiedStarts.farFromRoad(start);
        }
        Reach reach = classRoads.reach(pictures, tiedStarts, places);
        ZoneLoads loads = new ZoneLoads(
                demand,
                demand.items().stream().mapToDouble(code -> item(code).massKg()).toArray(),
                demand.items().stream()
                        .mapToDouble(code -> item(code).volumeM3())
                        .toArray(),
                capacity);
        HomeWater homes = new HomeWater(demand, pictures, passability);
        ZoneTelling telling = new ZoneTelling(loads, places, reach, starts, limits, homes::wadeable, this::idOf);
        return new Told(telling.report(pictures.get(0), vehicle, anyDepot), telling.openStops());
    }

    private Item item(String code) {
        return items.get(code);
    }

    @EventListener
    synchronized void changed(DataChanged change) {
        if (CHANGES_NEEDS.contains(change.topic())) {
            held = new Held();
        } else if (change.topic() == Topic.PUBLISHED) {
            published = held;
        } else if (change.topic() == Topic.SUPPLY) {
            held = held.withOtherSupply();
            published = published.withOtherSupply();
        }
        // Other roads are noticed by ClassRoads.current(), other water is another picture.
    }
}
