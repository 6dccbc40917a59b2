package vn.reliefmap.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.reliefmap.access.Accounts;

/** A01: who gets in, by which door, and what everyone else reads. */
class AccessTest extends EmptyProgram {
    @Autowired
    private Accounts accounts;

    private String token = "";

    @BeforeEach
    void newToken() {
        token = accounts.renewAdministratorToken();
    }

    @Test
    void aVisitorIsNobody() {
        assertThat(http().get("/api/v1/session").json().get("signed_in").asBoolean())
                .isFalse();
    }

    @Test
    void theTokenOpensTheSessionAndSigningOutClosesIt() {
        Http.Answer signedIn = http().post("/api/v1/session", "{\"token\":\"" + token + "\"}");
        assertThat(signedIn.status()).isEqualTo(200);
        String cookie = signedIn.response().headers().firstValue("Set-Cookie").orElseThrow();
        assertThat(cookie).contains("HttpOnly").contains("SameSite=Strict");

        String session = cookie.substring(0, cookie.indexOf(';'));
        assertThat(http().get("/api/v1/session", "Cookie", session)
                        .json()
                        .get("role")
                        .asString())
                .isEqualTo("administrator");

        http().delete("/api/v1/session", "Cookie", session);
        assertThat(http().get("/api/v1/session", "Cookie", session)
                        .json()
                        .get("signed_in")
                        .asBoolean())
                .isFalse();
    }

    @Test
    void aProgramCarriesTheTokenItself() {
        assertThat(http().get("/api/v1/session", "Authorization", "Bearer " + token)
                        .json()
                        .get("signed_in")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void aWrongTokenIsAnErrorAndNeverAVisitor() {
        Http.Answer answer = http().get("/api/v1/disasters", "Authorization", "Bearer rm_wrong");
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.json().get("code").asString()).isEqualTo("TOKEN_UNKNOWN");
        assertThat(http().post("/api/v1/session", "{\"token\":\"rm_wrong\"}").status())
                .isEqualTo(401);
        assertThat(http().post("/api/v1/session", "{}").status()).isEqualTo(401);
    }

    @Test
    void aNewTokenRevokesTheOldOne() {
        accounts.renewAdministratorToken();
        assertThat(http().get("/api/v1/session", "Authorization", "Bearer " + token)
                        .status())
                .isEqualTo(401);
    }

    @Test
    void theTokenIsPrintedOnceOnly() {
        assertThat(accounts.createFirstAdministrator()).isEmpty();
    }

    @Test
    void anotherSitesPageMayNotActWithTheCookie() {
        Http.Answer answer =
                http().post("/api/v1/session", "{\"token\":\"" + token + "\"}", "Sec-Fetch-Site", "cross-site");
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.json().get("code").asString()).isEqualTo("OTHER_SITE");
    }

    @Test
    void onlyHealthIsOpenOfTheProgramsInside() {
        assertThat(http().get("/actuator/health").status()).isEqualTo(200);
        assertThat(http().get("/actuator/env").status()).isEqualTo(401);
        assertThat(http().get("/actuator").status()).isEqualTo(401);
    }
}
