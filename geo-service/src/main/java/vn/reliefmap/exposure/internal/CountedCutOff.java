package vn.reliefmap.exposure.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;
import vn.reliefmap.admin.AdminUnit;
import vn.reliefmap.admin.AdminUnits;
import vn.reliefmap.disaster.Disaster;
import vn.reliefmap.exposure.AreaExposure;
import vn.reliefmap.exposure.Count;
import vn.reliefmap.exposure.CutOff;
import vn.reliefmap.exposure.CutOffReport;
import vn.reliefmap.flood.WaterPicture;
import vn.reliefmap.flood.WaterStep;
import vn.reliefmap.flood.Waters;
import vn.reliefmap.passability.VehicleClass;
import vn.reliefmap.routing.ClassRoads;
import vn.reliefmap.routing.Reach;
import vn.reliefmap.routing.RoadReach;
import vn.reliefmap.store.DataChanged;
import vn.reliefmap.supply.Depot;
import vn.reliefmap.supply.Depots;

/** Ties households once for each class, and judges them once for each picture. Thread-safe. */
@Component
final class CountedCutOff implements CutOff {
    private final Waters waters;
    private final UnaryOperator<String> fullName;
    private final Function<Boolean, HouseholdColumns> households;
    private final Supplier<List<Depot>> depots;
    private final RoadReach roads;
    private volatile Held held = new Held();
    /** As it was when the figures for everyone were published last. */
    private volatile Held published = held;

    @Autowired
    CountedCutOff(Waters waters, AdminUnits units, HouseholdReader households, Depots depots, RoadReach roads) {
        this(
                waters,
                code -> units.find(code).map(AdminUnit::fullName).orElse(code),
                households::read,
                depots::list,
                roads);
    }

    /**
     * @param fullName of the commune with the code
     * @param households simulated or real ones
     */
    CountedCutOff(
            Waters waters,
            UnaryOperator<String> fullName,
            Function<Boolean, HouseholdColumns> households,
            Supplier<List<Depot>> depots,
            RoadReach roads) {
        this.waters = waters;
        this.fullName = fullName;
        this.households = households;
        this.depots = depots;
        this.roads = roads;
    }

    private record Kind(boolean simulated, VehicleClass vehicle) {}

    /** What is kept until households or depots change; thrown away as a whole. */
    private record Held(
            Map<Boolean, HouseholdColumns> columns, Map<Kind, TiedHomes> homes, Map<Kind, TiedHouseholds> tied) {
        Held() {
            this(new ConcurrentHashMap<>(), new ConcurrentHashMap<>(), new ConcurrentHashMap<>());
        }

        /** Depots are few and change often; the homes stay tied. */
        Held withOtherDepots() {
            return new Held(columns, homes, new ConcurrentHashMap<>());
        }
    }

    @Override
    public CutOffReport exact(Disaster disaster, VehicleClass vehicle, Instant at) {
        return count(held, disaster, vehicle, at).exact();
    }

    @Override
    public CutOffReport forEveryone(Disaster disaster, VehicleClass vehicle, Instant at) {
        return count(open(disaster), disaster, vehicle, at).forEveryone();
    }

    @Override
    public CutOffReport exactWithLandings(Disaster disaster, VehicleClass vehicle, VehicleClass boat, Instant at) {
        return withLandings(held, disaster, vehicle, boat, at).exact();
    }

    @Override
    public CutOffReport forEveryoneWithLandings(
            Disaster disaster, VehicleClass vehicle, VehicleClass boat, Instant at) {
        return withLandings(open(disaster), disaster, vehicle, boat, at).forEveryone();
    }

    private Held open(Disaster disaster) {
        return disaster.simulated() ? held : published;
    }

    private TiedHouseholds.CutOffCount count(Held now, Disaster disaster, VehicleClass vehicle, Instant at) {
        return count(tied(now, disaster, vehicle), disaster, vehicle, waters.picture(disaster.id(), at));
    }

    private TiedHouseholds.CutOffCount count(
            TiedHouseholds tied, Disaster disaster, VehicleClass vehicle, WaterPicture picture) {
        return tied.counts().get(picture, p -> countAnew(tied, disaster, vehicle, p));
    }

    private TiedHouseholds.CutOffCount withLandings(
            Held now, Disaster disaster, VehicleClass vehicle, VehicleClass boat, Instant at) {
        TiedHouseholds tied = tied(now, disaster, vehicle);
        WaterPicture picture = waters.picture(disaster.id(), at);
        TiedHouseholds.CutOffCount count = count(tied, disaster, vehicle, picture);
        return count.landings().computeIfAbsent(boat, b -> {
            Supplier<Reach> search = search(tied, picture);
            CutOffReport.Landings landings = new CutOffCounting(tied, search.get(), fullName)
                    .landings(b, tied.under(picture, search).households());
            CutOffReport exact = count.exact().with(landings);
            return new TiedHouseholds.CutOffCount(
                    exact, forEveryone(tied, exact).with(count.forEveryone().coming()));
        });
    }

    private TiedHouseholds tied(Held now, Disaster disaster, VehicleClass vehicle) {
        return now.tied.compute(
                new Kind(disaster.simulated(), vehicle),
                (kind, known) -> known != null && known.current() ? known : tie(now, kind));
    }

