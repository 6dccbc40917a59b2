package vn.reliefmap.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A02: whatever is sent, the answer says what was wrong and which form was expected. */
class ProblemsTest extends EmptyProgram {

    @Test
    void anAddressThatIsNotHere() {
        Http.Answer answer = http().get("/api/v1/no-such-thing");
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(answer.json().get("code").asString()).isEqualTo("NOT_HERE");
        assertThat(answer.json().get("vi").asString()).isNotBlank();
        assertThat(answer.json().get("en").asString()).isNotBlank();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"token\":           | 400 | JSON_FORM",
                "[]                    | 400 | JSON_FORM",
                "{\"token\":{\"a\":1}} | 400 | JSON_FORM",
                "\u0000                | 400 | JSON_FORM",
            })
    void aBodyThatIsNoGood(String body, int status, String code) {
        Http.Answer answer = http().post("/api/v1/session", body);
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.json().get("code").asString()).isEqualTo(code);
    }

    @Test
    void aMethodThatIsNotTaken() {
        Http.Answer answer = http().delete("/api/v1/disasters");
        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.json().get("code").asString()).isEqualTo("METHOD_NOT_ALLOWED");
    }

    @Test
    void theContentPolicyKeepsEverythingAtHome() {
        assertThat(http().get("/api/v1/disasters").response().headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy).contains("default-src 'self'"));
    }
}
