package vn.reliefmap.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import vn.reliefmap.access.Accounts;

/** Accounts from the administrator's hand to a signed-in phone: codes, passwords, sessions, tokens, closing. */
class AccountsTest extends EmptyProgram {
    private static final String WORDS = "thuyền gạo sông";

    @Autowired
    private Accounts accounts;

    private String[] administrator = {};
    private String name = "";

    @BeforeEach
    void someName() {
        administrator = new String[] {"Authorization", "Bearer " + accounts.renewAdministratorToken()};
        name = "Đội " + UUID.randomUUID();
    }

    @Test
    void anAccountBeginsWithACodeAndGoesOnWithAPassword() {
        JsonNode made = made("team");
        assertThat(signIn(name, "").status()).isEqualTo(401);
        Http.Answer weak = newPassword("code", made.path("code").asString(), "ngắn");
        assertThat(weak.json().path("code").asString()).isEqualTo("PASSWORD_WEAK");

        Http.Answer set = newPassword("code", made.path("code").asString(), WORDS);
        assertThat(set.status()).isEqualTo(200);
        assertThat(who(cookie(set)).path("role").asString()).isEqualTo("team");
        assertThat(newPassword("code", made.path("code").asString(), WORDS)
                        .json()
                        .path("code")
                        .asString())
                .isEqualTo("CODE_WRONG");
        assertThat(signIn(name.toUpperCase(java.util.Locale.ROOT), WORDS).status())
                .isEqualTo(200);
        assertThat(signIn(name, WORDS + "!").json().path("code").asString()).isEqualTo("SIGN_IN_WRONG");
    }

    @Test
    void whoDoesNotExistIsAnsweredAlike() {
        made("donor");
        Http.Answer wrong = signIn(name, "sai mật khẩu rồi");
        Http.Answer nobody = signIn("Không có ai " + name, "sai mật khẩu rồi");
        assertThat(nobody.status()).isEqualTo(wrong.status());
        assertThat(nobody.text()).isEqualTo(wrong.text());
        assertThat(signIn("x".repeat(100_000), "y").status()).isEqualTo(401);
        assertThat(signIn(name, "y".repeat(100_000)).status()).isEqualTo(401);
        assertThat(newPassword("code", "', '", WORDS).status()).isEqualTo(401);
    }

    @Test
    void aNewPasswordEndsTheOtherSessions() {
        String elsewhere =
                cookie(newPassword("code", made("officer").path("code").asString(), WORDS));
        assertThat(who(elsewhere).path("units").path(0).asString()).isEqualTo("44");
        Http.Answer changed = newPassword("password", WORDS, "một câu khác hẳn");
        assertThat(changed.status()).isEqualTo(200);
        assertThat(who(elsewhere).path("signed_in").asBoolean()).isFalse();
        assertThat(who(cookie(changed)).path("signed_in").asBoolean()).isTrue();
        assertThat(signIn(name, WORDS).status()).isEqualTo(401);
    }

    @Test
    void aChangeOfRoleHoldsAtOnceAndClosingEndsAll() {
        JsonNode made = made("officer");
        String session = cookie(newPassword("code", made.path("code").asString(), WORDS));
        String path = "/api/v1/accounts/" + made.path("id").asString();
        assertThat(http().patch(path, "{\"role\":\"coordinator\"}", administrator)
                        .status())
                .isEqualTo(200);
        assertThat(who(session).path("role").asString()).isEqualTo("coordinator");
        assertThat(who(session).path("units")).isEmpty();
        assertThat(http().patch(path, "{\"role\":\"officer\"}", administrator)
                        .json()
                        .path("code")
                        .asString())
                .isEqualTo("ACCOUNT_UNITS");
        assertThat(http().patch(path, "{\"role\":\"king\"}", administrator)
                        .json()
                        .path("code")
                        .asString())
                .isEqualTo("ROLE_UNKNOWN");

        String token = http().post("/api/v1/tokens", "{\"name\":\"máy\"}", "Cookie", session)
                .json()
                .path("token")
                .asString();
        assertThat(http().delete(path, administrator).status()).isEqualTo(204);
        assertThat(who(session).path("signed_in").asBoolean()).isFalse();
        assertThat(http().get("/api/v1/session", "Authorization", "Bearer " + token)
                        .status())
                .isEqualTo(401);
        assertThat(signIn(name, WORDS).status()).isEqualTo(401);
        assertThat(http().delete(path, administrator).status()).isEqualTo(404);
        assertThat(http().post("/api/v1/accounts", body("team"), administrator)
                        .json()
                        .path("code")
                        .asString())
                .isEqualTo("ACCOUNT_EXISTS");
    }

