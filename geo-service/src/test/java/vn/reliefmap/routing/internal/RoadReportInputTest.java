package vn.reliefmap.routing.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import vn.reliefmap.access.Accounts;
import vn.reliefmap.kernel.Caller;

/** FEATURE UNDER TEST: reports of roads as they come in, good and bad. */
class RoadReportInputTest extends ReportedPlain {
    RoadReportInputTest(@TempDir Path home) {
        super(home);
    }

    @Test
    void r09_aTextIsAReportToo() {
        JsonNode told = json(post(
                "{\"disaster\":\"" + disaster + "\",\"observed_at\":\"" + hour(6)
                        + "\",\"text\":\"ngap ngang nguc 16.7501, 107.125\"}",
                200));
        assertThat(told.path("properties").path("state").asString()).isEqualTo("chest_deep");
        assertThat(told.path("properties").path("road_name").asString()).isEqualTo("Quốc lộ 9");
        assertThat(route("truck", 7).path("stretches").toString()).contains("Ngầm Hà");
        JsonNode stretch = json(get("/road-stretches?at=107.125,16.7501", token));
        assertThat(stretch.path("properties").path("length_m").asDouble()).isBetween(1400.0, 1600.0);
    }

    @Test
    void r09b_aTextIsReadBeforeItIsSent() {
        String far = "\"at\":[107.101,16.75]";
        JsonNode named = understood("\"text\":\"cầu Hà nước ngang gối\"," + far, 200);
        assertThat(named.path("geometry").path("type").asString()).isEqualTo("LineString");
        assertThat(named.path("properties").path("state").asString()).isEqualTo("knee_deep");
        assertThat(named.path("properties").path("road_name").asString()).isEqualTo("Cầu Hà");
        assertThat(named.path("properties").path("place_by").asString()).isEqualTo("name");
        JsonNode ford = understood("\"text\":\"NGAM HA khong qua duoc\"," + far, 200);
        assertThat(ford.path("properties").path("road_name").asString()).isEqualTo("Ngầm Hà");
        JsonNode placed = understood("\"text\":\"cầu Hà nước nông 16.7501, 107.125\"," + far, 200);
        assertThat(placed.path("properties").path("place_by").asString()).isEqualTo("coordinates");
        assertThat(placed.path("properties").path("at").path(0).asDouble()).isEqualTo(107.125);
        JsonNode clicked = understood("\"text\":\"nước ngang ngực\"," + far, 200);
        assertThat(clicked.path("properties").path("place_by").asString()).isEqualTo("click");
        assertThat(understood("\"text\":\"cầu Hà nước ngang gối\"", 400)
                        .path("code")
                        .asString())
                .isEqualTo("REPORT_TEXT_PLACE");
        assertThat(understood("\"text\":\"cầu Hà\"," + far, 400).path("code").asString())
                .isEqualTo("REPORT_TEXT_STATE");
        assertThat(understood("\"text\":\"" + "cầu Hà ".repeat(2_000) + "\"," + far, 400)
                        .path("code")
                        .asString())
                .isEqualTo("REPORT_TEXT_LONG");
        assertThat(understood(far, 400).path("code").asString()).isEqualTo("FIELD_MISSING");
        assertThat(send("/road-report-texts", "{}", null).statusCode()).isEqualTo(401);
        assertThat(reports(7, null).path("features")).as("nothing is kept").isEmpty();
        post(
                "{\"disaster\":\"" + disaster + "\",\"observed_at\":\"" + hour(6)
                        + "\",\"text\":\"nước ngang ngực\",\"at\":" + HIGHWAY_EAST + "}",
                200);
        assertThat(reports(7, null).path("features")).hasSize(1);
    }

    private JsonNode understood(String fields, int status) {
        var response = send("/road-report-texts", "{" + fields + "}", token);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        return json(response);
    }

