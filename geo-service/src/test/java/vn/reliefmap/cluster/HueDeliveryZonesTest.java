package vn.reliefmap.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static vn.reliefmap.flood.FloodWorld.box;
import static vn.reliefmap.flood.FloodWorld.options;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.reliefmap.disaster.Disaster;
import vn.reliefmap.disaster.Disasters;
import vn.reliefmap.flood.FloodWorld;
import vn.reliefmap.geo.LonLat;
import vn.reliefmap.kernel.DisasterId;
import vn.reliefmap.passability.VehicleClass;

/** FEATURE UNDER TEST: delivery zones of a whole flood on real roads; needs ../shared/data/roads/hue.osm.pbf. */
class HueDeliveryZonesTest {
    private static final Path HUE =
            Path.of(System.getProperty("relief.root", ".")).resolveSibling("shared/data/roads/hue.osm.pbf");
    /** As many as the demo province has in need; more by {@code -Drelief.bench.households=500000}. */
    private static final int HOUSEHOLDS = Integer.getInteger("relief.bench.households", 21_000);

    private static final Instant SIX = Instant.parse("2020-10-18T06:00:00Z");

    @Test
    void twentyThousandHomesAreGroupedAndNothingIsLost(@TempDir Path folder) {
        assumeTrue(Files.exists(HUE), "needs " + HUE.getFileName());
        try (FloodWorld world = ZoneWorld.open()) {
            ZoneWorld.roads(world, HUE);
            Random random = new Random(1);
            for (int i = 0; i < 3; i++) {
                ZoneWorld.depot(world, place(random), true);
            }
            DisasterId id = world.disaster("lũ", true);
            List<String> features = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                LonLat at = place(random);
                double half = 0.0005 + random.nextDouble() * 0.003;
                features.add(box(
                        "\"depth_m\":" + (0.05 + random.nextDouble()),
                        at.lon() - half,
                        at.lat() - half,
                        at.lon() + half,
                        at.lat() + half));
            }
            world.load(folder, options(id, SIX.toString()), features.toArray(String[]::new));
            Disaster disaster = world.bean(Disasters.class).get(id);
            Demand demand = RandomDemand.of(random, HOUSEHOLDS, HueDeliveryZonesTest::place);
            for (VehicleClass vehicle :
                    List.of(VehicleClass.TRUCK, VehicleClass.TRUCK, VehicleClass.TRUCK, VehicleClass.MOTORBIKE)) {
                ZoneCapacity capacity = new ZoneCapacity(vehicle == VehicleClass.TRUCK ? 2500 : 80, 12, false);
                long start = System.nanoTime();
                ZoneReport report = world.bean(DeliveryZones.class).of(demand, disaster, vehicle, SIX, null, capacity);
                double seconds = (System.nanoTime() - start) / 1e9;
                System.out.printf(
                        "%d homes, %s: %.2f s, %d zones, %d parts cut off, longest walk %.0f m, mean %.0f m%n",
                        HOUSEHOLDS,
                        vehicle.word(),
                        seconds,
                        report.zones().size(),
                        report.cutOff().size(),
                        report.zones().stream()
                                .mapToDouble(zone -> zone.walk().longestM())
                                .max()
                                .orElse(0),
                        report.zones().stream()
                                .mapToDouble(zone -> zone.walk().meanM())
                                .average()
                                .orElse(0));
                long told = Stream.concat(
                                report.zones().stream().map(ZoneReport.Zone::sums),
                                report.cutOff().stream().map(ZoneReport.Island::sums))
                        .mapToLong(HueDeliveryZonesTest::rice)
                        .sum();
                assertThat(told + rice(report.farFromRoad()) + rice(report.tooLarge()))
                        .isEqualTo(rice(report.total()));
                assertThat(report.cutOff()).isNotEmpty();
            }
        }
    }

    private static long rice(ZoneReport.@Nullable Sums sums) {
        return sums == null
                ? 0
                : sums.items().stream()
                        .filter(amount -> amount.item().equals("rice"))
                        .mapToLong(ZoneReport.Amount::milli)
                        .sum();
    }

    private static LonLat place(Random random) {
        return new LonLat(107.50 + random.nextDouble() * 0.2, 16.40 + random.nextDouble() * 0.17);
    }
}
