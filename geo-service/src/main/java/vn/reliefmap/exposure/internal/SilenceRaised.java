package vn.reliefmap.exposure.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import vn.reliefmap.admin.AdminUnit;
import vn.reliefmap.admin.AdminUnits;
import vn.reliefmap.admin.Hamlet;
import vn.reliefmap.admin.Hamlets;
import vn.reliefmap.disaster.Disaster;
import vn.reliefmap.exposure.Priorities;
import vn.reliefmap.exposure.internal.HomeRows.Home;
import vn.reliefmap.flood.DepthClass;
import vn.reliefmap.flood.WaterPicture;
import vn.reliefmap.flood.Waters;
import vn.reliefmap.kernel.ProblemException;
import vn.reliefmap.passability.VehicleClass;
import vn.reliefmap.routing.ClassRoads;
import vn.reliefmap.routing.RoadReach;
import vn.reliefmap.supply.Depot;
import vn.reliefmap.supply.DepotPlaces;
import vn.reliefmap.supply.Depots;

/** Sums up homes by hamlet under the water of a moment. A home is cut off when no truck reaches it from any depot. */
@Component
class SilenceRaised implements Priorities {
    private static final Comparator<Place> ORDER = Comparator.comparingDouble((Place place) -> -place.score())
            .thenComparing(place -> -place.people())
            .thenComparing(place -> String.valueOf(place.code()));

    private final HomeRows rows;
    private final Waters waters;
    private final RoadReach roads;
    private final Depots depots;
    private final AdminUnits units;
    private final Hamlets hamlets;
    private final Duration silentAfter;
    private final Clock clock;

    @Autowired
    SilenceRaised(
            HomeRows rows,
            Waters waters,
            RoadReach roads,
            Depots depots,
            AdminUnits units,
            Hamlets hamlets,
            @Value("${relief.need.silent-after:12h}") Duration silentAfter) {
        this(rows, waters, roads, depots, units, hamlets, silentAfter, Clock.systemUTC());
    }

    SilenceRaised(
            HomeRows rows,
            Waters waters,
            RoadReach roads,
            Depots depots,
            AdminUnits units,
            Hamlets hamlets,
            Duration silentAfter,
            Clock clock) {
        this.rows = rows;
        this.waters = waters;
        this.roads = roads;
        this.depots = depots;
        this.units = units;
        this.hamlets = hamlets;
        this.silentAfter = silentAfter;
        this.clock = clock;
    }

    @Override
    public List<Place> list(Disaster disaster, Instant at, @Nullable Set<String> mine) {
        Instant now = clock.instant();
        List<Home> homes = rows.list(disaster, mine, now);
        WaterPicture picture = waters.picture(disaster.id(), at);
        BitSet cutOff = cutOff(disaster, homes, picture);
        BitSet inWater = inWater(homes, picture);
        Map<String, Instant> reports = rows.lastReports(disaster);
        Map<String, List<Integer>> byUnit = new LinkedHashMap<>();
        for (int i = 0; i < homes.size(); i++) {
            String unit = homes.get(i).unit();
            byUnit.computeIfAbsent(unit == null ? "" : unit, u -> new ArrayList<>())
                    .add(i);
        }
        Map<String, String> names = new HashMap<>();
        List<Place> places = new ArrayList<>();
        byUnit.forEach((unit, members) -> {
            SilenceScore score = new SilenceScore(now, silentAfter, reports.get(unit));
            members.forEach(i -> score.look(homes.get(i), inWater.get(i), cutOff.get(i)));
            members.forEach(i -> score.add(homes.get(i), inWater.get(i), cutOff.get(i)));
            if (score.matters()) {
                String name = names.computeIfAbsent(unit, this::name);
                places.add(score.place(unit.isEmpty() ? null : unit, name));
            }
        });
        places.sort(ORDER);
        return places;
    }

    private static BitSet inWater(List<Home> homes, WaterPicture picture) {
        WaterPicture water = picture.withoutReports();
        BitSet wet = new BitSet(homes.size());
        for (int i = 0; i < homes.size(); i++) {
            Coordinate place = new Coordinate(homes.get(i).lon(), homes.get(i).lat());
            wet.set(i, DepthClass.of(water.floodAt(place)) != null);
        }
        return wet;
    }

    /** Nobody, while there are no roads to ask. */
    private BitSet cutOff(Disaster disaster, List<Home> homes, WaterPicture picture) {
        List<Depot> starts = depots.list().stream()
                .filter(depot -> depot.simulated() == disaster.simulated())
                .toList();
        if (starts.isEmpty() || homes.isEmpty()) {
            return new BitSet();
        }
        try {
            ClassRoads truckRoads = roads.roads(VehicleClass.TRUCK);
            return truckRoads
                    .reach(
                            picture,
                            truckRoads.tie(new DepotPlaces(starts)),
                            truckRoads.tie(new HomeRows.Columns(homes)))
                    .cutOff();
        } catch (ProblemException e) {
            if (e.problem().code().equals("ROADS_NOT_READY")) {
                return new BitSet();
            }
            throw e;
        }
    }

    private String name(String unit) {
        if (unit.isEmpty()) {
            return "Chưa rõ xã";
        }
        Optional<Hamlet> hamlet = hamlets.byCode(unit);
        String commune = hamlet.map(Hamlet::commune).orElse(unit);
        String full = units.find(commune).map(AdminUnit::fullName).orElse(commune);
        return hamlet.map(h -> h.name() + ", " + full).orElse(full);
    }
}
