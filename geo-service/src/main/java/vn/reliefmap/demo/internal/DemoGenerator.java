package vn.reliefmap.demo.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.algorithm.locate.PointOnGeometryLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;
import vn.reliefmap.geo.Geometries;
import vn.reliefmap.geo.LonLat;
import vn.reliefmap.item.Items;

/**
 * Makes a folder of import files for a land: communes, households with needs, depots, stock, vehicles and six steps of
 * water. The same land, catalogue, seed and count give the same files.
 */
final class DemoGenerator {
    static final String REF_PREFIX = "MP-";
    /** The water at the door that counts as being in the water, metres. */
    private static final double WET_M = 0.1;

    private static final int BASE_STEP = 4;

    private final DemoLand land;
    private final Items items;
    private final Function<LonLat, Optional<String>> importedCommune;
    private final long seed;
    private final Plane plane;
    private final Ground ground;
    private final List<Settlement> settlements;

    /** @param importedCommune code of the imported (not simulated) unit at a place */
    DemoGenerator(DemoLand land, Items items, Function<LonLat, Optional<String>> importedCommune, long seed) {
        this.land = land;
        this.items = items;
        this.importedCommune = importedCommune;
        this.seed = seed;
        this.plane = land.plane();
        this.ground = new Ground(land, seed);
        this.settlements = Settlement.of(land);
    }

    /** Writes the files into the folder, which is made when it is not there. */
    DemoManifest write(int households, Path folder) throws IOException {
        Files.createDirectories(folder);
        List<Home> homes = Homes.settle(land, ground, settlements, households, seed);
        boolean covered = covered(homes);
        List<Commune> communes = covered ? List.of() : Communes.draw(land, ground, settlements, homes);
        Files.deleteIfExists(folder.resolve("communes.geojson"));
        if (!covered) {
            writeCommunes(communes, folder);
        }
        Map<String, Long> needed = new TreeMap<>();
        int written = writeHouseholds(homes, communes, needed, folder);

        List<FloodStep> steps = RisingWater.steps(ground, unmeasured());
        for (FloodStep step : steps) {
            Files.writeString(folder.resolve(step.fileName()), flood(step));
        }
        List<Depots.Depot> depots = Depots.place(land, ground, settlements, RisingWater.peakM());
        DemoTables table = new DemoTables("ref", "name", "lon", "lat");
        for (Depots.Depot depot : depots) {
            Coordinate at = plane.degrees(depot.at());
            table.row(depot.ref(), depot.name(), OsmXml.millionths(at.x), OsmXml.millionths(at.y));
        }
        table.write(folder.resolve("depots.csv"));
        Depots.vehicles(depots).write(folder.resolve("vehicles.csv"));
        Depots.stock(depots, needed, seed).write(folder.resolve("stock.csv"));

        DemoManifest manifest = new DemoManifest(
                "Lũ mô phỏng " + settlements.get(0).name(),
                seed,
                written,
                DemoManifest.NOMINAL_BASE,
                !covered,
                steps.stream()
                        .map(step -> new DemoManifest.Step(step.fileName(), step.hours(), step.forecast()))
                        .toList());
        manifest.write(folder);
        return manifest;
    }

    /** Whether imported units cover the land: at least half of a sample of homes has one. */
    private boolean covered(List<Home> homes) {
        int step = Math.max(1, homes.size() / 200);
        int asked = 0;
        int found = 0;
        for (int i = 0; i < homes.size(); i += step) {
            asked++;
            found += importedCommune.apply(lonLat(homes.get(i).at())).isPresent() ? 1 : 0;
        }
        return asked > 0 && 2 * found >= asked;
    }

    private static void writeCommunes(List<Commune> communes, Path folder) throws IOException {
        GeoJsonText text = new GeoJsonText();
        for (Commune commune : communes) {
            text.feature(
                    String.join(
                            ",",
                            GeoJsonText.member("code", commune.code()),
                            GeoJsonText.member("name", commune.name()),
                            GeoJsonText.member("full_name", commune.fullName()),
                            "\"population\":" + commune.people()),
                    commune.area());
        }
        Files.writeString(folder.resolve("communes.geojson"), text.finished());
    }

