package vn.reliefmap;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.reliefmap.access.Account;
import vn.reliefmap.admin.Hamlets;
import vn.reliefmap.household.Erasures;
import vn.reliefmap.kernel.Caller;
import vn.reliefmap.kernel.DisasterId;
import vn.reliefmap.kernel.HouseholdId;
import vn.reliefmap.kernel.NeedId;

/** FEATURE UNDER TEST: families move to shelters with what they need, and communes say what not to send. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ShelterTest {
    @TempDir
    static Path home = Path.of("target");

    private final PromiseWorld world = new PromiseWorld(home);
    private final Account keeper = world.account(Caller.TEAM);
    private final String team = world.token(keeper);
    private final String officer = world.token(world.account(Caller.OFFICER, "XA01"));
    private final String neighbour = world.token(world.account(Caller.OFFICER, "XA02"));
    private final String donor = world.token(world.account(Caller.DONOR));

    @AfterAll
    void stop() {
        world.close();
    }

    @Test
    void aFamilyMovesToAShelter() {
        DisasterId flood = world.disaster();
        NeedId need = world.homes(flood, "XA01", 6, "10").get(0);
        UUID family = household(need);
        post("/pledges", donor, 201, """
                {"id":"%s","disaster":"%s","commune":"XA01","item":"rice","quantity":60}""".formatted(UUID.randomUUID(), flood));
        JsonNode claim = post("/claims", team, 201, """
                {"id":"%s","disaster":"%s","needs":["%s"]}""".formatted(UUID.randomUUID(), flood, need));
        String balances = balances(need);
        UUID school = open("Trường học", "XA02", 107.2005, 6);

        UUID move = UUID.randomUUID();
        String inside = "{\"id\":\"%s\",\"shelter\":\"%s\"}".formatted(move, school);
        post("/households/" + family + "/moves", neighbour, 404, inside);
        post("/households/" + family + "/moves", officer, 204, inside);
        post("/households/" + family + "/moves", officer, 204, inside);
        post("/households/" + family + "/moves", officer, 409, "{\"id\":\"%s\"}".formatted(move));
        assertThat(balances(need)).as("promises stand").isEqualTo(balances);
        assertThat(standsAt(family)).isEqualTo("107.2005 XA02");
        assertThat(world.jdbc
                        .sql("select count(*) from shelter_move where household_id = ?")
                        .param(family)
                        .query(Long.class)
                        .single())
                .isEqualTo(1);

        // The team brings it to the shelter, and so does the list of its claim.
        JsonNode homes = world.program.json("/api/v1/claims/" + claim.at("/id").asString() + "/homes", team);
        assertThat(homes.toString()).contains("107.2005").doesNotContain("107.105,");
        post("/deliveries", team, 201, """
                {"id":"%s","claim":"%s","handed_over_at":"%s","handed":[{"need":"%s","item":"rice","quantity":6}]}""".formatted(
                        UUID.randomUUID(), claim.at("/id").asString(), Instant.now(), need));
        assertThat(world.sum(flood, "XA02", "delivered")).isEqualByComparingTo("6");

        // It stands in one place only, and a list that speaks of its home changes where it returns to.
        assertThat(world.sum(flood, "XA01", "needed").add(world.sum(flood, "XA02", "needed")))
                .isEqualByComparingTo(new BigDecimal("60"));
        world.jdbc
                .sql(
                        "update household set place = st_setsrid(st_makepoint(107.106, 16.75), 4326), admin_code = 'XA03' where id = ?")
                .param(family)
                .update();
        assertThat(standsAt(family)).isEqualTo("107.2005 XA02");
        post("/households/" + family + "/moves", neighbour, 204, "{\"id\":\"%s\"}".formatted(UUID.randomUUID()));
        assertThat(standsAt(family)).isEqualTo("107.106 XA03");
        assertThat(world.sum(flood, "XA03", "delivered")).isEqualByComparingTo("6");
    }

    @Test
    void whoIsErasedInAShelterLeavesNoHomeBehind() {
        DisasterId flood = world.disaster();
        UUID family = household(world.rice(flood, "XA01", "10"));
        String before = standsAt(family);
        String hamlet = world.program.bean(Hamlets.class).add("XA01", "thôn 1").code();
        world.jdbc
                .sql("update household set hamlet_code = ? where id = ?")
                .param(hamlet)
                .param(family)
                .update();
        moveIn(family, open("Chợ", "XA01", 107.1009, 6), 204);
        JsonNode own = world.program.json("/api/v1/households/" + family + "/own-data", officer);
        assertThat(own.at("/place/0").asDouble() + " XA01").as("where it lives").isEqualTo(before);
        assertThat(world.program.bean(Erasures.class).erase(new HouseholdId(family), Erasures.Why.ASKED))
                .isTrue();
        post("/households/" + family + "/moves", officer, 204, "{\"id\":\"%s\"}".formatted(UUID.randomUUID()));
        assertThat(standsAt(family)).endsWith("XA01").isNotEqualTo(before);
        assertThat(world.jdbc
                        .sql(
                                "select count(*) from household where id = ? and hamlet_code is null and home_place is null")
                        .param(family)
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void aFullShelterSaysSoAndNamesAnother() {
        DisasterId flood = world.disaster();
        UUID full = open("Nhà văn hoá", "XA01", 107.1005, 5);
        open("Trạm y tế", "XA01", 107.1006, 40);
        UUID first = household(world.rice(flood, "XA01", "10"));
        UUID second = household(world.rice(flood, "XA01", "10"));
        moveIn(first, full, 204);
        JsonNode refused = moveIn(second, full, 409);
        assertThat(refused.at("/code").asString()).isEqualTo("SHELTER_FULL");
        assertThat(refused.at("/vi").asString()).contains("còn chỗ cho 1 người", "Trạm y tế");
        assertThat(refused.at("/details/free").asInt()).isEqualTo(1);
        assertThat(standsAt(second)).endsWith("XA01").startsWith("107.105");
        post("/shelters", neighbour, 403, """
                {"id":"%s","name":"Chùa","simulated":true,"commune":"XA01","at":[107.1,16.75],"capacity":5,"in_charge":"%s"}""".formatted(UUID.randomUUID(), keeper.id()));
    }

    /** Of real families everyone learns sums of five and more. */
    @Test
    void fewFamiliesInAShelterAreNobodysBusiness() {
        UUID real = UUID.randomUUID();
        world.jdbc.sql("""
                insert into shelter (id, name, simulated, admin_code, admin_valid_from, place, capacity, in_charge, opened_by)
                values (:id, 'Đình', false, 'XA01', date '2025-07-01', st_setsrid(st_makepoint(107.1, 16.75), 4326), 50,
                        :by, :by)""").param("id", real).param("by", keeper.id()).update();
        JsonNode everyone = world.program.json("/api/v1/shelters").at("/items/0");
        assertThat(everyone.at("/capacity").asInt()).isEqualTo(50);
        assertThat(everyone.at("/people").isNull()).isTrue();
        assertThat(world.program
                        .json("/api/v1/shelters", officer)
                        .at("/items/0/people")
                        .asInt())
                .isZero();

        world.jdbc.sql("""
                insert into household (id, ref, simulated, people, admin_code, admin_valid_from, place, place_precision,
                                       shelter_id, home_place)
                select gen_random_uuid(), 'đình ' || i, false, 4, 'XA01', date '2025-07-01', s.place, 'exact', s.id,
                       st_setsrid(st_makepoint(107.11, 16.75), 4326)
                from shelter s, generate_series(1, 7) i where s.id = ?""").param(real).update();
        JsonNode seven = world.program.json("/api/v1/shelters").at("/items/0");
        assertThat(seven.at("/households").asInt()).isEqualTo(5);
        assertThat(seven.at("/people").asInt()).isEqualTo(30);
        assertThat(seven.at("/full").asBoolean()).isFalse();
        assertThat(world.program
                        .json("/api/v1/shelters", officer)
                        .at("/items/0/people")
                        .asInt())
                .isEqualTo(28);
    }

    @Test
    void whatACommuneAsksNotToBeSentIsRefusedWithWhatItLacksInstead() {
        DisasterId flood = world.disaster();
        for (NeedId need : world.homes(flood, "XA01", 6, "10")) {
            world.jdbc.sql("""
                    insert into need (id, household_id, disaster_id, item_code, needed, urgency, confirmed_at)
                    select gen_random_uuid(), household_id, disaster_id, 'tarp', 2, 'high', now() from need where id = ?""").param(need.value()).update();
        }
        UUID id = UUID.randomUUID();
        String line = """
                {"id":"%s","disaster":"%s","commune":"XA01","item":"rice","reason":"%s","until":"%s"}""";
        String good =
                line.formatted(id, flood, "đã đủ cho một tháng", Instant.now().plusSeconds(86_400));
        post("/do-not-send", neighbour, 403, good);
        post(
                "/do-not-send",
                officer,
                400,
                line.formatted(id, flood, "gọi 0912 345 678", Instant.now().plusSeconds(9_000)));
        post("/do-not-send", officer, 400, line.formatted(id, flood, "đã đủ", "2020-01-01T00:00:00Z"));
        post("/do-not-send", officer, 201, good);
        post("/do-not-send", officer, 201, good);
        JsonNode read = world.program.json("/api/v1/do-not-send?disaster=" + flood.value());
        assertThat(read.at("/items").size()).isEqualTo(1);
        assertThat(read.at("/items/0/reason").asString()).isEqualTo("đã đủ cho một tháng");
        assertThat(read.at("/items/0/by").asString()).isEqualTo("Cán bộ phụ trách Xã Số 1");

        String pledge = """
                {"id":"%s","disaster":"%s","commune":"XA01","item":"rice","quantity":5}""".formatted(UUID.randomUUID(), flood);
        JsonNode refused = post("/pledges", donor, 409, pledge);
        assertThat(refused.at("/code").asString()).isEqualTo("DO_NOT_SEND");
        assertThat(refused.at("/vi").asString()).contains("xin đừng gửi gạo", "đã đủ cho một tháng", "Bạt che");
        assertThat(refused.at("/details/instead/0").asString()).isEqualTo("tarp");
        assertThat(world.program
                        .send("DELETE", "/api/v1/do-not-send/" + id, null, officer)
                        .statusCode())
                .isEqualTo(204);
        post("/pledges", donor, 201, pledge);
    }

    private UUID open(String name, String commune, double lon, int capacity) {
        UUID id = UUID.randomUUID();
        post("/shelters", commune.equals("XA01") ? officer : neighbour, 201, """
                {"id":"%s","name":"%s","simulated":true,"commune":"%s","at":[%s,16.75],"capacity":%d,"in_charge":"%s"}""".formatted(
                        id, name, commune, lon, capacity, keeper.id()));
        return id;
    }

    private JsonNode moveIn(UUID household, UUID shelter, int status) {
        return post(
                "/households/" + household + "/moves",
                officer,
                status,
                "{\"id\":\"%s\",\"shelter\":\"%s\"}".formatted(UUID.randomUUID(), shelter));
    }

    private JsonNode post(String path, @Nullable String token, int status, String body) {
        HttpResponse<String> answer = world.program.send("POST", "/api/v1" + path, body, token);
        assertThat(answer.statusCode()).as(path + " " + answer.body()).isEqualTo(status);
        return JsonMapper.shared().readTree(answer.body().isEmpty() ? "{}" : answer.body());
    }

    private UUID household(NeedId need) {
        return world.jdbc
                .sql("select household_id from need where id = ?")
                .param(need.value())
                .query(UUID.class)
                .single();
    }

    private String balances(NeedId need) {
        return world.jdbc
                .sql("select needed || ' ' || pledged || ' ' || claimed || ' ' || delivered from need where id = ?")
                .param(need.value())
                .query(String.class)
                .single();
    }

    private String standsAt(UUID household) {
        return world.jdbc
                .sql("select st_x(place) || ' ' || admin_code from household where id = ?")
                .param(household)
                .query(String.class)
                .single();
    }
}
