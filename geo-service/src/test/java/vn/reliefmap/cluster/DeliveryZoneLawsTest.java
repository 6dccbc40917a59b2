package vn.reliefmap.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static vn.reliefmap.flood.FloodWorld.box;
import static vn.reliefmap.flood.FloodWorld.options;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.reliefmap.disaster.Disaster;
import vn.reliefmap.disaster.Disasters;
import vn.reliefmap.flood.FloodWorld;
import vn.reliefmap.geo.LonLat;
import vn.reliefmap.item.Items;
import vn.reliefmap.kernel.DisasterId;
import vn.reliefmap.passability.VehicleClass;
import vn.reliefmap.routing.RouteAnswer;
import vn.reliefmap.routing.RouteFinder;
import vn.reliefmap.routing.RouteQuery;

/** FEATURE UNDER TEST: the laws of delivery zones, under random water on the hand-drawn village, with the router as judge. */
class DeliveryZoneLawsTest {
    private static final FloodWorld WORLD = ZoneWorld.open();
    private static final Instant SIX = Instant.parse("2020-10-18T06:00:00Z");
    private static final LonLat DEPOT = new LonLat(107.1005, 16.7501);
    private static final LonLat SECOND_DEPOT = new LonLat(107.1299, 16.7402);

    private final Path folder;

    DeliveryZoneLawsTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @BeforeAll
    static void village() throws URISyntaxException {
        ZoneWorld.village(WORLD);
        ZoneWorld.depot(WORLD, DEPOT, true);
        ZoneWorld.depot(WORLD, SECOND_DEPOT, true);
    }

    @AfterAll
    static void close() {
        WORLD.close();
    }

    private static LonLat place(Random random) {
        return new LonLat(107.097 + random.nextDouble() * 0.065, 16.733 + random.nextDouble() * 0.03);
    }

    private Disaster flood(String name, Random random) {
        DisasterId id = WORLD.disaster(name, true);
        List<String> features = new ArrayList<>(List.of(box("\"footprint\":true", 107.0, 16.7, 107.2, 16.8)));
        for (int i = 0; i < 6; i++) {
            LonLat at = place(random);
            double half = 0.0005 + random.nextDouble() * 0.002;
            features.add(box(
                    "\"depth_m\":" + (0.05 + random.nextDouble() * 0.9),
                    at.lon() - half,
                    at.lat() - half,
                    at.lon() + half,
                    at.lat() + half));
        }
        WORLD.load(folder, options(id, SIX.toString()), features.toArray(String[]::new));
        return WORLD.bean(Disasters.class).get(id);
    }

    @ParameterizedTest
    @EnumSource(names = {"MOTORBIKE", "PICKUP", "TRUCK"})
    void nothingIsLostNoLoadIsTooLargeAndNoZoneCrossesWater(VehicleClass vehicle) {
        int cutOff = 0;
        int zones = 0;
        for (int seed = 1; seed <= 5; seed++) {
            Random random = new Random(seed);
            Disaster disaster = flood(vehicle + " " + seed, random);
            Demand demand = RandomDemand.of(random, 120, DeliveryZoneLawsTest::place);
            ZoneCapacity capacity = new ZoneCapacity(60 + random.nextInt(900), 0.2 + random.nextDouble() * 3, false);
            ZoneReport report = zones(demand, disaster, vehicle, capacity);
            nothingIsLost(demand, report);
            loadsFit(demand, report);
            membersAreOnOneSide(demand, report, disaster, vehicle);
            assertThat(zones(demand, disaster, vehicle, capacity)).isEqualTo(report);
            cutOff += report.cutOff().size();
            zones += report.zones().size();
        }
        assertThat(cutOff).isPositive();
        assertThat(zones).isGreaterThan(20);
    }

    @Test
    void aNeedLargerThanTheVehicleIsBroughtInPartsAndOneUnitLargerIsToldApart() {
        Disaster disaster = flood("lớn", new Random(0));
        // 2,500 kg of rice and three tarpaulins of 4.5 kg for one school, on a vehicle for 400 kg.
        Demand school =
                new RandomDemand(List.of(new LonLat(107.105, 16.7501)), List.of(new long[] {2_500_000, 0, 3000, 0}));
        ZoneReport parts = zones(school, disaster, VehicleClass.TRUCK, new ZoneCapacity(400, 2, false));
        assertThat(parts.zones()).hasSize(7);
        assertThat(parts.zones().stream().filter(ZoneReport.Zone::part)).hasSize(6);
        assertThat(parts.zones().stream().map(zone -> zone.stop()))
                .containsOnly(parts.zones().get(0).stop());
        nothingIsLost(school, parts);
        loadsFit(school, parts);

        ZoneReport small = zones(school, disaster, VehicleClass.TRUCK, new ZoneCapacity(4, 2, false));
        assertThat(small.tooLarge()).isNotNull();
        assertThat(amounts(small.tooLarge())).containsExactly(Map.entry("tarp", 3000L));
        nothingIsLost(school, small);

        ZoneReport silly = zones(school, disaster, VehicleClass.TRUCK, new ZoneCapacity(0.2, 2, false));
        assertThat(silly.zones()).isEmpty();
        nothingIsLost(school, silly);
    }

