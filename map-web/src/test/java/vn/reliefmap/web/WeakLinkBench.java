package vn.reliefmap.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import com.microsoft.playwright.options.WaitUntilState;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/**
 * What a phone waits for at 50 kbit/s with 800 ms there and back: {@code ./relief bench weak} runs it and prints. It is no
 * part of the suite, since its limits hold on a machine that does nothing else.
 */
class WeakLinkBench extends DemoProgram {
    private static final int BITS_PER_SECOND = 50_000;
    private static final int ROUND_TRIP_MS = 800;

    private final List<String> late = new ArrayList<>();

    @Test
    void listAndMapOnAWeakLink() throws IOException {
        int port = URI.create(http().base()).getPort();
        new Screen(http().base(), "/list", 360, 740).close(); // the browser runs by now, and the program is warm
        try (SlowLink link = new SlowLink(port, BITS_PER_SECOND, ROUND_TRIP_MS)) {
            long start = System.nanoTime();
            try (Screen screen = Screen.onDeviceThatKeeps(link.origin(), "/list", 360, 740)) {
                screen.find("h2").first().waitFor();
                tell("list usable, first visit", start, 6, link.bytes());
            }
            long before = link.bytes();
            start = System.nanoTime();
            try (Screen screen = Screen.onDeviceThatKeeps(link.origin(), "/", 360, 740)) {
                screen.find(".leaflet-control-zoom-in").waitFor();
                tell("map, first visit", start, 15, link.bytes() - before);
                screen.find(".row").first().waitFor();
                tell("list beside the map, first visit", start, 30, link.bytes() - before);
                screen.find(".depth")
                        .first()
                        .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
                tell("water on the map, first visit", start, 60, link.bytes() - before);
                screen.untilKept("/");
                screen.page()
                        .waitForTimeout(20_000); // help is kept after it, and nothing disturbs what is measured next
                again(screen, "second visit", link);
                screen.page().context().setOffline(true);
                again(screen, "without a network", link);
                List.of("ERR_INTERNET_DISCONNECTED", "ERR_FAILED").forEach(screen::forgive);
            }
        }
        assertThat(late).isEmpty();
    }

    private void again(Screen screen, String visit, SlowLink link) {
        long before = link.bytes();
        long start = System.nanoTime();
        screen.page().reload(new Page.ReloadOptions().setWaitUntil(WaitUntilState.COMMIT));
        screen.find(".leaflet-tile-loaded").first().waitFor();
        tell("map with its tiles, " + visit, start, 2, link.bytes() - before);
        screen.find(".row").first().waitFor();
        tell("list beside the map, " + visit, start, 6, link.bytes() - before);
    }

    private void tell(String what, long start, int limitS, long bytes) {
        double seconds = (System.nanoTime() - start) / 1e9;
        String line =
                String.format(Locale.ROOT, "%-42s %5.1f s of at most %2d   %7d bytes", what, seconds, limitS, bytes);
        System.out.println(line);
        if (seconds > limitS) {
            late.add(line);
        }
    }
}
