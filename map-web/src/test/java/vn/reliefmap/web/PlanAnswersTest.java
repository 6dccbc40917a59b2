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
import vn.reliefmap.supply.Depots;
import vn.reliefmap.supply.Vehicles;

/** Plans are ordered, watched, read and stopped over HTTP, and bad orders say what is wrong with them. */
class PlanAnswersTest extends DemoProgram {
    /** The test may run at any hour, also shortly before dusk. */
    private static final String ALSO_BY_NIGHT = ",\"night\":true";

    private String token = "";
    private String disaster = "";

    @BeforeEach
    void signIn() {
        token = part(Accounts.class).renewAdministratorToken();
        disaster = demo().id().toString();
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
                + "\"],\"items\":[\"rice\"],\"seed\":7,\"iterations\":300,\"hours\":2.5" + ALSO_BY_NIGHT);
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
        papersOfTheFirstTour(path, plan);
        assertThat(http().get(path + "/state").json().path("stale").asBoolean()).isFalse();
        planningAgainTellsTheDifference(path, plan);
        JsonNode listed = http().get("/api/v1/plans?disaster=" + disaster, "Authorization", "Bearer " + token)
                .json();
        assertThat(listed.path("items").path(0).path("state").asString()).isEqualTo("ready");
        assertThat(http().post("/api/v1/plans", "{\"disaster\":\"" + disaster + "\"}")
                        .status())
                .isIn(401, 403);
    }

    private void papersOfTheFirstTour(String path, JsonNode plan) {
        int tour = plan.path("tours").path(0).path("number").asInt();
        Http.Answer gpx = http().get(path + ".gpx?tour=" + tour);
        assertThat(gpx.contentType()).startsWith("application/gpx+xml");
        assertThat(gpx.text())
                .contains("<gpx")
                .contains("<wpt")
                .contains("<trkpt")
                .contains("DIỄN TẬP");
        Http.Answer sheet = http().get(path + ".pdf?tour=" + tour + "&paper=a4");
        assertThat(sheet.contentType()).isEqualTo("application/pdf");
        assertThat(sheet.text()).startsWith("%PDF-").contains("%%EOF");
        assertThat(http().get(path + ".pdf?tour=99").status()).isEqualTo(404);
        assertThat(http().get(path + ".gpx?tour=99").json().path("code").asString())
                .isEqualTo("TOUR_NOT_FOUND");
        assertThat(http().get(path + ".pdf?tour=" + tour + "&paper=a9").status())
                .isEqualTo(400);
    }

    private void planningAgainTellsTheDifference(String path, JsonNode plan) {
        String id = plan.path("id").asString();
        Http.Answer started = order(",\"before\":\"" + id + "\",\"seed\":7,\"iterations\":300" + ALSO_BY_NIGHT);
        assertThat(started.status()).as(started.text()).isEqualTo(202);
        String again = "/api/v1/plans/" + started.json().path("id").asString();
        Awaitility.await()
                .atMost(Duration.ofSeconds(90))
                .until(() -> http().get(again).status() == 200);
        JsonNode next = http().get(again).json();
        assertThat(next.path("before").asString()).isEqualTo(id);
        assertThat(next.path("difference").path("vi").asString()).startsWith("Chuyến: ");
        assertThat(next.path("difference").path("tours").path(0).path("before").asInt())
                .isEqualTo(plan.path("tours").path(0).path("number").asInt());
        assertThat(next.path("tours")
                        .path(0)
                        .path("trips")
                        .path(0)
                        .path("state")
                        .asString())
                .isIn("planned", "under_way");
        assertThat(http().get(path).json().path("difference").isNull()).isTrue();
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
                ",\"before\":\"00000000-0000-4000-8000-000000000000\" | 404 | PLAN_NOT_FOUND",
                ",\"under_way\":[{\"tour\":1,\"trip\":1}] | 400 | PLAN_UNDER_WAY",
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
