package vn.reliefmap.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import vn.reliefmap.access.Account;
import vn.reliefmap.access.Accounts;
import vn.reliefmap.disaster.Disasters;
import vn.reliefmap.kernel.Caller;
import vn.reliefmap.kernel.DisasterId;

/** FEATURE UNDER TEST: a crew answers a cry for help on its phone, also without a network; a coordinator sees to those that wait. */
class SosJourneysTest extends DemoProgram {
    private static final String PHONE = "0900000012";
    private static int count;

    private DisasterId flood = new DisasterId(UUID.randomUUID());
    private String coordinator = "";

    @BeforeEach
    void dryFlood() {
        flood = part(Disasters.class)
                .open("Lũ tập kêu cứu " + ++count, true, Instant.parse("2020-10-18T00:00:00Z"))
                .id();
        coordinator = token(Caller.COORDINATOR);
    }

    private String token(Caller role) {
        Account account = part(Accounts.class).add("Thử kêu cứu " + role.word() + " " + count, role, Set.of());
        return part(Accounts.class).newToken(account.id());
    }

    /** Four people cry for help beside a depot. */
    private String cry() {
        JsonNode at = http().get("/api/v1/depots?disaster=" + flood)
                .json()
                .path("features")
                .path(0)
                .path("geometry")
                .path("coordinates");
        Http.Answer answer = http().post("/api/v1/reports", """
                        {"id":"%s","disaster":"%s","kind":"sos","place":{"lon":%s,"lat":%s},"people":4,"words":"Nước vào nhà",
                         "name":"Người thử","phone":"%s"}""".formatted(
                UUID.randomUUID(), flood, at.path(0).asString(), at.path(1).asString(), PHONE));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return await().atMost(Duration.ofMinutes(1))
                .until(
                        () -> get("/api/v1/sos-calls?disaster=" + flood)
                                .path("items")
                                .path(0)
                                .path("id")
                                .asString(),
                        id -> !id.isEmpty());
    }

    private JsonNode get(String path) {
        return http().get(path, "Authorization", "Bearer " + coordinator).json();
    }

    private List<String> steps(String call) {
        return StreamSupport.stream(
                        get("/api/v1/sos-calls/" + call).path("steps").spliterator(), false)
                .map(step -> step.path("step").asString())
                .toList();
    }

    private static void beginDuty(Screen phone, String vehicle) {
        String value = Objects.requireNonNull(
                phone.find("#duty-vehicle option", vehicle).first().getAttribute("value"));
        phone.find("#duty-vehicle").selectOption(value);
        phone.find("#duty-here").uncheck();
        phone.find("#duty-go").click();
        assertThat(phone.find(".crew")).containsText("tính như ở kho");
    }

