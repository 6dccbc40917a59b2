package vn.reliefmap.flood;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static vn.reliefmap.flood.FloodWorld.box;
import static vn.reliefmap.flood.FloodWorld.feature;
import static vn.reliefmap.flood.FloodWorld.options;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Coordinate;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.reliefmap.flood.Water.State;
import vn.reliefmap.geo.Geometries;
import vn.reliefmap.geo.GridFiles;
import vn.reliefmap.kernel.DisasterId;
import vn.reliefmap.kernel.ImportIssue;
import vn.reliefmap.kernel.ImportLog;
import vn.reliefmap.kernel.ImportSummary;
import vn.reliefmap.kernel.ProblemException;
import vn.reliefmap.store.Topic;

/** Depths estimated from the height of the ground, on ground whose right answer is known. */
class ElevationTest {
    private static final FloodWorld WORLD = new FloodWorld("vn.reliefmap.flood.http");
    private static final MockMvc HTTP = WORLD.http("FloodExtentEndpoint", "WaterEndpoint");
    private static final Path DA_NANG =
            Path.of(System.getProperty("relief.root", ".")).resolveSibling("shared/data/elevation/danang-srtm30.tif");
    private static final String SIX = "2020-10-18T06:00:00Z";
    private static final String NINE = "2020-10-18T09:00:00Z";
    private static final double CELL = 0.0005;

    private final Path folder;
    private final List<ImportIssue> issues = new ArrayList<>();

    ElevationTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @AfterEach
    void clean() {
        WORLD.jdbc().sql("delete from elevation_grid").update();
        WORLD.changed(Topic.WATER);
    }

    @AfterAll
    static void close() {
        WORLD.close();
    }

    private ImportSummary load(Path file, @Nullable Integer epsg) {
        return WORLD.bean(ElevationImport.class).load(file, epsg, new ImportLog() {
            @Override
            public void issue(ImportIssue issue) {
                issues.add(issue);
            }

            @Override
            public void progress(long rowsDone) {}
        });
    }

    /** Heights over 107.00–107.10, 16.60–16.70; the function is given degrees east and north of the middle. */
    private Path ground(DoubleBinaryOperator heightM) {
        float[][] rows = new float[200][200];
        for (int r = 0; r < 200; r++) {
            for (int c = 0; c < 200; c++) {
                rows[r][c] = (float) heightM.applyAsDouble((c + 0.5) * CELL - 0.05, 0.05 - (r + 0.5) * CELL);
            }
        }
        return GridFiles.geoTiff(folder.resolve("ground.tif"), rows, 107.0, 16.6, CELL, 4326, -9999f);
    }

    private static String circle(String properties, double radiusDeg) {
        StringBuilder ring = new StringBuilder();
        for (int i = 0; i <= 90; i++) {
            double angle = Math.toRadians(4.0 * (i % 90));
            ring.append(i == 0 ? "" : ",")
                    .append("[%s,%s]"
                            .formatted(107.05 + radiusDeg * Math.cos(angle), 16.65 + radiusDeg * Math.sin(angle)));
        }
        return feature(properties, "[[" + ring + "]]");
    }

    private static final String SEEN = box("\"footprint\":true", 107.0, 16.6, 107.1, 16.7);

    private static Water flood(DisasterId disaster, String at, double lon, double lat) {
        return WORLD.waters().picture(disaster, Instant.parse(at)).floodAt(new Coordinate(lon, lat));
    }

    @Test
    void aBowlIsAsDeepAsItsEdgeIsHigh() {
        // 5 m at the edge of the flood (0.02°), 0 in the middle.
        load(ground((x, y) -> 12_500 * (x * x + y * y)), null);
        DisasterId disaster = WORLD.disaster("bát", true);
        WORLD.load(folder, options(disaster, SIX), SEEN, circle("", 0.02));

        for (double r : new double[] {0, 0.005, 0.01, 0.015}) {
            Water water = flood(disaster, SIX, 107.05 + r, 16.65);
            assertThat(water.state()).isEqualTo(State.UNKNOWN);
            assertThat(water.depthM()).isZero();
            assertThat(water.estimatedM()).isCloseTo(5 - 12_500 * r * r, within(0.35));
        }
        assertThat(flood(disaster, SIX, 107.075, 16.65)).isEqualTo(new Water(State.DRY, 0, Instant.parse(SIX)));
        assertThat(WORLD.waters()
                        .picture(disaster, Instant.parse(SIX))
                        .at(new Coordinate(107.05, 16.65))
                        .estimatedM())
                .as("boats ask for what was seen")
                .isNaN();
    }

