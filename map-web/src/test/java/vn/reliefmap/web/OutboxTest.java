package vn.reliefmap.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.reliefmap.access.Accounts;
import vn.reliefmap.admin.AdminUnits;
import vn.reliefmap.kernel.Caller;

/** FEATURE UNDER TEST: what a page puts into its outbox reaches the server once, whatever the network does. */
class OutboxTest extends DemoProgram {
    private static final String SENT_TO = "**/api/v1/reports";
    private static final String PHONE = "0912 345 678";
    private static final String LABEL = "Tin báo an toàn";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Test
    void whatWasPutWithoutNetworkSurvivesAReloadAndIsSentOnceLater() {
        try (Screen screen = openOnPhone("/ledger")) {
            Page page = screen.page();
            List<String> sent = new ArrayList<>();
            rememberTaken(page, sent);
            String id = UUID.randomUUID().toString();
            assertThat(ask(page, "box.unsent()")).isEmpty();
            page.context().setOffline(true);
            put(page, report(id));
            assertThat(ask(page, "box.sendAll()").asString()).isEqualTo("later");
            page.route(SENT_TO, Route::abort);
            // Only now: the outbox hears that the network is back, and sends at once.
            page.context().setOffline(false);
            page.reload();
            JsonNode waiting = ask(page, "box.unsent()").get(0);
            assertThat(waiting.get("id").asString()).isEqualTo(id);
            assertThat(waiting.get("state").asString()).isEqualTo("waiting");
            assertThat(waiting.get("label").asString()).isEqualTo(LABEL);
            page.unroute(SENT_TO);
            assertThat(ask(page, "box.sendAll().then(() => box.sendAll())").asString())
                    .isEqualTo("empty");
            assertThat(ask(page, "box.unsent()")).isEmpty();
            assertThat(sent).hasSize(1);
            assertThat(status(code(page, id))).isEqualTo(200);
            forgiveNoNetwork(screen);
        }
    }

    @Test
    void twoTabsAtOnceSendItOnce() {
        try (Screen screen = openOnPhone("/ledger")) {
            Page first = screen.page();
            Page second = first.context().newPage();
            second.navigate(first.url());
            String id = UUID.randomUUID().toString();
            assertThat(ask(first, "box.unsent()")).isEmpty();
            first.context().setOffline(true);
            put(first, report(id));
            List<String> sent = new ArrayList<>();
            rememberTaken(first, sent);
            rememberTaken(second, sent);
            second.evaluate(
                    "() => import('/js/outbox.js').then(box => box.whenChanged(() => { window.heard = true; }))");
            first.context().setOffline(false);
            String twice = "() => import('/js/outbox.js').then(box => { window.tried = box.sendAll(); })";
            first.evaluate(twice);
            second.evaluate(twice);
            first.evaluate("() => window.tried");
            second.evaluate("() => window.tried");
            assertThat(ask(second, "box.unsent()")).isEmpty();
            assertThat(sent).hasSize(1);
            second.waitForFunction("() => window.heard");
            assertThat(code(second, id)).isEqualTo(code(first, id)).isNotEmpty();
            forgiveNoNetwork(screen);
        }
    }

    @Test
    void anAnswerThatWasLostIsFetchedAgainUnderTheSameId() {
        try (Screen screen = openOnPhone("/ledger")) {
            Page page = screen.page();
            List<String> answers = new ArrayList<>();
            page.route(SENT_TO, route -> {
                answers.add(route.fetch().text());
                route.abort();
            });
            String id = UUID.randomUUID().toString();
            put(page, report(id));
            ask(page, "box.sendAll()");
            assertThat(ask(page, "box.unsent()")).hasSize(1);
            assertThat(answers).isNotEmpty();
            page.unroute(SENT_TO);
            ask(page, "box.sendAll()");
            assertThat(ask(page, "box.unsent()")).isEmpty();
            assertThat(code(page, id))
                    .isEqualTo(JSON.readTree(answers.get(0)).get("code").asString());
            forgiveNoNetwork(screen);
        }
    }

