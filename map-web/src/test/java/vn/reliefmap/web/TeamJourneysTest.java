package vn.reliefmap.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** FEATURE UNDER TEST: a team's phone on the way: handing over stop by stop, with a photo, and saying how the roads are. */
class TeamJourneysTest extends DemoProgram {
    private static final Pattern ANSWERS = Pattern.compile("/(api/v1|tiles)/");

    @TempDir
    static Path files = Path.of("target");

    private static Path picture() throws IOException {
        Path file = files.resolve("photo.png");
        ImageIO.write(new BufferedImage(2000, 1500, BufferedImage.TYPE_INT_RGB), "png", file.toFile());
        return file;
    }

    private static void takeOn(Screen phone, TeamTour tour) {
        assertThat(phone.find("#account .account-word")).isAttached(); // from then on it hears a click
        phone.find("#account").click();
        phone.find("#token").fill(tour.token());
        phone.press("Enter");
        phone.find("[data-claim='1']").click();
        assertThat(phone.find("#bar-hand")).isVisible();
    }

    @Test
    void aStopIsHandedOverInPartThenWhole() throws IOException {
        TeamTour tour = TeamTour.make(this, "Lũ tập giao hàng");
        try (Screen phone = openOnPhone(tour.address())) {
            takeOn(phone, tour);
            assertThat(tour.sum("claimed")).isEqualTo(6 * TeamTour.RICE);
            assertThat(phone.find("#next-stop")).containsText("30 kg gạo");
            assertThat(phone.fits()).isTrue();
            assertThat(phone.stumbles()).isEmpty();
            AccessibilityTest.judge(phone);

            phone.find("#bar-hand").click();
            assertThat(phone.find("#hand-rice")).hasValue("30");
            phone.find(".hand-homes summary").click();
            phone.find("[data-home]").first().uncheck();
            assertThat(phone.find("#hand-rice")).hasValue("20");
            assertThat(phone.find(".hand-note")).containsText("còn thiếu 10 kg gạo");
            phone.find("#hand-photo").setInputFiles(picture());
            assertThat(phone.find(".hand-photo img")).isVisible();
            AccessibilityTest.judge(phone);
            phone.keep("team-hand-over-360");
            phone.find("#hand-go").click();
            assertThat(phone.find("[data-call='1'] .stop-standing"))
                    .hasText(Pattern.compile("^đã giao một phần, \\d\\d:\\d\\d$"));
            assertThat(phone.find("#next-stop")).containsText("10 kg gạo");
            phone.page().waitForCondition(() -> tour.photos() == 1); // it follows its hand-over
            assertThat(tour.deliveries()).containsExactly(20);

            phone.find("#bar-hand").click();
            phone.find("#hand-nobody").click();
            assertThat(phone.find("#next-stop")).containsText("30 kg gạo");
            assertThat(phone.find("[data-call='1'] .stop-standing")).containsText("không có ai lúc");
            phone.find("[data-call='1']").click();
            phone.find("#bar-hand").click();
            phone.find(".stepper .step-button").last().click();
            assertThat(phone.find(".hand-note")).containsText("hơn phần các hộ có mặt 1 kg gạo");
            phone.find("#hand-go").click();
            assertThat(phone.find("[data-call='1'] .stop-standing")).containsText("đã giao,");
            assertThat(phone.find("#bar-receipt")).isVisible();
            phone.page().waitForCondition(() -> tour.deliveries().equals(List.of(20, 11)));
            assertThat(tour.sum("claimed")).isEqualTo(30);
            AccessibilityTest.judgeInEnglish(phone, () -> {
                phone.find("#bar-receipt").click();
                assertThat(phone.find("#receipt-code")).isVisible();
            });
            phone.find("#bar-receipt").click();
            assertThat(phone.find("#receipt-code")).isVisible();
            AccessibilityTest.judge(phone);
            phone.find("#receipt-code").fill("AAAA-AAAA");
            phone.find("#receipt-go").click();
            assertThat(phone.find("#unsent")).containsText("không nhận");
            phone.forgive("404");
        }
    }

