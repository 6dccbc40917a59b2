package vn.reliefmap.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import vn.reliefmap.kernel.ImportIssue;
import vn.reliefmap.kernel.ImportIssue.Severity;
import vn.reliefmap.kernel.ProblemException;

class GeoJsonReaderTest {
    private static final String POINT = "{\"type\":\"Point\",\"coordinates\":[107.1,16.8]}";

    private final Path folder;

    GeoJsonReaderTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void featuresComeInOrderWithNumbersAndProperties() throws IOException {
        List<GeoFeature> read = read(
                collection(
                        "{\"type\":\"Feature\",\"properties\":{\"name\":\"Le\u0323\u0302 Thuỷ\",\"depth_m\":1.5,\"n\":null,\"x\":{\"y\":[1]},"
                                + "\"Footprint\":true},\"geometry\":" + POINT + "}",
                        "{\"geometry\":{\"coordinates\":[[107,16],[107.1,16.1]],\"type\":\"LineString\"},\"type\":\"Feature\"}"));
        assertThat(read).extracting(GeoFeature::number).containsExactly(1L, 2L);
        assertThat(read.get(0).text("name")).contains("Lệ Thuỷ");
        assertThat(read.get(0).number("depth_m")).hasValue(1.5);
        assertThat(read.get(0).text("footprint")).contains("true");
        assertThat(read.get(0).properties()).doesNotContainKeys("n", "x");
        assertThat(only(read.get(0)).getCoordinate()).isEqualTo(new Coordinate(107.1, 16.8));
        assertThat(only(read.get(1)).getNumPoints()).isEqualTo(2);
    }

    @Test
    void aDecimalCommaIsReadAndTextThatIsNoNumberSaysSo() throws IOException {
        GeoFeature feature = read(collection(feature("{\"depth\":\"0,75\",\"do_sau\":\"sâu\"}", POINT)))
                .get(0);
        assertThat(feature.number("depth")).hasValue(0.75);
        assertThat(feature.number("do_sau").orElseThrow()).isNaN();
        assertThat(feature.number("none")).isEmpty();
    }

    @Test
    void gzipAndByteOrderMarkAreReadAsIfTheyWereNotThere() throws IOException {
        Path gz = folder.resolve("a.geojson.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(gz))) {
            out.write(("\uFEFF" + collection(feature("{}", POINT))).getBytes(StandardCharsets.UTF_8));
        }
        assertThat(read(gz)).hasSize(1);
    }

    @Test
    void theCrsMemberIsHonouredAndTheCallerOverridesIt() throws IOException {
        String utm =
                "{\"type\":\"FeatureCollection\",\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"urn:ogc:def:crs:EPSG::9212\"}},"
                        + "\"features\":[" + feature("{}", "{\"type\":\"Point\",\"coordinates\":[600000,1850000]}")
                        + "]}";
        Coordinate c = only(read(utm).get(0)).getCoordinate();
        assertThat(c.x).isCloseTo(107.189628272, within(1e-8));
        List<GeoFeature> features = new ArrayList<>();
        GeoJsonReader.read(write(utm), 9211, features::add);
        assertThat(only(features.get(0)).getCoordinate().x).isCloseTo(106.9396, within(1e-4));
    }

    @Test
    void aCrsThatComesAfterTheFeaturesIsNotGuessed() throws IOException {
        String late = "{\"type\":\"FeatureCollection\",\"features\":[" + feature("{}", POINT)
                + "],\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"EPSG:32648\"}}}";
        refused(write(late), "CRS_TOO_LATE");
        refused(
                write(collection().replace("[]", "[],\"crs\":{\"properties\":{\"name\":\"EPSG:77777\"}}")),
                "UNKNOWN_CRS");
    }