    @Test
    void whatTheServerRefusesStaysWithItsWordsUntilGivenUpAndHoldsBackWhatFollows() {
        try (Screen screen = openOnPhone("/ledger")) {
            Page page = screen.page();
            String bad = UUID.randomUUID().toString();
            String next = UUID.randomUUID().toString();
            assertThat(ask(page, "box.unsent()")).isEmpty();
            page.context().setOffline(true);
            put(
                    page,
                    "{id: '" + bad + "', path: '/api/v1/reports', body: {id: '" + bad
                            + "', kind: 'party'}, label: 'x'}");
            put(page, report(next).replace("label:", "after: '" + bad + "', label:"));
            page.context().setOffline(false);
            ask(page, "box.sendAll()");
            JsonNode kept = ask(page, "box.unsent()");
            assertThat(kept).hasSize(2);
            assertThat(kept.get(0).get("state").asString()).isEqualTo("refused");
            assertThat(kept.get(0).get("problem").get("vi").asString()).contains("phải là một trong");
            assertThat(kept.get(1).get("state").asString()).isEqualTo("waiting");
            ask(page, "box.drop('" + bad + "').then(() => box.sendAll())");
            assertThat(ask(page, "box.unsent()")).isEmpty();
            String other = report(next)
                    .replace(PHONE, "0987 654 321")
                    .replace("id: '" + next + "', path", "id: 'other', path");
            put(page, other);
            ask(page, "box.sendAll()");
            assertThat(ask(page, "box.unsent()")
                            .get(0)
                            .get("problem")
                            .get("code")
                            .asString())
                    .isEqualTo("REQUEST_ID_TAKEN");
            screen.forgive("status of 400");
            screen.forgive("status of 409");
            forgiveNoNetwork(screen);
        }
    }

    @Test
    void whoeverMustSignInAgainLosesNothing() {
        try (Screen screen = openOnPhone("/ledger")) {
            Page page = screen.page();
            Map<String, String> json = Map.of("Content-Type", "application/problem+json");
            page.route(
                    SENT_TO,
                    route -> route.fulfill(new Route.FulfillOptions()
                            .setStatus(401)
                            .setHeaders(json)
                            .setBody("{\"code\": \"SIGN_IN\", \"vi\": \"Cần đăng nhập.\", \"en\": \"Sign in.\"}")));
            String id = UUID.randomUUID().toString();
            put(page, report(id));
            assertThat(ask(page, "box.sendAll()").asString()).isEqualTo("stuck");
            JsonNode kept = ask(page, "box.unsent()").get(0);
            assertThat(kept.get("state").asString()).isEqualTo("waiting");
            assertThat(kept.get("problem").get("vi").asString()).isEqualTo("Cần đăng nhập.");
            page.unroute(SENT_TO);
            assertThat(ask(page, "box.sendAll()").asString()).isEqualTo("empty");
            assertThat(code(page, id)).isNotEmpty();
            screen.forgive("status of 401");
        }
    }

    @Test
    void whatAnAccountDidGoesUnderNoOtherAndHoldsNobodyElseUp() {
        String[] tokens = {team("Đội 1, Phú Lộc"), team("Đội 2, Phú Lộc")};
        try (Screen screen = openOnPhone("/ledger")) {
            Page page = screen.page();
            screen.signIn(tokens[1]);
            String own = UUID.randomUUID().toString();
            String nobodys = UUID.randomUUID().toString();
            ask(page, "box.actUnder({signed_in: true, name: 'Đội 1, Phú Lộc'})");
            put(page, report(own));
            ask(page, "box.actUnder({signed_in: false})");
            put(page, report(nobodys));
            assertThat(ask(page, "box.sendAll()").asString()).isEqualTo("stuck");
            JsonNode waiting = ask(page, "box.unsent()");
            assertThat(waiting).hasSize(1);
            assertThat(waiting.get(0).get("id").asString()).isEqualTo(own);
            assertThat(waiting.get(0).get("problem").get("code").asString()).isEqualTo("ACCOUNT_NOT_HERE");
            assertThat(code(page, nobodys)).isNotEmpty();
            screen.signIn(tokens[0]);
            assertThat(ask(page, "box.sendAll()").asString()).isEqualTo("empty");
            assertThat(code(page, own)).isNotEmpty();
            screen.forgive("status of 401");
        }
    }

    @Test
    void whatNobodyCanSendAnyMoreIsSeenAndGivenUpKnowingly() {
        try (Screen screen = openOnPhone("/tours")) {
            Page page = screen.page();
            ask(page, "box.actUnder({signed_in: true, name: 'Đội 3, Phú Lộc'})");
            put(page, report(UUID.randomUUID().toString()));
            assertThat(ask(page, "box.sendAll()").asString()).isEqualTo("stuck");
            page.reload();
            screen.find("#unsent-show").click();
            assertThat(screen.find("#unsent-list")).containsText("tài khoản khác (Đ.\u00a03.\u00a0P.\u00a0L.)");
            assertThat(screen.find("#unsent-list")).not().containsText("Phú");
            screen.find("[data-doubt]").click();
            assertThat(screen.find("#unsent-list")).containsText("Bỏ là mất hẳn");
            AccessibilityTest.judge(screen);
            screen.button("Giữ lại").click();
            assertThat(screen.find("#unsent-list li")).hasCount(1);
            screen.find("[data-doubt]").click();
            screen.find("[data-give-up]").click();
            assertThat(screen.find("#unsent")).isHidden();
            assertThat(ask(page, "box.unsent()")).isEmpty();
            screen.forgive("status of 401");
        }
    }

