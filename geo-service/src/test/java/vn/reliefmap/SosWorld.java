package vn.reliefmap;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.reliefmap.flood.FloodWorld.box;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
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

/** The hand-drawn village with crews that come and go, and those who cry for help by SMS; each test has a flood of its own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class SosWorld {

    private static final JsonMapper JSON = JsonMapper.shared();
    /** East of the river, latitude first as people write it. */
    static final String MARKET = "16.74700, 107.13010";

    static final String WEST = "[107.1115,16.7502]";
    static final String FAR_WEST = "[107.1005,16.7501]";
    static final String EAST = "[107.1299,16.7420]";
    /** Closes bridge and ford to all wheels. */
    static final String[] RIVER_RISES = {
        box("\"depth_m\":1.2", 107.1138, 16.7495, 107.1162, 16.7505),
        box("\"depth_m\":1.2", 107.1138, 16.7395, 107.1162, 16.7405)
    };

    @TempDir
    static Path home = Path.of("target");

    final PromiseWorld world = new PromiseWorld(home);
    SosClock clock = world.program.bean(SosClock.class);
    private final GatewaySeal seal = new GatewaySeal(TestProgram.SMS_SECRET, Duration.ofMinutes(5));
    final String coordinator = world.token(world.account(Caller.COORDINATOR));
    private final Account team = world.account(Caller.TEAM);
    final Account otherTeam = world.account(Caller.TEAM);
    final String crewToken = world.token(team);
    final String otherToken = world.token(otherTeam);
    DisasterId flood = new DisasterId(UUID.randomUUID());
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

    /** The first look of a test is now; the others are so many minutes later, however slow the machine is. */
    void look(int minutesLater) {
        if (minutesLater == 0) {
            now = Instant.now().plusSeconds(1);
        }
        clock.look(now.plusSeconds(60L * minutesLater));
    }

    /** Another one, that knows nothing but the database. */
    SosClock afterRestart() {
        ApplicationContext context = (ApplicationContext) world.program.events();
        return context.getAutowireCapableBeanFactory().createBean(clock.getClass());
    }

    JsonNode sms(String text, String from) {
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

    static String codeOf(JsonNode answer) {
        return answer.path("reply").path("text").asString().replaceAll("(?s).*?([A-Z0-9]{4}-[A-Z0-9]{4}).*", "$1");
    }

    List<JsonNode> calls() {
        return StreamSupport.stream(
                        world.program
                                .json("/api/v1/sos-calls?disaster=" + flood, coordinator)
                                .path("items")
                                .spliterator(),
                        false)
                .toList();
    }

    JsonNode onlyCall() {
        assertThat(calls()).hasSize(1);
        return calls().get(0);
    }

    static List<String> reasons(JsonNode call) {
        return StreamSupport.stream(call.path("why").spliterator(), false)
                .map(why -> why.path("reason").asString())
                .collect(Collectors.toList());
    }

    List<String> steps(JsonNode call) {
        JsonNode steps = world.program
                .json("/api/v1/sos-calls/" + call.path("id").asString(), coordinator)
                .path("steps");
        return StreamSupport.stream(steps.spliterator(), false)
                .map(step -> step.path("step").asString())
                .toList();
    }

    void say(JsonNode call, String word, @Nullable String reason, String token, int status) {
        HttpResponse<String> answer = world.program.send(
                "POST", "/api/v1/sos-calls/" + call.path("id").asString() + "/steps", step(word, reason), token);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    }

    static String step(String word, @Nullable String reason) {
        return "{\"id\":\"" + UUID.randomUUID() + "\",\"step\":\"" + word + "\""
                + (reason == null ? "" : ",\"reason\":\"" + reason + "\"") + "}";
    }

    UUID signOn(UUID vehicle, String at, String token, int status) {
        UUID id = UUID.randomUUID();
        HttpResponse<String> answer = world.program.send(
                "POST",
                "/api/v1/crews",
                "{\"id\":\"" + id + "\",\"vehicle\":\"" + vehicle + "\",\"at\":" + at + "}",
                token);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return id;
    }

    UUID vehicle(String vehicleClass, String depotAt) {
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
    void water(String... boxes) throws Exception {
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

    static JsonNode json(HttpResponse<String> answer) {
        return JSON.readTree(answer.body());
    }
}
