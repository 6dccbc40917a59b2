package vn.reliefmap.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.reliefmap.access.Account;
import vn.reliefmap.access.Accounts;
import vn.reliefmap.access.Passwords;
import vn.reliefmap.access.Scope;
import vn.reliefmap.commitment.Pledge;
import vn.reliefmap.commitment.Pledges;
import vn.reliefmap.kernel.Caller;
import vn.reliefmap.kernel.PageAsk;

/** From "I have 200 kg of rice" to a gift that is followed by its code; on a phone with the network cut, and by keys alone. */
class DonorJourneysTest extends DemoProgram {
    private static final String PASSWORD = "gao cho Phuong Lang 26";
    private static final int MOST_TABS = 60;

    private final List<Account> donors = new ArrayList<>();

    private Account donor() {
        Account donor = part(Accounts.class).add("Nhom " + UUID.randomUUID(), Caller.DONOR, Set.of());
        String code = part(Passwords.class).newCode(donor.id()).text();
        http().form(
                        "/sign-in/code",
                        "name=" + encoded(donor.name()) + "&code=" + encoded(code) + "&new_password="
                                + encoded(PASSWORD));
        donors.add(donor);
        return donor;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private List<Pledge> pledges(Account donor) {
        return part(Pledges.class)
                .list(demo().id(), new Scope.Own(donor.id()), PageAsk.read(null, null))
                .items();
    }

    @AfterEach
    void giveBack() {
        donors.forEach(donor -> pledges(donor).forEach(pledge -> {
            var unused = part(Pledges.class).withdraw(pledge.id());
        }));
    }

    @Test
    void findsWhereItFitsAndPledgesThoughTheNetworkGoes() throws IOException {
        Account donor = donor();
        try (Screen screen = openOnPhone("/#disaster=" + demo().id())) {
            screen.find("#have-text").fill("200kg gao");
            screen.find("#have-text").press("Enter");
            assertThat(screen.find(".fit").first()).containsText("Nhận hết 200 kg.");
            assertThat(screen.find("#list h2").first()).containsText("Hợp với 200 kg gạo");
            assertThat(screen.page()).hasURL(Pattern.compile(".*item=rice&amount=200.*"));
            assertThat(screen.fits()).isTrue();
            screen.keep("fits-360");
            AccessibilityTest.judge(screen);
            screen.find("[data-view=list]").click();
            screen.find("[data-pledge]").first().click();
            assertThat(screen.find("h1")).hasText("Đăng ký ủng hộ");
            AccessibilityTest.judge(screen);
            screen.find("a.go").click();
            screen.find("form[action='/sign-in'] [name=name]").fill(donor.name());
            screen.find("[name=password]").fill(PASSWORD);
            screen.find("form[action='/sign-in'] button").click();
            assertThat(screen.find("#quantity")).hasValue("200");
            assertThat(screen.find("#pledge[data-ready]")).isVisible();
            screen.page().context().setOffline(true);
            screen.find("#quantity").fill("150");
            screen.find("#pledge button").click();
            assertThat(screen.find("#said")).containsText("Chưa đăng ký được");
            assertThat(screen.find("#quantity")).hasValue("150");
            AccessibilityTest.judge(screen);
            screen.page().context().setOffline(false);
            assertThat(screen.find("#said")).containsText("Có mạng lại rồi");
            assertThat(pledges(donor)).isEmpty();
            screen.find("#quantity").fill("900.000");
            screen.find("#pledge button").click();
            assertThat(screen.find("#problem")).containsText("chỉ còn cần ủng hộ");
            assertThat(screen.find("#problem")).isFocused();
            AccessibilityTest.judge(screen);
            screen.find("#quantity").fill("200");
            screen.find("#pledge button").click();
            assertThat(screen.find("#gift")).containsText("Gạo 200 kg");
            assertThat(screen.fits()).isTrue();
            screen.keep("pledged-360");
            AccessibilityTest.judge(screen);
            List<Pledge> stand = pledges(donor);
            assertThat(stand).hasSize(1);
            screen.find("#gift a.go").click();
            assertThat(screen.find(".way .was")).hasCount(1);
            assertThat(screen.find(".way")).containsText("Chưa vào kho");
            AccessibilityTest.judge(screen);
            screen.page().navigate(http().base() + "/g");
            screen.find("#kept a").click();
            assertThat(screen.find("main")).containsText(stand.get(0).code().value());
            screen.forgive("ERR_INTERNET_DISCONNECTED");
            screen.forgive("404");
            screen.forgive("409");
        }
    }

    /** "In under a minute": who is signed in opens the map, says what there is, and taps twice. */
    @Test
    void fromTheMapToACodeInAFewActs() {
        Account donor = donor();
        try (Screen screen = openOnPhone("/sign-in?next=/g")) {
            screen.find("form[action='/sign-in'] [name=name]").fill(donor.name());
            screen.find("[name=password]").fill(PASSWORD);
            screen.press("Enter");
            assertThat(screen.find("h1")).hasText("Mã của tôi");
            Instant opened = Instant.now();
            screen.page().navigate(http().base() + "/#disaster=" + demo().id());
            screen.find("#have-text").pressSequentially("200 kg gạo");
            screen.press("Enter");
            assertThat(screen.find(".fit").first()).containsText("còn cần");
            assertThat(screen.find("[data-pledge]").first()).isInViewport();
            screen.find("[data-pledge]").first().click();
            assertThat(screen.find("main")).containsText("Còn cần");
            assertThat(screen.find("#quantity")).hasValue("200");
            screen.button("Đăng ký ủng hộ").click();
            assertThat(screen.find(".code")).hasText(Pattern.compile("\\w{4}-\\w{4}"));
            assertThat(screen.find("#gift")).containsText("Mang tới");
            System.out.printf(
                    "From / to a gift's code: 11 letters and 3 acts, %.1f s of waiting and drawing%n",
                    Duration.between(opened, Instant.now()).toMillis() / 1000.0);
            assertThat(pledges(donor)).hasSize(1);
        }
    }

    /** The answer is lost on its way back: the pledge stands, and asking again shows it and makes no other one. */
    @Test
    void anAnswerThatIsLostMakesNoSecondPledge() {
        Account donor = donor();
        String commune = place();
        try (Screen screen = openOnDesk("/sign-in?next=" + encoded(commune))) {
            screen.find("form[action='/sign-in'] [name=name]").fill(donor.name());
            screen.find("[name=password]").fill(PASSWORD);
            screen.find("form[action='/sign-in'] button").click();
            assertThat(screen.find("#pledge[data-ready]")).isVisible();
            screen.page().route("**/pledge", route -> {
                var unused = route.fetch(); // it reaches the server, and the answer gets lost
                route.abort();
            });
            screen.find("#quantity").fill("30");
            screen.find("#pledge button").click();
            assertThat(screen.find("#said")).containsText("Chưa đăng ký được");
            assertThat(pledges(donor)).hasSize(1);
            screen.page().unroute("**/pledge");
            screen.page()
                    .route(
                            "**/pledge",
                            route -> route.fulfill(new Route.FulfillOptions()
                                    .setContentType("text/html")
                                    .setBody("<main><h1>Wi-Fi: please pay</h1></main>")));
            screen.find("#pledge button").click();
            assertThat(screen.find("#said")).containsText("Chưa đăng ký được");
            screen.page().unroute("**/pledge");
            screen.find("#quantity").fill("40");
            screen.find("#pledge button").click();
            assertThat(screen.find("#gift")).containsText("Gạo 30 kg");
            assertThat(pledges(donor)).hasSize(1);
            screen.forgive("ERR_FAILED");
        }
    }

    private String place() {
        String code = http().get("/api/v1/fits?item=rice&disaster=" + demo().id())
                .json()
                .path("items")
                .get(0)
                .path("code")
                .asString();
        return "/pledge?commune=" + code + "&item=rice&quantity=30&disaster=" + demo().id();
    }

    @Test
    void theWholeWayByKeysAlone() throws IOException {
        Account donor = donor();
        try (Screen screen = openOnDesk("/#disaster=" + demo().id())) {
            assertThat(screen.find("[data-commune]").first()).isVisible();
            screen.press("/");
            assertThat(screen.find("#have-text")).isFocused();
            screen.page().keyboard().type("3 thùng nước");
            screen.press("Enter");
            assertThat(screen.find("#have-said")).containsText("mỗi thùng tính 12");
            assertThat(screen.find("[data-pledge]").first()).isVisible();
            screen.keep("fits-1366");
            AccessibilityTest.judge(screen);
            tabTo(screen, screen.find("[data-pledge]").first());
            screen.press("Enter");
            tabTo(screen, screen.find("a.go"));
            screen.press("Enter");
            tabTo(screen, screen.find("form[action='/sign-in'] [name=name]"));
            screen.page().keyboard().type(donor.name());
            screen.press("Tab");
            screen.page().keyboard().type(PASSWORD);
            screen.press("Enter");
            tabTo(screen, screen.find("#quantity"));
            assertThat(screen.find("#quantity")).hasValue("36");
            assertThat(screen.find("#pledge[data-ready]")).isVisible();
            screen.press("Enter");
            assertThat(screen.find("#gift")).isFocused();
            assertThat(pledges(donor)).hasSize(1);
        }
    }

    private static void tabTo(Screen screen, Locator wanted) {
        assertThat(wanted).isVisible();
        for (int i = 0; i < MOST_TABS; i++) {
            if ((Boolean) wanted.evaluate("element => element === document.activeElement")) {
                return;
            }
            screen.press("Tab");
        }
        assertThat(wanted).isFocused();
    }

    @Test
    void aSharedCommuneOpensTheMapThere() throws IOException {
        String code = http().get("/api/v1/fits?item=rice&disaster=" + demo().id())
                .json()
                .path("items")
                .get(0)
                .path("code")
                .asString();
        try (Screen screen = openOnPhone("/s/" + code + "?disaster=" + demo().id())) {
            assertThat(screen.find("#share")).isVisible();
            assertThat(screen.fits()).isTrue();
            screen.keep("shared-360");
            AccessibilityTest.judge(screen);
            screen.find("a.go").click();
            assertThat(screen.find(".detail h2")).isVisible();
            assertThat(screen.page()).hasURL(Pattern.compile(".*commune=" + code + ".*"));
            screen.find("#zones-here").click();
            assertThat(screen.find(".zones li, .zones-here > .mute").first())
                    .not()
                    .hasText("Đang đọc số liệu…");
            AccessibilityTest.judge(screen);
        }
    }
}
