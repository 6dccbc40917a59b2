package vn.reliefmap.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.text.NumberFormat;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import vn.reliefmap.access.Accounts;
import vn.reliefmap.disaster.Disasters;

/** The wall display, read from five metres by people who cannot touch it, and by keys. */
class RoomJourneysTest extends DemoProgram {
    private String disaster = "";

    @BeforeEach
    void drill() {
        disaster = part(Disasters.class).list().stream()
                .filter(one -> one.simulated())
                .findFirst()
                .orElseThrow()
                .id()
                .toString();
    }

    private Screen wall(int width, int height) {
        Screen screen = open("/room?disaster=" + disaster, width, height);
        assertThat(screen.find("body[data-live=open]")).isAttached();
        assertThat(screen.find("[data-figure=cut_off] p")).not().hasText("chưa có số liệu");
        return screen;
    }

    private static String written(long number) {
        return NumberFormat.getInstance(Locale.forLanguageTag("vi-VN")).format(number);
    }

    @Test
    void theWallTellsWhatTheServiceTells() {
        JsonNode exposure = http().get("/api/v1/exposure?disaster=" + disaster).json();
        JsonNode cutOff =
                http().get("/api/v1/cut-off?vehicle=truck&disaster=" + disaster).json();
        try (Screen screen = wall(1920, 1080)) {
            assertThat(screen.find("[data-figure=in_water] p"))
                    .containsText(written(exposure.at("/total/in_water/people").asLong()));
            assertThat(screen.find("[data-figure=cut_off] p"))
                    .containsText(written(cutOff.at("/total/people").asLong()));
            assertThat(screen.find("[data-figure=lacking] h2")).containsText("Còn thiếu");
            assertThat(screen.find(".gap")).hasCount(6);
            assertThat(screen.find(".wall-plate").first()).containsText("người");
            assertThat(screen.find(".wall-plate").count()).isLessThanOrEqualTo(5);
            assertThat(screen.find("#drill")).hasText("DIỄN TẬP");
            assertThat(screen.find("#wall-link")).containsText("nước đo");
            screen.keep("room");
            screen.find("#language").click();
            assertThat(screen.find("[data-figure=in_water] h2")).hasText("People in the water");
        }
    }

    @Test
    void nothingIsOutsideTheScreenWhateverItsSize() {
        for (int[] size : new int[][] {{1920, 1080}, {3840, 2160}, {1366, 768}}) {
            try (Screen screen = wall(size[0], size[1])) {
                assertThat((Boolean) screen.page()
                                .evaluate("() => document.documentElement.scrollHeight <= innerHeight"
                                        + " && document.documentElement.scrollWidth <= innerWidth"
                                        + " && [...document.querySelectorAll('.figure p')].every(p =>"
                                        + " p.lastChild.nodeType === 3 || p.lastChild.getBoundingClientRect().right"
                                        + " <= p.parentNode.getBoundingClientRect().right)"))
                        .as(size[0] + " × " + size[1])
                        .isTrue();
                screen.keep("room-" + size[0]);
            }
        }
    }

    @Test
    void anotherHourIsMarkedAsSuchUntilHomeIsPressed() {
        try (Screen screen = wall(1920, 1080)) {
            assertThat(screen.find("body[data-time=now]")).isAttached();
            String now = screen.find("[data-figure=in_water] p").textContent();
            screen.press("ArrowRight");
            assertThat(screen.find("body[data-time=other]")).isAttached();
            assertThat(screen.find("#wall-clock")).containsText("ĐANG XEM");
            assertThat(screen.find("[data-figure=in_water] p")).not().hasText(now);
            assertThat(screen.find(".figure-old")).hasCount(0);
            screen.keep("room-ahead");
            screen.press("Home");
            assertThat(screen.find("body[data-time=now]")).isAttached();
            assertThat(screen.find("#wall-clock")).not().containsText("ĐANG XEM");
            screen.press("Space");
            assertThat(screen.find("body[data-time=other]")).isAttached();
        }
    }

