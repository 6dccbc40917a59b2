package vn.reliefmap;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import vn.reliefmap.kernel.Caller;

/** FEATURE UNDER TEST: goods over HTTP: how a gift becomes stock, who writes a hand-over down, and who says that it came. */
class HandOverEndpointsTest extends PromiseRequests {
    @Test
    void aGiftBecomesStockOnlyWhenItIsReceivedAndStockNeverFallsBelowZero() {
        UUID depot = world.depot();
        String code = json(send("POST", "/api/v1/pledges", pledge(UUID.randomUUID(), "5"), donor, 201))
                .path("code")
                .asString();
        assertThat(json(send("GET", "/api/v1/stock?depot=" + depot, null, coordinator, 200))
                        .path("items"))
                .isEmpty();
        String received = "{\"id\":\"" + UUID.randomUUID() + "\",\"depot\":\"" + depot + "\",\"quantity\":5}";
        send("POST", "/api/v1/gifts/" + code + "/received", received, donor, 403);
        send("POST", "/api/v1/gifts/" + code + "/received", received, coordinator, 201);
        JsonNode gift = json(send("POST", "/api/v1/gifts/" + code + "/received", received, coordinator, 201));
        assertThat(gift.path("received").asInt()).isEqualTo(5);
        assertThat(stock(depot)).isEqualTo(5);
        move(depot, "in", "20", 201);
        move(depot, "out", "12.5", 201);
        assertThat(move(depot, "out", "12.501", 409)
                        .path("details")
                        .path("left")
                        .asDouble())
                .isEqualTo(12.5);
        move(depot, "returned", "2.5", 201);
        assertThat(stock(depot)).isEqualTo(15);
        assertThat(move(depot, "counted", "14", 201).path("change").asInt()).isEqualTo(-1);
        assertThat(move(depot, "counted", "0", 201).path("stock").asInt()).isZero();
        move(depot, "out", "0", 400);
        move(depot, "lost", "1", 400);
        assertThat(json(send("GET", "/api/v1/stock-moves?depot=" + depot, null, officer, 200))
                        .path("items"))
                .hasSize(6);
        send("GET", "/api/v1/stock-moves?depot=" + depot, null, team, 403);
    }

    @Test
    void aDeliveryIsItsTeamsAndTheRecipientAnswersWithACode() {
        String carrier = token(Caller.TEAM);
        String body = """
                {"id":"%s","disaster":"%s","commune":"XA02","item":"rice","quantity":30}""".formatted(UUID.randomUUID(), flood);
        String claim = json(send("POST", "/api/v1/claims", body, carrier, 201))
                .path("id")
                .asString();
        String handed = """
                {"id":"%s","claim":"%s","handed_over_at":"2026-11-22T01:00:00Z",
                 "handed":[{"item":"rice","quantity":25}]}""".formatted(UUID.randomUUID(), claim);
        String missing = handed.replace(claim.toString(), UUID.randomUUID().toString());
        assertThat(json(send("POST", "/api/v1/deliveries", handed, otherTeam, 404)))
                .as("somebody else's claim reads like none")
                .isEqualTo(json(send("POST", "/api/v1/deliveries", missing, otherTeam, 404)));
        send("POST", "/api/v1/deliveries", handed, donor, 403);
        send("POST", "/api/v1/deliveries", handed.replace("rice", "soap"), carrier, 400);
        send("POST", "/api/v1/deliveries", handed.replace("2026-11-22", "2999-11-22"), carrier, 400);
        JsonNode delivery = json(send("POST", "/api/v1/deliveries", handed, carrier, 201));
        assertThat(delivery.path("lines")).hasSize(2);
        String address = "/api/v1/deliveries/" + delivery.path("id").asString();
        send("GET", address, null, carrier, 200);
        send("GET", address, null, strangeOfficer, 200);
        send("GET", address, null, officer, 404);
        send("GET", address, null, otherTeam, 404);
        send("POST", address + "/receipt-code", "{}", carrier, 403);
        send("POST", address + "/receipt-code", "{}", officer, 404);
        String code = json(send("POST", address + "/receipt-code", "{}", strangeOfficer, 201))
                .path("code")
                .asString();
        String word = """
                {"id":"%s","code":"%s","says":"part","received":{"rice":20}}""".formatted(UUID.randomUUID(), code);
        send("POST", "/api/v1/receipts", word.replace("20}", "26}"), null, 400);
        send("POST", "/api/v1/receipts", word.replace("part", "some"), null, 400);
        JsonNode said = json(send("POST", "/api/v1/receipts", word, null, 201));
        assertThat(said.path("disputed").asBoolean()).isTrue();
        assertThat(said.toString()).doesNotContain("need");
        send("POST", "/api/v1/receipts", word, null, 201);
        send("POST", "/api/v1/receipts", word.replace(code, "AAAA-AAAA"), null, 404);
        String byOfficer = """
                {"id":"%s","delivery":"%s","source":"officer","says":"all"}""".formatted(UUID.randomUUID(), delivery.path("id").asString());
        send("POST", "/api/v1/receipts", byOfficer, null, 404);
        send("POST", "/api/v1/receipts", byOfficer, carrier, 404);
        send("POST", "/api/v1/receipts", byOfficer, officer, 404);
        send("POST", "/api/v1/receipts", byOfficer, strangeOfficer, 201);
        JsonNode seen = json(send("GET", address, null, coordinator, 200));
        assertThat(seen.path("disputed").asBoolean()).isTrue();
        assertThat(seen.path("receipts")).hasSize(2);
        assertThat(json(send("GET", "/api/v1/deliveries?disaster=" + flood, null, otherTeam, 200))
                        .path("items"))
                .isEmpty();
    }

