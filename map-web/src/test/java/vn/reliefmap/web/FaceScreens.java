package vn.reliefmap.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.reliefmap.kernel.Caller;

/**
 * Takes the pictures of {@code docs/screens}: every face at three sizes, with the demo's made-up people on it and nobody else. Run by
 * {@code ./relief screens}; its name keeps it out of the suite.
 */
class FaceScreens extends DemoProgram {
    private static final Path FOLDER = EmptyProgram.root().resolve("docs/screens");
    private static final int[][] SIZES = {{360, 740}, {1366, 768}, {1920, 1080}};
    private static final long MOST_BYTES = 500_000;
    /** Tiles and layers come one after the other; nothing asked for this long means that all are there. */
    private static final int CALM_MS = 1_500;

    /** What axe finds on any of them. */
    private final List<String> breaches = new ArrayList<>();

    @Test
    void everyFace() throws IOException {
        FaceScenes scenes = new FaceScenes(this);
        face("map", "/", null, screen -> assertThat(screen.find(".tag").first()).isVisible());
        face("map-route", "/", null, screen -> scenes.aWayThroughTheWater(screen));
        face("list", "/list", null, screen -> assertThat(screen.find("h1")).isVisible());
        face("gift", "/g/" + scenes.gift(), null, screen -> assertThat(screen.find("h1"))
                .isVisible());
        face("report", "/report", null, screen -> assertThat(screen.find("form").first())
                .isVisible());
        face("officer", "/officer", scenes.token(Caller.OFFICER), screen -> scenes.anOpenCase(screen));
        face("tours", "/tours?plan=" + scenes.plan(), scenes.token(Caller.COORDINATOR), screen -> assertThat(
                        screen.find(".tour-row").first())
                .isVisible());
        face("tour-pack", "/tours", scenes.teamToken(), screen -> {
            screen.find("#mine a").first().click();
            assertThat(screen.find("#next-stop")).isVisible();
        });
        face("room", "/room?disaster=" + scenes.disaster(), scenes.token(Caller.DISPLAY), screen -> assertThat(
                        screen.find(".wall-tour").first())
                .isAttached());
        face("sos", "/sos", scenes.token(Caller.COORDINATOR), screen -> assertThat(
                        screen.find(".call-why").first())
                .isVisible());
        face("ledger", "/ledger", null, screen -> assertThat(
                        screen.find("#newest li").first())
                .isVisible());
        face("sign-in", "/sign-in", null, screen -> assertThat(
                        screen.find("form").first())
                .isVisible());
        face("embed", "/embed?disaster=" + scenes.disaster(), null, screen -> assertThat(
                        screen.find("[data-figure=delivered] small").first())
                .isVisible());
        face("styleguide", "/styleguide", null, screen -> assertThat(screen.find("#guide-messages"))
                .isVisible());
        face("map-popup", "/", null, screen -> {
            screen.find(".tag-mark").first().focus();
            screen.press("Enter");
            assertThat(screen.find(".popup")).isVisible();
        });
        endCall(scenes.cry());
        assertThat(breaches).isEmpty();
    }

    private void face(String name, String path, @Nullable String token, Consumer<Screen> ready) throws IOException {
        for (int[] size : SIZES) {
            try (Screen screen = open(path, size[0], size[1])) {
                if (token != null) {
                    screen.signIn(token);
                    screen.page().navigate(http().base() + path);
                }
                ready.accept(screen);
                screen.calm(CALM_MS);
                Path file = FOLDER.resolve(name + "-" + size[0] + ".png");
                Files.write(file, PalettePng.of(screen.page().screenshot(new Page.ScreenshotOptions())));
                assertThat(Files.size(file)).as(file.toString()).isLessThan(MOST_BYTES);
                String found = AccessibilityTest.breaches(screen);
                if (!found.isEmpty()) {
                    breaches.add(file.getFileName() + " " + found);
                }
            }
        }
    }
}