    @Test
    void exchangedCoordinatesAreTurnedAndCounted() throws IOException {
        List<GeoFeature> read = new ArrayList<>();
        GeoJsonSummary summary = GeoJsonReader.read(
                write(collection(feature("{}", POINT.replace("107.1,16.8", "16.8,107.1")), feature("{}", POINT))),
                read::add);
        assertThat(read).allMatch(f -> only(f).getCoordinate().equals2D(new Coordinate(107.1, 16.8)));
        assertThat(summary.swapped()).isEqualTo(1);
        assertThat(summary.issues()).singleElement().satisfies(issue -> {
            assertThat(issue.severity()).isEqualTo(Severity.REPAIRED);
            assertThat(issue.code()).isEqualTo("COORDINATES_SWAPPED");
        });
        GeoJsonReader.read(
                write(collection(feature("{}", POINT.replace("107.1,16.8", "1850000,600000")))), 9212, read::add);
        assertThat(only(read.get(2)).getCoordinate().x).isCloseTo(107.189628272, within(1e-8));
    }

    @Test
    void placesOutsideVietnamAreWarnedOfOnce() throws IOException {
        GeoJsonSummary summary = GeoJsonReader.read(
                write(collection(
                        feature("{}", POINT.replace("107.1,16.8", "11.0,45.4")),
                        feature("{}", POINT.replace("107.1,16.8", "11.1,45.4")))),
                f -> {});
        assertThat(summary.outsideVietnam()).isEqualTo(2);
        assertThat(summary.issues()).extracting(ImportIssue::code).containsExactly("OUTSIDE_VIETNAM");
    }

    @Test
    void whatIsWrongWithAGeometryIsSaidByFeature() throws IOException {
        List<GeoFeature> read = read(collection(
                feature("{}", "{\"type\":\"Point\",\"coordinates\":[107,91]}"),
                feature("{}", "{\"type\":\"Point\",\"coordinates\":[NaN,16]}"),
                feature("{}", "{\"type\":\"Point\",\"coordinates\":[107,null]}"),
                feature("{}", "{\"type\":\"Polygon\",\"coordinates\":[]}"),
                feature("{}", "{\"type\":\"Polygon\",\"coordinates\":[[]]}"),
                feature("{}", "null"),
                "{\"type\":\"Feature\"}",
                feature("{}", "{\"type\":\"Circle\",\"coordinates\":[107,16]}"),
                feature("{}", "{\"type\":\"Polygon\",\"coordinates\":[[[107,16],[107.1,16]]]}"),
                feature("{}", "{\"type\":\"Polygon\",\"coordinates\":[107,16]}"),
                feature("{}", "{\"type\":\"Point\",\"coordinates\":[[107,16]]}"),
                feature("{}", "{\"type\":\"LineString\",\"coordinates\":[[107,16]]}"),
                "17",
                feature("{}", POINT)));
        assertThat(read.subList(0, 13))
                .allMatch(f -> f.geometry() == null && f.issues().size() == 1);
        assertThat(read.subList(0, 13))
                .extracting(f -> f.issues().get(0).code())
                .containsExactly(
                        "COORDINATE_RANGE",
                        "COORDINATE_NOT_A_NUMBER",
                        "COORDINATE_NOT_A_NUMBER",
                        "GEOMETRY_EMPTY",
                        "GEOMETRY_EMPTY",
                        "GEOMETRY_MISSING",
                        "GEOMETRY_MISSING",
                        "GEOMETRY_TYPE",
                        "GEOMETRY_FORM",
                        "GEOMETRY_FORM",
                        "GEOMETRY_FORM",
                        "GEOMETRY_FORM",
                        "GEOMETRY_MISSING");
        assertThat(read.get(2).issues().get(0).row()).isEqualTo(3);
        assertThat(read.get(13).issues()).isEmpty();
    }

    @Test
    void anOpenRingIsClosedAndSaid() throws IOException {
        GeoFeature feature = read(collection(
                        feature("{}", "{\"type\":\"Polygon\",\"coordinates\":[[[107,16],[107.1,16],[107.1,16.1]]]}")))
                .get(0);
        assertThat(only(feature).getNumPoints()).isEqualTo(4);
        assertThat(feature.issues()).extracting(ImportIssue::code).containsExactly("RING_OPEN");
    }

