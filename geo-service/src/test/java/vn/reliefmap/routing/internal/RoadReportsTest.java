package vn.reliefmap.routing.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.reliefmap.access.Accounts;
import vn.reliefmap.disaster.Disasters;
import vn.reliefmap.flood.FloodImport;
import vn.reliefmap.flood.FloodWorld;
import vn.reliefmap.kernel.DisasterId;
import vn.reliefmap.routing.RoadImport;
import vn.reliefmap.store.DataChanged;
import vn.reliefmap.store.TestPostgis;
import vn.reliefmap.store.Topic;

/** FEATURE UNDER TEST: what is said of roads decides ways, on the hand-drawn plain (see village.osm) and a running server. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RoadReportsTest {
    private static final String A = "[107.1005, 16.7501]";
    private static final String D = "[107.1301, 16.747]"; // the market
    private static final String HIGHWAY_EAST = "[107.125, 16.7502]";
    private static final String BRIDGE = "[107.115, 16.7501]";
    private static final String DIKE_EAST = "[107.12, 16.7401]";
    private static final String FORD = "[107.115, 16.7401]";

    private final HttpClient http = HttpClient.newHttpClient();
    private final ConfigurableApplicationContext program;
    private final String token;
    private final Path folder;
    private int count;
    private String disaster = "";
    private DisasterId id;

    RoadReportsTest(@TempDir Path home) {
        Map<String, Object> properties = new HashMap<>(TestPostgis.properties(TestPostgis.freshDatabase()));
        properties.put("server.port", "0");
        properties.put("server.address", "127.0.0.1");
        properties.put("spring.main.banner-mode", "off");
        properties.put("spring.jackson.property-naming-strategy", "SNAKE_CASE");
        properties.put("spring.flyway.enabled", "false");
        properties.put("relief.home", home.toString());
        properties.put("relief.watch-changes", "false");
        folder = home;
        program =
                new SpringApplicationBuilder(Rooms.class).properties(properties).run();
        load(RoadTown.VILLAGE);
        token = program.getBean(Accounts.class).createFirstAdministrator().orElseThrow();
        id = program.getBean(Disasters.class)
                .open("before the first", true, DrawnWater.SEEN)
                .id();
    }

    private void load(Path roads) {
        program.getBean(RoadImport.class).load(roads, true, new RoadTown.Silence());
        CurrentRoadNetwork network = program.getBean(CurrentRoadNetwork.class);
        long wanted = program.getBean(RoadImportTable.class).findCurrentId().orElseThrow();
        network.reload();
        Instant patience = Instant.now().plusSeconds(20);
        while (network.importId().orElse(-1) != wanted && Instant.now().isBefore(patience)) {
            LockSupport.parkNanos(10_000_000);
        }
        assertThat(network.importId()).hasValue(wanted);
    }

    @BeforeEach
    void anotherDisaster() {
        disaster = "lũ " + ++count;
        id = program.getBean(Disasters.class)
                .open(disaster, true, Instant.parse("2020-10-07T00:00:00Z"))
                .id();
    }

    @AfterAll
    void close() {
        program.close();
    }

    @Test
    void r01_aClosingReportHoldsUntilSomebodySaysOpen() {
        assertThat(found("truck", 6)).isTrue();
        report("closed", HIGHWAY_EAST, 6, "");
        JsonNode detour = route("truck", 7);
        assertThat(detour.path("stretches").toString()).contains("Ngầm Hà").contains("Đường Chợ");
        report("closed", DIKE_EAST, 6, "");
        JsonNode no = route("truck", 100);
        assertThat(no.path("reason").asString()).isEqualTo("cut_off");
        assertThat(no.path("depth_m").isNull()).isTrue();
        assertThat(no.path("unknown_depth").asBoolean(true)).isFalse();
        assertThat(no.path("said").path("state").asString()).isEqualTo("closed");
        assertThat(no.path("vi").asString()).contains("bị chặn").contains("theo tin báo");
        report("open", HIGHWAY_EAST, 101, "");
        JsonNode open = route("truck", 102);
        assertThat(open.path("found").asBoolean()).isTrue();
        assertThat(open.path("stretches").toString()).contains("\"state\":\"open\",\"observed_at\"");
        assertThat(found("truck", 5)).as("before the reports").isTrue();
    }

    @Test
    void r02_depthsStopWhoeverTheyStop() {
        report("closed", DIKE_EAST, 6, "");
        report("knee_deep", HIGHWAY_EAST, 6, "");
        assertThat(found("truck", 7)).isTrue();
        assertThat(route("truck", 7).path("deepest_m").asDouble()).isEqualTo(0.5);
        assertThat(found("pickup", 7)).isFalse();
        report("chest_deep", HIGHWAY_EAST, 8, "");
        JsonNode no = route("truck", 9);
        assertThat(no.path("depth_m").asDouble()).isEqualTo(1.3);
        assertThat(no.path("said").path("state").asString()).isEqualTo("chest_deep");
        report("shallow", HIGHWAY_EAST, 10, "");
        assertThat(route("motorbike", 11).path("deepest_m").asDouble()).isEqualTo(0.15);
    }

    @Test
    void r03_openAgesAndThenNothingIsKnown() {
        report("closed", DIKE_EAST, 6, "");
        report("closed", HIGHWAY_EAST, 6, "");
        report("open", HIGHWAY_EAST, 7, "");
        assertThat(found("truck", 9.9)).isTrue();
        JsonNode no = route("truck", 10);
        assertThat(no.path("unknown_depth").asBoolean()).isTrue();
        assertThat(no.path("said").path("confirmed").asBoolean(true)).isFalse();
        JsonNode aged = reports(10, null).path("features").path(0).path("properties");
        assertThat(aged.path("status").asString()).isEqualTo("unconfirmed");
        assertThat(route("truck", 9).path("water").path("snapshot"))
                .isNotEqualTo(route("truck", 11).path("water").path("snapshot"));
    }

    @Test
    void r04_aFootprintSeenDryReopensWhatWaterClosed() throws IOException {
        report("closed", DIKE_EAST, 6, "");
        report("waist_deep", HIGHWAY_EAST, 6, "");
        report("bridge_gone", BRIDGE, 6, "");
        assertThat(found("truck", 7.5)).isFalse();
        // Water somewhere else, and all of the plain looked at.
        Files.writeString(
                folder.resolve("dry.geojson"),
                "{\"type\":\"FeatureCollection\",\"features\":["
                        + FloodWorld.box("\"class\":\"footprint\"", 107.05, 16.7, 107.2, 16.8) + ","
                        + FloodWorld.box("\"depth_m\":1", 107.06, 16.71, 107.061, 16.711) + "]}");
        program.getBean(FloodImport.class)
                .load(
                        folder.resolve("dry.geojson"),
                        FloodWorld.options(id, hour(8).toString()),
                        new RoadTown.Silence());
        program.publishEvent(new DataChanged(Topic.WATER, count));
        assertThat(found("truck", 7.9)).isFalse();
        assertThat(route("truck", 8.5).path("stretches").toString()).contains("Ngầm Hà");
        report("open", BRIDGE, 8.6, "");
        assertThat(route("truck", 8.7).path("stretches").toString()).contains("Cầu Hà");
    }

    @Test
    void r05_aDeckReportDecidesForABridge() {
        report("bridge_gone", "[107.1139, 16.7501]", 6, "");
        JsonNode told = reports(7, null).path("features").path(0);
        assertThat(told.path("properties").path("road_name").asString()).isEqualTo("Cầu Hà");
        assertThat(route("truck", 7).path("stretches").toString()).contains("Ngầm Hà");
        report("closed", FORD, 6, "");
        assertThat(route("truck", 7).path("vi").asString()).contains("cầu hỏng");
    }

    @Test
    void r06_aNamedOfficerLetsTrucksThroughForATime() {
        report("closed", DIKE_EAST, 6, "");
        report("waist_deep", HIGHWAY_EAST, 6, "");
        post(body("truck_allowed", HIGHWAY_EAST, 6, permission(0.9, 8)), 200);
        assertThat(found("truck", 7)).as("1.0 m is more than anybody may allow").isFalse();
        program.getBean(Disasters.class).open(disaster + "b", true, DrawnWater.SEEN);
        anotherDisaster();
        report("closed", DIKE_EAST, 6, "");
        flood(0.7, 107.119, 107.127);
        assertThat(found("truck", 7)).isFalse();
        post(body("truck_allowed", HIGHWAY_EAST, 6.5, permission(0.9, 8)), 200);
        JsonNode way = route("truck", 7);
        assertThat(way.path("found").asBoolean()).isTrue();
        assertThat(way.path("deepest_m").asDouble()).isEqualTo(0.7);
        assertThat(way.toString()).contains("\"role\":\"officer\"").doesNotContain("Lê Thị B");
        assertThat(send("/routes", routeBody("truck", 7), token).body()).contains("Lê Thị B");
        assertThat(found("pickup", 7)).isFalse();
        assertThat(found("truck", 8)).as("its time is over").isFalse();
        assertThat(found("truck", 6.4)).as("not yet given").isFalse();
        assertThat(reports(7, null).toString()).doesNotContain("Lê Thị B").doesNotContain("\"reporter\":\"");
    }

    @Test
    void r07_aNewRoadExtractKeepsTheReports() throws IOException {
        report("closed", HIGHWAY_EAST, 6, "");
        report("closed", DIKE_EAST, 6, "");
        report("closed", "[107.155, 16.7601]", 6, "");
        assertThat(found("truck", 7)).isFalse();
        // The highway is cut at a new junction and its eastern half numbered anew, the dike road is drawn 5 m to the
        // north, the island's road is gone.
        String roads = Files.readString(RoadTown.VILLAGE)
                .replace(
                        "<way id=\"103\"><nd ref=\"4\"/><nd ref=\"5\"/><nd ref=\"6\"/>",
                        "<node id=\"50\" lat=\"16.750\" lon=\"107.125\"/><node id=\"51\" lat=\"16.752\" lon=\"107.125\"/>"
                                + "<way id=\"300\"><nd ref=\"50\"/><nd ref=\"51\"/><tag k=\"highway\" v=\"service\"/></way>"
                                + "<way id=\"301\"><nd ref=\"50\"/><nd ref=\"6\"/><tag k=\"highway\" v=\"trunk\"/></way>"
                                + "<way id=\"103\"><nd ref=\"4\"/><nd ref=\"5\"/><nd ref=\"50\"/>")
                .replace("lat=\"16.740\" lon=\"107.116\"", "lat=\"16.74005\" lon=\"107.116\"")
                .replaceAll("(?s)<way id=\"111\">.*?</way>", "");
        int firstWay = roads.indexOf("<way");
        String nodes = roads.substring(roads.indexOf("<node id=\"50\""), roads.indexOf("<way id=\"300\""));
        roads = roads.replace(nodes, "");
        roads = roads.substring(0, firstWay) + nodes + roads.substring(firstWay);
        load(RoadTown.write(folder.resolve("newer.osm"), roads.getBytes(StandardCharsets.UTF_8)));
        try {
            JsonNode no = route("truck", 7);
            assertThat(no.path("reason").asString()).isEqualTo("cut_off");
            JsonNode features = reports(7, null).path("features");
            assertThat(features).hasSize(3);
            int lost = 0;
            for (JsonNode feature : features) {
                JsonNode told = feature.path("properties");
                if (told.path("status").asString().equals("not_found")) {
                    lost++;
                    assertThat(told.path("found_share").asDouble()).isZero();
                    assertThat(told.path("road_name").asString()).isEqualTo("Đường Cồn");
                } else {
                    assertThat(told.path("status").asString()).isEqualTo("in_force");
                    assertThat(told.path("found_share").asDouble()).isGreaterThan(0.9);
                }
            }
            assertThat(lost).isEqualTo(1);
            report("open", DIKE_EAST, 8, "");
            assertThat(found("truck", 8.5)).isTrue();
        } finally {
            load(RoadTown.VILLAGE);
        }
        assertThat(reports(7, null).path("features").toString()).doesNotContain("not_found");
    }

    @Test
    void r08_theListTellsWhatStillStands() {
        report("closed", HIGHWAY_EAST, 6, "");
        report("knee_deep", DIKE_EAST, 6, "");
        report("open", HIGHWAY_EAST, 7, "");
        JsonNode now = reports(8, null).path("features");
        assertThat(now).hasSize(2);
        assertThat(now.path(0).path("properties").path("state").asString()).isEqualTo("open");
        assertThat(now.path(0).path("geometry").path("type").asString()).isEqualTo("LineString");
        assertThat(now.path(1).path("properties").path("depth_m").asDouble()).isEqualTo(0.5);
        assertThat(now.path(1).path("properties").path("reporter").isNull()).isTrue();
        assertThat(reports(8, "&superseded=true").path("features")).hasSize(3);
        assertThat(reports(8, "&bbox=107.0,16.735,107.2,16.745").path("features"))
                .hasSize(1);
        assertThat(reports(5, null).path("features")).isEmpty();
        JsonNode signedIn = json(get("/road-reports?disaster=" + encoded(disaster) + "&at=" + hour(8), token));
        assertThat(signedIn.path("features")
                        .path(0)
                        .path("properties")
                        .path("reporter")
                        .asString())
                .isNotEmpty();
    }

    @Test
    void r09_aTextIsAReportToo() {
        JsonNode told = json(post(
                "{\"disaster\":\"" + disaster + "\",\"observed_at\":\"" + hour(6)
                        + "\",\"text\":\"ngap ngang nguc 16.7501, 107.125\"}",
                200));
        assertThat(told.path("properties").path("state").asString()).isEqualTo("chest_deep");
        assertThat(told.path("properties").path("road_name").asString()).isEqualTo("Quốc lộ 9");
        assertThat(route("truck", 7).path("stretches").toString()).contains("Ngầm Hà");
        JsonNode stretch = json(get("/road-stretches?at=107.125,16.7501", token));
        assertThat(stretch.path("properties").path("length_m").asDouble()).isBetween(1400.0, 1600.0);
    }

    @Test
    void r10_theSameReportAgainIsTheSameReport() {
        String body = body("closed", HIGHWAY_EAST, 6, ",\"id\":\"" + UUID.randomUUID() + "\"");
        post(body, 200);
        post(body, 200);
        assertThat(reports(7, null).path("features")).hasSize(1);
        JsonNode taken = json(post(body.replace("closed", "open"), 409));
        assertThat(taken.path("code").asString()).isEqualTo("REPORT_ID_TAKEN");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "closed | [108.5, 17.5]      | | 400 | NO_ROAD_IN_REACH | at",
                "closed | [16.7501, 107.125] | | 400 | COORDINATE_SWAPPED | at",
                "closed | [107.125]          | | 400 | COORDINATE_FORM | at",
                "closed | null               | | 400 | COORDINATE_FORM | at",
                "closed | [107.1, 91]        | | 400 | COORDINATE_RANGE | at",
                "drowned | [107.125, 16.75]  | | 400 | UNKNOWN_ROAD_STATE | state",
                "closed | [107.125, 16.75] | ,\"observed_at\":\"2999-01-01T00:00:00Z\" | 400 | OBSERVED_AT_RANGE | observed_at",
                "closed | [107.125, 16.75] | ,\"observed_at\":\"hôm qua\" | 400 | TIME_FORM | observed_at",
                "closed | [107.125, 16.75] | ,\"id\":\"7\" | 400 | FIELD_MISSING | id",
                "closed | [107.125, 16.75] | ,\"disaster\":\"atlantis\" | 404 | DISASTER_NOT_FOUND | disaster",
                "truck_allowed | [107.125, 16.75] | | 400 | FIELD_MISSING | officer",
                "truck_allowed | [107.125, 16.75] | ,\"officer\":\"B\",\"up_to_m\":1.2,\"until\":\"2020-10-18T08:00:00Z\" | 400 | ALLOWED_DEPTH_RANGE | up_to_m",
                "truck_allowed | [107.125, 16.75] | ,\"officer\":\"B\",\"up_to_m\":0.8 | 400 | FIELD_MISSING | until",
                "truck_allowed | [107.125, 16.75] | ,\"officer\":\"B\",\"up_to_m\":0.8,\"until\":\"2030-10-18T08:00:00Z\" | 400 | UNTIL_RANGE | until"
            })
    void r11_badReportsAreToldWhatWasExpected(
            String state, String at, @Nullable String more, int status, String code, String field) {
        String given = more == null ? "" : more;
        String body = given.contains("\"disaster\"") || given.contains("observed_at")
                ? "{\"state\":\"" + state + "\",\"at\":" + at
                        + (given.contains("\"disaster\"") ? "" : ",\"disaster\":\"" + disaster + "\"") + given + "}"
                : body(state, at, 6, given);
        JsonNode problem = json(post(body, status));
        assertThat(problem.path("code").asString()).isEqualTo(code);
        assertThat(problem.path("field").asString()).isEqualTo(field);
        assertThat(problem.path("vi").asString()).isNotEmpty();
    }

    @Test
    void r12_longTextsClosedDisastersAndStrangersAreTurnedAway() {
        String longText = "{\"disaster\":\"" + disaster + "\",\"text\":\"" + "a".repeat(10_000) + "\"}";
        assertThat(json(post(longText, 400)).path("code").asString()).isEqualTo("REPORT_TEXT_LONG");
        assertThat(send("/road-reports", body("closed", HIGHWAY_EAST, 6, ""), null)
                        .statusCode())
                .isEqualTo(401);
        assertThat(get("/road-stretches?at=107.125,16.7501", null).statusCode()).isEqualTo(401);
        program.getBean(JdbcClient.class)
                .sql("update disaster set closed_at = now() where id = ?")
                .param(id.value())
                .update();
        assertThat(json(post(body("closed", HIGHWAY_EAST, 6, ""), 409))
                        .path("code")
                        .asString())
                .isEqualTo("DISASTER_CLOSED");
        assertThat(get("/road-reports?disaster=atlantis", null).statusCode()).isEqualTo(404);
        assertThat(get("/road-reports?disaster=" + encoded(disaster) + "&at=nie", null)
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void r13_whatHappensNowCountsInTheNewestStepAtOnce() {
        flood(0.3, 107.2, 107.21);
        JsonNode before = json(send(
                "/routes",
                "{\"from\":" + A + ",\"to\":" + D + ",\"vehicle\":\"truck\",\"disaster\":\"" + disaster + "\"}",
                null));
        post("{\"state\":\"closed\",\"at\":" + HIGHWAY_EAST + ",\"disaster\":\"" + disaster + "\"}", 200);
        for (String at : new String[] {"", ",\"depart_at\":\"" + hour(6) + "\""}) {
            JsonNode after = json(send(
                    "/routes",
                    "{\"from\":" + A + ",\"to\":" + D + ",\"vehicle\":\"truck\",\"disaster\":\"" + disaster + "\"" + at
                            + "}",
                    null));
            assertThat(after.path("stretches").toString()).contains("Ngầm Hà");
            assertThat(after.path("water").path("at"))
                    .isEqualTo(before.path("water").path("at"));
            assertThat(after.path("water").path("snapshot"))
                    .isNotEqualTo(before.path("water").path("snapshot"));
        }
    }

    /** Water over a part of the highway, seen at 06:00. */
    private void flood(double depthM, double west, double east) {
        try {
            Files.writeString(
                    folder.resolve("flood.geojson"),
                    "{\"type\":\"FeatureCollection\",\"features\":["
                            + FloodWorld.box("\"depth_m\":" + depthM, west, 16.749, east, 16.751) + "]}");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        program.getBean(FloodImport.class)
                .load(
                        folder.resolve("flood.geojson"),
                        FloodWorld.options(id, hour(6).toString()),
                        new RoadTown.Silence());
        program.publishEvent(new DataChanged(Topic.WATER, 1));
    }

    private static String permission(double upToM, int untilHour) {
        return ",\"officer\":\"Lê Thị B\",\"up_to_m\":" + upToM + ",\"until\":\"" + hour(untilHour) + "\"";
    }

    private void report(String state, String at, double hour, String more) {
        post(body(state, at, hour, more), 200);
    }

    private String body(String state, String at, double hour, String more) {
        return "{\"disaster\":\"" + disaster + "\",\"state\":\"" + state + "\",\"at\":" + at + ",\"observed_at\":\""
                + hour(hour) + "\"" + more + "}";
    }

    private boolean found(String vehicle, double hour) {
        return route(vehicle, hour).path("found").asBoolean();
    }

    private JsonNode route(String vehicle, double hour) {
        return json(send("/routes", routeBody(vehicle, hour), null));
    }

    private String routeBody(String vehicle, double hour) {
        return "{\"from\":" + A + ",\"to\":" + D + ",\"vehicle\":\"" + vehicle + "\",\"disaster\":\"" + disaster
                + "\",\"depart_at\":\"" + hour(hour) + "\"}";
    }

    private JsonNode reports(double hour, @Nullable String more) {
        return json(get(
                "/road-reports?disaster=" + encoded(disaster) + "&at=" + hour(hour) + (more == null ? "" : more),
                null));
    }

    private HttpResponse<String> post(String body, int status) {
        HttpResponse<String> response = send("/road-reports", body, token);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        return response;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static Instant hour(double hour) {
        return Instant.parse("2020-10-18T00:00:00Z")
                .plusMillis(Math.round(hour * 3_600_000))
                .truncatedTo(ChronoUnit.MILLIS);
    }

    private static JsonNode json(HttpResponse<String> response) {
        return JsonMapper.shared().readTree(response.body());
    }

    private HttpResponse<String> get(String path, @Nullable String token) {
        return exchange(request(path, token).GET());
    }

    private HttpResponse<String> send(String path, String body, @Nullable String token) {
        return exchange(request(path, token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder request(String path, @Nullable String token) {
        String port = program.getEnvironment().getRequiredProperty("local.server.port");
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1" + path));
        return token == null ? request : request.header("Authorization", "Bearer " + token);
    }

    private HttpResponse<String> exchange(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The rooms that reports of roads need, as in the program. */
    @Configuration
    @EnableAutoConfiguration
    @ComponentScan(
            basePackages = {
                "vn.reliefmap.geo",
                "vn.reliefmap.store",
                "vn.reliefmap.admin",
                "vn.reliefmap.access",
                "vn.reliefmap.disaster",
                "vn.reliefmap.basemap",
                "vn.reliefmap.flood",
                "vn.reliefmap.passability",
                "vn.reliefmap.routing"
            },
            // Another test draws its own water.
            excludeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*Test\\$.*"))
    static class Rooms {}
}
