package vn.reliefmap.basemap.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Point;
import vn.reliefmap.basemap.AreaKind;
import vn.reliefmap.basemap.LineKind;
import vn.reliefmap.basemap.MapArea;
import vn.reliefmap.basemap.MapLine;
import vn.reliefmap.geo.Bbox;
import vn.reliefmap.geo.Geometries;
import vn.reliefmap.kernel.ImportIssue;
import vn.reliefmap.kernel.ImportSummary;
import vn.reliefmap.kernel.ProblemException;

class OsmBasemapImportTest {
    private static final Bbox QUANG_TRI = new Bbox(107, 16.6, 107.3, 17);

    private final BasemapFixture fixture = new BasemapFixture();

    @Test
    void theSmallFileBecomesLinesAreasPlacesAndBuildings() {
        ImportSummary summary = load(BasemapFixture.small());

        assertThat(summary.figures())
                .containsEntry("road_lines", 2L)
                .containsEntry("river_lines", 1L)
                .containsEntry("canal_lines", 1L)
                .containsEntry("stream_lines", 2L)
                .containsEntry("rail_lines", 1L)
                .containsEntry("coastline_lines", 1L)
                .containsEntry("places", 2L)
                .containsEntry("buildings", 1L)
                .containsEntry("lagoon_areas", 1L)
                .containsEntry("water_areas", 1L);
        assertThat(summary.read()).isEqualTo(summary.added() + summary.refused());
        assertThat(fixture.issues)
                .extracting(ImportIssue::code)
                .containsExactly("COORDINATE_RANGE", "WAY_WITHOUT_NODES", "MULTIPOLYGON_INCOMPLETE");

        MapLine road =
                fixture.features.listLines(EnumSet.of(LineKind.ROAD), QUANG_TRI).get(0);
        assertThat(road.osmWayId()).isEqualTo(120);
        assertThat(road.name()).isEqualTo("Quốc lộ 1");
        assertThat(road.ref()).isEqualTo("QL1");
        assertThat(road.line().getCoordinate()).isEqualTo(new Coordinate(107.05, 16.86));
        assertThat(fixture.features.listBuildings(QUANG_TRI)).singleElement().satisfies(at -> assertThat(at.lon())
                .isCloseTo(107.1801, within(1e-6)));
    }

    @Test
    void aLakeOfTwoWaysHasItsIslandAsAHole() {
        load(BasemapFixture.small());

        MapArea lagoon = fixture.features
                .listAreas(EnumSet.of(AreaKind.LAGOON), QUANG_TRI)
                .get(0);

        assertThat(lagoon.osmId()).isEqualTo(-200);
        assertThat(lagoon.name()).isEqualTo("Phá Tam Giang");
        assertThat(lagoon.shape().isValid()).isTrue();
        assertThat(lagoon.shape().getArea()).isCloseTo(0.04 * 0.04 - 0.01 * 0.01, within(1e-9));
        assertThat(lagoon.shape().contains(point(107.12, 16.82))).isFalse();
        assertThat(lagoon.shape().contains(point(107.105, 16.82))).isTrue();
    }

    @Test
    void aNameWrittenInNfdIsKeptInNfc() {
        load(BasemapFixture.small());

        assertThat(fixture.features.listPlaces(QUANG_TRI))
                .extracting(place -> place.name() + "/" + place.kind() + "/" + place.population())
                .containsExactly("Ái Tử/town/12000", "Lệ Thuỷ/village/null");
    }

    @Test
    void theSeaLiesRightOfTheCoastline() {
        load(BasemapFixture.small());

        // The coast runs north along 107.19, so the east is sea.
        MapArea sea =
                fixture.features.listAreas(EnumSet.of(AreaKind.SEA), QUANG_TRI).get(0);
        assertThat(sea.shape().contains(point(107.195, 16.855))).isTrue();
        assertThat(sea.shape().contains(point(107.185, 16.855))).isFalse();
    }