    @Test
    void theSurfaceOfARiverInFloodFallsWithItsValley() {
        // 2 m fall from north to south over the flood; sides rise by 1 m per 0.002°.
        load(ground((x, y) -> 10 + 25 * y + 500 * Math.abs(x)), null);
        DisasterId disaster = WORLD.disaster("thung lũng", true);
        // 3 m deep along the middle: up to 0.006° on both sides.
        WORLD.load(folder, options(disaster, SIX), SEEN, box("", 107.044, 16.61, 107.056, 16.69));
        for (double lat : new double[] {16.63, 16.65, 16.67}) {
            assertThat(flood(disaster, SIX, 107.0502, lat).estimatedM()).isCloseTo(2.9, within(0.4));
            assertThat(flood(disaster, SIX, 107.0535, lat).estimatedM()).isCloseTo(1.25, within(0.4));
        }
    }

    @Test
    void anEstimateDeepensAnOlderDepthAndNeverMakesItShallower() {
        load(ground((x, y) -> 12_500 * (x * x + y * y)), null);
        DisasterId disaster = WORLD.disaster("sâu thêm", true);
        WORLD.load(
                folder,
                options(disaster, SIX),
                SEEN,
                box("\"depth_m\":0.2", 107.0, 16.6, 107.05, 16.7),
                box("\"depth_m\":9", 107.05, 16.6, 107.1, 16.7));
        WORLD.load(folder, options(disaster, NINE), SEEN, circle("", 0.02));
        WaterPicture picture = WORLD.waters().picture(disaster, Instant.parse(NINE));

        Water deepened = flood(disaster, NINE, 107.045, 16.65);
        assertThat(deepened.state()).isEqualTo(State.WET);
        assertThat(deepened.depthM()).isCloseTo(4.7, within(0.35)).isEqualTo(deepened.estimatedM());
        assertThat(picture.at(new Coordinate(107.045, 16.65)).depthM()).isEqualTo(0.2);
        assertThat(flood(disaster, NINE, 107.055, 16.65)).isEqualTo(new Water(State.WET, 9, Instant.parse(NINE)));
        assertThat(flood(disaster, SIX, 107.045, 16.65).depthM())
                .as("a depth of its own is not corrected")
                .isEqualTo(0.2);
        // A road through the whole bowl finds the deepest place, although no outline is near.
        Water road = picture.floodAlong(Geometries.FACTORY.createLineString(
                new Coordinate[] {new Coordinate(107.0495, 16.62), new Coordinate(107.0495, 16.68)}));
        assertThat(road.depthM()).isCloseTo(5, within(0.35));
    }

    @Test
    void whatCannotBeKnownIsNotEstimated() {
        // No height in the west; a flood on a dome would stand under the ground.
        load(ground((x, y) -> x < -0.01 ? -9999 : 10 - 12_500 * (x * x + y * y)), null);
        DisasterId disaster = WORLD.disaster("không rõ", true);
        WORLD.load(folder, options(disaster, SIX), SEEN, circle("", 0.02));
        assertThat(flood(disaster, SIX, 107.035, 16.65)).isEqualTo(new Water(State.UNKNOWN, 0, Instant.parse(SIX)));
        assertThat(flood(disaster, SIX, 107.05, 16.65).estimatedM()).isNaN();

        // Where the flood ends only because nobody looked on, its edge is no shore.
        DisasterId cut = WORLD.disaster("khung ảnh", true);
        WORLD.load(
                folder,
                options(cut, SIX),
                box("\"footprint\":true", 107.03, 16.63, 107.07, 16.67),
                box("", 107.03, 16.63, 107.07, 16.67));
        assertThat(flood(cut, SIX, 107.05, 16.65)).isEqualTo(new Water(State.UNKNOWN, 0, Instant.parse(SIX)));
    }

