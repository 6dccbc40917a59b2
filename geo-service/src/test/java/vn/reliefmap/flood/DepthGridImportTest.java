package vn.reliefmap.flood;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static vn.reliefmap.flood.FloodWorld.box;
import static vn.reliefmap.flood.FloodWorld.options;
import static vn.reliefmap.geo.GridFiles.arcGrid;
import static vn.reliefmap.geo.GridFiles.geoTiff;
import static vn.reliefmap.geo.GridFiles.header;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LineString;
import vn.reliefmap.flood.FloodWorld.Told;
import vn.reliefmap.flood.Water.State;
import vn.reliefmap.geo.Geometries;
import vn.reliefmap.kernel.DisasterId;

/** FEATURE UNDER TEST: grids of depths become water that never understates a cell. */
class DepthGridImportTest {
    private static final FloodWorld WORLD = new FloodWorld();
    private static final String SIX = "2020-10-18T06:00:00Z";
    private static final String NINE = "2020-10-18T09:00:00Z";
    /** Depths at which a vehicle class stops or a boat floats (domain facts, section 2). */
    private static final double[] LIMITS_M = {0.25, 0.3, 0.45, 0.5, 0.6};

    private static int count;

    private final Path folder;
    private final DisasterId disaster = WORLD.disaster("lưới " + ++count, true);

    DepthGridImportTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @AfterAll
    static void close() {
        WORLD.close();
    }

    @Test
    void zeroIsDryAndNodataIsNotLookedAt() {
        Told told = WORLD.load(
                arcGrid(folder.resolve("a.asc"), header(3, 2, 107, 16.6, 0.01), "0.5 0 -9999", "0 1.2 -9999"),
                options(disaster, SIX));
        assertThat(told.summary().added()).isEqualTo(1);
        assertThat(told.figures())
                .containsEntry("cells", 6L)
                .containsEntry("cells_wet", 2L)
                .containsEntry("cells_dry", 2L)
                .containsEntry("cells_without_data", 2L)
                .containsEntry("polygons", 2L)
                .containsEntry("deepest_m", 1.2)
                .containsEntry("crs", "EPSG:4326");
        assertThat(water(SIX, 107.005, 16.615)).isEqualTo(new Water(State.WET, 0.5, Instant.parse(SIX)));
        assertThat(water(SIX, 107.015, 16.605).depthM()).isEqualTo(1.2);
        assertThat(water(SIX, 107.015, 16.615).state()).isEqualTo(State.DRY);
        assertThat(water(SIX, 107.025, 16.605).state()).isEqualTo(State.UNOBSERVED);
    }

    @Test
    void aBorderBelongsToTheDeeperBandAndKeepsItsDecimals() {
        WORLD.load(
                geoTiff(
                        folder.resolve("b.tif"),
                        new float[][] {{0.24f, 0.25f, 0.29f, 0.3f, 0.44f, 0.45f, 0.49f, 0.5f, 0.59f, 0.6f}},
                        107,
                        16.6,
                        0.01,
                        4326,
                        null),
                options(disaster, SIX));
        double[] expected = {0.24, 0.29, 0.29, 0.44, 0.44, 0.49, 0.49, 0.59, 0.59, 0.6};
        for (int i = 0; i < expected.length; i++) {
            assertThat(water(SIX, 107.005 + i * 0.01, 16.605).depthM()).isEqualTo(expected[i]);
        }
    }

    @Test
    void aGridInVn2000LandsWhereItShould() {
        WORLD.load(
                geoTiff(
                        folder.resolve("vn.tif"),
                        new float[][] {{-9999, 0.7f}, {0.2f, 0}},
                        600000,
                        1850000,
                        1000,
                        9212,
                        -9999f),
                options(disaster, SIX));
        // Domain facts, section 7: EPSG:9212 (600000, 1850000) = 107.189628272 E, 16.724672682 N; 1e-5 degrees are a
        // metre.
        assertThat(water(SIX, 107.189629, 16.724674).depthM()).isEqualTo(0.2);
        assertThat(water(SIX, 107.189627, 16.724674).state()).isEqualTo(State.UNOBSERVED);
        assertThat(water(SIX, 107.189629, 16.724671).state()).isEqualTo(State.UNOBSERVED);
        assertThat(water(SIX, 107.1945 + 0.00938, 16.729 + 0.00904).depthM()).isEqualTo(0.7);
        assertThat(water(SIX, 107.1945 + 0.00938, 16.729).state()).isEqualTo(State.DRY);
        assertThat(water(SIX, 107.1945, 16.729 + 0.00904).state()).isEqualTo(State.UNOBSERVED);
    }