    @Test
    void aCrewTakesACallAndSaysWithoutANetworkHowItGoes() {
        try (Screen phone = Screen.onDeviceThatKeeps(http().base(), "/sos", 360, 740)) {
            assertThat(phone.find("#calls")).containsText("Bạn cần được cứu?");
            AccessibilityTest.judge(phone);
            phone.signIn(token(Caller.TEAM));
            phone.page().reload();
            assertThat(phone.find("#calls")).containsText("Không có lời kêu cứu nào gửi tới đội mình");
            beginDuty(phone, "Xe tải 5 tấn 28 ·");
            AccessibilityTest.judge(phone);

            String call = cry();
            assertThat(phone.find(".call-state")).containsText("Trả lời trong 2:");
            assertThat(phone.page().title()).isEqualTo("(1) Kêu cứu");
            assertThat(phone.find("[data-sos='" + call + "']")).containsText("4 người");
            assertThat(phone.find(".call")).not().containsText(PHONE);
            assertThat(phone.fits()).isTrue();
            assertThat(phone.stumbles()).isEmpty();
            AccessibilityTest.judge(phone);
            phone.keep("sos-asked-360");
            Object figures = phone.page().evaluate("""
                    () => performance.getEntriesByType('resource').map(asked => asked.name)
                        .filter(name => /need-summary|do-not-send|exposure|flood-extents|\\/items/.test(name))""");
            assertThat((List<?>) figures)
                    .as("what /sos does not show is not read")
                    .isEmpty();
            assertThat(phone.find("#where")).isHidden();
            phone.find("[data-act='" + call + " acknowledged']").click();
            assertThat(phone.find(".call-phone")).hasText(PHONE);
            theMapSaysWhere(phone, call);
            assertThat(phone.find(".navigate")).hasAttribute("href", Pattern.compile("^geo:16\\.\\d+,10\\d\\.\\d+"));
            AccessibilityTest.judge(phone);
            assertThat(phone.find("#where-words")).containsText("Có trong máy khi mất mạng");
            assertThat(phone.fits()).isTrue();
            phone.page().evaluate("() => document.getElementById('where').scrollIntoView()");
            phone.keep("sos-map-360");
            phone.untilKept("/sos");
            phone.page().context().setOffline(true);
            phone.find("[data-act='" + call + " on_the_way']").click();
            assertThat(phone.find(".call-kept")).containsText("1 việc chưa gửi được");
            phone.page().reload();
            assertThat(phone.find(".call-phone")).hasText(PHONE);
            assertThat(phone.find(".call-state")).containsText("đang đi");
            theMapSaysWhere(phone, call);
            phone.find("[data-act='" + call + " reached']").click();
            assertThat(phone.find(".call-state")).containsText("đã tới nơi");
            AccessibilityTest.judge(phone);
            phone.page().evaluate("() => document.getElementById('where').scrollIntoView()");
            phone.keep("sos-no-network-360");
            assertThat(steps(call)).containsExactly("opened", "sent", "acknowledged");

            phone.page().context().setOffline(false);
            assertThat(phone.find("#calls")).containsText("Không có lời kêu cứu nào gửi tới đội mình");
            assertThat(steps(call)).containsExactly("opened", "sent", "acknowledged", "on_the_way", "reached");
            phone.page().waitForFunction("""
                    () => new Promise(done => {
                      const opening = indexedDB.open('relief-tours');
                      opening.onsuccess = () => {
                        const asked = opening.result.transaction('rows').objectStore('rows').count();
                        asked.onsuccess = () => { opening.result.close(); done(asked.result === 0); };
                      };
                    })""");
            phone.find("[data-duty$=' off']").click();
            assertThat(phone.find(".crew")).hasCount(0);
            List.of("ERR_INTERNET_DISCONNECTED", "ERR_FAILED").forEach(phone::forgive);
        }
    }

    /** Tiles are drawn, the call has a sign that keys reach, and words say the same. */
    private static void theMapSaysWhere(Screen phone, String call) {
        assertThat(phone.find("#where-words")).containsText("1. ");
        assertThat(phone.find("#where-words"))
                .containsText(Pattern.compile("cách Xe tải 5 tấn 28|ngay chỗ Xe tải 5 tấn 28"));
        assertThat(phone.find("#where-words")).containsText("không có nghĩa là khô");
        phone.page().waitForCondition(() -> (Boolean) phone.page().evaluate("""
                () => Array.from(document.querySelectorAll('#map img.leaflet-tile')).some((tile) => tile.complete && tile.naturalWidth > 0)"""));
        assertThat(phone.find("[data-sign='" + call + "']")).isAttached();
        phone.find("[data-sign='" + call + "']").focus();
        phone.press("Enter");
        assertThat(phone.find("[data-sos='" + call + "']")).isFocused();
    }

