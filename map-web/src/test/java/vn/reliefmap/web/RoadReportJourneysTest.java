package vn.reliefmap.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.time.Instant;
import java.util.Locale;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import vn.reliefmap.access.Accounts;
import vn.reliefmap.disaster.Disasters;

/** Saying how a road is, and seeing what others said. */
class RoadReportJourneysTest extends DemoProgram {
    private static final String DISASTER = "Đợt thử báo đường";

    @Test
    void whoIsSignedInMarksARoadAndEverybodySeesIt() {
        part(Disasters.class).open(DISASTER, false, Instant.EPOCH.plusSeconds(2));
        String address = "/#disaster=" + DISASTER + "&map=16/" + somewhereOnARoad();
        try (Screen screen = openOnDesk(address);
                Screen other = openOnDesk(address)) {
            assertThat(other.find("#drill")).isHidden();
            assertThat(screen.find("#account")).containsText("Đăng nhập");
            assertThat(screen.find("#report-road")).isHidden();
            screen.find("#account").click();
            screen.find("#token").fill(part(Accounts.class).renewAdministratorToken());
            screen.press("Enter");
            assertThat(screen.find("#report-road")).isVisible();
            askAbout(screen, address);
            screen.keep("road-report-form");
            screen.button("ngang ngực").click();
            assertThat(screen.find(".said-sign")).containsText("ngang ngực");
            assertThat(other.find(".said-sign")).containsText("ngang ngực");
            assertThat(other.find("#report-road")).isHidden();
            other.find(".said-sign").focus();
            other.press("Enter");
            assertThat(other.find(".popup")).containsText("Đang có hiệu lực");
            AccessibilityTest.judge(other);
            other.keep("road-report");
            inWords(screen, address);
            assertThat(other.find(".said-sign span", "ngang hông")).isVisible();
            permission(screen, address);
            assertThat(other.find(".said-sign span", "cho phép xe tải")).isVisible();
            other.press("Escape");
            other.find(".said-sign", "cho phép xe tải").focus();
            other.press("Enter");
            assertThat(other.find(".popup")).containsText("cán bộ phụ trách");
            assertThat(other.find(".popup")).not().containsText("chở gạo");
            screen.forgive("40");
            other.forgive("403");
        }
    }

    /** Opens the form for the road in the middle of the map, with the keyboard; the map may have moved under a popup before. */
    private static void askAbout(Screen screen, String address) {
        screen.page().evaluate("hash => { location.hash = hash; location.reload(); }", address.substring(2));
        assertThat(screen.find("#account")).containsText("Đăng xuất");
        screen.find("#report-road").click();
        screen.find("#report-road").focus();
        screen.press("Enter");
        assertThat(screen.find(".popup")).containsText("thế nào?");
        AccessibilityTest.judge(screen);
    }

    /** A message is shown as it was understood before it is sent; one that says nothing of the road is refused. */
    private static void inWords(Screen screen, String address) {
        screen.page().setViewportSize(360, 740);
        askAbout(screen, address);
        screen.find("#road-text").fill("chỗ này sao rồi");
        screen.button("Đọc tin").click();
        assertThat(screen.find(".road-words .error")).containsText("Tin chưa nói đường ra sao");
        screen.find("#road-text").fill("nước ngang hông rồi");
        screen.button("Đọc tin").click();
        assertThat(screen.find("#road-understood")).containsText("ngang hông");
        screen.keep("road-report-read-phone");
        Assertions.assertThat(screen.fits()).isTrue();
        screen.button("Gửi tin này").click();
        assertThat(screen.find(".said-sign span", "ngang hông")).isVisible();
    }

    private static void permission(Screen screen, String address) {
        screen.page().setViewportSize(1366, 768);
        askAbout(screen, address);
        screen.find(".permission summary").click();
        screen.find("#allow-officer").fill("Lê Thị B");
        screen.find("#allow-reason").fill("chở gạo lên Ba Lòng");
        screen.keep("road-permission-form");
        screen.button("Cho phép").click();
        assertThat(screen.find(".said-sign span", "cho phép xe tải")).isVisible();
        screen.find(".said-sign", "cho phép xe tải").focus();
        screen.press("Enter");
        assertThat(screen.find(".popup")).containsText("Lê Thị B");
        AccessibilityTest.judge(screen);
        assertThat(screen.find(".popup")).containsText("chở gạo lên Ba Lòng");
        screen.keep("road-permission");
        besideTheLegend(screen);
    }

    /** Where both are shown, the popup does not touch the legend. */
    private static void besideTheLegend(Screen screen) {
        assertThat(screen.find("#legend")).isVisible();
        screen.page()
                .waitForFunction("() => document.querySelector('.leaflet-popup').getBoundingClientRect().right + 5"
                        + " < document.getElementById('legend').getBoundingClientRect().left");
    }

    /** "lat/lon" in the middle of a way between two depots of the demo. */
    private String somewhereOnARoad() {
        JsonNode depots =
                http().get("/api/v1/depots?disaster=" + demo().id()).json().path("features");
        JsonNode line = http().post(
                        "/api/v1/routes",
                        "{\"vehicle\":\"truck\",\"from\":"
                                + depots.path(0).path("geometry").path("coordinates") + ",\"to\":"
                                + depots.path(1).path("geometry").path("coordinates") + "}")
                .json()
                .path("line")
                .path("coordinates");
        JsonNode middle = line.path(line.size() / 2);
        return String.format(
                Locale.ROOT,
                "%.5f/%.5f",
                middle.path(1).asDouble(),
                middle.path(0).asDouble());
    }
}