    @Test
    void gridsAndExtentsMakeOnePicture() {
        WORLD.load(arcGrid(folder.resolve("a.asc"), header(2, 1, 107, 16.6, 0.01), "0.5 0.8"), options(disaster, SIX));
        WORLD.load(folder, options(disaster, NINE), box("", 107.0, 16.6, 107.01, 16.61));
        assertThat(water(NINE, 107.005, 16.605)).isEqualTo(new Water(State.WET, 0.5, Instant.parse(NINE)));
        assertThat(water(NINE, 107.015, 16.605)).isEqualTo(new Water(State.WET, 0.8, Instant.parse(SIX)));
    }

    @Test
    void theSameGridAgainChangesNothing() {
        Path file = arcGrid(folder.resolve("a.asc"), header(2, 1, 107, 16.6, 0.01), "0.5 0.8");
        assertThat(WORLD.load(file, options(disaster, SIX)).summary().added()).isEqualTo(1);
        assertThat(WORLD.load(file, options(disaster, SIX)).summary().unchanged())
                .isEqualTo(1);
        assertThat(WORLD.load(file, options(disaster, NINE)).summary().added()).isEqualTo(1);
    }

    @Test
    void impossibleDepthsNameTheirCellAndLeaveNothingBehind() {
        refused("GRID_DEPTH_RANGE: .*row 2, column 1.*-0.5.*", "1 2", "-0.5 0");
        refused("GRID_DEPTH_RANGE: .*row 1, column 2.*120.*", "1 120", "0 0");
        refused("GRID_WITHOUT_DATA.*", "-9999 -9999", "NaN -9999");
        assertThatThrownBy(() -> WORLD.load(
                        arcGrid(folder.resolve("t.asc"), header(1, 1, 107, 16.6, 0.01), "1"), options(disaster, null)))
                .hasMessageStartingWith("OBSERVED_AT_MISSING");
        assertThat(WORLD.waters().steps(disaster)).isEmpty();
        Told dry = WORLD.load(
                arcGrid(folder.resolve("d.asc"), header(1, 1, 107, 16.6, 0.01), "0"), options(disaster, SIX));
        assertThat(dry.codes()).containsExactly("GRID_ALL_DRY");
        assertThat(water(SIX, 107.005, 16.605).state()).isEqualTo(State.DRY);
    }

    private void refused(String message, String... rows) {
        assertThatThrownBy(() -> WORLD.load(
                        arcGrid(folder.resolve("r.asc"), header(2, 2, 107, 16.6, 0.01), rows), options(disaster, SIX)))
                .hasMessageMatching("(?s)" + message);
    }

    /** Random grids and lines: no class is judged otherwise than by the cells, and a deeper grid is never shallower. */
    @Test
    void noLimitIsCrossedAndDeeperGridsAreNeverShallower() {
        Random random = new Random(11);
        for (int round = 0; round < 8; round++) {
            DisasterId own = WORLD.disaster("ngẫu nhiên " + round, true);
            int size = 12;
            float[][] shallow = new float[size][size];
            float[][] deep = new float[size][size];
            for (int r = 0; r < size; r++) {
                for (int c = 0; c < size; c++) {
                    shallow[r][c] = random.nextInt(3) == 0 ? 0 : random.nextInt(80) / 100f;
                    deep[r][c] = shallow[r][c] + random.nextInt(60) / 100f;
                }
            }
            double cell = 0.001;
            WORLD.load(geoTiff(folder.resolve("s.tif"), shallow, 107, 16.6, cell, 4326, null), options(own, SIX));
            WORLD.load(geoTiff(folder.resolve("d.tif"), deep, 107, 16.6, cell, 4326, null), options(own, NINE));
            WaterPicture before = WORLD.waters().picture(own, Instant.parse(SIX));
            WaterPicture after = WORLD.waters().picture(own, Instant.parse(NINE));
            for (int r = 0; r < size; r++) {
                for (int c = 0; c < size; c++) {
                    double truth = Double.parseDouble(Float.toString(shallow[r][c]));
                    Coordinate middle = new Coordinate(107 + (c + 0.5) * cell, 16.6 + (size - r - 0.5) * cell);
                    double said = before.at(middle).depthM();
                    assertThat(said).isGreaterThanOrEqualTo(truth);
                    for (double limit : LIMITS_M) {
                        assertThat(said >= limit)
                                .as("%s m said %s", truth, said)
                                .isEqualTo(truth >= limit);
                    }
                }
            }
            for (int i = 0; i < 40; i++) {
                LineString line = Geometries.FACTORY.createLineString(new Coordinate[] {
                    somewhere(random, size * cell), somewhere(random, size * cell), somewhere(random, size * cell)
                });
                assertThat(after.along(line).depthM())
                        .isGreaterThanOrEqualTo(before.along(line).depthM());
            }
        }
    }