    /** The server's answer is held back: the phone knows by itself that nobody received what was given up. */
    @Test
    void aHandOverThatWasGivenUpIsNotTakenForSent() {
        TeamTour tour = TeamTour.make(this, "Lũ tập bỏ lượt giao");
        try (Screen phone = openOnPhone(tour.address())) {
            takeOn(phone, tour);
            phone.page()
                    .route(
                            Pattern.compile("/api/v1/deliveries$"),
                            route -> route.fulfill(new Route.FulfillOptions()
                                    .setStatus(409)
                                    .setContentType("application/problem+json")
                                    .setBody("{\"code\":\"X\",\"vi\":\"Không nhận được.\",\"en\":\"Refused.\"}")));
            phone.find("#bar-hand").click();
            phone.find("#hand-go").click();
            assertThat(standing(phone, 1)).containsText("máy chủ không nhận");
            phone.page().route(Pattern.compile("/hand-overs"), route -> {});
            phone.find("#unsent-show").click();
            phone.find("[data-drop]").click();
            assertThat(phone.find("#unsent")).isHidden();
            assertThat(standing(phone, 1)).isEmpty();
            assertThat(phone.find("#next-stop")).containsText("30 kg gạo");
            assertThat(phone.find("[data-call='1']")).not().hasClass(Pattern.compile("stop-behind"));
            assertThat(tour.deliveries()).isEmpty();
            phone.forgive("409");
        }
    }

    @Test
    void aRoadIsReportedInTwoTaps() throws IOException {
        TeamTour tour = TeamTour.make(this, "Lũ tập báo đường");
        try (Screen phone = openOnPhone(tour.address())) {
            takeOn(phone, tour);
            AccessibilityTest.judgeInEnglish(phone, () -> {
                phone.find("#bar-road").click();
                assertThat(phone.find("#road-way")).isVisible();
            });
            phone.find("#bar-road").click();
            assertThat(phone.find("#road-here")).isDisabled();
            assertThat(phone.find("[data-state='knee_deep']")).isDisabled();
            phone.find("#road-way").check();
            AccessibilityTest.judge(phone);
            phone.keep("team-road-360");
            phone.find("[data-state='knee_deep']").click();
            assertThat(phone.find("#tour-roads")).containsText("ngang gối");
            assertThat(tour.roadReports()).isEqualTo(List.of("knee_deep"));
            phone.page().navigate(http().base() + "/tours"); // without the address of the tour
            assertThat(phone.find("#mine a")).hasAttribute("href", tour.address());
            phone.find("#mine a").click();
            assertThat(phone.find("#bar-hand")).isVisible();
        }
    }

    @Test
    void aDayWithoutANetworkIsKeptAndSentOnceAndTheTourLeavesThePhone() throws IOException {
        TeamTour tour = TeamTour.make(this, "Lũ tập mất mạng");
        try (Screen phone = Screen.onDeviceThatKeeps(http().base(), tour.address(), 360, 740)) {
            takeOn(phone, tour);
            assertThat(phone.find("#tour-pack")).containsText(Pattern.compile("Khoảng [\\d,]+ MB"));
            phone.find("#pack-make").click();
            assertThat(phone.find("#pack-from")).containsText("Có trong máy, số liệu lúc");
            assertThat(phone.find("#tour-pack .error")).hasCount(0);

            phone.page().context().setOffline(true);
            phone.page().reload(); // from the service worker, as everything from here on
            assertThat(phone.find("#strip")).containsText("Số liệu trên màn hình là của lúc");
            everythingIsThere(phone);
            AccessibilityTest.judge(phone);
            phone.find("#bar-hand").click();
            phone.find("#hand-photo").setInputFiles(picture());
            assertThat(phone.find(".hand-photo img")).isVisible();
            phone.find("#hand-go").click();
            assertThat(standing(phone, 1)).hasText(Pattern.compile("^đã giao, \\d\\d:\\d\\d, chưa gửi$"));
            phone.find("#bar-hand").click();
            phone.find(".hand-homes summary").click();
            phone.find("[data-home]").first().uncheck();
            phone.find("#hand-go").click();
            assertThat(standing(phone, 2)).containsText("đã giao một phần");
            phone.find("#bar-road").click();
            phone.find("#road-way").check();
            phone.find("[data-state='closed']").click();
            assertThat(phone.find("#unsent")).containsText("4 việc chưa gửi"); // the photo is one of them
            phone.page().reload();
            assertThat(phone.find("#unsent")).containsText("4 việc chưa gửi");
            assertThat(standing(phone, 2)).containsText("chưa gửi");
            assertThat(phone.find("#next-stop")).containsText("10 kg gạo");
            phone.keep("team-offline-360");
            Download gpx =
                    phone.page().waitForDownload(() -> phone.find("#kept-gpx").click());
            assertThat(Files.readString(gpx.path())).contains("<trkpt");
            assertThat(tour.deliveries()).isEmpty();

            phone.page().context().setOffline(false);
            assertThat(phone.find("#unsent")).isHidden();
            assertThat(tour.deliveries()).containsExactly(30, 20);
            assertThat(tour.photos()).isEqualTo(1);
            assertThat(tour.roadReports()).containsExactly("closed");
            assertThat(tour.sum("claimed")).isEqualTo(10);
            assertThat(tour.sum("delivered")).isEqualTo(50);
            assertThat(kept(phone)).isPositive();
            phone.find("#bar-hand").click();
            phone.find("#hand-go").click();
            assertThat(phone.find("#tour-pack")).containsText("đã xoá khỏi máy này");
            assertThat(kept(phone)).isZero();
            assertThat(tour.deliveries()).containsExactly(30, 20, 10);
            phone.forgive("ERR_INTERNET_DISCONNECTED");
            phone.forgive("ERR_FAILED");
            phone.forgive("status of 409"); // homes of a claim that is over by then
        }
    }