    @Test
    void aCrewThatCannotGoPassesItOnAndACoordinatorSendsAnother() {
        try (Screen phone = openOnPhone("/sos");
                Screen desk = openOnDesk("/sos")) {
            phone.signIn(token(Caller.TEAM));
            phone.page().reload();
            beginDuty(phone, "Xe tải 5 tấn 10 ·");
            desk.signIn(coordinator);
            desk.page().reload();
            String call = cry();
            phone.find("[data-act='" + call + " pass']").click();
            AccessibilityTest.judge(phone);
            phone.find("[data-choice='cannot_pass']").click();
            assertThat(phone.find(".call")).hasCount(0);
            assertThat(desk.find("[data-sos='" + call + "']")).containsText("Chưa có đội nào");
            assertThat(desk.find("[data-sos='" + call + "'] .call-why")).isVisible();
            AccessibilityTest.judge(desk);

            desk.find("[data-act='" + call + " steps']").click();
            assertThat(desk.find(".call-steps")).containsText("đội chuyển cho đội khác (Không qua được)");
            AccessibilityTest.judge(desk);
            desk.press("Escape");
            for (String sheet : List.of("steps", "assign")) {
                AccessibilityTest.judgeInEnglish(desk, () -> {
                    desk.find("[data-act='" + call + " " + sheet + "']").click();
                    assertThat(desk.find(".act-sheet")).isVisible();
                });
            }
            desk.find("[data-act='" + call + " assign']").click();
            AccessibilityTest.judge(desk);
            desk.find(".sos-choice", "Xe tải 5 tấn 10").click();
            assertThat(phone.find("[data-act='" + call + " acknowledged']")).isVisible();
            AccessibilityTest.judgeInEnglish(desk, () -> {
                desk.find("[data-act='" + call + " for']").click();
                assertThat(desk.find("[data-choice='false_alarm']")).isVisible();
            });
            desk.find("[data-act='" + call + " for']").click();
            AccessibilityTest.judge(desk);
            desk.find("[data-choice='false_alarm']").click();
            assertThat(desk.find("[data-sos='" + call + "']")).hasCount(0);
            assertThat(phone.find(".call")).hasCount(0);
            assertThat(steps(call)).endsWith("passed_on", "nobody_near", "sent", "false_alarm");
            aVehicleOfOthersCannotBeChosen(phone);
            phone.find("[data-duty$=' off']").click();
            assertThat(phone.find(".crew")).hasCount(0);
        }
    }

    private void aVehicleOfOthersCannotBeChosen(Screen phone) {
        Locator choice = phone.find("#duty-vehicle option", "Xe tải 5 tấn 28 ·");
        assertThat(choice).isEnabled();
        String crew = UUID.randomUUID().toString();
        String[] byOthers = {"Authorization", "Bearer " + coordinator};
        Http.Answer signedOn = http().post(
                        "/api/v1/crews",
                        "{\"id\":\"%s\",\"vehicle\":\"%s\"}".formatted(crew, choice.getAttribute("value")),
                        byOthers);
        assertThat(signedOn.status()).as(signedOn.text()).isEqualTo(201);
        assertThat(choice).isDisabled();
        assertThat(choice).containsText("đội khác đang trực");
        assertThat(http().delete("/api/v1/crews/" + crew, byOthers).status()).isEqualTo(204);
        assertThat(choice).isEnabled();
    }

    @Test
    void whatTheServerRefusesIsToldInItsWords() {
        try (Screen phone = openOnPhone("/sos")) {
            phone.signIn(token(Caller.TEAM));
            phone.page().reload();
            beginDuty(phone, "Xe tải 5 tấn 19 ·");
            String call = cry();
            assertThat(phone.find("[data-act='" + call + " acknowledged']")).isVisible();
            phone.page().route("**/api/v1/sos-calls", route -> route.abort());
            Http.Answer ended = http().post(
                            "/api/v1/sos-calls/" + call + "/steps",
                            "{\"id\":\"%s\",\"step\":\"false_alarm\"}".formatted(UUID.randomUUID()),
                            "Authorization",
                            "Bearer " + coordinator);
            assertThat(ended.status()).isEqualTo(200);
            phone.find("[data-act='" + call + " acknowledged']").click();
            assertThat(phone.find("#refused")).containsText("đã kết thúc");
            AccessibilityTest.judge(phone);
            phone.find("[data-duty$=' off']").click();
            assertThat(phone.find(".crew")).hasCount(0);
            List.of("409", "ERR_FAILED").forEach(phone::forgive);
        }
    }
}