    @Test
    void theMapAndThePlaceSayThatItIsAnEstimate() throws Exception {
        load(ground((x, y) -> 12_500 * (x * x + y * y)), null);
        DisasterId disaster = WORLD.disaster("bản đồ", true);
        WORLD.load(folder, options(disaster, SIX), SEEN, circle("", 0.02));
        JsonNode features = json("/api/v1/flood-extents?disaster=" + disaster).get("features");
        List<String> classes = new ArrayList<>();
        features.forEach(f -> classes.add(f.get("properties").get("class").asString()
                + f.get("properties").path("estimated_class").asString("")));
        assertThat(classes)
                .contains("footprint", "unknown", "estimatedd1", "estimatedd3", "estimatedd4", "estimatedd5")
                .doesNotContain("d1", "d2", "d3", "d4", "d5");

        JsonNode place = json("/api/v1/water?lon=107.05&lat=16.65&disaster=" + disaster);
        assertThat(place.get("state").asString()).isEqualTo("unknown");
        assertThat(place.get("depth_m").isNull()).isTrue();
        assertThat(place.get("estimated_m").asDouble()).isCloseTo(5, within(0.4));
        JsonNode dry = json("/api/v1/water?lon=107.09&lat=16.65&disaster=" + disaster);
        assertThat(dry.get("state").asString()).isEqualTo("dry");
        assertThat(dry.get("estimated_m").isNull()).isTrue();
    }

    private static JsonNode json(String path) throws Exception {
        return JsonMapper.shared()
                .readTree(HTTP.perform(get(path)).andReturn().getResponse().getContentAsString());
    }

    @Test
    void theSameFileIsKnownAndThePictureIsAnotherOnlyAfterNewHeights() {
        DisasterId disaster = WORLD.disaster("hai lần", true);
        WORLD.load(folder, options(disaster, SIX), SEEN, circle("", 0.02));
        WaterPicture before = WORLD.waters().picture(disaster, Instant.parse(SIX));
        Path file = ground((x, y) -> 12_500 * (x * x + y * y));
        assertThat(load(file, null).added()).isEqualTo(1);
        WaterPicture after = WORLD.waters().picture(disaster, Instant.parse(SIX));
        assertThat(after.changesSince(before)).isEmpty();
        assertThat(load(file, null).unchanged()).isEqualTo(1);
        assertThat(WORLD.waters().picture(disaster, Instant.parse(SIX))).isSameAs(after);
        WORLD.changed(Topic.WATER);
        assertThat(WORLD.waters().picture(disaster, Instant.parse(SIX))).isSameAs(after);
        assertThat(issues).isEmpty();
    }

    @Test
    void vn2000AndNewerHeightsOverOlderOnes() {
        load(ground((x, y) -> 12_500 * (x * x + y * y)), null);
        // The middle of the bowl, 2 km around, 3 m deeper: EPSG:9212 (600000, 1850000) is 107.1896 E, 16.7247 N.
        float[][] rows = new float[80][80];
        for (float[] row : rows) {
            Arrays.fill(row, -3);
        }
        ImportSummary summary =
                load(GridFiles.geoTiff(folder.resolve("vn.tif"), rows, 584_000, 1_840_600, 25, 9212, null), null);
        assertThat(summary.figures()).containsEntry("crs", "EPSG:9212").containsEntry("lowest_m", -3.0);
        DisasterId disaster = WORLD.disaster("vn2000", true);
        WORLD.load(folder, options(disaster, SIX), SEEN, circle("", 0.02));
        assertThat(flood(disaster, SIX, 107.05, 16.65).estimatedM()).isCloseTo(8, within(0.35));
        assertThat(flood(disaster, SIX, 107.05, 16.665).estimatedM()).isCloseTo(5 - 2.8, within(0.35));
    }