    private String team(String name) {
        Accounts accounts = part(Accounts.class);
        return accounts.newToken(accounts.add(name, Caller.TEAM, Set.of()).id());
    }

    @Test
    void anAnswerThatIsNotOursIsNoAnswer() {
        try (Screen screen = openOnPhone("/ledger")) {
            Page page = screen.page();
            page.route(
                    SENT_TO,
                    route -> route.fulfill(new Route.FulfillOptions()
                            .setStatus(200)
                            .setContentType("text/html")
                            .setBody("<h1>Wi-Fi: please pay</h1>")));
            put(page, report(UUID.randomUUID().toString()));
            assertThat(ask(page, "box.sendAll()").asString()).isEqualTo("later");
            assertThat(ask(page, "box.unsent()").get(0).get("state").asString()).isEqualTo("waiting");
        }
    }

    @Test
    void nothingReadableLiesOnTheDevice() {
        try (Screen screen = openOnPhone("/ledger")) {
            Page page = screen.page();
            page.route(SENT_TO, Route::abort);
            String id = UUID.randomUUID().toString();
            put(page, report(id));
            assertThat(raw(page, "relief-outbox", "acts")).contains(id).doesNotContain(PHONE, "api", "Tin", "safe");
            assertThat(raw(page, "relief-vault", "keys")).contains("extractable=false");
            page.evaluate("() => import('/js/vault.js').then(vault => vault.forgetKey('outbox'))");
            page.reload();
            JsonNode lost = ask(page, "box.unsent()").get(0);
            assertThat(lost.get("problem").get("code").asString()).isEqualTo("UNREADABLE");
            forgiveNoNetwork(screen);
        }
    }

    private String report(String id) {
        String commune = part(AdminUnits.class).list().get(0).fullName();
        return "{id: '" + id + "', path: '/api/v1/reports', body: {id: '" + id + "', kind: 'safe', phone: '" + PHONE
                + "', place: {commune: '" + commune + "'}}, label: '" + LABEL + "'}";
    }

    private static void put(Page page, String act) {
        page.evaluate("() => import('/js/outbox.js').then(box => box.put(" + act + "))");
    }

    /** What the outbox answers to a question. */
    private static JsonNode ask(Page page, String question) {
        Object answer = page.evaluate("() => import('/js/outbox.js').then(box => " + question
                + ").then(answer => JSON.stringify(answer === undefined ? null : answer))");
        return JSON.readTree((String) answer);
    }

    private static String code(Page page, String id) {
        return ask(page, "box.answerTo('" + id + "')").get("code").asString();
    }

    private int status(String code) {
        return http().get("/api/v1/reports/" + code).status();
    }

    /** What the server answered to; a try without network has no answer. */
    private static void rememberTaken(Page page, List<String> sent) {
        page.onResponse(response -> {
            if (response.request().method().equals("POST")) {
                sent.add(response.request().postData());
            }
        });
    }

    /** Everything in a store of the device as text; sealed parts as the letters that their bytes would be. */
    private static String raw(Page page, String base, String store) {
        return (String) page.evaluate("""
                        ([base, store]) => new Promise((done) => {
                          indexedDB.open(base).onsuccess = (opened) => {
                            opened.target.result.transaction(store).objectStore(store).getAll().onsuccess = (all) => {
                              const show = (value) => value instanceof ArrayBuffer || ArrayBuffer.isView(value)
                                ? new TextDecoder('latin1').decode(value)
                                : value instanceof CryptoKey ? 'extractable=' + value.extractable
                                : value && typeof value === 'object' ? Object.entries(value).map(([k, v]) => k + '=' + show(v)).join(';')
                                : String(value);
                              done(all.target.result.map(show).join('\\n'));
                            };
                          };
                        })""", List.of(base, store));
    }

    private static void forgiveNoNetwork(Screen screen) {
        screen.forgive("ERR_INTERNET_DISCONNECTED");
        screen.forgive("ERR_FAILED");
    }
}
