package vn.reliefmap.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.Test;

/** The same map without a mouse. */
class KeyboardJourneysTest extends DemoProgram {

    @Test
    void theFirstTabOffersToSkipToTheList() {
        try (Screen screen = openOnDesk("/")) {
            assertThat(screen.find("[data-commune]").first()).isVisible();
            screen.press("Tab");
            assertThat(screen.find(".skip")).isFocused();
            screen.press("Enter");
            assertThat(screen.find("#panel")).isFocused();
            screen.press("Tab");
            screen.press("Tab");
            String focused = (String) screen.page().evaluate("() => document.activeElement.tagName");
            assertThat(focused).isEqualTo("BUTTON");
        }
    }

    @Test
    void aTagOpensWithEnterAndGetsTheFocusBackAfterEscape() {
        try (Screen screen = openOnDesk("/")) {
            Locator tag = screen.find(".tag-mark").first();
            assertThat(screen.find(".tag").first()).isVisible();
            tag.focus();
            screen.press("Enter");
            assertThat(screen.find(".popup-title")).isFocused();
            screen.press("Escape");
            assertThat(screen.find(".popup")).hasCount(0);
            assertThat(screen.find(".tag-mark").first()).isFocused();
        }
    }

    @Test
    void singleKeysFilterAndOpenTheRoute() {
        try (Screen screen = openOnDesk("/")) {
            assertThat(screen.find("[data-commune]").first()).isVisible();
            screen.press("2");
            assertThat(screen.find("#group-rice")).hasAttribute("aria-pressed", "true");
            screen.press("0");
            assertThat(screen.find("#group-all")).hasAttribute("aria-pressed", "true");
            screen.press("/");
            assertThat(screen.find("#have-text")).isFocused();
            screen.find("#panel").focus();
            screen.press("r");
            assertThat(screen.find("#route")).isVisible();
            screen.find("#panel").focus();
            screen.press("l");
            assertThat(screen.find("#list")).isVisible();
        }
    }
}
