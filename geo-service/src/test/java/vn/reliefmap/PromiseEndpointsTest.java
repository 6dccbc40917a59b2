package vn.reliefmap;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import vn.reliefmap.kernel.Caller;
import vn.reliefmap.kernel.DisasterId;

/** FEATURE UNDER TEST: promises over HTTP: who may do what to which, and what a request that is not right is told. */
class PromiseEndpointsTest extends PromiseRequests {
    @Test
    void aPledgeIsItsGiversAndIsFollowedByEverybodyWithTheCode() {
        JsonNode pledge = json(send("POST", "/api/v1/pledges", pledge(UUID.randomUUID(), "12.5"), donor, 201));
        String address = "/api/v1/pledges/" + pledge.path("id").asString();
        assertThat(pledge.path("progress").path("outstanding").asDouble()).isEqualTo(12.5);
        assertThat(json(send("GET", address, null, donor, 200)).path("code").asString())
                .isEqualTo(pledge.path("code").asString());
        send("GET", address, null, coordinator, 200);
        send("GET", address, null, otherDonor, 404);
        send("DELETE", address, null, otherDonor, 404);
        send("GET", address, null, team, 403);
        send("GET", address, null, null, 401);
        String list = "/api/v1/pledges?disaster=" + flood;
        assertThat(json(send("GET", list, null, otherDonor, 200)).path("items")).isEmpty();
        assertThat(json(send("GET", list, null, coordinator, 200)).path("items"))
                .isNotEmpty();

        String code = pledge.path("code").asString();
        String typed = code.toLowerCase(Locale.ROOT).replace("-", "");
        JsonNode gift = json(send("GET", "/api/v1/gifts/" + typed, null, null, 200));
        assertThat(gift.path("steps").path(0).path("kind").asString()).isEqualTo("pledged");
        assertThat(gift.path("steps").path(0).path("commune").asString()).isEqualTo("XA01");
        assertThat(send("GET", "/api/v1/gifts/" + code + "/qr", null, null, 200).body())
                .startsWith("<svg");
        send("DELETE", address, null, donor, 200);
        send("DELETE", address, null, donor, 200);
        gift = json(send("GET", "/api/v1/gifts/" + code, null, null, 200));
        assertThat(gift.path("progress").path("released").asDouble()).isEqualTo(12.5);
        assertThat(gift.path("steps")).hasSize(2);
    }

    @Test
    void aClaimIsItsTeamsAndSeenByTheOfficersOfItsCommunes() {
        String body = """
                {"id":"%s","disaster":"%s","commune":"XA01","item":"rice","quantity":30}""".formatted(UUID.randomUUID(), flood);
        send("POST", "/api/v1/claims", body, donor, 403);
        send("POST", "/api/v1/claims", body, officer, 403);
        send("POST", "/api/v1/claims", body, null, 401);
        JsonNode claim = json(send("POST", "/api/v1/claims", body, team, 201));
        assertThat(claim.path("lines")).hasSize(2);
        String address = "/api/v1/claims/" + claim.path("id").asString();
        send("GET", address, null, team, 200);
        send("GET", address, null, officer, 200);
        send("GET", address, null, strangeOfficer, 404);
        send("GET", address, null, otherTeam, 404);
        send("DELETE", address, null, otherTeam, 404);
        send("DELETE", address, null, officer, 403);
        String list = "/api/v1/claims?disaster=" + flood;
        String id = claim.path("id").asString();
        assertThat(send("GET", list, null, strangeOfficer, 200).body()).doesNotContain(id);
        assertThat(send("GET", list, null, otherTeam, 200).body()).doesNotContain(id);
        assertThat(send("GET", list, null, officer, 200).body()).contains(id);
        JsonNode over = json(send("DELETE", address, null, team, 200));
        assertThat(over.path("term").path("ended").asString()).isEqualTo("withdrawn");
    }