    /** Map, next stop, homes with their ways, and the way to hand over to other programs. */
    private static void everythingIsThere(Screen phone) {
        assertThat(phone.find("#next-stop")).containsText("30 kg gạo");
        assertThat(phone.find("#homes-fold .homes li")).hasCount(6);
        assertThat(phone.find("#next-homes li")).hasCount(3);
        assertThat(phone.find("#tour-roads")).containsText("Đường của chuyến");
        assertThat(phone.find("#bar-navigate")).hasAttribute("href", Pattern.compile("^geo:1\\d\\.\\d+,10\\d\\.\\d+"));
        phone.page().waitForCondition(() -> (Boolean) phone.page().evaluate("""
                () => {
                  const tiles = Array.from(document.querySelectorAll('img.leaflet-tile'));
                  return tiles.length > 0 && tiles.every((tile) => tile.complete && tile.naturalWidth > 0);
                }"""));
        assertThat(phone.find("path.way-chosen").first()).isAttached();
    }

    @Test
    void aPackGoesByItsOwnClockAndWithWhoeverSignsOut() {
        TeamTour tour = TeamTour.make(this, "Lũ tập hết lượt");
        try (Screen phone = openOnPhone(tour.address())) {
            takeOn(phone, tour);
            phone.find("#pack-make").click();
            assertThat(phone.find("#pack-from")).isVisible();
            noServer(phone);
            phone.page()
                    .clock()
                    .setFixedTime(Instant.now().plus(Duration.ofHours(25)).toEpochMilli());
            phone.page().reload();
            assertThat(phone.find("#plan-head")).containsText("Không có mạng");
            assertThat(phone.words()).doesNotContain("30 kg");
            assertThat(kept(phone)).isZero();

            serverAgain(phone);
            phone.page().clock().setFixedTime(Instant.now().toEpochMilli());
            phone.page().reload();
            phone.find("#pack-make").click();
            assertThat(phone.find("#pack-from")).isVisible();
            phone.find("#account").click();
            assertThat(phone.find("#account")).containsText("Đăng nhập");
            phone.page().waitForCondition(() -> kept(phone) == 0);
            phone.forgive("ERR_INTERNET_DISCONNECTED");
            phone.forgive("ERR_FAILED");
            phone.forgive("status of 40");
        }
    }

    /** The page itself is kept by the service worker; here it comes from the server, and no answer and no tile does. */
    private static void noServer(Screen phone) {
        phone.page().route(ANSWERS, route -> route.abort("internetdisconnected"));
        phone.page().evaluate("() => window.dispatchEvent(new Event('offline'))");
    }

    private static void serverAgain(Screen phone) {
        phone.page().unroute(ANSWERS);
        phone.page().evaluate("() => window.dispatchEvent(new Event('online'))");
    }

    private static Locator standing(Screen phone, int call) {
        return phone.find("[data-call='" + call + "'] .stop-standing");
    }

    /** How much the device keeps of any claim, and the keys to read it. */
    private static int kept(Screen phone) {
        return (Integer) phone.page().evaluate("""
                () => {
                  const keysOf = (base, store) => new Promise((done) => {
                    const opening = indexedDB.open(base, 1);
                    opening.onsuccess = () => {
                      const asked = opening.result.transaction(store).objectStore(store).getAllKeys();
                      asked.onsuccess = () => { opening.result.close(); done(asked.result); };
                    };
                  });
                  return Promise.all([keysOf('relief-tours', 'rows'), keysOf('relief-vault', 'keys')])
                    .then(([rows, keys]) => rows.length + keys.filter((key) => key.startsWith('claim ')).length);
                }""");
    }
}
