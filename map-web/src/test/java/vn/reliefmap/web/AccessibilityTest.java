package vn.reliefmap.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * axe finds no breach of WCAG 2.2 AA on any page, on a desk and on a phone, nor with a popup or a form open.
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

    private static final String ENGINE = engine();

    private static String engine() {
        try (InputStream script = AccessibilityTest.class.getResourceAsStream("/axe.min.js")) {
            return new String(Objects.requireNonNull(script).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void judge(Screen screen) {
        assertThat(breaches(screen)).as(screen.page().url()).isEmpty();
    }

    /** What axe finds on the screen as it is now; empty when all is well. */
    static String breaches(Screen screen) {
        if (screen.page().evaluate("'axe' in window").equals(false)) {
            screen.page().evaluate(ENGINE);
        }
        return (String) screen.page().evaluate(BREACHES);
    }

    @ParameterizedTest
    @CsvSource({
        "/, .commune-line",
        "/tours, #order-start",
        "/room, .wall-plate",
        "/officer, #queue",
        "/ledger, main",
        "/list, h1",
        "/sign-in, form",
        "/g, form",
        "/report, form",
        "/styleguide, #guide-messages",
        "/embed, .figure small",
    })
    void everyPageOnADeskAndOnAPhone(String path, String there) {
        for (int[] size : new int[][] {{1366, 768}, {360, 740}}) {
            try (Screen screen = open(path, size[0], size[1])) {
                assertThat(screen.find(there).first()).isAttached();
                judge(screen);
            }
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
}