    @Test
    void aLivingClaimShowsItsHomesToItsTeamAndTheLookIsRemembered() {
        DisasterId other = world.disaster();
        String first = world.homes(other, "XA01", 5, "2").get(0).toString();
        world.jdbc
                .sql(
                        "update household set simulated = false where id = (select household_id from need where id = ?::uuid)")
                .param(first)
                .update();
        String carrier = token(Caller.TEAM);
        String body = """
                {"id":"%s","disaster":"%s","commune":"XA01"}""".formatted(UUID.randomUUID(), other);
        String claim = "/api/v1/claims/"
                + json(send("POST", "/api/v1/claims", body, carrier, 201))
                        .path("id")
                        .asString();
        send("GET", claim + "/homes", null, otherTeam, 404);
        send("GET", claim + "/homes", null, officer, 403);
        JsonNode homes = json(send("GET", claim + "/homes", null, carrier, 200)).path("features");
        assertThat(homes).hasSize(5);
        assertThat(homes.path(0).path("geometry").path("coordinates").path(0).asDouble())
                .isEqualTo(107.105);
        assertThat(homes.path(0).path("properties").path("needs")).hasSize(1);
        assertThat(world.jdbc
                        .sql("select count(*) from look where what = 'place'")
                        .query(Long.class)
                        .single())
                .as("one real home, four that are nobody's")
                .isEqualTo(1);
        send("DELETE", claim, null, carrier, 200);
        assertThat(json(send("GET", claim + "/homes", null, carrier, 409))
                        .path("code")
                        .asString())
                .isEqualTo("CLAIM_OVER");
    }

    @Test
    void aTeamHasFewLiveClaims() {
        String busy = token(Caller.TEAM);
        for (int i = 0; i < 4; i++) {
            JsonNode answer = json(
                    send("POST", "/api/v1/claims", """
                    {"id":"%s","disaster":"%s","commune":"XA02","item":"rice","quantity":1}""".formatted(UUID.randomUUID(), flood), busy, i < 3 ? 201 : 409));
            assertThat(answer.path("code").asString()).matches(i < 3 ? "....-...." : "TOO_MANY_CLAIMS");
        }
    }

    @Test
    void aCampaignRecordsCashAndCarriesPledges() {
        UUID id = UUID.randomUUID();
        String body = """
                {"id":"%s","disaster":"%s","name":"Tấm áo ấm","account":"MTTQ 0123","goal_vnd":5000000,
                 "starts_on":"2026-10-18","ends_on":"2026-12-31"}""".formatted(id, flood);
        send("POST", "/api/v1/campaigns", body, donor, 403);
        send("POST", "/api/v1/campaigns", body, coordinator, 201);
        String cash = """
                {"id":"%s","amount_vnd":900000,"received_on":"2026-10-19"}""".formatted(UUID.randomUUID());
        send("POST", "/api/v1/campaigns/" + id + "/cash", cash, coordinator, 201);
        send("POST", "/api/v1/campaigns/" + id + "/cash", cash, coordinator, 201);
        JsonNode shown = json(send("GET", "/api/v1/campaigns?disaster=" + flood, null, null, 200))
                .path("items")
                .path(0);
        assertThat(shown.path("cash_vnd").asLong()).isEqualTo(900_000);
        String pledge = pledge(UUID.randomUUID(), "1").replace("}", ",\"campaign\":\"" + id + "\"}");
        assertThat(json(send("POST", "/api/v1/pledges", pledge, donor, 201))
                        .path("campaign")
                        .asString())
                .isEqualTo(id.toString());
    }

    @Test
    void twentyIdenticalSendsAtOnceAreOnePledgeWithOneAnswer() throws Exception {
        UUID id = UUID.randomUUID();
        List<Object> bodies = PromiseWorld.atOnce(IntStream.range(0, 20)
                .<Callable<String>>mapToObj(i -> () -> send("POST", "/api/v1/pledges", pledge(id, "2"), donor, 201)
                        .body())
                .toList());
        assertThat(bodies).hasSize(20).allMatch(bodies.get(0)::equals);
        JsonNode changed = json(send("POST", "/api/v1/pledges", pledge(id, "3"), donor, 409));
        assertThat(changed.path("code").asString()).isEqualTo("REQUEST_ID_TAKEN");
    }

