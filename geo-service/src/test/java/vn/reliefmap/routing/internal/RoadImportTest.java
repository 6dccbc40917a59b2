package vn.reliefmap.routing.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.health.contributor.Status;
import vn.reliefmap.geo.LonLat;
import vn.reliefmap.kernel.ImportSummary;
import vn.reliefmap.kernel.ProblemException;
import vn.reliefmap.passability.VehicleClass;
import vn.reliefmap.routing.RoadNetwork;
import vn.reliefmap.routing.RouteAnswer;
import vn.reliefmap.store.DataChanged;
import vn.reliefmap.store.Topic;

/** FEATURE UNDER TEST: road files come in whole or not at all, and a running server follows. */
class RoadImportTest {
    private static final LonLat A = new LonLat(107.1005, 16.7501);
    private static final LonLat C = new LonLat(107.121, 16.7501);

    private final Path home;
    private final Path files;
    private final RoadTown town;

    RoadImportTest(@TempDir Path home, @TempDir Path files) {
        this.home = home;
        this.files = files;
        this.town = new RoadTown(home);
    }

    @AfterEach
    void close() {
        town.close();
    }

    @Test
    void b01_theVillageIsCountedAndDrawn() {
        ImportSummary summary = town.load(RoadTown.VILLAGE);
        assertThat(summary.read()).isEqualTo(13);
        assertThat(summary.added()).isEqualTo(13);
        assertThat(summary.figures())
                .containsEntry("highway_ways", 13L)
                .containsEntry("ways_in_graph", 12L)
                .containsKeys("graph_nodes", "graph_edges", "graph_km", "highway_km");
        assertThat(number("select count(*) from basemap_line where kind = 'road'"))
                .isPositive();
        assertThat(number("select count(*) from road_import where is_current and simulated and extent is not null"))
                .isEqualTo(1);
    }

    @Test
    void b02_theSameFileAgainChangesNothing() {
        town.load(RoadTown.VILLAGE);
        long id = town.graph().importId();
        long lines = number("select count(*) from basemap_line");
        ImportSummary again = town.load(RoadTown.VILLAGE);
        assertThat(again.unchanged()).isEqualTo(13);
        assertThat(again.added()).isZero();
        assertThat(town.graph().importId()).isEqualTo(id);
        assertThat(number("select count(*) from basemap_line")).isEqualTo(lines);
        assertThat(folders()).containsExactly(Long.toString(id));
    }

    @Test
    void b03_aBrokenFileIsNamedAndTheOldGraphStaysInUse() throws IOException {
        town.load(RoadTown.VILLAGE);
        long id = town.graph().importId();
        byte[] village = Files.readAllBytes(RoadTown.VILLAGE);
        String text = new String(village, StandardCharsets.UTF_8);
        byte[] gz = gzip(village);
        byte[] header = pbfHeader(100);

        refused("ROADS_FILE_MISSING", files.resolve("nothing.osm.pbf"));
        refused("ROADS_FILE_EMPTY", file("empty.osm.pbf", new byte[0]));
        refused("ROADS_FILE_FORM", file("page.osm.pbf", "<html><body>404</body></html>"));
        refused("ROADS_FILE_FORM", file("page.osm.gz", gzip("<html></html>".getBytes(StandardCharsets.UTF_8))));
        refused("ROADS_FILE_FORM", file("noise.osm", new byte[5000]));
        refused("ROADS_FILE_TRUNCATED", file("cut.osm.gz", Arrays.copyOf(gz, gz.length - 30)));
        refused("ROADS_FILE_TRUNCATED", file("cut.osm.pbf", header));
        refused("ROADS_FILE_BROKEN", file("noise.osm.pbf", Arrays.copyOf(header, header.length + 100)));
        refused("ROADS_FILE_BROKEN", file("cut.osm", text.substring(0, text.length() / 2)));
        refused("ROADS_FILE_ORDER", file("unsorted.osm", unsorted(text)));
        refused("ROADS_FILE_NO_ROADS", file("bare.osm", text.replace("\"highway\"", "\"waterway\"")));

        assertThat(town.table.findCurrentId()).hasValue(id);
        assertThat(number("select count(*) from road_import")).isEqualTo(1);
        assertThat(folders()).containsExactly(Long.toString(id));
        assertThat(town.route(VehicleClass.CAR, A, C, null)).isInstanceOf(RouteAnswer.Found.class);
    }