    @Test
    void aLostLinkIsSaidAndTheFiguresStay() {
        try (Screen screen = open("/room?disaster=" + disaster, 1920, 1080)) {
            screen.page().clock().install();
            screen.page().reload();
            assertThat(screen.find("body[data-live=open]")).isAttached();
            assertThat(screen.find("[data-figure=cut_off] p")).not().hasText("chưa có số liệu");
            String people = screen.find("[data-figure=in_water] p").textContent();

            screen.page().context().setOffline(true);
            assertThat(screen.find("body[data-live=lost]")).isAttached();
            assertThat(screen.find("body[data-wall=open]")).isAttached();
            screen.page().clock().fastForward(12_000);
            assertThat(screen.find("#wall-link")).containsText(Pattern.compile("Mất liên lạc \\d+ giây"));
            screen.page().clock().fastForward(25_000);
            assertThat(screen.find("body[data-wall=lost]")).isAttached();
            assertThat(screen.find("#wall-link")).containsText(Pattern.compile("số liệu lúc \\d\\d:\\d\\d"));
            assertThat(screen.find("[data-figure=in_water] p")).hasText(people);
            screen.keep("room-lost");

            screen.page().context().setOffline(false);
            screen.page().clock().fastForward(120_000);
            assertThat(screen.find("body[data-wall=open]")).isAttached();
            assertThat(screen.find("#wall-link")).containsText("Trực tiếp");
            screen.forgive("ERR_INTERNET_DISCONNECTED");
        }
    }

    @Test
    void aReadingOfAGaugeShowsByItself() {
        String token = part(Accounts.class).renewAdministratorToken();
        JsonNode gauge =
                http().get("/api/v1/gauges?disaster=" + disaster).json().at("/items/0");
        try (Screen screen = wall(1920, 1080)) {
            Http.Answer taken = http().post(
                            "/api/v1/gauges/" + gauge.path("code").asString() + "/readings",
                            "{\"id\":\"" + UUID.randomUUID() + "\",\"disaster\":\"" + disaster + "\",\"observed_at\":\""
                                    + Instant.now() + "\",\"level_m\":0.31}",
                            "Authorization",
                            "Bearer " + token);
            assertThat(taken.status()).as(taken.text()).isEqualTo(200);
            assertThat(screen.find(".river").first())
                    .containsText(gauge.path("river").asString());
            assertThat(screen.find(".river").first()).containsText("0,31");
            assertThat(screen.find(".river").first()).containsText("dưới BĐ");
        }
    }

    @Test
    void aScreenThatIsSignedInIsToldOfCallsForHelpAtOnce() {
        String token = part(Accounts.class).renewAdministratorToken();
        try (Screen screen = wall(1920, 1080)) {
            assertThat(screen.find("[data-figure=sos]")).hasCount(0);
            screen.page()
                    .evaluate(
                            "token => fetch('/api/v1/session', {method: 'POST', body: JSON.stringify({token}),"
                                    + " headers: {'Content-Type': 'application/json'}})",
                            token);
            screen.page().reload();
            assertThat(screen.find("[data-figure=sos] p")).not().hasText("chưa có số liệu");
            Http.Answer sent = http().post(
                            "/api/v1/reports",
                            "{\"id\":\"" + UUID.randomUUID() + "\",\"disaster\":\"" + disaster
                                    + "\",\"kind\":\"sos\",\"place\":{\"lon\":107.1,\"lat\":16.82},\"people\":3}");
            assertThat(sent.status()).as(sent.text()).isBetween(200, 202);
            assertThat(screen.find(".figure-critical[data-figure=sos] p")).containsText("1");
            assertThat(screen.find("[data-figure=sos] small")).containsText("chờ");
            screen.keep("room-sos");
        }
    }
}