    @Test
    void aRepetitionDoublesNothingAndOldImportsAreForgotten() {
        long first = fixture.newImport("first");
        fixture.imports.load(BasemapFixture.small(), first, fixture);
        long rows = fixture.count("basemap_line");
        fixture.imports.load(BasemapFixture.small(), first, fixture);
        assertThat(fixture.count("basemap_line")).isEqualTo(rows);

        long second = fixture.newImport("second");
        fixture.imports.load(BasemapFixture.small(), second, fixture);
        assertThat(fixture.features.findCurrent()).isEmpty();
        assertThat(fixture.features.listLines(Set.of(LineKind.ROAD), QUANG_TRI)).isEmpty();
        fixture.makeCurrent(second);
        fixture.imports.forgetOlderThan(second);

        assertThat(fixture.count("basemap_line")).isEqualTo(rows);
        assertThat(fixture.count("basemap_area where import_id = " + first)).isZero();
        assertThat(fixture.features.listLines(Set.of(LineKind.ROAD), QUANG_TRI)).hasSize(2);
    }

    @Test
    void aBrokenFileIsAProblemAndLeavesTheRowsThatWereThere(@TempDir Path folder) throws IOException {
        long id = fixture.newImport("small");
        fixture.imports.load(BasemapFixture.small(), id, fixture);
        long rows = fixture.count("basemap_line");
        String text = Files.readString(BasemapFixture.small(), StandardCharsets.UTF_8);
        Path cut = Files.writeString(folder.resolve("cut.osm"), text.substring(0, text.length() - 400));
        Path empty = Files.writeString(folder.resolve("empty.osm"), "");
        Path notOsm = Files.writeString(folder.resolve("not.osm"), "<html><body/></html>");
        Path noData = Files.writeString(folder.resolve("nothing.osm"), "<osm version=\"0.6\"></osm>");
        Path oneLine = Files.writeString(folder.resolve("line.osm"), "x".repeat(100_000));
        Path badGz = folder.resolve("cut.osm.gz");
        Files.write(badGz, Arrays.copyOf(gzip(text), 400));

        for (Path file : new Path[] {cut, empty, notOsm, noData, oneLine, badGz}) {
            assertProblem(file, id, "OSM_FILE_BROKEN");
        }
        assertProblem(folder.resolve("absent.osm"), id, "OSM_FILE_MISSING");
        assertThat(fixture.count("basemap_line")).isEqualTo(rows);
    }

    @Test
    void anUnsortedFileIsAProblemThatSaysHowToSort(@TempDir Path folder) throws IOException {
        long id = fixture.newImport("unsorted");
        Path idsDown = Files.writeString(
                folder.resolve("ids.osm"),
                "<osm><node id=\"2\" lat=\"16.8\" lon=\"107.1\"/><node id=\"1\" lat=\"16.8\" lon=\"107.2\"/></osm>");
        Path wayFirst = Files.writeString(
                folder.resolve("way.osm"),
                "<osm><way id=\"5\"><nd ref=\"1\"/><nd ref=\"2\"/></way><node id=\"1\" lat=\"16.8\" lon=\"107.1\"/></osm>");

        assertProblem(idsDown, id, "OSM_FILE_UNSORTED");
        assertProblem(wayFirst, id, "OSM_FILE_UNSORTED");
    }

    @Test
    void aGzippedFileReadsAsThePlainOne(@TempDir Path folder) throws IOException {
        String text = Files.readString(BasemapFixture.small(), StandardCharsets.UTF_8);
        Path gz = Files.write(folder.resolve("small.osm.gz"), gzip(text));

        assertThat(load(gz)).isEqualTo(load(BasemapFixture.small()));
    }

    private ImportSummary load(Path file) {
        long id = fixture.newImport(String.valueOf(file.getFileName()));
        ImportSummary summary = fixture.imports.load(file, id, fixture);
        fixture.makeCurrent(id);
        return summary;
    }

    private void assertProblem(Path file, long importId, String code) {
        assertThatThrownBy(() -> fixture.imports.load(file, importId, fixture))
                .as("%s", file.getFileName())
                .isInstanceOfSatisfying(ProblemException.class, e -> {
                    assertThat(e.problem().code()).isEqualTo(code);
                    assertThat(e.problem().status()).isEqualTo(400);
                });
    }

    private static Point point(double lon, double lat) {
        return Geometries.FACTORY.createPoint(new Coordinate(lon, lat));
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}
