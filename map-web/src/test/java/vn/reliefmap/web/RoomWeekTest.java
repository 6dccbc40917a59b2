package vn.reliefmap.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.reliefmap.access.Accounts;
import vn.reliefmap.store.Changes;
import vn.reliefmap.store.Topic;

/** A display that nobody restarts: what it holds does not grow with what it hears, and it shows a change at once. */
class RoomWeekTest extends DemoProgram {
    private static final int EVENTS = Integer.getInteger("relief.wall.events", 2_000);
    /** Heard before the first look: caches of the page and of the engine fill only once. */
    private static final int WARM = 300;

    /** What a flood brings every minute; water, heavy on the server, comes now and then. */
    private static final List<Topic> OFTEN = List.of(
            Topic.NEEDS,
            Topic.GAUGES,
            Topic.SUPPLY,
            Topic.TOURS,
            Topic.SOS,
            Topic.HOUSEHOLDS,
            Topic.ITEMS,
            Topic.LEDGER);

    private static final int READINGS = 9;

    /** What the browser holds after a collection of garbage. */
    private record Held(double heapMb, int nodes, int listeners) {}

    @Test
    void thousandsOfEventsLeaveNothingBehind() {
        String disaster = new DemoTrips(http()).disaster();
        try (Screen wall = open("/room?disaster=" + disaster, 1920, 1080)) {
            Page page = wall.page();
            page.addInitScript("""
                    window.heard = 0;
                    const listen = EventSource.prototype.addEventListener;
                    EventSource.prototype.addEventListener = function (name, f) {
                      return listen.call(this, name, (event) => { window.heard += 1; f(event); });
                    };""");
            page.reload();
            assertThat(wall.find("body[data-live=open]")).isAttached();
            assertThat(wall.find(".wall-plate").first()).isVisible();
            CDPSession browser = page.context().newCDPSession(page);
            hear(page, WARM);
            Held before = held(page, browser);
            hear(page, EVENTS);
            Held after = held(page, browser);
            List<Long> delays = new ArrayList<>();
            for (int i = 0; i < READINGS; i++) {
                delays.add(untilShown(wall, disaster, 1 + i / 100.0));
            }
            delays.sort(null);
            System.out.printf(
                    Locale.ROOT,
                    "%d events: heap %.1f -> %.1f MB, nodes %d -> %d, listeners %d -> %d; shown after %d ms (median), %d ms (slowest of %d)%n",
                    EVENTS,
                    before.heapMb(),
                    after.heapMb(),
                    before.nodes(),
                    after.nodes(),
                    before.listeners(),
                    after.listeners(),
                    delays.get(READINGS / 2),
                    delays.get(READINGS - 1),
                    READINGS);
            assertThat(after.heapMb()).isLessThan(before.heapMb() * 1.1 + 0.5);
            assertThat(after.nodes()).isLessThan(before.nodes() + 200);
            assertThat(after.listeners()).isLessThan(before.listeners() + 50);
            assertThat(delays.get(READINGS / 2))
                    .as("ms; a busy machine is slower than 2 s")
                    .isLessThan(10_000);
        }
    }

    private void hear(Page page, int events) {
        Changes changes = part(Changes.class);
        int from = heard(page);
        for (int round = 1; heard(page) < from + events; round++) {
            OFTEN.forEach(changes::announce);
            if (round % 50 == 0) {
                changes.announce(Topic.WATER);
            }
            changes.look();
        }
    }

    private static int heard(Page page) {
        return (Integer) page.evaluate("window.heard");
    }

    private static Held held(Page page, CDPSession browser) {
        // What the last events asked for is there, and what it replaced is garbage.
        page.waitForTimeout(1_500);
        browser.send("HeapProfiler.collectGarbage");
        browser.send("HeapProfiler.collectGarbage");
        JsonObject heap = browser.send("Runtime.getHeapUsage");
        JsonObject dom = browser.send("Memory.getDOMCounters");
        return new Held(
                heap.get("usedSize").getAsDouble() / (1 << 20),
                dom.get("nodes").getAsInt(),
                dom.get("jsEventListeners").getAsInt());
    }

    /** Milliseconds from the answer to a gauge's reading until the wall shows it. */
    private long untilShown(Screen wall, String disaster, double level) {
        String token = part(Accounts.class).renewAdministratorToken();
        String gauge = http().get("/api/v1/gauges?disaster=" + disaster)
                .json()
                .at("/items/0/code")
                .asString();
        String written = String.format(Locale.forLanguageTag("vi-VN"), "%.2f", level);
        Http.Answer taken = http().post(
                        "/api/v1/gauges/" + gauge + "/readings",
                        "{\"id\":\"" + UUID.randomUUID() + "\",\"disaster\":\"" + disaster + "\",\"observed_at\":\""
                                + Instant.now() + "\",\"level_m\":" + level + "}",
                        "Authorization",
                        "Bearer " + token);
        assertThat(taken.status()).as(taken.text()).isEqualTo(200);
        long answered = System.nanoTime();
        wall.page()
                .waitForFunction(
                        "words => [...document.querySelectorAll('.river-level')].some(one => one.textContent.includes(words))",
                        written);
        return (System.nanoTime() - answered) / 1_000_000;
    }
}
