package vn.reliefmap.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.time.Instant;
import java.util.Locale;
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
            screen.find("#report-road").click();
            screen.find("#report-road").focus();
            screen.press("Enter"); // with the keyboard: the road in the middle of the map
            assertThat(screen.find(".popup")).containsText("thế nào?");
            screen.keep("road-report-form");
            screen.button("ngang ngực").click();
            assertThat(screen.find(".said-sign")).containsText("ngang ngực");
            assertThat(other.find(".said-sign")).containsText("ngang ngực");
            assertThat(other.find("#report-road")).isHidden();
            other.find(".said-sign").focus();
            other.press("Enter");
            assertThat(other.find(".popup")).containsText("Đang có hiệu lực");
            other.keep("road-report");
            screen.forgive("403");
            other.forgive("403");
        }
    }

    /** "lat/lon" in the middle of a way between two depots of the demo. */
    private String somewhereOnARoad() {
        JsonNode depots = http().get("/api/v1/depots?disaster="
                        + http().get("/api/v1/disasters")
                                .json()
                                .path("items")
                                .path(0)
                                .path("id")
                                .asString())
                .json()
                .path("features");
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