    @Test
    void filesThatAreNoGeoJsonEndWithAClearProblem() throws IOException {
        refused(write(""), "FILE_EMPTY");
        refused(write("  \n "), "FILE_EMPTY");
        refused(folder.resolve("nowhere.geojson"), "FILE_NOT_FOUND");
        refused(folder, "FILE_NOT_FOUND");
        refused(write("name;people\nHo;4\n"), "GEOJSON_SYNTAX");
        refused(write("[1,2,3]"), "NOT_GEOJSON");
        refused(write("{\"type\":\"Topology\",\"objects\":{}}"), "NOT_GEOJSON");
        refused(write("{\"type\":\"FeatureCollection\"}"), "NOT_GEOJSON");
        refused(write("{\"type\":\"FeatureCollection\",\"features\":{}}"), "NOT_GEOJSON");
        String whole = collection(feature("{\"name\":\"Hải Lăng\"}", POINT));
        for (int cut = 1; cut < whole.length(); cut++) {
            refused(write(whole.substring(0, cut)), "FILE_TRUNCATED");
        }
        refused(write(whole + "{"), "GEOJSON_SYNTAX");
        Path legacy = folder.resolve("legacy.geojson");
        Files.write(legacy, whole.getBytes(Charset.forName("windows-1258")));
        refused(legacy, "FILE_ENCODING");
        Path cutGzip = folder.resolve("cut.geojson.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(cutGzip))) {
            out.write(whole.repeat(50).getBytes(StandardCharsets.UTF_8));
        }
        byte[] zipped = Files.readAllBytes(cutGzip);
        Files.write(cutGzip, Arrays.copyOf(zipped, zipped.length - 30));
        refused(cutGzip, "FILE_TRUNCATED");
    }

    /** 80 MB in one line of each kind; the test would not end, or take all memory, if one were read as a whole. */
    @Test
    void aHugeLineThatIsNoGeoJsonFailsFast() throws IOException {
        for (String start : new String[] {
            "xxxxxxxx", "\"aaaaaaaa", "{\"a\":\"bbbb", "{\"a\":[1,1,1,1,", "{\"features\":[{\"properties\":{\"a\":[1,1,"
        }) {
            Path file = folder.resolve("huge.geojson");
            byte[] piece = start.substring(start.length() - 2).repeat(1 << 19).getBytes(StandardCharsets.UTF_8);
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
                out.write(start.getBytes(StandardCharsets.UTF_8));
                for (int i = 0; i < 80; i++) {
                    out.write(piece);
                }
            }
            long began = System.nanoTime();
            assertThatThrownBy(() -> GeoJsonReader.read(file, f -> {}))
                    .as(start)
                    .isInstanceOf(ProblemException.class);
            assertThat((System.nanoTime() - began) / 1e9).as(start).isLessThan(10);
        }
    }

    @Test
    void twoHundredThousandFeaturesPassThroughLittleMemory() throws IOException {
        Path file = folder.resolve("many.geojson");
        String one = feature("{\"depth_m\":0.4}", POINT) + ",";
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            out.write("{\"type\":\"FeatureCollection\",\"features\":[".getBytes(StandardCharsets.UTF_8));
            for (int i = 0; i < 200_000; i++) {
                out.write(one.getBytes(StandardCharsets.UTF_8));
            }
            out.write((feature("{}", POINT) + "]}").getBytes(StandardCharsets.UTF_8));
        }
        long[] count = {0};
        GeoJsonReader.read(file, f -> count[0]++);
        assertThat(count[0]).isEqualTo(200_001);
    }

    private static Geometry only(GeoFeature feature) {
        if (feature.geometry() == null) {
            throw new AssertionError("no geometry: " + feature.issues());
        }
        return feature.geometry();
    }

    private static String collection(String... features) {
        return "{\"type\":\"FeatureCollection\",\"features\":[" + String.join(",", features) + "]}";
    }

    private static String feature(String properties, String geometry) {
        return "{\"type\":\"Feature\",\"properties\":" + properties + ",\"geometry\":" + geometry + "}";
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("in.geojson"), text);
    }

    private List<GeoFeature> read(String text) throws IOException {
        return read(write(text));
    }

    private static List<GeoFeature> read(Path file) {
        List<GeoFeature> features = new ArrayList<>();
        GeoJsonReader.read(file, features::add);
        return features;
    }

    private static void refused(Path file, String code) {
        assertThatThrownBy(() -> GeoJsonReader.read(file, f -> {}))
                .as(file.toString())
                .hasMessageStartingWith(code + ":");
    }
}
