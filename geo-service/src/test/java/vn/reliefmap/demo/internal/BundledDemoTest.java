package vn.reliefmap.demo.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.reliefmap.basemap.BasemapFeatures;
import vn.reliefmap.cluster.DeliveryZones;
import vn.reliefmap.cluster.ZoneReport;
import vn.reliefmap.demo.Demo;
import vn.reliefmap.demo.DemoReport;
import vn.reliefmap.disaster.Disaster;
import vn.reliefmap.disaster.Disasters;
import vn.reliefmap.item.Items;
import vn.reliefmap.kernel.ImportIssue;
import vn.reliefmap.kernel.ImportSummary;
import vn.reliefmap.passability.VehicleClass;
import vn.reliefmap.routing.RoadImport;

/**
 * FEATURE UNDER TEST: the bundled folder is what the generator makes of the bundled roads, and loads through the import
 * doors without a remark. {@code mvn -pl geo-service test -Dtest=BundledDemoTest -Drelief.demo.write=true} writes the
 * folder anew (after {@code SketchRoadsTest}, when the roads changed).
 */
class BundledDemoTest {
    private static final Instant BASE = Instant.parse("2026-10-18T06:40:00Z");

    @TempDir
    Path temp;

    @Test
    void theCommittedFilesAreWhatTheGeneratorMakesOfTheRoads() throws IOException {
        try (DemoRooms rooms = new DemoRooms(temp.resolve("home"))) {
            rooms.room(RoadImport.class).load(DemoRooms.FOLDER.resolve("roads.osm.gz"), true, rooms);
            DemoLand land = DemoLand.of(rooms.room(BasemapFeatures.class));
            DemoGenerator generator =
                    new DemoGenerator(land, rooms.room(Items.class), place -> Optional.empty(), Demo.DEFAULT_SEED);
            if (Boolean.getBoolean("relief.demo.write")) {
                generator.write(Demo.DEFAULT_HOUSEHOLDS, DemoRooms.FOLDER);
            }
            Path made = temp.resolve("made");
            generator.write(Demo.DEFAULT_HOUSEHOLDS, made);

            List<Path> files;
            try (var listed = Files.list(made)) {
                files = listed.sorted().toList();
            }
            assertThat(files).hasSize(12);
            for (Path file : files) {
                assertThat(unpacked(DemoRooms.FOLDER.resolve(file.getFileName())))
                        .as(file.getFileName().toString())
                        .isEqualTo(unpacked(file));
            }
        }
    }

    @Test
    void theFilesAreSmall() throws IOException {
        long sum = 0;
        try (var listed = Files.list(DemoRooms.FOLDER)) {
            for (Path file : listed.toList()) {
                assertThat(Files.size(file)).as(file.toString()).isLessThan(3_000_000);
                sum += Files.size(file);
            }
        }
        for (int step = 1; step <= 6; step++) {
            assertThat(Files.size(DemoRooms.FOLDER.resolve("flood-" + step + ".geojson")))
                    .isLessThan(1_000_000);
        }
        assertThat(sum).isLessThan(6_000_000);
    }

    @Test
    void itLoadsWithoutARemarkAndASecondTimeChangesNothing() {
        try (DemoRooms rooms = new DemoRooms(temp)) {
            DemoReport first = rooms.room(Demo.class).bundled(BASE, rooms);

            assertThat(rooms.issues).extracting(ImportIssue::code).isEmpty();
            assertThat(first.base()).isEqualTo(Instant.parse("2026-10-18T06:00:00Z"));
            assertThat(rooms.count("household where simulated and admin_code is not null"))
                    .isGreaterThanOrEqualTo(20_000);
            assertThat(rooms.count("household where admin_code is null or not simulated"))
                    .isZero();
            assertThat(rooms.count("need")).isGreaterThan(10_000);
            assertThat(rooms.count("need where confirmed_at > '2026-10-18 06:00Z'"))
                    .isZero();
            assertThat(rooms.count("need where confirmed_at < '2026-10-17 18:00Z'"))
                    .isZero();
            assertThat(rooms.count("flood_observation")).isEqualTo(6);
            assertThat(rooms.count("flood_observation where forecast")).isEqualTo(2);
            assertThat(rooms.count("depot")).isBetween(3L, 7L);
            everythingStillToCarryIsInAZoneOrToldApart(rooms);
            Map<String, Long> before = counts(rooms);

            DemoReport second = rooms.room(Demo.class).bundled(BASE.plusSeconds(600), rooms);

            assertThat(counts(rooms)).isEqualTo(before);
            assertThat(second.replaced()).isZero();
            assertThat(second.disaster()).isEqualTo(first.disaster());
            assertThat(second.imports().values()).allSatisfy(BundledDemoTest::addedNothing);
        }
    }

    private static void everythingStillToCarryIsInAZoneOrToldApart(DemoRooms rooms) {
        Disaster flood = rooms.room(Disasters.class).list().get(0);
        ZoneReport report = rooms.room(DeliveryZones.class).exact(flood, VehicleClass.TRUCK, BASE);
        Map<String, Long> told = new TreeMap<>();
        Stream.of(
                        report.zones().stream().map(ZoneReport.Zone::sums),
                        report.cutOff().stream().map(ZoneReport.Island::sums),
                        Stream.of(report.farFromRoad(), report.tooLarge()).filter(Objects::nonNull))
                .flatMap(sums -> sums)
                .flatMap(sums -> sums.items().stream())
                .forEach(amount -> told.merge(amount.item(), amount.milli(), Long::sum));
        Map<String, Long> toCarry = new TreeMap<>();
        rooms.room(JdbcClient.class)
                .sql(
                        "select item_code, sum(to_carry * 1000)::bigint milli from need group by 1 having sum(to_carry) > 0")
                .query((rs, row) -> toCarry.put(rs.getString(1), rs.getLong(2)))
                .list();
        assertThat(told).isEqualTo(toCarry).isNotEmpty();
        assertThat(report.zones()).hasSizeGreaterThan(50);
        assertThat(report.cutOff()).isNotEmpty();
    }

    private static void addedNothing(ImportSummary summary) {
        assertThat(summary.added()).isZero();
        assertThat(summary.refused()).isZero();
    }

    static Map<String, Long> counts(DemoRooms rooms) {
        return Map.of(
                "household", rooms.count("household"),
                "need", rooms.count("need"),
                "flood_polygon", rooms.count("flood_polygon"),
                "flood_observation", rooms.count("flood_observation"),
                "admin_unit", rooms.count("admin_unit"),
                "depot", rooms.count("depot"),
                "stock", rooms.count("stock"),
                "vehicle", rooms.count("vehicle"),
                "disaster", rooms.count("disaster"));
    }

    private static byte[] unpacked(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        if (!file.toString().endsWith(".gz")) {
            return bytes;
        }
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            return in.readAllBytes();
        }
    }
}
