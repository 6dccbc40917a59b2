package vn.reliefmap.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What a person sees and does on the map with a mouse: each test is a journey that ends in words on the screen. */
class MapJourneysTest extends DemoProgram {

    @Test
    void showsTheDemoMarkedAsSimulated() {
        try (Screen screen = openOnDesk("/")) {
            assertThat(screen.find("#drill")).containsText("dữ liệu mô phỏng");
            assertThat(screen.find("[data-commune]").first()).isVisible();
            assertThat(screen.find(".tag").first()).isVisible();
            assertThat(screen.find(".depth").first()).isAttached();
            assertThat(screen.find("#legend")).containsText("xe máy chậm");
            assertThat(screen.find(".time-words")).containsText("Nước lúc");
            assertThat(screen.find(".time-people")).containsText("người trong nước");
            assertThat(screen.find(".depot").first()).isAttached();
            assertThat(screen.find("#strip")).isEmpty();
            screen.keep("demo-1366");
        }
        try (Screen screen = open("/", 1920, 1080)) {
            assertThat(screen.find("[data-commune]").first()).isVisible();
            assertThat(screen.find(".tag").first()).isVisible();
            assertThat(screen.find(".depth").first()).isAttached();
            screen.keep("demo-1920");
        }
    }

    @Test
    void saysWhomNoTruckReachesAndWhatWouldReconnectThem() {
        try (Screen screen = openOnDesk("/#map=13/16.78/107.22")) {
            assertThat(screen.find(".time-cutoff")).containsText("người xe tải không tới được");
            Locator sign = screen.find(".island-sign").first();
            assertThat(sign).isAttached();
            sign.focus();
            screen.press("Enter");
            assertThat(screen.find(".popup-title")).containsText("người bị cô lập");
            assertThat(screen.find(".popup")).containsText("Nước chặn ở:");
            // Looking for landings takes longer than the list; the popup waits for it.
            assertThat(screen.find(".landing-line"))
                    .containsText(
                            Pattern.compile("Bến tốt nhất: .+ người bằng xuồng máy\\. Từ Kho .+phút"),
                            new LocatorAssertions.ContainsTextOptions().setTimeout(60_000));
            assertThat(screen.find(".landing-sign .transfer-shape").first()).isVisible();
            // The map pans until the legend covers no corner of it.
            screen.page()
                    .waitForFunction("() => document.querySelector('.leaflet-popup').getBoundingClientRect().right"
                            + " <= document.getElementById('legend').getBoundingClientRect().left");
            screen.keep("cut-off");
        }
    }

