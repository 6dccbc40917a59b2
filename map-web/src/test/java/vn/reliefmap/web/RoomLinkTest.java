package vn.reliefmap.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The wall display when its link or its server goes, and when they come back, with nobody there to touch it. */
class RoomLinkTest extends DemoProgram {
    /** Between two tries of the link, at most; with its spread. */
    private static final int LONGEST_PAUSE_MS = 5_000;

    private String wallPath() {
        return "/room?disaster=" + demo().id();
    }

    @Test
    void aLostLinkIsSaidAndTheFiguresStay() {
        try (Screen screen = open(wallPath(), 1920, 1080)) {
            screen.page().clock().install();
            screen.page().reload();
            RoomJourneysTest.everythingIsThere(screen);
            String people = screen.find("[data-figure=in_water] p").textContent();

            screen.page().context().setOffline(true);
            assertThat(screen.find("body[data-live=lost]")).isAttached();
            assertThat(screen.find("body[data-wall=open]")).isAttached();
            screen.page().clock().fastForward(12_000);
            assertThat(screen.find("#wall-link")).containsText(Pattern.compile("Mất liên lạc \\d+ giây"));
            screen.page().clock().fastForward(25_000);
            assertThat(screen.find("body[data-wall=lost]")).isAttached();
            assertThat(screen.find("#wall-link")).containsText(Pattern.compile("số liệu lúc \\d\\d:\\d\\d"));
            assertThat(screen.find("[data-figure=in_water] p")).hasText(people);
            screen.keep("room-lost");

            screen.page().context().setOffline(false);
            screen.page().clock().fastForward(120_000);
            assertThat(screen.find("body[data-wall=open]")).isAttached();
            assertThat(screen.find("#wall-link")).containsText("Trực tiếp");
            screen.forgive("ERR_INTERNET_DISCONNECTED");
        }
    }

    /** A wall that nobody touches is live again seconds after the server is, and asks a server that is down in measure. */
    @Test
    void theWallIsLiveAgainSecondsAfterTheServerHoweverLongThatWasDown() {
        try (CutLink link = new CutLink(http().base());
                Screen screen = new Screen(link.origin(), wallPath(), 1920, 1080)) {
            screen.page().clock().install();
            screen.page().reload();
            RoomJourneysTest.everythingIsThere(screen);
            String people = screen.find("[data-figure=in_water] p").textContent();
            List<String> tries = new ArrayList<>();
            screen.page().onRequest(request -> {
                if (request.url().endsWith("/api/v1/live")) {
                    tries.add(request.url());
                }
            });

            link.cut();
            assertThat(screen.find("body[data-live=lost]")).isAttached();
            long downFrom = now(screen);
            for (int i = 0; i < 30; i++) {
                int before = tries.size();
                screen.page().clock().fastForward(LONGEST_PAUSE_MS);
                screen.page().waitForCondition(() -> tries.size() > before);
            }
            assertThat(tries.size()).isLessThan((int) ((now(screen) - downFrom) / 3_000) + 5);
            assertThat(screen.find("#wall-link")).containsText("Mất liên lạc với máy chủ");

            link.mend();
            screen.page().clock().fastForward(LONGEST_PAUSE_MS);
            assertThat(screen.find("body[data-live=open]")).isAttached();
            assertThat(screen.find("body[data-wall=open]")).isAttached();
            assertThat(screen.find("[data-figure=in_water] p")).hasText(people);
            screen.forgive("ERR_");
        }
    }

    /** A pulled cable ends no connection: only the signs of life stop. */
    @Test
    void aLinkThatFallsSilentIsALostLink() {
        try (CutLink link = new CutLink(http().base());
                Screen screen = new Screen(link.origin(), wallPath(), 1920, 1080)) {
            screen.page().clock().install();
            screen.page().reload();
            RoomJourneysTest.everythingIsThere(screen);
            link.fallSilent();
            screen.page().clock().fastForward(41_000);
            assertThat(screen.find("body[data-live=lost]")).isAttached();
            link.mend();
            screen.page().clock().fastForward(LONGEST_PAUSE_MS);
            assertThat(screen.find("body[data-live=open]")).isAttached();
            screen.forgive("ERR_");
        }
    }

    private static long now(Screen screen) {
        return ((Number) screen.page().evaluate("Date.now()")).longValue();
    }
}
