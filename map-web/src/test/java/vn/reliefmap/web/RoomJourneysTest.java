package vn.reliefmap.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import vn.reliefmap.access.Accounts;
import vn.reliefmap.disaster.Disasters;
import vn.reliefmap.kernel.DisasterId;

/** The wall display, read from five metres by people who cannot touch it, and by keys. */
class RoomJourneysTest extends DemoProgram {
    private static final String WHOLE =
            "one => one.scrollWidth <= one.clientWidth && one.scrollHeight <= one.clientHeight"
                    + " && one.getBoundingClientRect().bottom <= document.getElementById('wall-head').getBoundingClientRect().bottom";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private String disaster = "";

    @BeforeEach
    void drill() {
        disaster = demo().id().toString();
    }

    private Screen wall(int width, int height) {
        Screen screen = open("/room?disaster=" + disaster, width, height);
        everythingIsThere(screen);
        return screen;
    }

    static void everythingIsThere(Screen screen) {
        assertThat(screen.find("body[data-live=open]")).isAttached();
        for (String figure : List.of("in_water", "cut_off")) {
            assertThat(screen.find("[data-figure=" + figure + "] p")).hasText(Pattern.compile("^\\d"));
        }
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

    /** Within seconds and not at the next minute, when the wall reads all tours again anyway. */
    @Test
    void aTourStandsWhereItsLastStopWasServedAndJumpsToTheNext() {
        TeamTour tour = TeamTour.make(this, "Lũ thử màn hình");
        tour.takeOn(http());
        try (Screen screen = open("/room?disaster=" + tour.disaster(), 1920, 1080)) {
            screen.signIn(tour.token());
            screen.page().reload();
            assertThat(screen.find("body[data-live=open]")).isAttached();
            assertThat(screen.find(".leaflet-tags-pane .wall-tour")).containsText("1");
            assertThat(screen.find(".wall-way")).hasCount(1);
            assertThat(screen.find("#wall-legend")).containsText("ở điểm giao gần nhất");
            assertThat(screen.find("[data-figure=on_the_way] small")).containsText("1 chuyến");
            Object before = placeOf(screen, ".leaflet-tags-pane .wall-tour");
            tour.handOver(http(), 1);
            screen.page()
                    .waitForCondition(
                            () -> !before.equals(placeOf(screen, ".leaflet-tags-pane .wall-tour")),
                            new Page.WaitForConditionOptions().setTimeout(45_000));
            screen.keep("room-tour");
        }
    }

    @Test
    void lateToursAndBoatsAreMarkedAsSuchAndNoneStandsThereAtAnotherHour() {
        try (Screen screen = wall(1920, 1080)) {
            screen.page()
                    .route(
                            "**/api/v1/tours-under-way?*",
                            route -> route.fulfill(new Route.FulfillOptions()
                                    .setContentType("application/json")
                                    .setBody(tours("[107.05,16.80]"))));
            screen.page().reload();
            assertThat(screen.find(".leaflet-tags-pane .wall-tour")).hasCount(2);
            assertThat(screen.find(".wall-tour-late")).containsText("7");
            assertThat(screen.find(".wall-tour-boat")).containsText("2");
            assertThat(screen.find(".wall-way")).hasCount(1);
            assertThat(screen.find("#wall-legend")).containsText("ở điểm giao gần nhất");
            assertThat(screen.find("[data-figure=on_the_way] small")).hasText("2 chuyến, 1 trễ");
            everythingIsThere(screen); // the hours among it
            screen.press("ArrowRight");
            assertThat(screen.find(".leaflet-tags-pane .wall-tour")).hasCount(0);
        }
    }

    private static Object placeOf(Screen screen, String sign) {
        return screen.find(sign).evaluate("one => Math.round(one.getBoundingClientRect().left)");
    }

    private static String tours(String lateAt) {
        String tour = """
                {"plan":"00000000-0000-0000-0000-000000000001","tour":%d,"vehicle_name":"Xe","vehicle_class":"%s","state":"%s",
                 "last":{"at":{"type":"Point","coordinates":%s},"name":"Xã","time":null,"coarse":false},"next":null,"way_on":%s}""";
        return "{\"items\":["
                + tour.formatted(
                        7,
                        "truck",
                        "late",
                        lateAt,
                        "{\"type\":\"LineString\",\"coordinates\":[[107.05,16.8],[107.1,16.78],[107.15,16.75]]}")
                + "," + tour.formatted(2, "motor_boat", "under_way", "[107.2,16.7]", "null") + "],\"next\":null}";
    }

    @Test
    void aFigureStandsAloneInSomebodyElsesPage() {
        JsonNode exposure = http().get("/api/v1/exposure?disaster=" + disaster).json();
        Http.Answer page = http().get("/embed/in_water");
        assertThat(page.response().headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy).endsWith("frame-ancestors 'self'"));
        try (Screen screen = open("/embed/in_water?ground=dark&disaster=" + disaster, 320, 160)) {
            assertThat(screen.find(".figure")).hasCount(1);
            assertThat(screen.find("[data-figure=in_water] p"))
                    .containsText(written(exposure.at("/total/in_water/people").asLong()));
            assertThat(screen.find("#embed-foot")).containsText("DIỄN TẬP");
            assertThat(screen.fits()).isTrue();
            screen.keep("embed");
        }
        try (Screen screen = open("/embed?lang=en&disaster=" + disaster, 360, 740)) {
            assertThat(screen.find(".figure")).hasCount(5);
            assertThat(screen.find("[data-figure=cut_off] h2")).hasText("People cut off");
        }
    }