    @Test
    void theLastAdministratorStays() {
        String id = accounts.list().stream()
                .filter(listed -> listed.account().role().word().equals("administrator") && listed.closedAt() == null)
                .map(listed -> listed.account().id().toString())
                .collect(Collectors.joining());
        assertThat(http().delete("/api/v1/accounts/" + id, administrator)
                        .json()
                        .path("code")
                        .asString())
                .isEqualTo("LAST_ADMINISTRATOR");
        assertThat(http().patch("/api/v1/accounts/" + id, "{\"role\":\"donor\"}", administrator)
                        .json()
                        .path("code")
                        .asString())
                .isEqualTo("LAST_ADMINISTRATOR");
    }

    @Test
    void aTokenIsShownOnceAndRevoked() {
        String session = cookie(newPassword("code", made("donor").path("code").asString(), WORDS));
        Http.Answer made = http().post("/api/v1/tokens", "{\"name\":\"kế toán\",\"days\":2}", "Cookie", session);
        assertThat(made.status()).isEqualTo(201);
        String[] bearer = {
            "Authorization", "Bearer " + made.json().path("token").asString()
        };
        assertThat(http().get("/api/v1/session", bearer).json().path("role").asString())
                .isEqualTo("donor");
        Http.Answer list = http().get("/api/v1/tokens", bearer);
        assertThat(list.json().path("items").path(0).path("name").asString()).isEqualTo("kế toán");
        assertThat(list.text()).doesNotContain("rm_");
        assertThat(http().get("/api/v1/tokens?account=" + UUID.randomUUID(), bearer)
                        .status())
                .isEqualTo(403);
        assertThat(http().post("/api/v1/tokens", "{\"name\":\" \"}", bearer)
                        .json()
                        .path("code")
                        .asString())
                .isEqualTo("TOKEN_NAME");
        assertThat(http().post("/api/v1/tokens", "{\"name\":\"a\",\"days\":0}", bearer)
                        .json()
                        .path("code")
                        .asString())
                .isEqualTo("TOKEN_DAYS");
        String path = "/api/v1/tokens/" + made.json().path("id").asString();
        assertThat(http().delete(path, administrator).status())
                .as("another account's")
                .isEqualTo(404);
        String byToken = cookie(http().post("/api/v1/session", "{\"token\":\"" + bearer[1].substring(7) + "\"}"));
        assertThat(who(byToken).path("role").asString()).isEqualTo("donor");
        assertThat(http().delete(path, bearer).status()).isEqualTo(204);
        assertThat(who(byToken).path("signed_in").asBoolean()).isFalse();
        assertThat(http().get("/api/v1/session", bearer).status()).isEqualTo(401);
    }

    @Test
    void oneOfTwentyWhoUseACodeAtOnceGetsIn() throws Exception {
        String code = made("team").path("code").asString();
        ExecutorService phones = Executors.newFixedThreadPool(20);
        try {
            List<Callable<Integer>> calls = IntStream.range(0, 20)
                    .<Callable<Integer>>mapToObj(
                            i -> () -> newPassword("code", code, WORDS + i).status())
                    .toList();
            int in = 0;
            for (Future<Integer> call : phones.invokeAll(calls)) {
                in += call.get() == 200 ? 1 : 0;
            }
            assertThat(in).isEqualTo(1);
        } finally {
            phones.shutdownNow();
        }
    }