    @Test
    void badFilesAreRefusedWithTheirReason() throws IOException {
        refused(Files.write(folder.resolve("empty.tif"), new byte[0]), null, "FILE_EMPTY");
        refused(Files.writeString(folder.resolve("text.tif"), "not a grid"), null, "NOT_A_GRID");
        refused(folder.resolve("none.tif"), null, "FILE_NOT_FOUND");
        byte[] whole = Files.readAllBytes(ground((x, y) -> 1));
        refused(Files.write(folder.resolve("cut.tif"), Arrays.copyOf(whole, whole.length / 2)), null, "FILE_TRUNCATED");
        refused(ground((x, y) -> -9999), null, "GRID_WITHOUT_DATA");
        refused(ground((x, y) -> Double.NaN), null, "GRID_WITHOUT_DATA");
        refused(ground((x, y) -> x > 0 ? -32_768 : 1), null, "ELEVATION_RANGE");
        refused(ground((x, y) -> 1), 999_999, "UNKNOWN_CRS");
        refused(
                GridFiles.arcGrid(
                        folder.resolve("no.asc"), GridFiles.header(2, 2, 500_000, 1_840_000, 30), "1 2", "3 4"),
                null,
                "CRS_MISSING");
        refused(
                GridFiles.arcGrid(folder.resolve("huge.asc"), GridFiles.header(90_000, 90_000, 107, 16, 0.001), "1"),
                null,
                "GRID_TOO_LARGE");
        assertThat(WORLD.jdbc()
                        .sql("select count(*) from elevation_grid")
                        .query(Long.class)
                        .single())
                .isZero();
        load(
                GridFiles.geoTiff(folder.resolve("far.tif"), new float[][] {{1, 2}, {3, 4}}, 11, 45, 0.01, 4326, null),
                null);
        assertThat(issues).extracting(ImportIssue::code).containsExactly("OUTSIDE_VIETNAM");
    }

    private void refused(Path file, @Nullable Integer epsg, String code) {
        assertThatThrownBy(() -> load(file, epsg)).isInstanceOfSatisfying(ProblemException.class, e -> assertThat(
                        e.problem().code())
                .isEqualTo(code));
    }

    @Test
    void realHeightsNearDaNang() {
        assumeTrue(Files.exists(DA_NANG), "needs ../shared/data/elevation/danang-srtm30.tif");
        long start = System.nanoTime();
        ImportSummary summary = load(DA_NANG, null);
        long imported = System.nanoTime();
        assertThat(summary.figures())
                .containsEntry("cells", 864L * 900)
                .containsEntry("lowest_m", -25.0)
                .containsEntry("highest_m", 686.0);
        double west = WORLD.jdbc()
                .sql("select west from elevation_grid")
                .query(Double.class)
                .single();
        double north = WORLD.jdbc()
                .sql("select north from elevation_grid")
                .query(Double.class)
                .single();
        DisasterId disaster = WORLD.disaster("Đà Nẵng", true);
        WORLD.load(
                folder,
                options(disaster, SIX),
                box("\"footprint\":true", west, north - 0.25, west + 0.24, north),
                box("", west + 0.05, north - 0.2, west + 0.2, north - 0.05));
        long flooded = System.nanoTime();
        FloodDrawing.Drawn drawn =
                WORLD.bean(FloodDrawing.class).draw(WORLD.waters().picture(disaster, Instant.parse(SIX)), null, 11);
        System.out.printf(
                "heights imported in %d ms, %d KB; estimates of 280 km2 drawn in %d ms%n",
                (imported - start) / 1_000_000,
                WORLD.jdbc()
                                .sql("select sum(length(heights)) from elevation_tile")
                                .query(Long.class)
                                .single()
                        / 1024,
                (System.nanoTime() - flooded) / 1_000_000);
        assertThat(drawn.estimated()).isNotEmpty();
        assertThat(drawn.water()).containsOnlyKeys(DepthClass.UNKNOWN);
    }
}
