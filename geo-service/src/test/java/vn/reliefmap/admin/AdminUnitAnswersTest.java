package vn.reliefmap.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import vn.reliefmap.ListRows;
import vn.reliefmap.TestProgram;
import vn.reliefmap.exchange.CsvRowSource;
import vn.reliefmap.store.TestPostgis;

/** FEATURE UNDER TEST: admin units over HTTP, with the real units of ../shared. */
class AdminUnitAnswersTest {
    private static final Path FOLDER =
            Path.of(System.getProperty("relief.root")).resolveSibling("shared/data/admin");

    @TempDir
    Path home = Path.of("target");

    @Test
    void unitsAndOutlinesAreAnswered() throws IOException {
        Path outlines = FOLDER.resolve("quang-tri-communes-2025.geojson");
        assumeTrue(Files.exists(outlines), "needs ../shared/data/admin");
        try (TestProgram program = TestProgram.start(TestPostgis.freshDatabase(), home)) {
            AdminImport imports = program.bean(AdminImport.class);
            imports.outlines(outlines, false, new ListRows());
            imports.successors(CsvRowSource.open(FOLDER.resolve("communes-old-to-new.csv")), new ListRows());

            for (String text : new String[] {"le thuy", "Lệ Thuỷ", "Lệ Thủy"}) {
                JsonNode unit = first(program, "q=" + encoded(text));
                assertThat(unit.path("code").asString()).isEqualTo("19249");
                assertThat(unit.path("valid_from").asString()).isEqualTo("2025-07-01");
                assertThat(unit.path("valid_to").isNull()).isTrue();
                assertThat(unit.path("centre").path("type").asString()).isEqualTo("Point");
            }
            JsonNode town = first(program, "q=" + encoded("thị trấn ái tử"));
            assertThat(town.path("valid_from").isNull()).isTrue();
            assertThat(town.path("valid_to").asString()).isEqualTo("2025-07-01");
            assertThat(town.path("kind").asString()).isEqualTo("thi_tran");
            assertThat(town.path("parent_name").asString()).isEqualTo("Huyện Triệu Phong, Tỉnh Quảng Trị");
            assertThat(town.path("successors").path(0).path("full_name").asString())
                    .isEqualTo("Xã Triệu Phong");
            assertThat(first(program, "q=ai+tu&at=2020-10-18T00:00:00Z")
                            .path("code")
                            .asString())
                    .isEqualTo("19624");
            assertThat(program.json("/api/v1/admin-units").path("items")).hasSize(78);
            assertThat(program.json("/api/v1/admin-units?bbox=107.13,16.71,107.15,16.73")
                            .path("items")
                            .size())
                    .isBetween(1, 4);

            String far =
                    program.get("/api/v1/admin-units/outlines?zoom=8", null).body();
            assertThat(far.getBytes(StandardCharsets.UTF_8).length).isLessThan(300_000);
            assertThat(gzipped(far)).isLessThan(100_000);
            JsonNode collection = program.json("/api/v1/admin-units/outlines?zoom=10");
            assertThat(collection.path("features")).hasSize(78);
            assertThat(collection
                            .path("features")
                            .path(0)
                            .path("properties")
                            .path("full_name")
                            .asString())
                    .isEqualTo("Phường Đồng Thuận");
            System.out.printf(
                    "outlines of 78 units: zoom 8 %d bytes, gzipped %d; zoom 10 %d, zoom 13 %d%n",
                    far.length(),
                    gzipped(far),
                    program.get("/api/v1/admin-units/outlines?zoom=10", null)
                            .body()
                            .length(),
                    program.get("/api/v1/admin-units/outlines?zoom=13", null)
                            .body()
                            .length());
        }
    }

    private static JsonNode first(TestProgram program, String query) {
        return program.json("/api/v1/admin-units?" + query).path("items").path(0);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static int gzipped(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.size();
    }
}
