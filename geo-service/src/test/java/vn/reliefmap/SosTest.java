package vn.reliefmap;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.reliefmap.PromiseWorld.atOnce;
import static vn.reliefmap.flood.FloodWorld.box;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import tools.jackson.databind.JsonNode;
import vn.reliefmap.kernel.Caller;

/** FEATURE UNDER TEST: who is sent when somebody cries for help, from an SMS to a boat, over HTTP on the hand-drawn village. */
class SosTest extends SosWorld {
    /** A thousand with {@code -Drelief.sos.many=1000}. */
    private static final int MANY = Integer.getInteger("relief.sos.many", 100);

    @Test
    @DisplayName("SOS with nobody near")
    void sosWithNobodyNear() throws Exception {
        String code = codeOf(sms("SOS " + MARKET + " 4 nguoi 1 cu gia", "0912345678"));
        look(0);
        JsonNode call = onlyCall();
        assertThat(call.path("state").asString()).isEqualTo("waiting");
        assertThat(call.path("coordinators_since").isNull()).isFalse();
        assertThat(reasons(call)).containsExactlyInAnyOrder("no_boat", "no_wheels");
        assertThat(call.path("people").asInt()).isEqualTo(4);

        water(RIVER_RISES);
        UUID truck = vehicle("truck", "107.1005,16.7501");
        signOn(truck, WEST, crewToken, 201);
        look(30);
        call = onlyCall();
        assertThat(call.path("state").asString()).isEqualTo("waiting");
        assertThat(reasons(call)).contains("no_boat").doesNotContain("no_wheels");
        assertThat(call.path("why").toString()).contains("\"on_duty\":1").contains("xe tải");
        JsonNode figures =
                world.program.json("/api/v1/sos-figures?disaster=" + flood, world.token(world.account(Caller.DISPLAY)));
        assertThat(figures.path("waiting").asInt()).isEqualTo(1);
        assertThat(figures.path("with_coordinators").asInt()).isEqualTo(1);
        assertThat(figures.path("crews_free").asInt()).isEqualTo(1);
        assertThat(steps(call)).containsExactly("opened", "nobody_near", "nobody_near");
        assertThat(sms("MA " + code, "0912345678").path("reply").path("text").asString())
                .contains(code, "Chua co doi");

        signOn(vehicle("truck", "107.1299,16.7420"), EAST, otherToken, 201);
        look(60);
        assertThat(onlyCall().path("state").asString())
                .as("somebody came on duty who can")
                .isEqualTo("sent");
    }