    @Test
    void noHomesAndNothingToBringMakeNoZones() {
        Disaster disaster = flood("không", new Random(0));
        ZoneCapacity capacity = new ZoneCapacity(400, 2, false);
        for (Demand demand : List.of(
                new RandomDemand(List.of(), List.of()),
                new RandomDemand(List.of(DEPOT), List.of(new long[] {0, 0, 0, 0})))) {
            ZoneReport report = zones(demand, disaster, VehicleClass.TRUCK, capacity);
            assertThat(report.zones()).isEmpty();
            assertThat(report.cutOff()).isEmpty();
            assertThat(report.total())
                    .isNotNull()
                    .extracting(ZoneReport.Sums::households)
                    .isEqualTo(0);
        }
        // Cash weighs nothing and is brought all the same.
        Demand cash = new RandomDemand(List.of(DEPOT), List.of(new long[] {0, 0, 0, 5000}));
        assertThat(zones(cash, disaster, VehicleClass.TRUCK, capacity).zones()).hasSize(1);
    }

    private static ZoneReport zones(Demand demand, Disaster disaster, VehicleClass vehicle, ZoneCapacity capacity) {
        return WORLD.bean(DeliveryZones.class).of(demand, disaster, vehicle, SIX, null, capacity);
    }

    private static Map<String, Long> amounts(ZoneReport.@Nullable Sums sums) {
        Map<String, Long> amounts = new HashMap<>();
        if (sums != null) {
            sums.items().forEach(amount -> amounts.put(amount.item(), amount.milli()));
        }
        return amounts;
    }

    private static void nothingIsLost(Demand demand, ZoneReport report) {
        Map<String, Long> asked = new HashMap<>();
        for (int place = 0; place < demand.size(); place++) {
            for (int line = 0; line < demand.lines(place); line++) {
                if (demand.carryMilli(place, line) > 0) {
                    asked.merge(demand.items().get(line), demand.carryMilli(place, line), Long::sum);
                }
            }
        }
        Map<String, Long> told = new HashMap<>();
        List<ZoneReport.Sums> all = new ArrayList<>();
        report.zones().forEach(zone -> all.add(zone.sums()));
        report.cutOff().forEach(island -> all.add(island.sums()));
        for (ZoneReport.Sums sums : Arrays.asList(report.farFromRoad(), report.tooLarge())) {
            if (sums != null) {
                all.add(sums);
            }
        }
        all.forEach(sums -> amounts(sums).forEach((item, milli) -> told.merge(item, milli, Long::sum)));
        assertThat(told).isEqualTo(asked).isEqualTo(amounts(report.total()));
    }

    private static void loadsFit(Demand demand, ZoneReport report) {
        Items items = WORLD.bean(Items.class);
        for (ZoneReport.Zone zone : report.zones()) {
            double kg = 0;
            double m3 = 0;
            for (ZoneReport.Amount amount : zone.sums().items()) {
                kg += amount.milli() / 1000.0 * items.get(amount.item()).massKg();
                m3 += amount.milli() / 1000.0 * items.get(amount.item()).volumeM3();
            }
            assertThat(kg).isLessThanOrEqualTo(report.capacity().kg() * 1.000001);
            assertThat(m3).isLessThanOrEqualTo(report.capacity().m3() * 1.000001);
            assertThat(zone.sums().massKg()).isCloseTo(kg, within(1e-6));
            assertThat(zone.sums().households()).isEqualTo(zone.members().size());
            assertThat(zone.sums().people())
                    .isEqualTo(zone.members().stream().mapToLong(demand::people).sum());
        }
    }

    /** The router finds a way from the depot to every stop and home, none to those cut off, and one inside the zone. */
    private static void membersAreOnOneSide(Demand demand, ZoneReport report, Disaster disaster, VehicleClass vehicle) {
        for (ZoneReport.Zone zone : report.zones()) {
            assertThat(reached(zone.stop(), disaster, vehicle)).isTrue();
            for (int member : zone.members()) {
                LonLat home = home(demand, member);
                assertThat(reached(home, disaster, vehicle)).isTrue();
                // One-way streets are walked both ways, so either direction proves that no water lies between.
                assertThat(found(zone.stop(), home, disaster, vehicle) || found(home, zone.stop(), disaster, vehicle))
                        .as("%s %s from %s", vehicle, home, zone.stop())
                        .isTrue();
            }
            assertThat(zone.walk().longestM())
                    .isGreaterThanOrEqualTo(zone.walk().meanM());
            assertThat(zone.walk().longestM()).isLessThanOrEqualTo(2000 + 500);
        }
        for (ZoneReport.Island island : report.cutOff()) {
            island.members().forEach(member -> assertThat(reached(home(demand, member), disaster, vehicle))
                    .isFalse());
        }
    }

    private static LonLat home(Demand demand, int place) {
        return new LonLat(demand.lon(place), demand.lat(place));
    }

    private static boolean reached(LonLat place, Disaster disaster, VehicleClass vehicle) {
        return found(DEPOT, place, disaster, vehicle) || found(SECOND_DEPOT, place, disaster, vehicle);
    }

    private static boolean found(LonLat from, LonLat to, Disaster disaster, VehicleClass vehicle) {
        return WORLD.bean(RouteFinder.class).find(new RouteQuery(from, to, vehicle, disaster.id(), SIX))
                instanceof RouteAnswer.Found;
    }
}