    @Test
    void whoeverCarriesTheClaimNeverConfirmsTheDelivery() {
        String carrier = token(Caller.COORDINATOR);
        String claim = json(send("POST", "/api/v1/claims", """
                {"id":"%s","disaster":"%s","commune":"XA02","item":"rice","quantity":1}""".formatted(UUID.randomUUID(), flood), carrier, 201))
                .path("id")
                .asString();
        String handed = """
                {"id":"%s","claim":"%s","handed_over_at":"2026-11-22T01:00:00Z","handed":[{"item":"rice","quantity":1}]}""";
        String own = json(send("POST", "/api/v1/deliveries", handed.formatted(UUID.randomUUID(), claim), carrier, 201))
                .path("id")
                .asString();
        String word = """
                {"id":"%s","delivery":"%s","source":"officer","says":"all"}""";
        JsonNode refused = json(send("POST", "/api/v1/receipts", word.formatted(UUID.randomUUID(), own), carrier, 403));
        assertThat(refused.path("code").asString()).isEqualTo("OWN_DELIVERY");
        send("POST", "/api/v1/deliveries/" + own + "/receipt-code", "{}", carrier, 403);
        send("POST", "/api/v1/receipts", word.formatted(UUID.randomUUID(), own), coordinator, 201);
        String written = json(send(
                        "POST", "/api/v1/deliveries", handed.formatted(UUID.randomUUID(), claim), strangeOfficer, 201))
                .path("id")
                .asString();
        send("POST", "/api/v1/receipts", word.formatted(UUID.randomUUID(), written), strangeOfficer, 403);
        send("POST", "/api/v1/receipts", word.formatted(UUID.randomUUID(), written), carrier, 403);
        send("POST", "/api/v1/receipts", word.formatted(UUID.randomUUID(), written), coordinator, 201);
    }

    private JsonNode move(UUID depot, String kind, String quantity, int status) {
        return json(send(
                "POST",
                "/api/v1/stock-moves",
                "{\"id\":\"" + UUID.randomUUID() + "\",\"depot\":\"" + depot + "\",\"item\":\"rice\",\"kind\":\"" + kind
                        + "\",\"quantity\":" + quantity + "}",
                coordinator,
                status));
    }

    private double stock(UUID depot) {
        return json(send("GET", "/api/v1/stock?depot=" + depot, null, coordinator, 200))
                .path("items")
                .path(0)
                .path("quantity")
                .asDouble();
    }
}