    @Test
    void theNearestThatCannotPassIsLeftOut() throws Exception {
        water(RIVER_RISES);
        UUID near = signOn(vehicle("truck", "107.1005,16.7501"), WEST, crewToken, 201);
        UUID able = signOn(vehicle("truck", "107.1005,16.7501"), EAST, otherToken, 201);
        sms("SOS " + MARKET, "0912345671");
        look(0);
        JsonNode call = onlyCall();
        String address = "/api/v1/sos-calls/" + call.path("id").asString();
        assertThat(call.path("crew").asString())
                .as(call.toString())
                .isEqualTo(able.toString())
                .isNotEqualTo(near.toString());
        assertThat(call.path("arrival_s").asInt()).isPositive();
        assertThat(world.program.get(address, crewToken).statusCode()).isEqualTo(404);
        assertThat(world.program.get(address + "/place", otherToken).statusCode())
                .isEqualTo(403);
        assertThat(world.program.get(address, otherToken).body()).doesNotContain("107.13", "0912345671", "84912345671");
        say(call, "acknowledged", null, otherToken, 200);
        JsonNode place = world.program.json(address + "/place", otherToken);
        assertThat(place.path("phone").asString()).contains("912345671");
        assertThat(place.path("at").toString()).isEqualTo("[107.1301,16.747]");
        assertThat(world.jdbc
                        .sql("select count(*) from look where account_id = ? and why = 'sos call'")
                        .param(otherTeam.id())
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
        say(call, "on_the_way", null, otherToken, 200);
        say(call, "reached", null, otherToken, 200);
        say(call, "acknowledged", null, otherToken, 409);
        assertThat(calls()).isEmpty();
        assertThat(world.program.get(address + "/place", otherToken).statusCode())
                .as("it is over")
                .isEqualTo(404);
    }

    @Test
    void unknownWaterCarriesNobody() throws Exception {
        water(box("", 107.1138, 16.73, 107.1162, 16.76));
        signOn(vehicle("truck", "107.1005,16.7501"), WEST, crewToken, 201);
        signOn(vehicle("motor_boat", "107.1005,16.7501"), WEST, crewToken, 201);
        sms("SOS " + MARKET, "0912345672");
        look(0);
        assertThat(onlyCall().path("state").asString()).isEqualTo("waiting");
        assertThat(onlyCall().path("why")).hasSize(2);
    }

    @Test
    void aBoatGoesWhereTrucksCannot() throws Exception {
        water(box("\"depth_m\":1.5", 107.1101, 16.735, 107.1305, 16.755));
        signOn(vehicle("truck", "107.1005,16.7501"), FAR_WEST, crewToken, 201);
        UUID boat = UUID.fromString(json(world.program.send(
                        "POST",
                        "/api/v1/crews",
                        "{\"id\":\"" + UUID.randomUUID() + "\",\"vehicle\":\""
                                + vehicle("motor_boat", "107.1005,16.7501") + "\",\"by_truck\":true}",
                        otherToken))
                .path("id")
                .asString());
        sms("SOS " + MARKET, "0912345673");
        look(0);
        assertThat(onlyCall().path("crew").asString())
                .as("a truck carries it to the water: " + onlyCall())
                .isEqualTo(boat.toString());
    }

    @Test
    void inLaosAndManyAtOnceNothingIsLost() throws Exception {
        signOn(vehicle("truck", "107.1005,16.7501"), EAST, crewToken, 201);
        sms("SOS 16.70000, 105.00000", "0912345600");
        List<Callable<Integer>> many = new ArrayList<>();
        for (int thread = 0; thread < 4; thread++) {
            int from = thread * MANY / 4;
            many.add(() -> {
                for (int i = from; i < from + MANY / 4; i++) {
                    sms("SOS " + MARKET, String.format(Locale.ROOT, "09871%05d", i));
                }
                return MANY / 4;
            });
        }
        assertThat(atOnce(many)).containsOnly(MANY / 4);
        for (int i = 0; i <= MANY / 200; i++) {
            look(0);
        }
        JsonNode figures = world.program.json("/api/v1/sos-figures?disaster=" + flood, coordinator);
        assertThat(figures.path("waiting").asInt()).isEqualTo(MANY);
        assertThat(figures.path("sent").asInt()).isEqualTo(1);
        assertThat(figures.path("with_coordinators").asInt()).isEqualTo(MANY);
    }

    @Test
    void oneThatFailsHoldsUpNobody() throws Exception {
        UUID crew = signOn(vehicle("truck", "107.1005,16.7501"), EAST, crewToken, 201);
        sms("SOS " + MARKET, "0912345681");
        String bad = onlyCall().path("id").asString();
        JdbcClient owner = JdbcClient.create(new DriverManagerDataSource(
                world.database.url(), world.database.ownerUser(), world.database.ownerPassword()));
        owner.sql("""
                create function this_call_fails() returns trigger language plpgsql as $$
                begin raise exception 'broken on purpose'; end $$;
                create trigger this_call_fails before update of due_at on sos_call
                    for each row when (old.id = '%s') execute function this_call_fails()""".formatted(bad)).update();
        try {
            sms("SOS " + MARKET, "0912345682");
            look(0);
            assertThat(calls().stream()
                            .filter(call -> !call.path("id").asString().equals(bad))
                            .map(call -> call.path("crew").asString()))
                    .containsExactly(crew.toString());
        } finally {
            owner.sql("drop trigger this_call_fails on sos_call; drop function this_call_fails()")
                    .update();
        }
    }
}