    @Test
    void r10_theSameReportAgainIsTheSameReport() {
        String body = body("closed", HIGHWAY_EAST, 6, ",\"id\":\"" + UUID.randomUUID() + "\"");
        post(body, 200);
        post(body, 200);
        assertThat(reports(7, null).path("features")).hasSize(1);
        JsonNode taken = json(post(body.replace("closed", "open"), 409));
        assertThat(taken.path("code").asString()).isEqualTo("REPORT_ID_TAKEN");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "closed | [108.5, 17.5]      | | 400 | NO_ROAD_IN_REACH | at",
                "closed | [16.7501, 107.125] | | 400 | COORDINATE_SWAPPED | at",
                "closed | [107.125]          | | 400 | COORDINATE_FORM | at",
                "closed | null               | | 400 | COORDINATE_FORM | at",
                "closed | [107.1, 91]        | | 400 | COORDINATE_RANGE | at",
                "drowned | [107.125, 16.75]  | | 400 | UNKNOWN_ROAD_STATE | state",
                "closed | [107.125, 16.75] | ,\"observed_at\":\"2999-01-01T00:00:00Z\" | 400 | OBSERVED_AT_RANGE | observed_at",
                "closed | [107.125, 16.75] | ,\"observed_at\":\"hôm qua\" | 400 | TIME_FORM | observed_at",
                "closed | [107.125, 16.75] | ,\"id\":\"7\" | 400 | FIELD_MISSING | id",
                "closed | [107.125, 16.75] | ,\"disaster\":\"atlantis\" | 404 | DISASTER_NOT_FOUND | disaster",
                "truck_allowed | [107.125, 16.75] | | 400 | FIELD_MISSING | officer",
                "truck_allowed | [107.125, 16.75] | ,\"officer\":\"B\",\"up_to_m\":1.2,\"until\":\"2020-10-18T08:00:00Z\" | 400 | ALLOWED_DEPTH_RANGE | up_to_m",
                "truck_allowed | [107.125, 16.75] | ,\"officer\":\"B\",\"up_to_m\":0.8,\"until\":\"2020-10-18T08:00:00Z\" | 400 | FIELD_MISSING | reason",
                "truck_allowed | [107.125, 16.75] | ,\"officer\":\"B\",\"up_to_m\":0.8 | 400 | FIELD_MISSING | until",
                "truck_allowed | [107.125, 16.75] | ,\"officer\":\"B\",\"up_to_m\":0.8,\"until\":\"2030-10-18T08:00:00Z\" | 400 | UNTIL_RANGE | until"
            })
    void r11_badReportsAreToldWhatWasExpected(
            String state, String at, @Nullable String more, int status, String code, String field) {
        String given = more == null ? "" : more;
        String body = given.contains("\"disaster\"") || given.contains("observed_at")
                ? "{\"state\":\"" + state + "\",\"at\":" + at
                        + (given.contains("\"disaster\"") ? "" : ",\"disaster\":\"" + disaster + "\"") + given + "}"
                : body(state, at, 6, given);
        JsonNode problem = json(post(body, status));
        assertThat(problem.path("code").asString()).isEqualTo(code);
        assertThat(problem.path("field").asString()).isEqualTo(field);
        assertThat(problem.path("vi").asString()).isNotEmpty();
    }

    @Test
    void r12_longTextsClosedDisastersAndStrangersAreTurnedAway() {
        String longText = "{\"disaster\":\"" + disaster + "\",\"text\":\"" + "a".repeat(10_000) + "\"}";
        assertThat(json(post(longText, 400)).path("code").asString()).isEqualTo("REPORT_TEXT_LONG");
        assertThat(send("/road-reports", body("closed", HIGHWAY_EAST, 6, ""), null)
                        .statusCode())
                .isEqualTo(401);
        assertThat(get("/road-stretches?at=107.125,16.7501", null).statusCode()).isEqualTo(401);
        program.getBean(JdbcClient.class)
                .sql("update disaster set closed_at = now() where id = ?")
                .param(id.value())
                .update();
        assertThat(json(post(body("closed", HIGHWAY_EAST, 6, ""), 409))
                        .path("code")
                        .asString())
                .isEqualTo("DISASTER_CLOSED");
        assertThat(get("/road-reports?disaster=atlantis", null).statusCode()).isEqualTo(404);
        assertThat(get("/road-reports?disaster=" + encoded(disaster) + "&at=nie", null)
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void aTeamReportsRoadsButLetsNoTruckThroughDeeperWater() {
        Accounts accounts = program.getBean(Accounts.class);
        String team =
                accounts.newToken(accounts.add("Đội xe", Caller.TEAM, Set.of()).id());
        String donor = accounts.newToken(
                accounts.add("Người ủng hộ", Caller.DONOR, Set.of()).id());
        String permission = body(
                "truck_allowed",
                HIGHWAY_EAST,
                6,
                ",\"officer\":\"B\",\"reason\":\"chở gạo\",\"up_to_m\":0.8,\"until\":\"2020-10-18T08:00:00Z\"");
        HttpResponse<String> refused = send("/road-reports", permission, team);
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(json(refused).path("code").asString()).isEqualTo("OFFICER_NEEDED");
        String closed = body("closed", HIGHWAY_EAST, 6, "");
        assertThat(send("/road-reports", closed, donor).statusCode()).isEqualTo(403);
        HttpResponse<String> taken = send("/road-reports", closed, team);
        assertThat(taken.statusCode()).isEqualTo(200);
        assertThat(json(taken).path("properties").path("reporter").asString()).isEqualTo("Đội xe");
        assertThat(reports(7, null).toString()).doesNotContain("Đội xe");
    }
}
