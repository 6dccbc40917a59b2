package vn.reliefmap;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.reliefmap.PromiseWorld.atOnce;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** FEATURE UNDER TEST: what becomes of a cry for help: who takes it, who passes it on, who ends it, and what tells of it. */
class SosStepsTest extends SosWorld {
    @Test
    void nobodyAnswersAndItGoesOn() throws Exception {
        UUID first = signOn(vehicle("truck", "107.1005,16.7501"), EAST, crewToken, 201);
        UUID second = signOn(vehicle("truck", "107.1005,16.7501"), FAR_WEST, otherToken, 201);
        sms("SOS " + MARKET, "0912345674");
        look(0);
        assertThat(onlyCall().path("crew").asString()).isEqualTo(first.toString());
        look(2);
        assertThat(onlyCall().path("crew").asString()).as("there is time left").isEqualTo(first.toString());
        clock = afterRestart();
        look(4);
        JsonNode call = onlyCall();
        assertThat(call.path("crew").asString()).isEqualTo(second.toString());
        assertThat(call.path("coordinators_since").isNull()).isFalse();
        assertThat(steps(call)).containsExactly("opened", "sent", "no_answer", "sent");
        List<Callable<Integer>> both = new ArrayList<>();
        for (String token : List.of(crewToken, otherToken)) {
            both.add(() -> world.program
                    .send(
                            "POST",
                            "/api/v1/sos-calls/" + call.path("id").asString() + "/steps",
                            step("acknowledged", null),
                            token)
                    .statusCode());
        }
        assertThat(atOnce(both)).containsExactlyInAnyOrder(200, 409);
        assertThat(onlyCall().path("state").asString()).isEqualTo("acknowledged");
        look(120);
        assertThat(steps(onlyCall())).as("the crew is not heard of").contains("overdue");
        assertThat(onlyCall().path("coordinators_since").isNull()).isFalse();
    }

    @Test
    void passedOnAndBrokenDown() throws Exception {
        UUID truck = vehicle("truck", "107.1005,16.7501");
        UUID first = signOn(truck, EAST, crewToken, 201);
        UUID second = signOn(vehicle("truck", "107.1005,16.7501"), WEST, otherToken, 201);
        sms("SOS " + MARKET, "0912345675");
        look(0);
        JsonNode call = onlyCall();
        say(call, "passed_on", null, crewToken, 400);
        say(call, "passed_on", "Because", crewToken, 400);
        say(call, "dance", null, crewToken, 400);
        say(call, "acknowledged", null, otherToken, 404);
        say(call, "on_the_way", null, crewToken, 200);
        say(call, "passed_on", "broken_down", crewToken, 200);
        look(30);
        call = onlyCall();
        assertThat(call.path("crew").asString()).isEqualTo(second.toString()).isNotEqualTo(first.toString());
        say(call, "acknowledged", null, crewToken, 409);
        signOn(truck, EAST, crewToken, 409);
        // The second one's vehicle is marked as broken by somebody else while it is on the way.
        say(call, "on_the_way", null, otherToken, 200);
        world.jdbc
                .sql("update vehicle set broken_since = now() where broken_since is null")
                .update();
        look(60);
        call = onlyCall();
        assertThat(call.path("state").asString()).isEqualTo("waiting");
        assertThat(steps(call)).endsWith("on_the_way", "passed_on", "nobody_near");
        world.jdbc.sql("update vehicle set broken_since = null").update();
    }