    @Test
    void guessingIsToldToWaitAndTheKnownDeviceIsNot() {
        Http.Answer first = newPassword("code", made("officer").path("code").asString(), WORDS);
        String device = cookies(first)
                .filter(c -> c.startsWith("relief_device="))
                .findFirst()
                .orElseThrow();
        Http.Answer guess = signIn(name, "đoán bừa 0");
        for (int i = 1; i < 10 && guess.status() != 429; i++) {
            guess = signIn(name, "đoán bừa " + i);
        }
        assertThat(guess.json().path("code").asString()).isEqualTo("SIGN_IN_SLOW");
        assertThat(guess.response().headers().firstValue("Retry-After")).isPresent();
        assertThat(signIn(name, WORDS, "Cookie", device).status()).isEqualTo(200);
    }

    @Test
    void thePageSignsInWithoutJavaScript() {
        String code = made("team").path("code").asString();
        Http.Answer page = http().get("/sign-in?next=/tours?plan=1");
        assertThat(page.text())
                .contains("Mã một lần")
                .contains("value=\"/tours?plan=1\"")
                .hasSizeLessThan(15_000);
        assertThat(http().get("/sign-in?next=//ac.example").text()).contains("name=\"next\" value=\"/\"");
        assertThat(http().get("/sign-in?next=https://ac.example&lang=en").text())
                .contains("One-time code")
                .contains("name=\"next\" value=\"/\"");

        String fields = "name=" + encoded(name) + "&code=" + code + "&new_password=" + encoded(WORDS) + "&next=/tours";
        assertThat(http().form("/sign-in/code", fields, "Origin", "https://ac.example")
                        .status())
                .isEqualTo(403);
        Http.Answer set = http().form("/sign-in/code", fields, "Origin", http().base());
        assertThat(set.status()).isEqualTo(303);
        assertThat(set.response().headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/tours"));
        assertThat(who(cookie(set)).path("signed_in").asBoolean()).isTrue();

        Http.Answer wrong = http().form("/sign-in", "name=%3Cscript%3E&password=x");
        assertThat(wrong.status()).isEqualTo(401);
        assertThat(wrong.text()).contains("không đúng").doesNotContain("<script>");
        assertThat(http().form("/sign-in", "name=" + encoded(name) + "&password=" + encoded(WORDS))
                        .status())
                .isEqualTo(303);
    }

    private JsonNode made(String role) {
        Http.Answer made = http().post("/api/v1/accounts", body(role), administrator);
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        return made.json();
    }

    private String body(String role) {
        return "{\"name\":\"" + name + "\",\"role\":\"" + role + "\""
                + (role.equals("officer") ? ",\"units\":[\"44\"]" : "") + "}";
    }

    private Http.Answer signIn(String who, String password, String... headers) {
        return http().post("/api/v1/session", "{\"name\":\"" + who + "\",\"password\":\"" + password + "\"}", headers);
    }

    private Http.Answer newPassword(String field, String secret, String newPassword) {
        return http().post(
                        "/api/v1/passwords",
                        "{\"name\":\"" + name + "\",\"" + field + "\":\"" + secret + "\",\"new_password\":\""
                                + newPassword + "\"}");
    }

    private JsonNode who(String cookie) {
        return http().get("/api/v1/session", "Cookie", cookie).json();
    }

    private static String cookie(Http.Answer answer) {
        return cookies(answer).collect(Collectors.joining("; "));
    }

    private static Stream<String> cookies(Http.Answer answer) {
        assertThat(answer.status()).as(answer.text()).isLessThan(400);
        return answer.response().headers().allValues("Set-Cookie").stream()
                .peek(cookie -> assertThat(cookie).contains("HttpOnly").contains("SameSite=Strict"))
                .flatMap(cookie -> Arrays.stream(cookie.split(";")).limit(1));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