    /** A chequerboard of 270,000 cells of 5 m has too many corners; joined, no place is shallower. */
    @Test
    void aGridThatIsTooBrokenUpIsJoinedAndNeverShallower() {
        int size = 520;
        float[][] depths = new float[size][size];
        for (int r = 0; r < size; r++) {
            for (int c = 0; c < size; c++) {
                float wet = (r + c) % 2 == 0 ? 0.05f : 0.2f;
                depths[r][c] = c < 3 ? -9999 : r < 7 ? 0 : wet;
            }
        }
        double cell = 0.00005;
        Told told = WORLD.load(
                geoTiff(folder.resolve("n.tif"), depths, 107, 16.6, cell, 4326, -9999f), options(disaster, SIX));
        assertThat(told.codes()).containsExactly("GRID_COARSENED");
        assertThat((Double) told.figures().get("cell_m")).isBetween(10.0, 12.0);
        WaterPicture picture = WORLD.waters().picture(disaster, Instant.parse(SIX));
        for (int r = 0; r < 40; r++) {
            for (int c = 0; c < 40; c++) {
                Water water = picture.at(new Coordinate(107 + (c + 0.5) * cell, 16.6 + (size - r - 0.5) * cell));
                if (depths[r][c] < 0) {
                    assertThat(water.state()).as("nobody looked").isNotEqualTo(State.DRY);
                } else {
                    assertThat(water.depthM()).isGreaterThanOrEqualTo(Double.parseDouble(Float.toString(depths[r][c])));
                }
            }
        }
        assertThat(picture.at(new Coordinate(107 + 20.5 * cell, 16.6 + (size - 2.5) * cell))
                        .state())
                .isEqualTo(State.DRY);

        // In cells of 30 m they would become wider than a boat's.
        assertThatThrownBy(() -> WORLD.load(
                        geoTiff(folder.resolve("w.tif"), depths, 107, 16.6, 0.0003, 4326, -9999f),
                        options(disaster, NINE)))
                .hasMessageStartingWith("GRID_TOO_DETAILED");
    }

    private static Coordinate somewhere(Random random, double size) {
        return new Coordinate(107 + random.nextDouble() * size, 16.6 + random.nextDouble() * size);
    }

    @Test
    void theMapDrawsTheClassesOfAGrid() {
        WORLD.load(
                arcGrid(folder.resolve("m.asc"), header(4, 1, 107, 16.6, 0.01), "0.05 0.2 0.5 0.55"),
                options(disaster, SIX));
        FloodDrawing.Drawn drawn =
                WORLD.bean(FloodDrawing.class).draw(WORLD.waters().picture(disaster, Instant.parse(SIX)), null, 14);
        assertThat(drawn.water()).containsOnlyKeys(DepthClass.D1, DepthClass.D2);
        assertThat(Objects.requireNonNull(drawn.water().get(DepthClass.D2)).getArea())
                .isCloseTo(2e-4, within(1e-9));
        assertThat(drawn.footprint().getArea()).isCloseTo(4e-4, within(1e-9));
    }

    private Water water(String at, double lon, double lat) {
        return WORLD.waters().picture(disaster, Instant.parse(at)).at(new Coordinate(lon, lat));
    }
}
