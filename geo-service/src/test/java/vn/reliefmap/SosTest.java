package vn.reliefmap;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.reliefmap.PromiseWorld.atOnce;
import static vn.reliefmap.flood.FloodWorld.box;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.reliefmap.access.Account;
import vn.reliefmap.disaster.Disasters;
import vn.reliefmap.flood.FloodImport;
import vn.reliefmap.kernel.Caller;
import vn.reliefmap.kernel.DisasterId;
import vn.reliefmap.ledger.Ledger;
import vn.reliefmap.message.internal.GatewaySeal;
import vn.reliefmap.rescue.SosClock;
import vn.reliefmap.store.Topic;

/** FEATURE UNDER TEST: what happens with a cry for help, from an SMS to a boat, over HTTP on the hand-drawn village. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SosTest {
    /** A thousand with {@code -Drelief.sos.many=1000}. */
    private static final int MANY = Integer.getInteger("relief.sos.many", 100);

    private static final JsonMapper JSON = JsonMapper.shared();
    /** East of the river, latitude first as people write it. */
    private static final String MARKET = "16.74700, 107.13010";

    private static final String WEST = "[107.1115,16.7502]";
    private static final String FAR_WEST = "[107.1005,16.7501]";
    private static final String EAST = "[107.1299,16.7420]";
    /** Closes bridge and ford to all wheels. */
    private static final String[] RIVER_RISES = {
        box("\"depth_m\":1.2", 107.1138, 16.7495, 107.1162, 16.7505),
        box("\"depth_m\":1.2", 107.1138, 16.7395, 107.1162, 16.7405)
    };

    @TempDir
    static Path home = Path.of("target");

    private final PromiseWorld world = new PromiseWorld(home);
    private SosClock clock = world.program.bean(SosClock.class);
    private final GatewaySeal seal = new GatewaySeal(TestProgram.SMS_SECRET, Duration.ofMinutes(5));
    private final String coordinator = world.token(world.account(Caller.COORDINATOR));
    private final Account team = world.account(Caller.TEAM);
    private final Account otherTeam = world.account(Caller.TEAM);
    private final String crewToken = world.token(team);
    private final String otherToken = world.token(otherTeam);
    private DisasterId flood = new DisasterId(UUID.randomUUID());
    private Instant now = Instant.now();
    private int count;

    @BeforeAll
    void roads() throws Exception {
        world.roads();
    }

    @AfterAll
    void theChainHoldsAndStop() {
        assertThat(world.program.bean(Ledger.class).verify().fault()).isNull();
        world.close();
    }

    /** Nobody is on duty, and nothing is open; the newest real disaster is the one that SMS belong to. */
    @BeforeEach
    void freshFlood() {
        world.jdbc
                .sql("update crew set ended_at = now() where ended_at is null")
                .update();
        world.jdbc
                .sql("update sos_call set ended_at = now(), due_at = null where ended_at is null")
                .update();
        flood = world.program
                .bean(Disasters.class)
                .open(
                        "Lũ thật " + ++count,
                        false,
                        Instant.parse("2020-10-18T00:00:00Z").plusSeconds(count))
                .id();
        now = Instant.now();
    }

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

    /** The first look of a test is now; the others are so many minutes later, however slow the machine is. */
    private void look(int minutesLater) {
        if (minutesLater == 0) {
            now = Instant.now().plusSeconds(1);
        }
        clock.look(now.plusSeconds(60L * minutesLater));
    }

    /** Another one, that knows nothing but the database. */
    private SosClock afterRestart() {
        ApplicationContext context = (ApplicationContext) world.program.events();
        return context.getAutowireCapableBeanFactory().createBean(clock.getClass());
    }

    private JsonNode sms(String text, String from) {
        byte[] body = JSON.writeValueAsString(Map.of("id", UUID.randomUUID().toString(), "from", from, "text", text))
                .getBytes(StandardCharsets.UTF_8);
        Instant time = Instant.now();
        HttpResponse<String> answer = world.program.post(
                "/api/v1/sms",
                body,
                Map.of(
                        GatewaySeal.TIME,
                        Long.toString(time.getEpochSecond()),
                        GatewaySeal.SIGNATURE,
                        seal.sign(time, "/api/v1/sms", body)));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json(answer);
    }

    private static String codeOf(JsonNode answer) {
        return answer.path("reply").path("text").asString().replaceAll("(?s).*?([A-Z0-9]{4}-[A-Z0-9]{4}).*", "$1");
    }

    private List<JsonNode> calls() {
        return StreamSupport.stream(
                        world.program
                                .json("/api/v1/sos-calls?disaster=" + flood, coordinator)
                                .path("items")
                                .spliterator(),
                        false)
                .toList();
    }

    private JsonNode onlyCall() {
        assertThat(calls()).hasSize(1);
        return calls().get(0);
    }

    private static List<String> reasons(JsonNode call) {
        return StreamSupport.stream(call.path("why").spliterator(), false)
                .map(why -> why.path("reason").asString())
                .collect(Collectors.toList());
    }

    private List<String> steps(JsonNode call) {
        JsonNode steps = world.program
                .json("/api/v1/sos-calls/" + call.path("id").asString(), coordinator)
                .path("steps");
        return StreamSupport.stream(steps.spliterator(), false)
                .map(step -> step.path("step").asString())
                .toList();
    }

    private void say(JsonNode call, String word, @Nullable String reason, String token, int status) {
        HttpResponse<String> answer = world.program.send(
                "POST", "/api/v1/sos-calls/" + call.path("id").asString() + "/steps", step(word, reason), token);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    }

    private static String step(String word, @Nullable String reason) {
        return "{\"id\":\"" + UUID.randomUUID() + "\",\"step\":\"" + word + "\""
                + (reason == null ? "" : ",\"reason\":\"" + reason + "\"") + "}";
    }

    private UUID signOn(UUID vehicle, String at, String token, int status) {
        UUID id = UUID.randomUUID();
        HttpResponse<String> answer = world.program.send(
                "POST",
                "/api/v1/crews",
                "{\"id\":\"" + id + "\",\"vehicle\":\"" + vehicle + "\",\"at\":" + at + "}",
                token);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return id;
    }

    private UUID vehicle(String vehicleClass, String depotAt) {
        UUID depot = UUID.randomUUID();
        UUID vehicle = UUID.randomUUID();
        world.jdbc
                .sql("""
                insert into depot (id, ref, name, simulated, place)
                values (:depot, :ref, 'Kho', false, st_setsrid(st_makepoint(%s), 4326));
                insert into vehicle (id, ref, name, simulated, vehicle_class, depot_id, capacity_kg, capacity_m3)
                values (:vehicle, :ref, :ref, false, :class, :depot, 1000, 10)""".formatted(depotAt))
                .param("depot", depot)
                .param("ref", vehicle.toString())
                .param("vehicle", vehicle)
                .param("class", vehicleClass)
                .update();
        world.tell(Topic.SUPPLY);
        return vehicle;
    }

    /** Somebody looked: this is under water, all else is dry. */
    private void water(String... boxes) throws Exception {
        Path file = Files.createTempFile(home, "water", ".geojson");
        List<String> features = new ArrayList<>(List.of(boxes));
        features.add(box("\"footprint\":true", 107.0, 16.7, 107.2, 16.8));
        Files.writeString(file, "{\"type\":\"FeatureCollection\",\"features\":[" + String.join(",", features) + "]}");
        world.program
                .bean(FloodImport.class)
                .load(
                        file,
                        new FloodImport.Options(flood, Instant.parse("2020-10-18T06:00:00Z"), false, null, null, null),
                        new ListRows());
        world.tell(Topic.WATER);
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JSON.readTree(answer.body());
    }
}
