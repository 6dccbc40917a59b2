package vn.reliefmap.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.assertions.LocatorAssertions;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/**
 * axe finds no breach of WCAG 2.2 AA on any page, on a desk and on a phone, nor with a popup or a form open; and every page fits a screen
 * of 320 px.
 */
class AccessibilityTest extends DemoProgram {
    private static final String RULES = "{runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']}";

    /**
     * Each breach in one line: rule, what it says, and the first elements it was found on. Where signs stand on a map, and so
     * how near each other, the land decides; WCAG 2.5.8 names pins of a map as essential. What a panel has scrolled half out of
     * sight is as large as ever.
     */
    private static final String BREACHES = "axe.run(document, " + RULES + ").then(found => found.violations"
            + ".map(one => ({...one, nodes: one.nodes.filter(node =>"
            + " one.id !== 'target-size' || !(node.html.includes('leaflet-marker-icon')"
            + " || JSON.stringify(node.any).includes('partially obscured')))}))"
            + ".filter(one => one.nodes.length > 0).map(one =>"
            + " one.id + ': ' + one.help + '\\n' + one.nodes.slice(0, 5).map(node => '    ' + node.html.slice(0, 200)"
            + " + ' ' + node.any.concat(node.all).map(check => check.message).join(' ')).join('\\n')).join('\\n'))";

    /** What fades in has its colours only at the end. */
    private static final String STILL = "Promise.all(document.getAnimations()"
            + ".filter(one => one.effect.getComputedTiming().endTime !== Infinity)"
            + ".map(one => one.finished.catch(() => null))).then(() => null)";

    private static final String ENGINE = Screen.script("/axe.min.js");

    static void judge(Screen screen) {
        assertThat(breaches(screen)).as(screen.page().url()).isEmpty();
    }

    /** The same in English, of what the person opens there and closes with Escape; the page is Vietnamese again afterwards. */
    static void judgeInEnglish(Screen screen, Runnable open) {
        for (String language : List.of("en", "vi")) {
            screen.page().evaluate("() => document.getElementById('language').click()"); // a sheet may lie over it
            assertThat(screen.page().locator("html")).hasAttribute("lang", language);
            if (language.equals("en")) {
                open.run();
                judge(screen);
                screen.press("Escape");
            }
        }
    }

    /** What axe finds on the screen as it is now; empty when all is well. */
    static String breaches(Screen screen) {
        if (screen.page().evaluate("'axe' in window").equals(false)) {
            screen.page().evaluate(ENGINE);
        }
        screen.page().evaluate(STILL);
        return (String) screen.page().evaluate(BREACHES);
    }

    @ParameterizedTest
    @CsvSource({
        "/, .commune-line, button",
        "/tours, #plan-head p, button",
        "/room, .wall-plate, button",
        "/officer, #queue, button",
        "/ledger, #result, button",
        "/list, h1, ?lang=en",
        "/sign-in, form, ?lang=en",
        "/g, form, ?lang=en",
        "/report, form, ?lang=en",
        "/styleguide, #guide-messages, button",
        "/sos, #calls a, button",
        "/embed, .figure small, ?lang=en",
    })
    void everyPageOnADeskAndInEnglishOnAPhone(String path, String there, String inEnglish) {
        try (Screen desk = openOnDesk(path)) {
            assertThat(desk.find(there).first()).isAttached();
            judge(desk);
            assertThat(desk.stumbles()).isEmpty();
        }
        boolean byButton = inEnglish.equals("button");
        try (Screen phone = openOnPhone(byButton ? path : path + inEnglish)) {
            assertThat(phone.find(there).first()).isAttached();
            if (byButton) {
                assertThat(phone.find("#language")).hasText("English"); // the script is there
                phone.find("#language").click();
            }
            assertThat(phone.page().locator("html")).hasAttribute("lang", "en");
            judge(phone); // what a small screen does to longer words is for ThirdLanguageTest
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/, .commune-line, 1366",
        "/officer, #queue p, 1366",
        "/officer, #queue p, 360",
        "/tours, #plan-head p, 1366",
        "/sos, #calls a, 1366",
    })
    void textAloneMayBeTwiceAsLarge(String path, String there, int width) {
        try (Screen screen = open(path, width, 768)) {
            assertThat(screen.find(there).first()).isAttached();
            assertThat(screen.find("#drill")).isVisible(); // the head is whole
            assertThat(screen.stumblesOverLargeText()).isEmpty();
        }
    }

    @Test
    void theStyleGuideInEnglishOnADarkGround() throws IOException {
        try (Screen screen = openOnDesk("/styleguide")) {
            screen.find("#ground").click();
            screen.find("#language").click();
            assertThat(screen.find("#guide-water th").first()).hasText("As on the screen");
            judge(screen);
        }
    }

    @Test
    void whatOpensOnTheMap() {
        try (Screen screen = openOnDesk("/")) {
            screen.find(".tag-mark").first().focus();
            screen.press("Enter");
            assertThat(screen.find(".popup")).isVisible();
            judge(screen);
            screen.press("Escape");
            screen.find("#account").click();
            assertThat(screen.find("#sign-in-name")).isVisible();
            judge(screen);
            screen.find("[data-view=route]").click();
            assertThat(screen.find(".route-form")).isVisible();
            judge(screen);
            screen.find("#language").click();
            judge(screen);
        }
    }

    /** By keys, as somebody who cannot point; first in Vietnamese, then in English with the popup open again. */
    @ParameterizedTest
    @CsvSource({
        "/, .depot",
        "/#map=12/16.78/107.22, .island-sign",
        "/#map=12/16.78/107.22, .landing-sign",
        "/#map=12/16.78/107.22, .tag-mark",
        "home, .household",
    })
    void everySignOnTheMapOpensInBothLanguages(String address, String sign) {
        try (Screen screen = openOnDesk(address.equals("home") ? "/#map=16/" + home() : address)) {
            for (int i = 0; i < 2; i++) {
                assertThat(screen.find(sign).first())
                        .isAttached(new LocatorAssertions.IsAttachedOptions().setTimeout(90_000));
                screen.find(sign).first().press("Enter");
                assertThat(screen.find(".popup")).isVisible();
                judge(screen);
                screen.press("Escape");
                assertThat(screen.find(".popup")).hasCount(0);
                screen.find("#language").click();
                assertThat(screen.page().locator("html")).hasAttribute("lang", i == 0 ? "en" : "vi");
            }
        }
    }

    /** Latitude and longitude of a simulated home, as the page's address has them. */
    private String home() {
        JsonNode at = http().get("/api/v1/households?limit=1&disaster=" + new DemoTrips(http()).disaster())
                .json()
                .path("features")
                .path(0)
                .path("geometry")
                .path("coordinates");
        return at.path(1).asString() + "/" + at.path(0).asString();
    }

    @Test
    void whatADonorOpensInBothLanguages() {
        try (Screen screen = openOnPhone("/")) {
            for (int i = 0; i < 2; i++) {
                screen.find("#have-text").fill("200 kg gạo");
                screen.press("Enter");
                assertThat(screen.find(".fits li").first()).isVisible();
                judge(screen);
                screen.find("[data-commune]").first().click();
                assertThat(screen.find(".detail")).isVisible();
                judge(screen);
                screen.press("Escape");
                screen.find("#language").click();
            }
        }
    }
}