    @Test
    void saysWhomNoTruckWillReachFromALaterHourOn() {
        try (Screen screen = openOnDesk("/#map=12/16.78/107.22")) {
            // Whoever asks first waits until the water of every step is laid over the roads.
            assertThat(screen.find(".time-cutoff"))
                    .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(60_000));
            screen.find("#time-slider").focus();
            screen.press("Home");
            assertThat(screen.find(".time-ahead")).containsText(Pattern.compile("từ \\d\\d:\\d\\d: .+ người"));
            Locator sign = screen.find(".island-sign-next").first();
            assertThat(sign).containsText(Pattern.compile("từ \\d\\d:\\d\\d: .+ người bị cô lập"));
            sign.focus();
            screen.press("Enter");
            assertThat(screen.find(".popup")).containsText("xe tải không tới được");
            assertThat(screen.find(".popup")).containsText("để xem đường nào bị chặn");
            screen.keep("cut-off-ahead");
        }
    }

    @Test
    void fitsAPhoneAndStillSaysEverything() {
        try (Screen screen = openOnPhone("/")) {
            assertThat(screen.find("#drill")).containsText("dữ liệu mô phỏng");
            assertThat(screen.find(".row").first()).isVisible();
            assertThat(screen.find(".tag-mark").first()).isAttached();
            assertThat(screen.fits()).isTrue();
            screen.keep("demo-360");
            screen.button("Danh sách").click();
            assertThat(screen.find("#handle")).hasAttribute("aria-label", "Thu nhỏ danh sách");
            screen.find("[data-commune]").first().click();
            assertThat(screen.find(".detail")).isVisible();
            assertThat(screen.find("#handle")).hasAttribute("aria-label", "Mở rộng danh sách");
            screen.keep("commune-360");
        }
    }

    @Test
    void theSliderMovesWaterAndNumbers() {
        try (Screen screen = openOnDesk("/")) {
            Locator people = screen.find(".time-people");
            assertThat(people).isVisible();
            screen.find("#time-slider").focus();
            screen.press("Home");
            assertThat(screen.find("#time-slider")).hasValue("0");
            String firstTime = screen.find(".time-words b").innerText();
            assertThat(people).isVisible();
            String first = people.innerText();
            screen.press("End");
            assertThat(screen.find(".time-words b")).not().hasText(firstTime);
            assertThat(people).not().hasText(first);
            assertThat(people).containsText("người trong nước");
            screen.keep("last-step");
        }
    }

    @Test
    void aNeedTagOpensTheSumsOfItsItems() {
        try (Screen screen = openOnDesk("/")) {
            Locator tag = screen.find(".tag-mark").first();
            assertThat(screen.find(".tag").first()).isVisible();
            assertThat(tag).hasAttribute("aria-label", Pattern.compile(".*Còn thiếu: .+"));
            tag.locator(".tag, .tag-shrunk").click();
            assertThat(screen.find(".popup .bars tbody tr").first()).isVisible();
            assertThat(screen.find(".popup")).containsText("đang đến");
            assertThat(screen.find(".popup")).containsText("Nhu cầu cũ nhất xác nhận");
            screen.keep("need-popup");
        }
    }

    @Test
    void listAndMapShareTheChosenCommuneAndTheFilter() {
        try (Screen screen = openOnDesk("/")) {
            Locator commune = screen.find("[data-commune]").first();
            String name = commune.innerText();
            commune.click();
            assertThat(screen.find(".detail h2")).hasText(name);
            assertThat(screen.find(".commune-chosen")).isAttached();
            screen.find("#group-rice").click();
            assertThat(screen.find("#list .list-head h2")).containsText("nơi còn thiếu gạo");
            assertThat(screen.page()).hasURL(Pattern.compile(".*group=rice.*commune=.*"));
            String shared = screen.page().url();
            screen.page().navigate("about:blank");
            screen.page().navigate(shared);
            assertThat(screen.find("#list .list-head h2")).containsText("nơi còn thiếu gạo");
            assertThat(screen.find(".detail h2")).hasText(name);
        }
    }

    @Test
    void speaksEnglishByTheSwitch() {
        try (Screen screen = openOnDesk("/")) {
            assertThat(screen.find("[data-commune]").first()).isVisible();
            screen.button("English").click();
            assertThat(screen.find("#drill")).containsText("simulated data");
            assertThat(screen.find("#list .list-head h2")).containsText("in need");
            assertThat(screen.find(".time-people")).containsText("people in water");
            assertThat(screen.find("#legend")).containsText("motorbikes slow");
            assertThat(screen.find(".tag-first", "litres").first()).isAttached();
            assertThat((Boolean) screen.page()
                            .evaluate("() => [...document.querySelectorAll('.tag-in')]"
                                    + ".every(plate => plate.scrollWidth <= plate.clientWidth)"))
                    .as("amounts stand within their plates")
                    .isTrue();
            screen.keep("english");
        }
    }

    @Test
    void whatTheNetworkCutOffWhileThePageCameIsAskedForAgain() {
        try (Screen screen = openOnPhone("/ledger")) {
            for (String piece : List.of("**/leaflet.js", "**/parts*.js")) {
                screen.page().route(piece, Route::abort);
                screen.page().navigate(http().base() + "/");
                assertThat(screen.find("#strip")).containsText("Mạng đứt khi đang tải trang");
                screen.page().unroute(piece);
                assertThat(screen.find("[data-commune]").first()).isVisible();
                assertThat(screen.find("#strip")).isEmpty();
            }
            screen.forgive("ERR_FAILED");
        }
    }

    @Test
    void keepsTheLastDataWithItsTimeWhenTheNetworkGoes() {
        try (Screen screen = openOnDesk("/")) {
            Locator row = screen.find("[data-commune]").first();
            assertThat(row).isVisible();
            // All parts are there, and the change feed too.
            assertThat(screen.find(".depth").first()).isAttached();
            assertThat(screen.find(".tag").first()).isVisible();
            assertThat(screen.find("body[data-live=open]")).isAttached();
            screen.page().context().setOffline(true);
            assertThat(screen.find("#strip")).containsText("Không có mạng.");
            assertThat(screen.find("#strip")).containsText("Số liệu trên màn hình là của lúc");
            assertThat(row).isVisible();
            screen.page().context().setOffline(false);
            assertThat(screen.find("#strip")).isEmpty();
            screen.forgive("ERR_INTERNET_DISCONNECTED");
        }
    }
}
