package vn.reliefmap.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import vn.reliefmap.access.Accounts;
import vn.reliefmap.disaster.Disasters;
import vn.reliefmap.supply.Depots;
import vn.reliefmap.supply.Vehicles;

/** Plans are ordered, watched, read and stopped over HTTP, and bad orders say what is wrong with them. */
class PlanAnswersTest extends DemoProgram {
    private String token = "";
    private String disaster = "";

    @BeforeEach
    void signIn() {
        token = part(Accounts.class).renewAdministratorToken();
        disaster = part(Disasters.class).list().get(0).id().toString();
    }

    private Http.Answer order(String more) {
        return http().post(
                        "/api/v1/plans",
                        "{\"disaster\":\"" + disaster + "\"" + more + "}",
                        "Authorization",
                        "Bearer " + token);
    }

    @Test
    void aPlanIsMadeBesideTheCallerAndKept() {
        var depot = part(Depots.class).list().get(0).id();
        var truck = part(Vehicles.class).list().stream()
                .filter(vehicle ->
                        vehicle.depot().equals(depot) && vehicle.vehicleClass().onWheels())
                .findFirst()
                .orElseThrow();
        Http.Answer started = order(",\"depots\":[\"" + depot + "\"],\"vehicles\":[\"" + truck.id()
                + "\"],\"items\":[\"rice\"],\"seed\":7,\"iterations\":300,\"hours\":2.5");
        assertThat(started.status()).isEqualTo(202);
        String path = "/api/v1/plans/" + started.json().path("id").asString();
        Awaitility.await()
                .atMost(Duration.ofSeconds(90))
                .until(() -> http().get(path).status() == 200);

        JsonNode plan = http().get(path).json();
        assertThat(plan.path("search").path("seed").asLong()).isEqualTo(7);
        assertThat(plan.path("simulated").asBoolean()).isTrue();
        assertThat(plan.path("balance").path(0).path("item").asString()).isEqualTo("rice");
        assertThat(http().get(path + ".geojson").json().path("type").asString()).isEqualTo("FeatureCollection");
        assertThat(http().get(path + "/state").json().path("stale").asBoolean()).isFalse();
        JsonNode listed = http().get("/api/v1/plans?disaster=" + disaster, "Authorization", "Bearer " + token)
                .json();
        assertThat(listed.path("items").path(0).path("state").asString()).isEqualTo("ready");
        assertThat(http().post("/api/v1/plans", "{\"disaster\":\"" + disaster + "\"}")
                        .status())
                .isIn(401, 403);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                ",\"hours\":0 | 400 | PLAN_TIME_RANGE",
                ",\"hours\":-1e300 | 400 | PLAN_TIME_RANGE",
                ",\"hours\":1000 | 400 | PLAN_TIME_RANGE",
                ",\"seconds\":0 | 400 | PLAN_SEARCH_RANGE",
                ",\"iterations\":-5 | 400 | PLAN_SEARCH_RANGE",
                ",\"starts_at\":\"morgen\" | 400 | AT_FORM",
                ",\"items\":[\"gold\"] | 422 | PLAN_UNKNOWN_PART",
                ",\"items\":[null] | 400 | PLAN_LIST",
                ",\"depots\":[\"00000000-0000-4000-8000-000000000000\"] | 422 | PLAN_UNKNOWN_PART",
                ",\"vehicles\":[\"00000000-0000-4000-8000-000000000000\"] | 422 | PLAN_UNKNOWN_PART",
                ",\"without_vehicles\":[\"00000000-0000-4000-8000-000000000000\"] | 422 | PLAN_UNKNOWN_PART",
                ",\"disaster\":\"atlantis\" | 404 | DISASTER_NOT_FOUND",
            })
    void badOrdersAreRefusedWithAReason(String more, int status, String code) {
        Http.Answer answer = order(more);
        assertThat(answer.status()).as(answer.json().toString()).isEqualTo(status);
        assertThat(answer.json().path("code").asString()).isEqualTo(code);
        assertThat(answer.json().path("vi").asString()).isNotBlank();
    }

    @Test
    void whatIsNotThereIsSaid() {
        Map.of("/api/v1/plans/00000000-0000-4000-8000-000000000000", 404, "/api/v1/plans/abc", 400)
                .forEach((path, status) ->
                        assertThat(http().get(path).status()).as(path).isEqualTo(status));
    }
}
