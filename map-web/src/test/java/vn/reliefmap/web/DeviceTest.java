package vn.reliefmap.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.test.util.ReflectionTestUtils;
import vn.reliefmap.access.Account;
import vn.reliefmap.access.Accounts;
import vn.reliefmap.kernel.Caller;

/** FEATURE UNDER TEST: a page that was opened once opens again without a network, and nothing about anybody is kept. */
class DeviceTest extends DemoProgram {
    private static final String KEPT =
            "caches.open('relief-answers').then(kept => kept.keys()).then(all => all.map(one => one.url))";

    @Test
    void theMapOpensWithoutNetworkWithWhatItLastHadAndSaysHowOldThatIs() {
        try (Screen screen = keeping("/")) {
            assertThat(screen.find("[data-commune]").first()).isVisible();
            screen.untilKept("/");
            until(screen, "url => url.includes('/flood-extents?')");
            until(screen, "url => url.includes('/need-clusters')");
            screen.page().context().setOffline(true);
            screen.page().reload();
            assertThat(screen.find("[data-commune]").first()).isVisible();
            assertThat(screen.find("#strip")).containsText("Số liệu trên màn hình là của lúc");
            assertThat(screen.find(".depth").first()).isAttached();
            assertThat(screen.find(".tag").first()).isVisible();
            screen.page().navigate(screen.page().url().replaceAll("/#.*|/$", "/officer"));
            assertThat(screen.find("h1")).hasText("Không có mạng / No network");
            screen.page().context().setOffline(false);
            forgiveNoNetwork(screen);
        }
    }

    @Test
    void whatIsReadSignedInIsNotKeptAndTakesAwayWhatWas() {
        Accounts accounts = part(Accounts.class);
        Account coordinator = accounts.add("Điều phối thử giữ trang", Caller.COORDINATOR, Set.of());
        String token = accounts.newToken(coordinator.id());
        try (Screen screen = keeping("/")) {
            Page page = screen.page();
            assertThat(screen.find("[data-commune]").first()).isVisible();
            screen.untilKept("/");
            page.reload();
            until(screen, "url => url.includes('/need-summary')");
            page.evaluate(
                    "token => fetch('/api/v1/session', {method: 'POST', headers: {'Content-Type': 'application/json'},"
                            + " body: JSON.stringify({token})})",
                    token);
            page.reload();
            assertThat(screen.find("[data-commune]").first()).isVisible();
            page.waitForFunction("() => { " + KEPT
                    + ".then(urls => { window.left = urls.filter(url => url.includes('/need-summary')).length; });"
                    + " return window.left === 0; }");
            assertThat(page.evaluate(KEPT).toString())
                    .doesNotContain("households", "/needs", "session", "reports/", "claims");
        }
    }

    /** On a slow link the kept answer is given; asked again, the network is asked again, for somebody else may be signed in by then. */
    @Test
    void aKeptAnswerThatNobodyWasToldIsOlderIsNotGivenInsteadOfAskingAgain() {
        try (Screen screen = new Screen(http().base(), "/styleguide", 360, 740)) {
            Object asked = screen.page()
                    .evaluate("async () => {"
                            + " const { answerFor, askAnew } = await import('/js/workeranswers.js');"
                            + " const network = window.fetch; const asked = [];"
                            + " const slow = () => new Promise((done) => { setTimeout(done, 400); });"
                            + " window.fetch = (request) => { asked.push(request.url); return slow().then(() => network(request)); };"
                            + " const ask = async () => { const later = [];"
                            + "   const event = { request: new Request('/api/v1/items'), waitUntil: (work) => later.push(work) };"
                            + "   await answerFor(event); await Promise.all(later); return asked.length; };"
                            + " const counts = [await ask(), await ask(), await ask()];"
                            + " const before = ask(); await new Promise((done) => { setTimeout(done, 50); });"
                            + " askAnew(); const signedIn = ask(); await Promise.all([before, signedIn]);"
                            + " return counts.concat(asked.length); }");
            assertThat(asked).as("questions that reached the network").isEqualTo(List.of(1, 2, 3, 5));
        }
    }

    @Test
    void whatAPersonTypedIsNotKeptWithThePage() {
        try (Screen screen = keeping("/")) {
            Page page = screen.page();
            screen.untilKept("/");
            page.navigate(http().base() + "/list");
            String list = "caches.match('/list').then(kept => kept ? kept.text() : '')";
            page.waitForFunction("() => { " + list + ".then(text => { window.text = text; }); return window.text; }");
            page.navigate(http().base() + "/list?have=20%20kg%20rice");
            assertThat(screen.find("#have")).hasValue("20 kg rice");
            assertThat((String) page.evaluate(list))
                    .contains("<h1>Nơi còn thiếu")
                    .doesNotContain("20 kg rice");
        }
    }