    @Test
    void coordinatorsSendByHandAndDecide() throws Exception {
        UUID crew = signOn(vehicle("truck", "107.1005,16.7501"), FAR_WEST, crewToken, 201);
        sms("SOS xa So 1 khong biet o dau", "0912345676");
        sms("SOS nuoc len roi", "0912345677");
        look(0);
        List<JsonNode> open = calls();
        assertThat(open).hasSize(2);
        JsonNode approximate = open.stream()
                .filter(call -> call.path("placed").asBoolean())
                .findFirst()
                .orElseThrow();
        JsonNode nowhere = open.stream()
                .filter(call -> !call.path("placed").asBoolean())
                .findFirst()
                .orElseThrow();
        assertThat(approximate.path("approximate").asBoolean()).isTrue();
        assertThat(approximate.path("state").asString())
                .as("by the commune's centre")
                .isEqualTo("sent");
        assertThat(reasons(nowhere)).containsExactly("no_place");
        String body = "{\"id\":\"" + UUID.randomUUID() + "\",\"crew\":\"" + crew + "\"}";
        String address = "/api/v1/sos-calls/" + nowhere.path("id").asString();
        assertThat(world.program
                        .send("POST", address + "/crew", body, crewToken)
                        .statusCode())
                .isEqualTo(403);
        assertThat(world.program
                        .send("POST", address + "/crew", body, coordinator)
                        .statusCode())
                .isEqualTo(200);
        say(nowhere, "acknowledged", null, crewToken, 200);
        say(nowhere, "not_found", null, crewToken, 200);
        assertThat(calls().get(0).path("state").asString())
                .as("a coordinator has to see to it")
                .isEqualTo("not_found");
        assertThat(world.program
                        .json(address + "/place", coordinator)
                        .path("said")
                        .asString())
                .contains("nuoc len");
        say(nowhere, "false_alarm", null, coordinator, 200);
        assertThat(calls()).hasSize(1);
        HttpResponse<String> gone = world.program.send(
                "POST",
                address + "/crew",
                body.replaceFirst("\"id\":\"[^\"]+\"", "\"id\":\"" + UUID.randomUUID() + "\""),
                coordinator);
        assertThat(gone.statusCode()).isEqualTo(409);
    }

    @Test
    void fiftyCriesFromOnePhoneAreOneCall() throws Exception {
        List<Callable<Integer>> fifty = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            fifty.add(() -> sms("SOS cuu toi voi", "0912345679")
                    .path("outcome")
                    .asString()
                    .length());
        }
        assertThat(atOnce(fifty)).containsOnly(3);
        assertThat(onlyCall().path("reports").asInt()).isEqualTo(50);
        assertThat(onlyCall().path("placed").asBoolean()).isFalse();
        sms("SOS " + MARKET, "0912345679");
        assertThat(onlyCall().path("approximate").asBoolean())
                .as("the better place counts")
                .isFalse();
        sms("SOS 16.74710, 107.13020", "+84 912 345 679");
        assertThat(onlyCall().path("reports").asInt()).isEqualTo(52);
        sms("SOS 16.75010, 107.10500", "0912345679");
        assertThat(calls()).as("two kilometres away is somebody else").hasSize(2);
        sms("HUY", "0912345679");
        assertThat(calls()).as("nothing ends by itself").hasSize(2);
        assertThat(calls().stream().flatMap(call -> steps(call).stream())).contains("caller_took_back");
    }

    @Test
    void noPlanAndNoNeedCarriesIt() throws Exception {
        sms("SOS " + MARKET + " 5 nguoi can gao 20 kg", "0912345680");
        look(0);
        for (String table : List.of("need", "household", "plan")) {
            assertThat(world.jdbc
                            .sql("select count(*) from " + table)
                            .query(Integer.class)
                            .single())
                    .as(table)
                    .isZero();
        }
        assertThat(world.jdbc
                        .sql(
                                "select count(*) from ledger_entry where entry like '%sos_opened%' and entry not like '%commune%'")
                        .query(Integer.class)
                        .single())
                .isPositive();
        assertThat(world.jdbc
                        .sql("select string_agg(entry, ' ') from ledger_entry")
                        .query(String.class)
                        .single())
                .doesNotContain("12345680", "107.13");
    }

    @Test
    void aLateRefusalTakesNothingFromTheNextCrew() throws Exception {
        UUID first = signOn(vehicle("truck", "107.1005,16.7501"), EAST, crewToken, 201);
        UUID second = signOn(vehicle("truck", "107.1005,16.7501"), FAR_WEST, otherToken, 201);
        sms("SOS " + MARKET, "0912345683");
        look(0);
        assertThat(onlyCall().path("crew").asString()).isEqualTo(first.toString());
        look(4);
        JsonNode call = onlyCall();
        assertThat(call.path("crew").asString()).isEqualTo(second.toString());
        say(call, "passed_on", "too_far", crewToken, 200);
        assertThat(onlyCall().path("state").asString()).isEqualTo("sent");
        assertThat(onlyCall().path("crew").asString()).isEqualTo(second.toString());
        assertThat(steps(call)).containsExactly("opened", "sent", "no_answer", "sent", "passed_on");
        say(call, "acknowledged", null, crewToken, 409);
        say(call, "acknowledged", null, otherToken, 200);
    }
}
