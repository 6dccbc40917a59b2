package vn.reliefmap.demo.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import vn.reliefmap.admin.AdminImport;
import vn.reliefmap.admin.AdminUnit;
import vn.reliefmap.admin.AdminUnits;
import vn.reliefmap.basemap.BasemapFeatures;
import vn.reliefmap.basemap.CurrentBasemap;
import vn.reliefmap.demo.Demo;
import vn.reliefmap.demo.DemoReport;
import vn.reliefmap.disaster.Disaster;
import vn.reliefmap.disaster.Disasters;
import vn.reliefmap.flood.FloodImport;
import vn.reliefmap.geo.LonLat;
import vn.reliefmap.household.HouseholdImport;
import vn.reliefmap.item.Items;
import vn.reliefmap.kernel.ImportLog;
import vn.reliefmap.kernel.ImportSummary;
import vn.reliefmap.kernel.Problem;
import vn.reliefmap.kernel.RowSource;
import vn.reliefmap.kernel.RowSources;
import vn.reliefmap.routing.RoadImport;
import vn.reliefmap.supply.SupplyImport;

/** Loads demos through the same doors as real lists. One load at a time in this process. */
@Component
class SimulatedFlood implements Demo {
    private static final String ROADS = "roads.osm.gz";

    private final Doors doors;
    private final BasemapFeatures basemap;
    private final AdminUnits adminUnits;
    private final Items items;
    private final RowSources files;
    private final LoadedDemo loaded;
    private final Path bundle;
    private final Path generated;

    /** The rooms that take the files in. */
    @Component
    record Doors(
            RoadImport roads,
            AdminImport admin,
            Disasters disasters,
            HouseholdImport households,
            SupplyImport supply,
            FloodImport flood) {}

    SimulatedFlood(
            Doors doors,
            BasemapFeatures basemap,
            AdminUnits adminUnits,
            Items items,
            RowSources files,
            LoadedDemo loaded,
            @Value("${relief.data:data}") Path data,
            @Value("${relief.home}") Path home) {
        this.doors = doors;
        this.basemap = basemap;
        this.adminUnits = adminUnits;
        this.items = items;
        this.files = files;
        this.loaded = loaded;
        this.bundle = data.resolve("demo");
        this.generated = home.resolve("demo");
    }

    @Override
    public synchronized DemoReport bundled(Instant base, ImportLog log) {
        Map<String, ImportSummary> imports = new LinkedHashMap<>();
        roadsIfNone(imports, log);
        return load(bundle, base, imports, log);
    }

    @Override
    public synchronized DemoReport run(long seed, int households, Instant base, ImportLog log) {
        if (households < 1 || households > 2_000_000) {
            throw Problem.badField(
                            "HOUSEHOLDS_RANGE",
                            "households",
                            "1..2000000",
                            "Số hộ mô phỏng phải từ 1 đến 2.000.000.",
                            "The number of simulated households must be 1 to 2,000,000.")
                    .asException();
        }
        Map<String, ImportSummary> imports = new LinkedHashMap<>();
        roadsIfNone(imports, log);
        try {
            new DemoGenerator(DemoLand.of(basemap), items, this::importedCommune, seed).write(households, generated);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return load(generated, base, imports, log);
    }

    @Override
    public synchronized DemoReport load(Path folder, Instant base, ImportLog log) {
        return load(folder, base, new LinkedHashMap<>(), log);
    }

    private void roadsIfNone(Map<String, ImportSummary> imports, ImportLog log) {
        if (basemap.findCurrent().isEmpty()) {
            imports.put(ROADS, doors.roads().load(bundle.resolve(ROADS), true, log));
        }
    }

    private Optional<String> importedCommune(LonLat place) {
        return adminUnits.unitOf(place).filter(unit -> !unit.simulated()).map(AdminUnit::code);
    }

    private DemoReport load(Path folder, Instant at, Map<String, ImportSummary> imports, ImportLog log) {
        Instant base = at.truncatedTo(ChronoUnit.HOURS);
        DemoManifest manifest = manifest(folder);
        String fingerprint = fingerprint(folder, base);
        long replaced = 0;
        Optional<String> before = loaded.fingerprint();
        if (before.isEmpty() || !before.get().equals(fingerprint)) {
            replaced = loaded.forget();
        }
        Disaster disaster =
                doors.disasters().open(manifest.disaster(), true, base.plus(Duration.ofHours(firstHour(manifest))));
        // Remembered before the files go in: whatever a broken load leaves behind, the next one takes away.
        loaded.remember(fingerprint, disaster.id());

        if (manifest.communes()) {
            imports.put("communes.geojson", doors.admin().outlines(folder.resolve("communes.geojson"), true, log));
        }
        for (DemoManifest.Step step : manifest.steps()) {
            FloodImport.Options options = new FloodImport.Options(
                    disaster.id(),
                    base.plus(Duration.ofHours(step.hours())),
                    step.forecast(),
                    null,
                    null,
                    "Mô phỏng / simulated");
            imports.put(step.file(), doors.flood().load(folder.resolve(step.file()), options, log));
        }
        Duration shift = Duration.between(manifest.base(), base);
        try (RowSource rows = new ShiftedRows(files.open(folder.resolve("households.csv.gz")), shift)) {
            imports.put("households.csv.gz", doors.households().load(rows, disaster.id(), true, log));
        }
        try (RowSource rows = files.open(folder.resolve("depots.csv"))) {
            imports.put("depots.csv", doors.supply().depots(rows, true, log));
        }
        try (RowSource rows = files.open(folder.resolve("stock.csv"))) {
            imports.put("stock.csv", doors.supply().stock(rows, true, log));
        }
        try (RowSource rows = files.open(folder.resolve("vehicles.csv"))) {
            imports.put("vehicles.csv", doors.supply().vehicles(rows, true, log));
        }
        return new DemoReport(disaster.id(), disaster.name(), base, replaced, imports);
    }

    private static long firstHour(DemoManifest manifest) {
        return manifest.steps().stream()
                .mapToLong(DemoManifest.Step::hours)
                .min()
                .orElse(0);
    }

    private static DemoManifest manifest(Path folder) {
        try {
            return DemoManifest.read(folder);
        } catch (IOException e) {
            throw Problem.badField(
                            "DEMO_FOLDER",
                            "folder",
                            "a folder with " + DemoManifest.FILE,
                            "Thư mục không phải là dữ liệu mô phỏng: thiếu " + DemoManifest.FILE + ".",
                            "The folder holds no demo: " + DemoManifest.FILE + " is missing.")
                    .asException();
        }
    }

    /** Hash of all files of the demo, of the roads in use and the hour. */
    private String fingerprint(Path folder, Instant base) {
        try (Stream<Path> listed = Files.list(folder)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Path file : new TreeSet<>(listed.filter(Files::isRegularFile).toList())) {
                digest.update(file.getFileName().toString().getBytes(java.nio.charset.StandardCharsets.UTF_8));
                digest.update(Files.readAllBytes(file));
            }
            long importId = basemap.findCurrent().map(CurrentBasemap::importId).orElse(0L);
            return HexFormat.of().formatHex(digest.digest()) + " " + importId + " " + base;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