    private int writeHouseholds(List<Home> homes, List<Commune> communes, Map<String, Long> needed, Path folder)
            throws IOException {
        NeedRules rules = new NeedRules(items);
        Chance chance = Chance.of(seed, "needs");
        List<PointOnGeometryLocator> areas = communes.stream()
                .<PointOnGeometryLocator>map(commune -> new IndexedPointInAreaLocator(commune.area()))
                .toList();
        DemoTables table = new DemoTables(
                "ref",
                "people",
                "vulnerable_people",
                "address",
                "commune",
                "lon",
                "lat",
                "precision",
                "needs",
                "urgency",
                "confirmed_at");
        int number = 0;
        for (Home home : homes) {
            Coordinate degrees = plane.degrees(home.at());
            String commune = communes.isEmpty()
                    ? importedCommune.apply(lonLat(home.at())).orElse("")
                    : communeOf(degrees, communes, areas);
            if (commune.isEmpty() && !communes.isEmpty()) {
                continue;
            }
            Settlement near = nearest(home.at());
            NeedRules.Needs needs = rules.of(
                    home,
                    ground.depthM(RisingWater.waterM(BASE_STEP), home.at()),
                    hoursInWater(home.at()),
                    near.urban(),
                    chance);
            needs.lines().forEach(line -> needed.merge(line.item(), line.quantity(), Long::sum));
            Instant confirmedAt = DemoManifest.NOMINAL_BASE.minusSeconds(60L * chance.below(11 * 60));
            number++;
            table.row(
                    String.format(Locale.ROOT, REF_PREFIX + "%06d", number),
                    home.people(),
                    home.vulnerablePeople(),
                    near.name(),
                    commune,
                    OsmXml.millionths(degrees.x),
                    OsmXml.millionths(degrees.y),
                    "exact",
                    needs.lines().stream()
                            .map(line -> line.item() + "=" + line.quantity())
                            .collect(Collectors.joining(";")),
                    needs.lines().isEmpty() ? "" : needs.urgency(),
                    needs.lines().isEmpty() ? "" : confirmedAt);
        }
        table.write(folder.resolve("households.csv.gz"));
        return number;
    }

    private static String communeOf(Coordinate at, List<Commune> communes, List<PointOnGeometryLocator> areas) {
        for (int i = 0; i < communes.size(); i++) {
            if (communes.get(i).area().getEnvelopeInternal().covers(at)
                    && areas.get(i).locate(at) != Location.EXTERIOR) {
                return communes.get(i).code();
            }
        }
        return "";
    }

    private int hoursInWater(Coordinate at) {
        for (int step = 1; step < BASE_STEP; step++) {
            if (ground.depthM(RisingWater.waterM(step), at) >= WET_M) {
                return -RisingWater.hours(step);
            }
        }
        return 0;
    }

    private Settlement nearest(Coordinate at) {
        Settlement best = settlements.get(0);
        for (Settlement settlement : settlements) {
            if (settlement.at().distance(at) < best.at().distance(at)) {
                best = settlement;
            }
        }
        return best;
    }

    /** Around the wettest settlement that is far from the first one: clouds hid it from the satellite. */
    private Geometry unmeasured() {
        Settlement hidden = null;
        double deepest = 0.5;
        for (Settlement settlement : settlements) {
            double depth = ground.depthM(RisingWater.waterM(BASE_STEP), settlement.at());
            if (depth > deepest && settlement.at().distance(settlements.get(0).at()) > 6000) {
                deepest = depth;
                hidden = settlement;
            }
        }
        return hidden == null
                ? Plane.METRES.createPolygon()
                : RisingWater.unmeasuredAround(hidden.at(), 1900, new Noise(seed ^ 81, 1400));
    }

    private String flood(FloodStep step) {
        GeoJsonText text = new GeoJsonText();
        Raster raster = ground.raster();
        Geometry looked = Plane.METRES.toGeometry(new Envelope(
                raster.west() - raster.cellM(),
                raster.west() + (raster.columns() + 1) * raster.cellM(),
                raster.south() - raster.cellM(),
                raster.south() + (raster.rows() + 1) * raster.cellM()));
        text.feature(
                GeoJsonText.member("kind", "footprint"),
                Geometries.multiPolygon(new InDegrees(plane).transform(looked)));
        for (FloodStep.Band band : step.bands()) {
            String depth = "\"depth_m\":"
                    + (band.depthM() == null ? "null" : band.depthM().toString());
            for (Polygon polygon : band.polygons()) {
                text.feature(depth, polygon);
            }
        }
        return text.finished();
    }

    private LonLat lonLat(Coordinate metres) {
        return LonLat.of(plane.degrees(metres));
    }
}