    @Test
    void listsGoOnPageByPageAndHoldTheOfficersOwnFromTheFirstOneOn() {
        DisasterId other = world.disaster();
        world.homes(other, "XA01", 6, "20");
        world.homes(other, "XA02", 6, "20");
        List<String> mine = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            String id = claimOne(other, "XA0" + (1 + i % 2));
            if (i % 2 == 0) {
                mine.add(0, id);
            }
        }
        List<String> seen = new ArrayList<>();
        String after = "";
        for (int page = 0; page < 3; page++) {
            JsonNode answer = json(send("GET", "/api/v1/claims?limit=1&disaster=" + other + after, null, officer, 200));
            assertThat(answer.path("items")).hasSize(1);
            seen.add(answer.path("items").path(0).path("id").asString());
            after = "&after=" + answer.path("next").asString();
            assertThat(answer.path("next").isNull()).isEqualTo(page == 2);
        }
        assertThat(seen).isEqualTo(mine);
        assertThat(json(send("GET", "/api/v1/claims?disaster=" + other, null, coordinator, 200))
                        .path("items"))
                .hasSize(6);
        send("GET", "/api/v1/claims?after=x&disaster=" + other, null, officer, 400);
        send("GET", "/api/v1/deliveries?limit=0&disaster=" + other, null, officer, 400);
    }

    private String claimOne(DisasterId disaster, String commune) {
        return json(send(
                        "POST",
                        "/api/v1/claims",
                        """
                        {"id":"%s","disaster":"%s","commune":"%s","item":"rice","quantity":1}""".formatted(UUID.randomUUID(), disaster, commune),
                        token(Caller.TEAM),
                        201))
                .path("id")
                .asString();
    }

    @ParameterizedTest
    @CsvSource({
        "'{\"quantity\":0}', 400, QUANTITY_FORM",
        "'{\"quantity\":-3}', 400, QUANTITY_FORM",
        "'{\"quantity\":1e30}', 400, QUANTITY_FORM",
        "'{\"quantity\":1e400}', 400, JSON_FORM",
        "'{\"quantity\":0.0001}', 400, QUANTITY_FORM",
        "'{\"quantity\":\"many\"}', 400, JSON_FORM",
        "'{\"quantity\":null}', 400, FIELD_MISSING",
        "'{\"id\":null}', 400, FIELD_MISSING",
        "'{\"id\":\"7\"}', 400, JSON_FORM",
        "'{\"item\":\"gold\"}', 400, UNKNOWN_ITEM",
        "'{\"commune\":\"Atlantis\"}', 404, UNKNOWN_ADMIN_UNIT",
        "'{\"commune\":\"XA04\"}', 409, NOTHING_NEEDED_THERE",
        "'{\"disaster\":\"nowhere\"}', 404, DISASTER_NOT_FOUND",
        "'{\"disaster\":null}', 400, DISASTER_MISSING",
        "'{\"quantity\":1000000}', 409, MORE_THAN_LEFT"
    })
    void whatIsNotRightIsToldByItsCode(String change, int status, String code) {
        var body = (ObjectNode) JSON.readTree(pledge(UUID.randomUUID(), "1"));
        body.setAll((ObjectNode) JSON.readTree(change));
        JsonNode problem = json(send("POST", "/api/v1/pledges", body.toString(), donor, status));
        assertThat(problem.path("code").asString()).isEqualTo(code);
        assertThat(problem.path("vi").asString()).isNotBlank();
    }

    @Test
    void aClaimNamesOnePlace() {
        for (String place : List.of(
                "", ",\"commune\":\"XA01\",\"zone\":\"z1\"", ",\"needs\":[]", ",\"commune\":\"XA01\",\"quantity\":3")) {
            JsonNode problem = json(send(
                    "POST",
                    "/api/v1/claims",
                    "{\"id\":\"" + UUID.randomUUID() + "\",\"disaster\":\"" + flood + "\"" + place + "}",
                    otherTeam,
                    place.contains("[]") ? 409 : 400));
            assertThat(problem.path("code").asString()).isIn("CLAIM_PLACE", "NOTHING_LEFT");
        }
        assertThat(json(send("GET", "/api/v1/gifts/0000-0000", null, null, 400))
                        .path("code")
                        .asString())
                .isEqualTo("GIFT_CODE");
        assertThat(json(send("GET", "/api/v1/gifts/AAAA-AAAA", null, null, 404))
                        .path("code")
                        .asString())
                .isEqualTo("GIFT_NOT_FOUND");
    }
}