    @Test
    void b04_aRunningServerSwapsToTheNewRoadsWhenItHearsOfThem() throws IOException {
        town.load(RoadTown.VILLAGE);
        RoadGraph before = town.graph();
        RouteAnswer.Found old = (RouteAnswer.Found) town.route(VehicleClass.CAR, A, C, null);
        String text = Files.readString(RoadTown.VILLAGE);
        // The bridge is gone.
        String next = text.replaceAll("(?s)<way id=\"102\">.*?</way>", "");
        town.roads.load(file("next.osm", next), true, new RoadTown.Silence());

        assertThat(town.graph()).isSameAs(before);
        town.network.changed(new DataChanged(Topic.WATER, 1));
        town.network.changed(new DataChanged(Topic.ROADS, 2));
        awaitOtherThan(before);

        RouteAnswer.Found now = (RouteAnswer.Found) town.route(VehicleClass.CAR, A, C, null);
        assertThat(now.distanceM()).isGreaterThan(old.distanceM() + 2000);
        assertThat(folders()).containsExactly(Long.toString(town.graph().importId()));
        assertThat(number("select count(distinct import_id) from basemap_line")).isEqualTo(1);
        // Whoever began with the old graph ends with it.
        assertThat(before.snap(VehicleClass.CAR, A).isValid()).isTrue();
    }

    @Test
    void b05_withoutAnyRoadsTheServerIsHealthyAndSaysWhatToDo() {
        assertThatThrownBy(town::graph).isInstanceOfSatisfying(ProblemException.class, e -> {
            assertThat(e.problem().code()).isEqualTo("ROADS_NOT_READY");
            assertThat(e.problem().status()).isEqualTo(503);
            assertThat(e.problem().en()).contains("./relief import roads");
        });
        assertThat(new GraphHealth(town.network).health().getStatus()).isEqualTo(Status.UP);
        assertThat(town.network.state()).isEqualTo(RoadNetwork.State.EMPTY);
    }

    @Test
    void b06_aMissingOrDamagedGraphIsSaidAndMendedByImportingAgain() throws IOException {
        town.load(RoadTown.VILLAGE);
        long id = town.graph().importId();
        try (Stream<Path> parts = Files.list(town.folders.of(id))) {
            for (Path part : parts.toList()) {
                Files.write(part, new byte[] {1, 2, 3});
            }
        }
        CurrentRoadNetwork restarted = new CurrentRoadNetwork(town.table, town.folders, 500, Duration.ofSeconds(60));
        assertThat(new GraphHealth(restarted).health().getStatus()).isEqualTo(Status.OUT_OF_SERVICE);
        assertThatThrownBy(restarted::require).hasMessageContaining("ROADS_NOT_READY");
        assertThat(restarted.state()).isEqualTo(RoadNetwork.State.BROKEN);
        assertThat(new GraphHealth(restarted).health().getStatus()).isEqualTo(Status.DOWN);
        restarted.destroy();

        town.folders.remove(id);
        assertThat(town.load(RoadTown.VILLAGE).added()).isEqualTo(13);
        assertThat(town.route(VehicleClass.CAR, A, C, null)).isInstanceOf(RouteAnswer.Found.class);
    }

    @Test
    void b07_twoImportsAtOnceAreOneTooMany() {
        town.folders.alone(() -> {
            refused("ROADS_IMPORT_RUNNING", RoadTown.VILLAGE);
            return true;
        });
    }

    private void awaitOtherThan(RoadGraph before) {
        org.assertj.core.api.Assertions.assertThat(java.util.concurrent.CompletableFuture.runAsync(() -> {
                    while (town.graph() == before) {
                        Thread.onSpinWait();
                    }
                }))
                .succeedsWithin(Duration.ofSeconds(30));
    }

    private void refused(String code, Path file) {
        assertThatThrownBy(() -> town.roads.load(file, true, new RoadTown.Silence()))
                .as(String.valueOf(file.getFileName()))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().code()).isEqualTo(code));
    }

    private List<String> folders() {
        try (Stream<Path> entries = Files.list(home.resolve("graph"))) {
            return entries.filter(Files::isDirectory)
                    .map(p -> String.valueOf(p.getFileName()))
                    .toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private long number(String sql) {
        return town.jdbc.sql(sql).query(Long.class).single();
    }

    private Path file(String name, String text) {
        return file(name, text.getBytes(StandardCharsets.UTF_8));
    }

    private Path file(String name, byte[] bytes) {
        return RoadTown.write(files.resolve(name), bytes);
    }

    private static String unsorted(String text) {
        int ways = text.indexOf("<way id=\"101\">");
        int nodes = text.indexOf("<node id=\"1\"");
        int end = text.indexOf("</osm>");
        return text.substring(0, nodes) + text.substring(ways, end) + text.substring(nodes, ways) + "</osm>";
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gz = new GZIPOutputStream(out)) {
            gz.write(bytes);
        }
        return out.toByteArray();
    }

    /** The start of a PBF file: a blob header that promises so many bytes, and nothing after it. */
    private static byte[] pbfHeader(int promised) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(new byte[] {0, 0, 0, 13, 0x0a, 9});
        out.write("OSMHeader".getBytes(StandardCharsets.US_ASCII));
        out.write(new byte[] {0x18, (byte) promised});
        return out.toByteArray();
    }
}
