package vn.reliefmap.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import vn.reliefmap.access.Accounts;
import vn.reliefmap.disaster.Disasters;
import vn.reliefmap.store.Changes;
import vn.reliefmap.store.Topic;

/** Who sees single households, and how a change reaches an open page. */
class HouseholdJourneysTest extends DemoProgram {
    private static final String REAL = "Đợt có thật";

    @Test
    void simulatedHouseholdsAreOpenToEveryone() {
        try (Screen screen = openOnDesk("/#map=16/" + somewhereInNeed())) {
            assertThat(screen.find(".household").first()).isVisible();
            assertThat(screen.find("body[data-live=open]")).isAttached();
            Locator home = screen.find(".household").first();
            home.focus();
            home.evaluate("one => one.classList.add('as-it-was')");
            part(Changes.class).announce(Topic.PUBLISHED); // what everybody hears of, also beside a real flood
            part(Changes.class).look();
            assertThat(screen.find(".as-it-was")).hasCount(0);
            assertThat(screen.find(".household:focus")).hasCount(1);
            screen.press("Enter");
            assertThat(screen.find(".popup")).containsText("người");
            assertThat(screen.find(".popup")).containsText("dữ liệu mô phỏng");
            screen.keep("households");
            screen.press("Escape");
            assertThat(screen.find(".household:focus")).hasCount(1);
        }
    }

    @Test
    void realOnesAreClosedUntilTheAdministratorSignsIn() {
        part(Disasters.class).open(REAL, false, Instant.EPOCH);
        try (Screen screen = openOnDesk("/#disaster=" + REAL + "&map=16/" + somewhereInNeed())) {
            assertThat(screen.find("#map-note")).isVisible();
            assertThat(screen.find("#drill")).isHidden();
            screen.keep("closed");
            signIn(screen, part(Accounts.class).renewAdministratorToken());
            screen.forgive("403");
        }
    }

    private static void signIn(Screen screen, String token) {
        screen.find("#account").click();
        screen.find("#token").fill(token);
        screen.press("Enter");
        assertThat(screen.find("#account")).containsText("Đăng xuất");
        assertThat(screen.find("#map-note")).isHidden();
        screen.find("#account").click();
        assertThat(screen.find("#account")).containsText("Đăng nhập");
        assertThat(screen.find("#map-note")).isVisible();
    }

    @Test
    void anOpenPageShowsAChangeWithoutReload() {
        try (Screen screen = openOnDesk("/")) {
            assertThat(screen.find("[data-commune]").first()).isVisible();
            assertThat(screen.find("body[data-live=open]")).isAttached();
            part(Disasters.class).open("Đợt mở khi đang xem", false, Instant.EPOCH.plusSeconds(1));
            assertThat(screen.find("#facts option", "Đợt mở khi đang xem")).hasCount(1);
        }
    }

    /** A place "lat/lon" where the demo's people lack something. */
    private String somewhereInNeed() {
        JsonNode cluster = http().get("/api/v1/need-clusters?zoom=16&disaster=" + demo().id())
                .json()
                .path("items")
                .get(0);
        return String.format(
                Locale.ROOT,
                "%.5f/%.5f",
                cluster.path("lat").asDouble(),
                cluster.path("lon").asDouble());
    }
}
