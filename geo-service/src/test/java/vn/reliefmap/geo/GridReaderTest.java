package vn.reliefmap.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static vn.reliefmap.geo.GridFiles.arcGrid;
import static vn.reliefmap.geo.GridFiles.geoTiff;
import static vn.reliefmap.geo.GridFiles.header;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GridReaderTest {
    private static final float[][] FOUR = {{0.5f, -9999}, {0, 1.25f}};

    @TempDir
    private Path folder = Path.of(".");

    @Test
    void aGeoTiffComesWithItsSystemPlaceAndNodata() {
        Grid grid = GridReader.read(geoTiff(file("a.tif"), FOUR, 600000, 1850000, 30, 9212, -9999f), null);
        assertThat(grid.crs().epsg()).isEqualTo(9212);
        assertThat(values(grid)).containsExactly(0.5f, Float.NaN, 0, 1.25f);
        // Domain facts, section 7: EPSG:9212 (600000, 1850000) = 107.189628272 E, 16.724672682 N.
        double[] lowerLeft = {0, 2};
        grid.toLonLat(lowerLeft);
        assertThat(lowerLeft[0]).isCloseTo(107.189628272, within(2e-8));
        assertThat(lowerLeft[1]).isCloseTo(16.724672682, within(2e-8));
    }

    @Test
    void degreesAndUtmAndTheCallersWord() {
        assertThat(GridReader.read(geoTiff(file("d.tif"), FOUR, 107, 16.6, 0.01, 4326, -9999f), null)
                        .crs()
                        .epsg())
                .isEqualTo(4326);
        Path utm = geoTiff(file("u.tiff"), FOUR, 700000, 1850000, 30, 32648, -9999f);
        assertThat(GridReader.read(utm, null).crs().epsg()).isEqualTo(32648);
        assertThat(GridReader.read(utm, 3405).crs().epsg()).isEqualTo(3405);
        assertThatThrownBy(() -> GridReader.read(utm, 12345678)).hasMessageStartingWith("UNKNOWN_CRS");
    }

    @Test
    void anArcGridIsReadFromTheTopRow() throws IOException {
        Path plain = arcGrid(file("a.asc"), header(2, 2, 107, 16.6, 0.01), "0.5 -9999", "0 1,25");
        assertThat(values(GridReader.read(plain, null))).containsExactly(0.5f, Float.NaN, 0, 1.25f);
        Path packed = file("b.asc.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
            out.write(Files.readAllBytes(plain));
        }
        Grid grid = GridReader.read(packed, null);
        double[] topLeft = {0, 0};
        grid.toLonLat(topLeft);
        assertThat(topLeft).containsExactly(new double[] {107, 16.62}, within(1e-12));
        Path centred =
                arcGrid(file("c.asc"), "NCOLS 1\nNROWS 1\nXLLCENTER 107.005\nYLLCENTER 16.605\nCELLSIZE 0.01", "-9999");
        double[] corner = {0, 1};
        GridReader.read(centred, null).toLonLat(corner);
        assertThat(corner).containsExactly(new double[] {107, 16.6}, within(1e-12));
        assertThat(GridReader.read(centred, null).value(0)).isNaN();
        Path metres = arcGrid(file("m.asc"), header(1, 1, 600000, 1850000, 30), "1");
        assertThatThrownBy(() -> GridReader.read(metres, null)).hasMessageStartingWith("CRS_MISSING");
        assertThat(GridReader.read(metres, 9212).crs().epsg()).isEqualTo(9212);
    }

    @Test
    void whatCannotBeReadSaysWhy() throws IOException {
        refused("FILE_NOT_FOUND", file("none.tif"));
        refused("FILE_EMPTY", Files.createFile(file("empty.tif")));
        refused("NOT_A_GRID", Files.writeString(file("text.tif"), "{\"type\":\"FeatureCollection\"}"));
        refused("FILE_TRUNCATED", arcGrid(file("short.asc"), header(2, 2, 107, 16, 0.1), "1 2", "3"));
        refused("GRID_FORM", arcGrid(file("long.asc"), header(2, 1, 107, 16, 0.1), "1 2 3"));
        refused("GRID_FORM", arcGrid(file("word.asc"), header(2, 1, 107, 16, 0.1), "1 sâu"));
        refused("GRID_FORM", arcGrid(file("head.asc"), "ncols 2\nnrows 2", "1 2", "3 4"));
        refused("GRID_FORM", arcGrid(file("zero.asc"), header(0, 1, 107, 16, 0.1), "1"));
        refused("GRID_TOO_LARGE", arcGrid(file("huge.asc"), header(2_000_000_000, 2_000_000_000, 107, 16, 0.1), "1"));
        refused("COORDINATES_SWAPPED", arcGrid(file("swap.asc"), header(1, 1, 16.6, 107, 0.1), "1"), 4326);
        refused("COORDINATES_SWAPPED", geoTiff(file("swap.tif"), FOUR, 16.6, 107, 0.01, 4326, null), 4326);
        refused("COORDINATE_RANGE", geoTiff(file("far.tif"), FOUR, 600000, 1850000, 30, 32648, null), 4326);
        Path whole = geoTiff(file("whole.tif"), new float[200][300], 107, 16, 0.001, 4326, null);
        byte[] bytes = Files.readAllBytes(whole);
        for (int length : new int[] {8, 60, 400, bytes.length / 2, bytes.length - 1}) {
            Path cut = Files.write(file("cut" + length + ".tif"), Arrays.copyOf(bytes, length));
            assertThatThrownBy(() -> GridReader.read(cut, null))
                    .as("%d bytes", length)
                    .hasMessageMatching("(?s)(FILE_TRUNCATED|FILE_UNREADABLE).*");
        }
    }

    private static void refused(String code, Path file) {
        refused(code, file, null);
    }

    private static void refused(String code, Path file, @Nullable Integer epsg) {
        assertThatThrownBy(() -> GridReader.read(file, epsg))
                .as(file.toString())
                .hasMessageStartingWith(code);
    }

    private static float[] values(Grid grid) {
        float[] values = new float[grid.cells()];
        for (int i = 0; i < values.length; i++) {
            values[i] = grid.value(i);
        }
        return values;
    }

    private Path file(String name) {
        return folder.resolve(name);
    }
}