    /** As in a frame of another site, whose visitor blocks cookies: then every use of a storage is refused. */
    @Test
    void aFigureNeedsNeitherCookiesNorStorage(@TempDir Path profile) throws IOException {
        JsonNode exposure = http().get("/api/v1/exposure?disaster=" + disaster).json();
        Path settings = profile.resolve("Default/Preferences");
        Files.createDirectories(settings.getParent());
        Files.writeString(
                settings,
                "{\"profile\":{\"default_content_setting_values\":{\"cookies\":2},\"block_third_party_cookies\":true}}");
        try (Screen screen =
                Screen.withProfile(http().base(), "/embed/in_water?lang=en&disaster=" + disaster, profile)) {
            assertThat(
                            screen.page()
                                    .evaluate(
                                            "() => { try { localStorage.length; return 'open'; } catch (closed) { return closed.name; } }"))
                    .isEqualTo("SecurityError");
            assertThat(screen.find("[data-figure=in_water] h2")).hasText("People in the water");
            assertThat(screen.find("[data-figure=in_water] p"))
                    .containsText(NumberFormat.getInstance(Locale.UK)
                            .format(exposure.at("/total/in_water/people").asLong()));
            assertThat(screen.find("body[data-live=open]")).isAttached();
        }
    }

    /** A name of a hundred letters, as offices give them, is read whole on every wall. */
    @Test
    void aLongNameOfADisasterIsReadWhole() {
        String name =
                "Đợt mưa lũ lịch sử do bão số 12 và không khí lạnh tăng cường gây ra ở Quảng Trị tháng 11 năm 2026";
        for (int[] size : new int[][] {{1920, 1080}, {3840, 2160}, {1366, 768}}) {
            try (Screen screen = open("/ledger", size[0], size[1])) {
                screen.page()
                        .route(
                                Pattern.compile("/api/v1/disasters$"),
                                route -> route.fulfill(
                                        new Route.FulfillOptions()
                                                .setContentType("application/json")
                                                .setBody(
                                                        "{\"items\":[{\"id\":\"" + disaster + "\",\"name\":\"" + name
                                                                + "\",\"simulated\":true,\"opened_at\":\"2026-11-01T00:00:00Z\",\"closed_at\":null}],\"next\":null}")));
                screen.page().navigate(http().base() + "/room");
                everythingIsThere(screen);
                assertThat(screen.find("#wall-name")).hasText(name);
                assertThat((Boolean) screen.find("#wall-name").evaluate(WHOLE))
                        .as(size[0] + " × " + size[1])
                        .isTrue();
                screen.keep("room-long-name-" + size[0]);
            }
        }
    }

    /** Nobody has counted yet: none of it reads as nobody in need. */
    @Test
    void whatNobodyKnowsIsNeverAZero() {
        DisasterId unheard = part(Disasters.class)
                .open("Lũ chưa ai báo tin", true, Instant.now().minus(Duration.ofDays(40)))
                .id();
        try (Screen screen = open("/room?disaster=" + unheard, 1920, 1080)) {
            assertThat(screen.find("#wall-link")).containsText("Chưa có số liệu nước");
            assertThat(screen.find("#gaps")).containsText("chưa có số liệu");
            for (String figure : List.of("in_water", "cut_off", "nothing_lacking", "on_the_way", "delivered")) {
                assertThat(screen.find("[data-figure=" + figure + "] p")).hasText("chưa có số liệu");
            }
            assertThat(screen.find("#wall-name")).containsText("đợt khác đang mở");
        }
    }

    /** An hour without a count is marked as such on the timeline, and one with nobody in the water is not. */
    @Test
    void anHourThatNobodyCountedIsNoHourWithoutAnybody() {
        try (Screen screen = open("/ledger", 1920, 1080)) {
            screen.page().route(Pattern.compile("/api/v1/exposure\\?"), route -> {
                ObjectNode answer = (ObjectNode) JSON.readTree(route.fetch().text());
                ArrayNode steps = (ArrayNode) answer.path("steps");
                ((ObjectNode) steps.get(0)).putNull("in_water_people");
                ((ObjectNode) steps.get(1)).put("in_water_people", 0);
                route.fulfill(new Route.FulfillOptions()
                        .setContentType("application/json")
                        .setBody(answer.toString()));
            });
            screen.page().navigate(http().base() + "/room?disaster=" + disaster);
            everythingIsThere(screen);
            assertThat(screen.find("#wall-time .unknown")).hasCount(1);
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
                                        + " <= p.parentNode.getBoundingClientRect().right"
                                        + " && p.lastChild.getBoundingClientRect().bottom"
                                        + " <= p.parentNode.getBoundingClientRect().bottom)"))
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
            UUID report = UUID.randomUUID();
            Http.Answer sent = http().post(
                            "/api/v1/reports",
                            "{\"id\":\"" + report + "\",\"disaster\":\"" + disaster
                                    + "\",\"kind\":\"sos\",\"place\":{\"lon\":107.1,\"lat\":16.82},\"people\":3}");
            assertThat(sent.status()).as(sent.text()).isBetween(200, 202);
            assertThat(screen.find(".figure-critical[data-figure=sos] p")).containsText(Pattern.compile("^1(\\D|$)"));
            assertThat(screen.find("[data-figure=sos] small")).containsText("chờ");
            screen.keep("room-sos");
            endCall(report);
            assertThat(screen.find(".figure-critical[data-figure=sos]")).hasCount(0);
        }
    }
}
