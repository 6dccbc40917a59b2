package vn.reliefmap;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import vn.reliefmap.access.Account;
import vn.reliefmap.admin.Hamlets;
import vn.reliefmap.cluster.Publications;
import vn.reliefmap.disaster.Disasters;
import vn.reliefmap.flood.FloodImport;
import vn.reliefmap.kernel.Caller;
import vn.reliefmap.kernel.DisasterId;
import vn.reliefmap.store.Topic;

/** FEATURE UNDER TEST: needs grow old, which hides them from nobody who helps, and silence is not safety. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SilentHamletTest {
    /** The highway on either side of the bridge. */
    private static final double WEST = 107.105;

    private static final double EAST = 107.125;

    @TempDir
    static Path home = Path.of("target");

    private final PromiseWorld world = new PromiseWorld(home);
    private String officer = "";

    @BeforeAll
    void villageAndOfficer() {
        world.roads();
        officer = world.token(world.account(Caller.OFFICER, "XA01"));
    }

    @AfterAll
    void stop() {
        world.close();
    }

    /** Equal needs; only silence lifts the smaller hamlet over the larger one, and one word lets it sink again. */
    @Test
    void aSilentCutOffHamletRises() throws Exception {
        DisasterId flood = world.disaster();
        String west = world.program.bean(Hamlets.class).add("XA01", "Thôn Tây").code();
        String east = world.program.bean(Hamlets.class).add("XA01", "Thôn Đông").code();
        for (int i = 0; i < 4; i++) {
            home(flood, west, WEST, true);
        }
        UUID first = home(flood, east, EAST, true);
        UUID second = home(flood, east, EAST, true);
        assertThat(order(flood)).startsWith(west, east);

        Path water = Files.writeString(home.resolve("water.geojson"), """
                {"type":"FeatureCollection","features":[
                {"type":"Feature","properties":{"depth_m":0.7},"geometry":{"type":"Polygon","coordinates":
                 [[[107.117,16.749],[107.119,16.749],[107.119,16.751],[107.117,16.751],[107.117,16.749]]]}},
                {"type":"Feature","properties":{"depth_m":0.5},"geometry":{"type":"Polygon","coordinates":
                 [[[107.1145,16.739],[107.1155,16.739],[107.1155,16.741],[107.1145,16.741],[107.1145,16.739]]]}},
                {"type":"Feature","properties":{"footprint":true},"geometry":{"type":"Polygon","coordinates":
                 [[[107.0,16.7],[107.2,16.7],[107.2,16.8],[107.0,16.8],[107.0,16.7]]]}}]}""");
        world.program
                .bean(FloodImport.class)
                .load(
                        water,
                        new FloodImport.Options(
                                flood, Instant.parse("2020-10-18T06:00:00Z"), false, null, null, "test"),
                        new ListRows());
        world.tell(Topic.WATER);
        assertThat(order(flood)).as("cut off, and heard of a moment ago").startsWith(west, east);

        age(first);
        age(second);
        assertThat(order(flood)).startsWith(east, west);
        JsonNode place = places(flood).get(0);
        assertThat(place.at("/silent").asBoolean()).isTrue();
        assertThat(place.at("/cut_off_people").asInt()).isEqualTo(8);
        assertThat(place.at("/unconfirmed_households").asInt()).isEqualTo(2);
        assertThat(place.at("/vi").asString()).contains("im lặng không phải là an toàn", "8 người bị cô lập");
        assertThat(place.at("/name").asString()).isEqualTo("Thôn Đông, Xã Số 1");

        String mute = world.program.bean(Hamlets.class).add("XA01", "Thôn Câm").code();
        home(flood, mute, EAST, false);
        home(flood, mute, EAST, false);
        assertThat(order(flood).subList(0, 2))
                .as("nobody ever asked from there")
                .containsExactly(east, mute);

        assertThat(confirm("needs/" + need(first), officer).statusCode()).isEqualTo(201);
        assertThat(order(flood)).containsExactly(mute, west, east);
    }

    @Test
    void anExpiredNeedLeavesOnlyWhatEveryoneSees() {
        DisasterId flood = world.program
                .bean(Disasters.class)
                .open("Lũ có thật", false, Instant.parse("2020-10-18T00:00:00Z"))
                .id();
        for (int i = 0; i < 6; i++) {
            home(flood, null, WEST, true);
        }
        world.program.bean(Publications.class).publish(flood);
        assertThat(published(flood)).isEqualTo(6);
        world.jdbc
                .sql("update need set confirmed_at = now() - interval '30 hours' where disaster_id = ?")
                .param(flood.value())
                .update();
        world.program.bean(Publications.class).publish(flood);
        assertThat(published(flood)).isZero();

        JsonNode seen = world.program.json("/api/v1/needs?disaster=" + flood.value(), officer);
        assertThat(seen.at("/features").size()).isEqualTo(6);
        assertThat(seen.at("/features/0/properties/unconfirmed").asBoolean()).isTrue();
        assertThat(Instant.parse(seen.at("/features/0/properties/expires_at").asString()))
                .isBefore(Instant.now());
        UUID household =
                UUID.fromString(seen.at("/features/0/properties/household_id").asString());
        assertThat(confirm("households/" + household, officer, "?disaster=" + flood.value())
                        .body())
                .contains("\"confirmed\":1");
        assertThat(world.program
                        .json("/api/v1/needs?disaster=" + flood.value(), officer)
                        .toString()
                        .split("\"unconfirmed\":false"))
                .hasSize(2);
    }

    @Test
    void aTapCountsOnceAndOnlyFromThoseInCharge() {
        DisasterId flood = world.disaster();
        UUID need = need(home(flood, null, WEST, true));
        Account team = world.account(Caller.TEAM);
        String teamToken = world.token(team);
        String stranger = world.token(world.account(Caller.OFFICER, "XA02"));
        assertThat(confirm("needs/" + need, stranger).statusCode()).isEqualTo(404);
        assertThat(confirm("needs/" + need, teamToken).statusCode()).isEqualTo(404);
        UUID claim = UUID.randomUUID();
        assertThat(world.program
                        .send(
                                "POST",
                                "/api/v1/claims",
                                "{\"id\":\"" + claim + "\",\"disaster\":\"" + flood.value() + "\",\"needs\":[\"" + need
                                        + "\"]}",
                                teamToken)
                        .statusCode())
                .isLessThan(300);
        UUID tap = UUID.randomUUID();
        String body = "{\"id\":\"" + tap + "\"}";
        String path = "/api/v1/needs/" + need + "/confirmations";
        HttpResponse<String> once = world.program.send("POST", path, body, teamToken);
        HttpResponse<String> again = world.program.send("POST", path, body, teamToken);
        assertThat(once.statusCode()).as(once.body()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(once.body());
        assertThat(world.jdbc
                        .sql("select means from need_confirmation where need_id = ?")
                        .param(need)
                        .query(String.class)
                        .list())
                .containsExactly("team");
        assertThat(world.program.send("POST", path, "{}", officer).statusCode()).isEqualTo(400);
    }

    /** A day in the field without a network: the word counts from when it was said, and one from the future from now. */
    @Test
    void aTapThatWaitedForTheNetworkCountsFromWhenItWasMade() {
        UUID need = need(home(world.disaster(), null, WEST, true));
        world.jdbc
                .sql("update need set confirmed_at = now() - interval '3 days' where id = ?")
                .param(need)
                .update();
        String tap = "{\"id\":\"%s\",\"at\":\"%s\"}";
        Instant said = Instant.now().minusSeconds(3600).truncatedTo(ChronoUnit.SECONDS);
        String path = "/api/v1/needs/" + need + "/confirmations";
        assertThat(world.program
                        .send("POST", path, tap.formatted(UUID.randomUUID(), said), officer)
                        .statusCode())
                .isEqualTo(201);
        assertThat(confirmedAt(need)).isEqualTo(said);
        world.program.send("POST", path, tap.formatted(UUID.randomUUID(), said.plusSeconds(900_000)), officer);
        assertThat(confirmedAt(need)).isAfter(said).isBeforeOrEqualTo(Instant.now());
    }

    private Instant confirmedAt(UUID need) {
        return world.jdbc
                .sql("select confirmed_at from need where id = ?")
                .param(need)
                .query((rs, n) -> rs.getTimestamp(1).toInstant())
                .single();
    }

    private List<String> order(DisasterId flood) {
        return places(flood).valueStream().map(p -> p.at("/code").asString()).toList();
    }

    private JsonNode places(DisasterId flood) {
        return world.program
                .json("/api/v1/priorities?disaster=" + flood.value() + "&at=2020-10-18T06:00:00Z", officer)
                .at("/items");
    }

    private HttpResponse<String> confirm(String what, String token, String... query) {
        return world.program.send(
                "POST",
                "/api/v1/" + what + "/confirmations" + String.join("", query),
                "{\"id\":\"" + UUID.randomUUID() + "\"}",
                token);
    }

    private UUID need(UUID household) {
        return world.jdbc
                .sql("select id from need where household_id = ?")
                .param(household)
                .query(UUID.class)
                .single();
    }

    private void age(UUID household) {
        world.jdbc
                .sql("update need set confirmed_at = now() - interval '30 hours' where household_id = ?")
                .param(household)
                .update();
    }

    private long published(DisasterId flood) {
        return world.jdbc
                .sql("select count(*) from published_need where disaster_id = ?")
                .param(flood.value())
                .query(Long.class)
                .single();
    }

    /** Four people; with a need of 20 kg of rice, just confirmed, or with none. */
    private UUID home(DisasterId flood, @Nullable String hamlet, double lon, boolean asks) {
        UUID id = UUID.randomUUID();
        world.jdbc
                .sql("""
                insert into household (id, ref, simulated, people, admin_code, admin_valid_from, hamlet_code, place,
                                       place_precision)
                select :id, :ref, d.simulated, 4, 'XA01', date '2025-07-01', :hamlet,
                       st_setsrid(st_makepoint(:lon, 16.7502), 4326), 'exact'
                from disaster d where d.id = :disaster""")
                .param("id", id)
                .param("ref", id.toString())
                .param("hamlet", hamlet)
                .param("lon", lon)
                .param("disaster", flood.value())
                .update();
        if (asks) {
            world.jdbc.sql("""
                    insert into need (id, household_id, disaster_id, item_code, needed, urgency, confirmed_at)
                    values (gen_random_uuid(), ?, ?, 'rice', 20, 'high', now())""").params(id, flood.value()).update();
        }
        return id;
    }
}