    private TiedHouseholds tie(Held now, Kind kind) {
        TiedHomes homes = now.homes.compute(
                kind, (k, known) -> known != null && known.roads().current() ? known : tieHomes(now, k));
        return new TiedHouseholds(
                homes,
                depots.get().stream()
                        .filter(depot -> depot.simulated() == kind.simulated())
                        .toList());
    }

    private TiedHomes tieHomes(Held now, Kind kind) {
        // Asked first: a class without roads, or no roads at all, is refused before anything is read.
        ClassRoads classRoads = roads.roads(kind.vehicle());
        return TiedHomes.of(now.columns.computeIfAbsent(kind.simulated(), households), classRoads);
    }

    private TiedHouseholds.CutOffCount countAnew(
            TiedHouseholds tied, Disaster disaster, VehicleClass vehicle, WaterPicture picture) {
        List<CutOffReport.Step> told = new ArrayList<>();
        List<Map.Entry<WaterStep, BitSet>> steps = new ArrayList<>();
        List<CutOffReport.Coming> exactComing = new ArrayList<>();
        List<CutOffReport.Coming> openComing = new ArrayList<>();
        Supplier<Reach> here = search(tied, picture);
        BitSet before = new BitSet();
        for (WaterStep step : waters.steps(disaster.id())) {
            WaterPicture then = waters.picture(disaster.id(), step.at());
            Supplier<Reach> search = then == picture ? here : search(tied, then);
            TiedHouseholds.CutOffSet cutOff = tied.under(then, search);
            told.add(new CutOffReport.Step(step.at(), step.forecast(), cutOff.count()));
            steps.add(Map.entry(step, cutOff.households()));
            // Where nobody is newly cut off, no part and no commune is.
            if (step.at().isAfter(picture.at()) && somebodyIn(cutOff.households(), before)) {
                CutOffReport next = report(tied, vehicle, then, search, steps, told, false);
                addIfAny(CutOffReport.Coming.in(next), exactComing);
                addIfAny(CutOffReport.Coming.in(forEveryone(tied, next)), openComing);
            }
            before = cutOff.households();
        }
        CutOffReport exact = report(tied, vehicle, picture, here, steps, told, true);
        CutOffReport open = forEveryone(tied, exact);
        return new TiedHouseholds.CutOffCount(exact.with(exactComing), open.with(openComing));
    }

    /** One search for both set and report; dropped with the step, because it holds much. */
    private static Supplier<Reach> search(TiedHouseholds tied, WaterPicture water) {
        return SingletonSupplier.of(() -> tied.reach(water));
    }

    private static boolean somebodyIn(BitSet now, BitSet before) {
        BitSet fresh = (BitSet) now.clone();
        fresh.andNot(before);
        return !fresh.isEmpty();
    }

    private static void addIfAny(CutOffReport.@Nullable Coming coming, List<CutOffReport.Coming> all) {
        if (coming != null) {
            all.add(coming);
        }
    }

    private CutOffReport report(
            TiedHouseholds tied,
            VehicleClass vehicle,
            WaterPicture picture,
            Supplier<Reach> search,
            List<Map.Entry<WaterStep, BitSet>> steps,
            List<CutOffReport.Step> told,
            boolean whole) {
        List<Map.Entry<WaterStep, BitSet>> past = new ArrayList<>(steps);
        past.removeIf(step -> step.getKey().at().isAfter(picture.at()));
        Collections.reverse(past);
        TiedHouseholds.CutOffSet now = tied.under(picture, search);
        CutOffCounting counting = new CutOffCounting(tied, search.get(), fullName);
        counting.lookBack(now.households(), past);
        return counting.report(picture, vehicle, now.households(), now.count(), List.copyOf(told), whole);
    }

    private static CutOffReport forEveryone(TiedHouseholds tied, CutOffReport exact) {
        List<String> codes = tied.households().codes();
        List<Count> all = tied.byCommune();
        Map<String, Count> cutOff = new HashMap<>();
        for (CutOffReport.Area area : exact.communes()) {
            if (area.code() != null && area.count() != null) {
                cutOff.put(area.code(), area.count());
            }
        }
        List<AreaExposure> communes = new ArrayList<>();
        for (int place = 0; place < codes.size(); place++) {
            String code = codes.get(place);
            communes.add(new AreaExposure(
                    code, code, all.get(place), cutOff.getOrDefault(code, Count.NONE), Count.NONE, null));
        }
        CutOffReport.Area none = exact.outside();
        Count outside = all.get(codes.size());
        AreaExposure without = outside.households() == 0
                ? null
                : new AreaExposure(
                        null,
                        null,
                        outside,
                        none == null || none.count() == null ? Count.NONE : none.count(),
                        Count.NONE,
                        null);
        Count sum = all.stream().reduce(Count.NONE, Count::plus);
        return Rounding.of(CutOffSuppression.of(exact, sum, communes, without));
    }

    @EventListener
    synchronized void onChange(DataChanged change) {
        switch (change.topic()) {
            case HOUSEHOLDS, ADMIN -> held = new Held();
            case PUBLISHED -> published = held;
            case SUPPLY -> {
                held = held.withOtherDepots();
                published = published.withOtherDepots();
            }
            // The places stay tied; a kept picture may have got new steps beside it, or a step other reports of roads.
            case WATER, ROAD_REPORTS, GAUGES -> {
                held.tied.values().forEach(tied -> tied.counts().invalidateAll());
                published.tied.values().forEach(tied -> tied.counts().invalidateAll());
            }
            default -> {
                // Other roads are noticed by ClassRoads.current(); the rest does not matter here.
            }
        }
    }
}
