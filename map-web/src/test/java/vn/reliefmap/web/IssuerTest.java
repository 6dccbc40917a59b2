package vn.reliefmap.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import vn.reliefmap.access.Account;
import vn.reliefmap.access.Accounts;
import vn.reliefmap.access.Identities;
import vn.reliefmap.access.Sessions;
import vn.reliefmap.kernel.Caller;
import vn.reliefmap.store.Database;
import vn.reliefmap.store.TestPostgis;

/** Signing in by an issuer of OpenID Connect that runs beside the program. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class IssuerTest {
    private static final Database DATABASE = TestPostgis.freshDatabase();
    private static final TestIssuer ISSUER = TestIssuer.start();

    @LocalServerPort
    private int port;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Identities identities;

    @Autowired
    private Sessions sessions;

    private Http http = new Http("");
    private String[] administrator = {};
    private IssuerWay way = new IssuerWay("");

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        TestPostgis.properties(DATABASE).forEach((name, value) -> registry.add(name, () -> value));
        registry.add("relief.home", () -> EmptyProgram.home("issuer"));
        registry.add("relief.data", () -> EmptyProgram.root().resolve("data").toString());
        registry.add("relief.oidc.issuer", ISSUER::address);
        registry.add("relief.oidc.client-id", () -> TestIssuer.CLIENT);
        registry.add("relief.oidc.client-secret", () -> TestIssuer.SECRET);
        registry.add("relief.oidc.name", () -> "Sở Thử nghiệm");
    }

    @BeforeEach
    void newBrowser() {
        TestIssuer.tellsTheTruth();
        http = new Http("http://127.0.0.1:" + port);
        way = new IssuerWay(http.base());
        administrator = new String[] {"Authorization", "Bearer " + accounts.renewAdministratorToken()};
    }

    @AfterAll
    static void stop() {
        ISSUER.close();
    }

    @Test
    void whoIsUnknownIsToldSoAndTheAdministratorLetsThemIn() {
        HttpResponse<String> refused = way.signIn("hien");
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("chưa có tài khoản").contains("call them to be let in");
        assertThat(way.session()).contains("\"signed_in\":false").contains("Sở Thử nghiệm");

        JsonNode asked = asked("Người tên hien");
        assertThat(asked.path("account").isNull()).isTrue();
        assertThat(asked.path("email").asString()).isEqualTo("hien@ac.example");
        Account account = accounts.add("Hiền, điều phối", Caller.COORDINATOR, Set.of());
        assertThat(tie(asked, account.id()).status()).isEqualTo(204);

        HttpResponse<String> in = way.signIn("hien");
        assertThat(in.statusCode()).as(in.body()).isEqualTo(303);
        assertThat(IssuerWay.location(in)).isEqualTo(http.base() + "/tours");
        assertThat(in.headers().allValues("Set-Cookie"))
                .anySatisfy(cookie -> assertThat(cookie).contains("relief=").contains("SameSite=Strict"));
        assertThat(way.session()).contains("coordinator").contains("Hiền, điều phối");

        assertThat(way.signOut().statusCode()).isEqualTo(200);
        assertThat(way.session()).contains("\"signed_in\":false");

        way.signIn("hien");
        String path = "/api/v1/identities/" + asked("Người tên hien").path("id").asString();
        assertThat(http.delete(path, administrator).status()).isEqualTo(204);
        assertThat(way.session()).as("its sessions end").contains("\"signed_in\":false");
        assertThat(way.signIn("hien").statusCode()).isEqualTo(403);
        assertThat(http.delete(path, administrator).json().path("code").asString())
                .isEqualTo("UNKNOWN_IDENTITY");
    }

    @Test
    void anExpectedAddressLetsInOnceAndOnlyWhenVerified() {
        Account lan = accounts.add("Lan", Caller.TEAM, Set.of());
        Account minh = accounts.add("Minh", Caller.TEAM, Set.of());
        assertThat(expect(lan, "không phải thư").json().path("code").asString()).isEqualTo("EMAIL_FORM");
        assertThat(expect(lan, " LAN@ac.example ").status()).isEqualTo(204);
        assertThat(expect(minh, "lan@AC.example").json().path("code").asString())
                .isEqualTo("EMAIL_EXPECTED");
        assertThat(expect(minh, "minh@ac.example").status()).isEqualTo(204);
        assertThat(http.get("/api/v1/accounts", administrator).text())
                .contains("\"expected_email\":\"lan@ac.example\"");

        assertThat(way.signIn("lan").statusCode()).isEqualTo(303);
        assertThat(way.session()).contains("\"name\":\"Lan\"");
        assertThat(http.get("/api/v1/accounts", administrator).text()).doesNotContain("lan@ac.example");
        assertThat(new IssuerWay(http.base()).signIn("minh").statusCode())
                .as("not verified")
                .isEqualTo(403);

        TestIssuer.lies(claims -> claims.claim("email", "lan@ac.example"));
        assertThat(new IssuerWay(http.base()).signIn("vinh").statusCode())
                .as("the address was used up")
                .isEqualTo(403);
    }

    @Test
    void aClosedAccountStaysOutAndTheRoleIsOurs() {
        Account account = accounts.add("Tâm", Caller.DONOR, Set.of());
        identities.expect(account.id(), "binh@ac.example");
        TestIssuer.lies(claims -> claims.claim("role", "administrator").claim("groups", List.of("administrator")));
        way.signIn("binh");
        assertThat(way.session()).contains("\"role\":\"donor\"");
        accounts.change(account.id(), null, Caller.TEAM, null);
        assertThat(way.session()).contains("\"role\":\"team\"");
        accounts.close(account.id());
        assertThat(way.session()).contains("\"signed_in\":false");
        HttpResponse<String> closed = way.signIn("binh");
        assertThat(closed.statusCode()).isEqualTo(403);
        assertThat(closed.body()).contains("đã đóng").contains("is closed");
    }

    @Test
    void theQuestionCarriesStateNonceAndAChallenge() {
        assertThat(way.begin("/"))
                .startsWith(ISSUER.address())
                .contains("response_type=code")
                .contains("&state=")
                .contains("&nonce=")
                .contains("code_challenge_method=S256")
                .contains("redirect_uri=http://127.0.0.1:" + port + "/sign-in/issuer/return");
    }

    @Test
    void aForgedOrRepeatedReturnGetsNobodyIn() {
        String back = way.atTheIssuer(way.begin("/tours"), "an");
        assertThat(refused(way.finish(back.replaceAll("state=[^&]+", "state=forged")), 400))
                .contains("không bắt đầu từ trình duyệt này");
        assertThat(refused(new IssuerWay(http.base()).finish(back), 400))
                .as("another browser")
                .contains("was not begun in this browser");
        way.finish(back);
        refused(way.finish(back), 400);

        String question = way.begin("/tours");
        String fresh = way.atTheIssuer(question, "an");
        String state = fresh.replaceAll(".*state=([^&]+).*", "$1");
        assertThat(refused(way.finish(back.replaceAll("state=[^&]+", "state=" + state)), 401))
                .as("an old code under a new state")
                .contains("không đúng");

        String cancelled = http.base() + "/sign-in/issuer/return?error=access_denied&state="
                + way.begin("/tours").replaceAll(".*[?&]state=([^&]+).*", "$1");
        refused(way.finish(cancelled), 403);
        assertThat(way.session()).contains("\"signed_in\":false");
    }

    @Test
    void aTokenThatLiesGetsNobodyIn() {
        Account account = accounts.add("Bị giả", Caller.COORDINATOR, Set.of());
        identities.expect(account.id(), "tam@ac.example");
        List<Consumer<JwtClaimsSet.Builder>> lies = List.of(
                claims -> claims.claim("nonce", "another"),
                claims -> claims.audience(List.of("another-program")),
                claims -> claims.audience(List.of(TestIssuer.CLIENT, "another-program"))
                        .claim("azp", "another-program"),
                claims -> claims.issuer("http://localhost:1"),
                claims -> claims.issuedAt(Instant.now().minusSeconds(900))
                        .expiresAt(Instant.now().minusSeconds(600)));
        for (Consumer<JwtClaimsSet.Builder> lie : lies) {
            TestIssuer.lies(lie);
            assertThat(refused(way.signIn("tam"), 401)).contains("does not hold");
        }
        assertThat(way.session()).contains("\"signed_in\":false");
        assertThat(identities.expected()).containsEntry(account.id(), "tam@ac.example");
    }

    @Test
    void anIssuerThatFallsSilentIsToldPlainly() {
        String back = way.atTheIssuer(way.begin("/tours"), "hien");
        TestIssuer.fallsSilent();
        assertThat(refused(way.finish(back), 503)).contains("không trả lời").contains("name=\"password\"");
    }

    @Test
    void nobodyIsSentToAnotherHostNorBeginsFromOne() {
        Account account = accounts.add("Chuyển hướng", Caller.TEAM, Set.of());
        identities.expect(account.id(), "thu@ac.example");
        for (String next : List.of("https://ac.example/", "//ac.example", "/%5Cac.example", "/sign-in%0d%0aX:1")) {
            HttpResponse<String> in = way.finish(way.atTheIssuer(way.begin(next), "thu"));
            assertThat(in.statusCode()).isEqualTo(303);
            assertThat(IssuerWay.location(in)).isEqualTo(http.base() + "/");
        }
        Http.Answer elsewhere = http.get("/sign-in/issuer?next=https://ac.example/", "Sec-Fetch-Site", "cross-site");
        assertThat(elsewhere.status()).isEqualTo(200);
        assertThat(elsewhere.response().headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(elsewhere.text()).contains("href=\"/sign-in/issuer?lang=vi&amp;next=%2F\"");
        assertThat(http.get("/sign-in/issuer/return?code=%22%3E%3Cscript%3E&state=x")
                        .text())
                .doesNotContain("<script>");
    }

    @Test
    void twentyFirstSignInsAtOnceMakeOneIdentity() throws Exception {
        Account account = accounts.add("Cùng lúc", Caller.TEAM, Set.of());
        identities.expect(account.id(), "cung@ac.example");
        Identities.Told told = new Identities.Told("https://ac.example", "cung", "Cùng", "cung@ac.example", true);
        ExecutorService phones = Executors.newFixedThreadPool(20);
        try {
            List<Callable<Optional<UUID>>> calls = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                calls.add(() -> identities.recognise(told));
            }
            for (Future<Optional<UUID>> call : phones.invokeAll(calls)) {
                assertThat(call.get()).contains(account.id());
            }
        } finally {
            phones.shutdownNow();
        }
        assertThat(identities.list())
                .filteredOn(one -> one.told().subject().equals("cung"))
                .hasSize(1);

        Identities.Told again = new Identities.Told("https://ac.example", "mới", "Cùng", "cung@ac.example", true);
        assertThat(identities.recognise(again)).as("used up").isEmpty();
        identities.expect(account.id(), "cung@ac.example");
        assertThat(identities.recognise(again)).contains(account.id());
        assertThat(identities.recognise(told)).as("replaced by the newer one").isEmpty();
    }

    @Test
    void aTieEndsTheWaitingForAnAddress() {
        Account account = accounts.add("Có hai địa chỉ", Caller.TEAM, Set.of());
        identities.expect(account.id(), "cu@ac.example");
        Identities.Told tied = new Identities.Told("https://ac.example", "moi", "", "moi@ac.example", true);
        assertThat(identities.recognise(tied)).isEmpty();
        identities.list().stream()
                .filter(one -> one.told().subject().equals("moi"))
                .forEach(one -> identities.tie(one.id(), account.id()));
        assertThat(identities.expected()).doesNotContainKey(account.id());
        assertThat(identities.recognise(new Identities.Told("https://ac.example", "la", "", "cu@ac.example", true)))
                .as("who has the old address now")
                .isEmpty();
        assertThat(identities.recognise(tied)).contains(account.id());
    }

    @Test
    void aSessionThatWasOnItsWayToTheIssuerLastsAsAnyOtherOnceSomebodySignsIn() {
        MockHttpServletRequest request = new MockHttpServletRequest();
        Objects.requireNonNull(request.getSession()).setMaxInactiveInterval(900);
        sessions.signIn(accounts.renewAdministratorToken(), request, new MockHttpServletResponse());
        assertThat(Objects.requireNonNull(request.getSession()).getMaxInactiveInterval())
                .isEqualTo(60 * request.getServletContext().getSessionTimeout());
        sessions.signOut(request);
    }

    @Test
    void aPersonSignsInThroughBothSites() throws IOException {
        Account account = accounts.add("Đội Triệu Phong", Caller.TEAM, Set.of());
        identities.recognise(new Identities.Told(ISSUER.address(), "chi", "", "", false));
        identities.list().stream()
                .filter(one -> one.told().subject().equals("chi"))
                .forEach(one -> identities.tie(one.id(), account.id()));
        try (Screen screen = new Screen(http.base(), "/officer", 1366, 768)) {
            screen.goesTo(ISSUER.address());
            screen.find("#account").click();
            assertThat(screen.find("#sign-in-issuer")).hasText("Đăng nhập bằng Sở Thử nghiệm");
            screen.find("#sign-in-issuer").click();
            atTheIssuer(screen, "chi");
            screen.page().waitForURL(http.base() + "/officer");
            assertThat(screen.find("#account")).hasAttribute("title", "Đội Triệu Phong");
        }
        try (Screen screen = new Screen(http.base(), "/sign-in?lang=en&next=/ledger", 360, 740)) {
            screen.goesTo(ISSUER.address());
            AccessibilityTest.judge(screen);
            assertThat(screen.fits()).isTrue();
            screen.keep("sign-in");
            screen.find("a.button").click();
            atTheIssuer(screen, "minh");
            assertThat(screen.find("[role=alert]")).containsText("chưa có tài khoản");
            screen.forgive("403");
        }
    }

    private static void atTheIssuer(Screen screen, String name) {
        screen.find("[name=username]").fill(name);
        screen.find("[name=password]").fill(TestIssuer.PASSWORD);
        screen.press("Enter");
    }

    private static String refused(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return answer.body();
    }

    private JsonNode asked(String name) {
        for (JsonNode one : http.get("/api/v1/identities", administrator).json().path("items")) {
            if (one.path("name").asString().equals(name)) {
                return one;
            }
        }
        throw new AssertionError("nobody of that name asked");
    }

    private Http.Answer tie(JsonNode identity, UUID account) {
        return http.put(
                "/api/v1/identities/" + identity.path("id").asString(),
                "{\"account\":\"" + account + "\"}",
                administrator);
    }

    private Http.Answer expect(Account account, String email) {
        return http.put(
                "/api/v1/accounts/" + account.id() + "/expected-email", "{\"email\":\"" + email + "\"}", administrator);
    }
}
