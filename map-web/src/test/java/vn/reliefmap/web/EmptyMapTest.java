package vn.reliefmap.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import vn.reliefmap.admin.AdminImport;
import vn.reliefmap.kernel.ImportIssue;
import vn.reliefmap.kernel.ImportLog;
import vn.reliefmap.store.Database;
import vn.reliefmap.store.TestPostgis;

/** The map page of a program that holds no data yet: a database of its own, for others in the empty program bring some. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class EmptyMapTest {
    private static final Database NOTHING_YET = TestPostgis.freshDatabase();

    private final AdminImport communes;

    @LocalServerPort
    private int port;

    EmptyMapTest(@Autowired AdminImport communes) {
        this.communes = communes;
    }

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        TestPostgis.properties(NOTHING_YET).forEach((name, value) -> registry.add(name, () -> value));
        registry.add("relief.home", () -> EmptyProgram.home("nothing-yet"));
        registry.add("relief.data", () -> EmptyProgram.root().resolve("data").toString());
    }

    private Http http() {
        return new Http("http://127.0.0.1:" + port);
    }

    @Test
    void listsNothingWithoutJavaScriptInWords() {
        String page = http().get("/list").text();
        Assertions.assertThat(page).contains("Không có đợt thiên tai nào đang mở.");
    }

    @Test
    void saysWhichDataIsMissingAndHowToBringIt() {
        try (Screen screen = new Screen(http().base(), "/", 1366, 768)) {
            assertThat(screen.find("#list")).containsText("Chưa có dữ liệu.");
            assertThat(screen.find("#list")).containsText("./relief import roads");
            assertThat(screen.find("#drill")).isHidden();
            screen.find("#have-text").fill("200 kg gạo");
            screen.press("Enter");
            assertThat(screen.find("#have-said")).hasText("Không có đợt thiên tai nào đang mở.");
            screen.keep("empty");
        }
    }

    @Test
    void communesStandOnEveryMapWithoutARoadExtract(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(
                folder.resolve("xa.geojson"),
                "{\"type\":\"FeatureCollection\",\"features\":[" + commune("98001", "Xã Vẽ Tay Một", 107.0) + ","
                        + commune("98002", "Xã Vẽ Tay Hai", 107.05) + "]}");
        communes.outlines(file, true, new NoIssues());
        for (String face : List.of("/", "/tours", "/room")) {
            try (Screen screen = new Screen(http().base(), face, 1366, 768)) {
                assertThat(screen.find(".commune-line").first()).isAttached();
                Assertions.assertThat(screen.find(".commune-line").count()).isGreaterThanOrEqualTo(2);
                if (face.equals("/")) {
                    assertThat(screen.find("#list")).containsText("./relief import roads");
                    assertThat(screen.find("#list")).not().containsText("./relief import communes");
                }
                screen.keep("outlines" + face.replace('/', '-'));
            }
        }
    }

    private static String commune(String code, String name, double west) {
        String ring = String.format(
                Locale.ROOT,
                "[[%1$.2f,16.70],[%2$.2f,16.70],[%2$.2f,16.75],[%1$.2f,16.75],[%1$.2f,16.70]]",
                west,
                west + 0.05);
        return """
                {"type":"Feature","properties":{"code":"%s","fullName":"%s"},
                 "geometry":{"type":"Polygon","coordinates":[%s]}}""".formatted(code, name, ring);
    }

    @Test
    void readsInEnglishByTheSwitch() {
        try (Screen screen = new Screen(http().base(), "/", 360, 740)) {
            assertThat(screen.find("#list")).containsText("Chưa có dữ liệu.");
            screen.button("English").click();
            assertThat(screen.find("#list")).containsText("No data yet.");
            assertThat(screen.page()).hasTitle("Relief map");
            screen.page().reload();
            assertThat(screen.find("#list")).containsText("No data yet.");
        }
    }

    @Test
    void refusesAWrongTokenInWords() {
        try (Screen screen = new Screen(http().base(), "/", 1366, 768)) {
            screen.button("Đăng nhập").first().click();
            screen.find("#token").fill("khong-phai-ma");
            screen.press("Enter");
            assertThat(screen.find("#sign-in-error")).not().isEmpty();
            assertThat(screen.button("Đăng nhập").first()).isVisible();
            screen.forgive("401");
        }
    }

    private static final class NoIssues implements ImportLog {
        @Override
        public void issue(ImportIssue issue) {
            throw new AssertionError(issue.toString());
        }

        @Override
        public void progress(long rowsDone) {
            // two rows
        }
    }
}