    @Test
    @SuppressWarnings("unchecked")
    void aNewVersionComesWithoutLosingWhatIsNotSentYet() {
        ShellSource source = part(ShellSource.class);
        Shell before = source.now();
        Accounts accounts = part(Accounts.class);
        String team = "Đội chờ bản mới";
        String token =
                accounts.newToken(accounts.add(team, Caller.TEAM, Set.of()).id());
        String id = UUID.randomUUID().toString();
        try (Screen screen = keeping("/")) {
            Page page = screen.page();
            screen.untilKept("/");
            page.evaluate(
                    "([name, id]) => import('/js/outbox.js').then(box => { box.actUnder({signed_in: true, name});"
                            + " return box.put({id, path: '/api/v1/reports', label: 'Tin thử', body: {id, kind: 'safe',"
                            + " phone: '0912 345 678', place: {lat: 16.78, lon: 107.22}}}); })",
                    List.of(team, id));
            assertThat(screen.find("#unsent")).containsText("1");

            Map<String, ShellFile> files = new HashMap<>(
                    (Map<String, ShellFile>) requireNonNull(ReflectionTestUtils.getField(before, "files")));
            files.put("/css/new.css", ShellFile.of("/css/new.css", "new{}"));
            Shell after = new Shell(files.values());
            ReflectionTestUtils.setField(source, "shell", after);
            page.reload();
            assertThat(screen.find("script[src*='" + before.version() + "']").first())
                    .isAttached();
            screen.find("#newer button").click();
            assertThat(screen.find("script[src*='" + after.version() + "']").first())
                    .isAttached();
            assertThat(screen.find("[data-commune]").first()).isVisible();
            assertThat(screen.find("#unsent")).containsText("1");
            screen.signIn(token);
            // The worker may have sent it by now, and the button gone with it.
            page.evaluate(
                    "() => { const now = document.getElementById('unsent-try'); if (now !== null) { now.click(); } }");
            assertThat(screen.find("#unsent")).isHidden();
            screen.forgive("status of 401");
        } finally {
            ReflectionTestUtils.setField(source, "shell", before);
        }
    }

    @Test
    void tilesOfAChosenAreaAreKeptWithinABound() {
        try (Screen screen = keeping("/report")) {
            Page page = screen.page();
            page.evaluate("() => navigator.serviceWorker.register('/sw.js')");
            Map<?, ?> told = (Map<?, ?>) page.evaluate(
                    """
                    (urls) => navigator.serviceWorker.ready.then((found) => new Promise((done) => {
                      const { port1, port2 } = new MessageChannel();
                      port1.onmessage = ({ data }) => data.keptTiles.finished && done(data.keptTiles);
                      found.active.postMessage({ keepTiles: urls }, [port2]);
                    }))""",
                    List.of(
                            "/tiles/base/9/408/232.png?v=1",
                            "/tiles/base/9/409/232.png?v=1",
                            "/tiles/none.png",
                            "/api/v1/items"));
            assertThat(told.get("done")).isEqualTo(2);
            assertThat(told.get("failed")).isEqualTo(1);
            assertThat(told.get("of")).isEqualTo(3);
            page.reload();
            page.waitForFunction("() => navigator.serviceWorker.controller");
            page.context().setOffline(true);
            assertThat(page.evaluate("() => fetch('/tiles/base/9/408/232.png?v=2').then(tile => tile.status)"))
                    .isEqualTo(200);
            page.context().setOffline(false);
            screen.forgive("404");
            forgiveNoNetwork(screen);
        }
    }

    private Screen keeping(String path) {
        return Screen.onDeviceThatKeeps(http().base(), path, 1366, 768);
    }

    /** Waits until an address of which that is true is among the kept ones. */
    private static void until(Screen screen, String isIt) {
        screen.page()
                .waitForFunction("() => { " + KEPT + ".then(urls => { window.found = urls.some(" + isIt
                        + "); }); return window.found; }");
    }

    private static void forgiveNoNetwork(Screen screen) {
        List.of("ERR_INTERNET_DISCONNECTED", "ERR_FAILED", "status of 503").forEach(screen::forgive);
    }
}
