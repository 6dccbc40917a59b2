package vn.reliefmap;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.reliefmap.access.Accounts;
import vn.reliefmap.access.PersonalData;
import vn.reliefmap.disaster.Disasters;
import vn.reliefmap.kernel.Caller;
import vn.reliefmap.kernel.DisasterId;
import vn.reliefmap.plan.PlanDesk;
import vn.reliefmap.plan.PlanOrder;
import vn.reliefmap.plan.Plans;
import vn.reliefmap.plan.ReliefPlan;
import vn.reliefmap.plan.SearchLimits;
import vn.reliefmap.plan.SearchWatch;
import vn.reliefmap.store.Topic;

/** FEATURE UNDER TEST: what a team sees of a real plan before, while and after it has a tour of it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TourClaimEndpointsTest {
    private static final String NAME = "Hồ Thị Thử";
    private static final String PHONE = "+84900000001";

    @TempDir
    static Path home = Path.of("target");

    private final PromiseWorld world = new PromiseWorld(home);
    private final DisasterId flood = world.program
            .bean(Disasters.class)
            .open("Lũ có thật", false, Instant.parse("2020-10-18T00:00:00Z"))
            .id();
    private final String team = token(Caller.TEAM);
    private final String otherTeam = token(Caller.TEAM);
    private final String coordinator = token(Caller.COORDINATOR);
    private String plan = "";
    private String secondHome = "";

    @BeforeAll
    void aRealPlanWithTwoTours() throws Exception {
        world.roads();
        world.homes(flood, "XA01", 12, "10");
        world.jdbc
                .sql("update household set simulated = false; update depot set simulated = false")
                .update();
        world.jdbc
                .sql("select id from household order by id")
                .query(UUID.class)
                .list()
                .forEach(this::give);
        world.jdbc.sql("""
                insert into stock (depot_id, item_code, quantity) select id, 'rice', 500 from depot;
                insert into vehicle (id, ref, name, simulated, vehicle_class, depot_id, capacity_kg, capacity_m3)
                select gen_random_uuid(), n, 'Xe ' || n, false, 'truck', d.id, 60, 20
                from depot d, (values ('1'), ('2')) as v (n)""").update();
        for (Topic topic : new Topic[] {Topic.HOUSEHOLDS, Topic.NEEDS, Topic.SUPPLY}) {
            world.tell(topic);
        }
        ReliefPlan made = world.program
                .bean(Plans.class)
                .make(
                        new PlanOrder(
                                flood,
                                Instant.parse("2020-10-18T00:00:00Z"),
                                Duration.ofMinutes(75),
                                Set.of(),
                                Set.of(),
                                Set.of(),
                                SearchLimits.iterations(1, 300),
                                Set.of(),
                                null),
                        SearchWatch.NOBODY);
        world.program
                .bean(PlanDesk.class)
                .publish(
                        made.id(),
                        world.program
                                .bean(Accounts.class)
                                .add("Người phát hành", Caller.COORDINATOR, Set.of())
                                .id());
        plan = made.id().toString();
        assertThat(made.leftOut()).isEmpty();
        assertThat(made.tours()).hasSize(2);
    }

    /** Sealed as an import would. */
    private void give(UUID household) {
        PersonalData personal = world.program.bean(PersonalData.class);
        world.jdbc
                .sql("update household set name_sealed = ?, phone_sealed = ? where id = ?")
                .params(personal.seal(household + "/name", NAME), personal.seal(household + "/phone", PHONE), household)
                .update();
        secondHome = household.toString();
    }

    @AfterAll
    void stop() {
        world.close();
    }

    @Test
    void aTeamSeesItsTourAndItsHomesWhileItsClaimLives() {
        String address = "/api/v1/plans/" + plan;
        assertThat(code(send("GET", address, null, team, 403))).isEqualTo("PLAN_CLOSED");
        send("GET", address + ".pdf?tour=1", null, team, 403);
        send("GET", address + "/tours", null, null, 403);
        HttpResponse<String> shorts = send("GET", address + "/tours", null, team, 200);
        JsonNode first = json(shorts).path("items").path(0);
        assertThat(first.path("households").asInt()).isGreaterThan(4);
        assertThat(first.path("claim").isNull()).isTrue();
        assertThat(shorts.body()).as("no place, no home").doesNotContain("107.", secondHome);

        String body = """
                {"id":"%s","disaster":"%s","plan":"%s","tour":1}""".formatted(UUID.randomUUID(), flood, plan);
        JsonNode claim = json(send("POST", "/api/v1/claims", body, team, 201));
        assertThat(json(send("POST", "/api/v1/claims", body, team, 201))).isEqualTo(claim);
        assertThat(claim.path("plan").asString()).isEqualTo(plan);
        assertThat(claim.path("tour").asInt()).isEqualTo(1);
        assertThat(code(send(
                        "POST",
                        "/api/v1/claims",
                        body.replace(
                                claim.path("id").asString(), UUID.randomUUID().toString()),
                        otherTeam,
                        409)))
                .isEqualTo("NOTHING_LEFT");

        world.tell(Topic.NEEDS);
        JsonNode own = json(send("GET", address, null, team, 200));
        assertThat(own.path("tours")).hasSize(1);
        assertThat(own.path("tours").path(0).path("number").asInt()).isEqualTo(1);
        assertThat(own.path("unassigned")).isEmpty();
        send("GET", address + ".gpx?tour=1", null, team, 200);
        send("GET", address + ".txt?tour=2", null, team, 404);
        send("GET", address + ".pdf?tour=1", null, otherTeam, 403);

        JsonNode taken = json(send("GET", address + "/tours", null, otherTeam, 200))
                .path("items")
                .path(0)
                .path("claim");
        assertThat(taken.path("team").asString()).startsWith("Thử team");
        assertThat(taken.path("id").isNull()).isTrue();
        assertThat(taken.path("own").asBoolean()).isFalse();
        assertThat(taken.path("state").asString()).isEqualTo("live");

        String homes = "/api/v1/claims/" + claim.path("id").asString() + "/homes";
        HttpResponse<String> shown = send("GET", homes, null, team, 200);
        assertThat(shown.headers().firstValue("Cache-Control")).contains("no-store");
        JsonNode home = json(shown).path("features").path(0).path("properties");
        assertThat(home.path("name").asString()).isEqualTo(NAME);
        assertThat(home.path("phone").asString()).isEqualTo(PHONE);
        assertThat(home.path("brings").path(0).path("quantity").asInt()).isEqualTo(10);
        long seen = json(shown).path("features").size();
        assertThat(looks("phone")).isEqualTo(seen);
        assertThat(looks("place")).isEqualTo(seen);
        send("GET", homes, null, otherTeam, 404);
        send("GET", homes, null, coordinator, 403);
        assertThat(looks("phone")).as("who is refused has seen nothing").isEqualTo(seen);

        expectHandOversByCall(address + "/tours/1/hand-overs", json(shown).path("features"));

        for (String kind : new String[] {"txt", "gpx"}) {
            assertThat(send("GET", address + "." + kind + "?tour=1", null, team, 200)
                            .body())
                    .doesNotContain(NAME, PHONE);
        }

        world.jdbc
                .sql("update commitment set expires_at = now() - interval '1 second' where id = ?::uuid")
                .param(claim.path("id").asString())
                .update();
        assertThat(code(send("GET", homes, null, team, 409))).isEqualTo("CLAIM_OVER");
        JsonNode over = json(send("GET", address + "/tours/1/hand-overs", null, team, 200));
        assertThat(over.path("ended").asString()).isEqualTo("expired");
        assertThat(over.path("items")).isEmpty();
        send("GET", address, null, team, 403);
        send("GET", address + ".pdf?tour=1", null, team, 403);
    }

    /** Line by line what the homes get; a delivery in part leaves the rest; nobody but the team reads it. */
    private void expectHandOversByCall(String address, JsonNode homes) {
        JsonNode open = json(send("GET", address, null, team, 200));
        assertThat(open.path("ended").isNull()).isTrue();
        assertThat(open.path("items")).hasSize(homes.size());
        Set<String> needs = new HashSet<>();
        homes.forEach(
                home -> needs.add(home.path("properties").path("needs").path(0).asString()));
        open.path("items").forEach(line -> {
            assertThat(needs).contains(line.path("need").asString());
            assertThat(line.path("call").asInt()).isPositive();
            assertThat(line.path("quantity").asInt()).isEqualTo(10);
        });
        JsonNode first = open.path("items").path(0);
        String delivery = """
                {"id":"%s","claim":"%s","handed_over_at":"2026-11-22T01:00:00Z","near":[107.1234,16.8765],
                 "handed":[{"need":"%s","item":"rice","quantity":4}]}""".formatted(
                        UUID.randomUUID(),
                        open.path("claim").asString(),
                        first.path("need").asString());
        JsonNode made = json(send("POST", "/api/v1/deliveries", delivery, team, 201));
        assertThat(made.path("near").toString()).isEqualTo("[107.12,16.88]");
        assertThat(json(send("POST", "/api/v1/deliveries", delivery, team, 201)))
                .isEqualTo(made);
        send("POST", "/api/v1/deliveries", delivery.replace("[107.1234,", "["), team, 400);
        JsonNode rest = json(send("GET", address, null, team, 200));
        assertThat(rest.path("items").path(0).path("quantity").asInt()).isEqualTo(6);
        assertThat(rest.path("items")).hasSize(homes.size());
        send("GET", address, null, otherTeam, 404);
        send("GET", address, null, coordinator, 403);
        send("GET", address.replace("/1/", "/2/"), null, team, 404);
        send("GET", address.replace(plan, UUID.randomUUID().toString()), null, team, 404);
    }

    @Test
    void aTourMovesWithItsHandOversAndAScreenIsToldOnlyTheCommune() {
        String under = "/api/v1/tours-under-way?disaster=" + flood;
        String display = token(Caller.DISPLAY);
        assertThat(tour(send("GET", under, null, coordinator, 200)).isMissingNode())
                .isTrue();
        JsonNode claim =
                json(send("POST", "/api/v1/claims", """
                        {"id":"%s","disaster":"%s","plan":"%s","tour":2}""".formatted(UUID.randomUUID(), flood, plan), otherTeam, 201));
        JsonNode begun = tour(send("GET", under, null, coordinator, 200));
        assertThat(begun.path("state").asString()).as("of 2020").isEqualTo("late");
        assertThat(begun.path("stops_served").asInt()).isZero();
        assertThat(begun.at("/last/time").isNull()).isTrue();
        assertThat(begun.at("/way_on/type").asString()).isEqualTo("LineString");

        int stops = begun.path("stops").asInt();
        JsonNode now = begun;
        for (JsonNode line : claim.path("lines")) {
            if (now.path("stops_served").asInt() < stops - 1 || stops == 1) {
                handOver(claim, line);
                now = tour(send("GET", under, null, coordinator, 200));
            }
        }
        JsonNode screen = tour(send("GET", under, null, display, 200));
        if (stops > 1) {
            assertThat(now.path("stops_served").asInt()).isEqualTo(stops - 1);
            assertThat(now.at("/last/time").isNull()).isFalse();
            assertThat(now.at("/last/coarse").asBoolean()).isFalse();
            assertThat(screen.at("/last/name").asString())
                    .isEqualTo(now.at("/last/name").asString());
            assertThat(screen.at("/last/coarse").asBoolean()).isTrue();
        } else {
            assertThat(now.isMissingNode()).as("all was brought").isTrue();
        }
        for (String hidden : new String[] {"way_on", "stops", "stops_served"}) {
            assertThat(screen.path(hidden).isNull() || screen.isMissingNode())
                    .as(hidden)
                    .isTrue();
        }
        assertThat(json(send("GET", under, null, null, 200)).path("items"))
                .as("everyone")
                .isEmpty();
    }

    private void handOver(JsonNode claim, JsonNode line) {
        send(
                "POST",
                "/api/v1/deliveries",
                """
                        {"id":"%s","claim":"%s","handed_over_at":"%s","handed":[{"need":"%s","item":"rice","quantity":%s}]}""".formatted(
                                UUID.randomUUID(),
                                claim.path("id").asString(),
                                Instant.now(),
                                line.path("need").asString(),
                                line.at("/progress/promised").asString()),
                otherTeam,
                201);
    }

    /** Tour 2 of the answer. */
    private static JsonNode tour(HttpResponse<String> answer) {
        for (JsonNode item : json(answer).path("items")) {
            if (item.path("tour").asInt() == 2) {
                return item;
            }
        }
        return JsonMapper.shared().missingNode();
    }

    @Test
    void aTourThatIsNotThereIsRefused() {
        String body = """
                {"id":"%s","disaster":"%s","plan":"%s","tour":%s}""";
        UUID none = UUID.randomUUID();
        assertThat(code(send("POST", "/api/v1/claims", body.formatted(none, flood, plan, 99), otherTeam, 404)))
                .isEqualTo("TOUR_NOT_FOUND");
        assertThat(code(send("POST", "/api/v1/claims", body.formatted(none, flood, none, 1), otherTeam, 404)))
                .isEqualTo("PLAN_NOT_FOUND");
        assertThat(code(send("POST", "/api/v1/claims", body.formatted(none, flood, plan, "\"x\""), otherTeam, 400)))
                .isEqualTo("CLAIM_PLACE");
        DisasterId other = world.disaster();
        assertThat(code(send("POST", "/api/v1/claims", body.formatted(none, other, plan, 2), otherTeam, 400)))
                .isEqualTo("CLAIM_PLACE");
    }

    private long looks(String what) {
        return world.jdbc
                .sql("select count(*) from look where what = ?")
                .param(what)
                .query(Long.class)
                .single();
    }

    private String token(Caller role) {
        return world.token(world.account(role));
    }

    private static String code(HttpResponse<String> answer) {
        return json(answer).path("code").asString();
    }

    private HttpResponse<String> send(
            String method, String path, @Nullable String body, @Nullable String token, int status) {
        HttpResponse<String> answer = world.program.send(method, path, body, token);
        assertThat(answer.statusCode()).as(path + ": " + answer.body()).isEqualTo(status);
        return answer;
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }
}
