package vn.reliefmap.routing.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.jenetics.jpx.GPX;
import io.jenetics.jpx.WayPoint;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Primary;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.reliefmap.disaster.Disasters;
import vn.reliefmap.routing.RoadImport;
import vn.reliefmap.routing.RouteFinder;
import vn.reliefmap.store.TestPostgis;

/** FEATURE UNDER TEST: POST /api/v1/routes on a running server, good and bad questions. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RouteEndpointTest {
    private static final String A = "[107.1005, 16.7501]";
    private static final String D = "[107.1295, 16.7501]";

    private final HttpClient http = HttpClient.newHttpClient();
    private final ConfigurableApplicationContext program;

    RouteEndpointTest(@TempDir Path home) {
        Map<String, Object> properties = new HashMap<>(TestPostgis.properties(TestPostgis.freshDatabase()));
        properties.put("server.port", "0");
        properties.put("server.address", "127.0.0.1");
        properties.put("spring.main.banner-mode", "off");
        properties.put("spring.jackson.property-naming-strategy", "SNAKE_CASE");
        properties.put("spring.flyway.enabled", "false");
        properties.put("relief.home", home.toString());
        program =
                new SpringApplicationBuilder(Rooms.class).properties(properties).run();
        program.getBean(RoadImport.class).load(RoadTown.VILLAGE, true, new RoadTown.Silence());
        program.getBean(CurrentRoadNetwork.class).reload();
        program.getBean(Disasters.class).open("Lũ tháng 10", true, DrawnWater.SEEN);
    }

    @AfterAll
    void close() {
        program.close();
    }

    @Test
    void d01_aWayIsToldInTheAgreedWords() {
        JsonNode way = json(body(A, D, "truck", ""));
        assertThat(way.path("found").asBoolean()).isTrue();
        assertThat(way.path("vehicle").asString()).isEqualTo("truck");
        assertThat(way.path("line").path("type").asString()).isEqualTo("LineString");
        assertThat(way.path("line").path("coordinates").path(0).path(0).asDouble())
                .isGreaterThan(107);
        assertThat(way.path("distance_m").asDouble()).isGreaterThan(3000);
        assertThat(way.path("stretches").path(0).path("state").asString()).isEqualTo("open");
        assertThat(way.path("stretches").path(0).path("road_name").asString()).isEqualTo("Quốc lộ 9");
        assertThat(way.path("snapped").path("from").path("point").path(1).asDouble())
                .isEqualTo(16.75);
        assertThat(way.path("water").isNull()).isTrue();
        assertThat(way.path("steps").path(0).path("turn").asString()).isEqualTo("depart");
        assertThat(way.path("steps").path(0).path("at").path(0).asDouble()).isEqualTo(107.1005);
        assertThat(way.path("steps").path(0).path("vi").asString())
                .isEqualTo("Xuất phát về hướng đông, theo Quốc lộ 9, đi 3,1 km.");
        assertThat(way.path("confidence").path("grade").asString()).isEqualTo("low");
        assertThat(way.path("confidence").path("reasons").path(0).path("cause").asString())
                .isEqualTo("no_water_known");
        assertThat(way.path("legs").isNull()).isTrue();
    }

    @Test
    void d02_underWaterTheAnswerSaysWhichEndIsCutOff() {
        program.getBean(TestWaters.class).draw(DrawnWater.nothing().box(107.103, 16.73, 107.107, 16.76, 0.7));
        JsonNode no = json(body("[107.1,16.745]", D, "truck", "\"disaster\": \"lu thang 10\""));
        assertThat(no.path("found").asBoolean(true)).isFalse();
        assertThat(no.path("reason").asString()).isEqualTo("cut_off");
        assertThat(no.path("end").asString()).isEqualTo("from");
        assertThat(no.path("depth_m").asDouble()).isEqualTo(0.7);
        assertThat(no.path("closes_at_m").asDouble()).isEqualTo(0.6);
        assertThat(no.path("at").path(0).asDouble()).isGreaterThan(107);
        assertThat(no.path("vi").asString()).contains("0,70 m");
        assertThat(no.path("water").path("snapshot").asString()).isNotEmpty();
        assertThat(no.path("water").path("age_s").isNumber()).isTrue();
    }

    @Test
    void d02_aDepartureIsPlannedThroughTheSteps() {
        DrawnWater closed = DrawnWater.nothing().box(107.103, 16.73, 107.107, 16.76, 0.7);
        Instant six = DrawnWater.SEEN;
        program.getBean(TestWaters.class)
                .draw(
                        DrawnWater.nothing(),
                        closed.seenAt(six.plusSeconds(600)),
                        DrawnWater.nothing().seenAt(six.plusSeconds(1200)));
        String flood = "\"disaster\": \"lu thang 10\", \"depart_at\": ";
        JsonNode way = json(body(A, D, "truck", flood + "\"2020-10-18T06:00:00Z\""));
        assertThat(way.path("times").path("depart_at").asString()).isEqualTo("2020-10-18T06:00:00Z");
        assertThat(way.path("times").path("arrive_at").asString()).startsWith("2020-10-18T06:03:");
        assertThat(way.path("times").path("steps")).hasSize(1);
        assertThat(way.path("times").path("last_step_holds").asBoolean(true)).isFalse();
        assertThat(way.path("times").path("later").isNull()).isTrue();
        JsonNode no = json(body(A, D, "truck", flood + "\"2020-10-18T06:09:30Z\""));
        assertThat(no.path("found").asBoolean(true)).isFalse();
        assertThat(no.path("reason").asString()).isEqualTo("closes_under_way");
        assertThat(no.path("closes_at").asString()).isEqualTo("2020-10-18T06:10:00Z");
        assertThat(no.path("later").path("leave_at").asString()).isEqualTo("2020-10-18T06:20:00Z");
        assertThat(no.path("vi").asString()).contains("từ 13:10 18/10", "Có thể đi lúc 13:20 18/10");
    }

    @Test
    void d02_aWayMayHaveToHoldForAWhile() {
        DrawnWater closed = DrawnWater.nothing().box(107.103, 16.73, 107.107, 16.76, 0.7);
        program.getBean(TestWaters.class).draw(DrawnWater.nothing(), closed.seenAt(DrawnWater.SEEN.plusSeconds(600)));
        String flood = "\"disaster\": \"lu thang 10\", \"depart_at\": \"2020-10-18T06:00:00Z\", \"until\": ";
        JsonNode way = json(body(A, D, "truck", flood + "\"2020-10-18T06:10:00Z\""));
        assertThat(way.path("found").asBoolean()).isTrue();
        assertThat(way.path("water").path("steps")).hasSize(1);
        JsonNode no = json(body(A, D, "truck", flood + "\"2020-10-18T06:10:01Z\""));
        assertThat(no.path("reason").asString()).isEqualTo("cut_off");
        assertThat(no.path("depth_m").asDouble()).isEqualTo(0.7);
        assertThat(no.path("water").path("until").asString()).isEqualTo("2020-10-18T06:10:01Z");
        assertThat(no.path("water").path("steps")).hasSize(2);
    }

    @Test
    void d03_aPointInTheSeaIsAnAnswerAndNoError() {
        JsonNode no = json(body(A, "[108.5, 17.5]", "car", ""));
        assertThat(no.path("reason").asString()).isEqualTo("far_from_road");
        assertThat(no.path("end").asString()).isEqualTo("to");
        assertThat(no.path("snapped").path("to").path("point").isNull()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[16.7501, 107.1005] | truck | | 400 | COORDINATE_SWAPPED | from",
                "[107.1, 91]         | truck | | 400 | COORDINATE_RANGE | from",
                "[\"NaN\", 16.7]     | truck | | 400 | COORDINATE_RANGE | from",
                "[107.1]             | truck | | 400 | COORDINATE_FORM | from",
                "[107.1, null]       | truck | | 400 | COORDINATE_FORM | from",
                "null                | truck | | 400 | COORDINATE_FORM | from",
                "[107.1005, 16.7501] | tank  | | 400 | UNKNOWN_VEHICLE | vehicle",
                "[107.1005, 16.7501] | foot  | | 422 | VEHICLE_NOT_ROUTED_YET | vehicle",
                "[107.1005, 16.7501] | car | \"transfer\": \"motor_boat\" | 400 | TRANSFER_NOT_POSSIBLE | transfer",
                "[107.1005, 16.7501] | truck | \"transfer\": \"raft\" | 400 | UNKNOWN_VEHICLE | vehicle",
                "[107.1005, 16.7501] | truck | \"disaster\": \"atlantis\" | 404 | DISASTER_NOT_FOUND | disaster",
                "[107.1005, 16.7501] | truck | \"alternatives\": -1 | 400 | ALTERNATIVES_RANGE | alternatives",
                "[107.1005, 16.7501] | truck | \"alternatives\": 100 | 400 | ALTERNATIVES_RANGE | alternatives",
                "[107.1005, 16.7501] | truck | \"alternatives\": \"all\" | 400 | JSON_FORM | alternatives",
                "[107.1005, 16.7501] | truck | \"depart_at\": \"morgen\"  | 400 | TIME_FORM | depart_at"
            })
    void d04_badQuestionsAreToldWhatWasExpected(
            String from, String vehicle, String more, int status, String code, String field) {
        HttpResponse<String> response = post(body(from, D, vehicle, more == null ? "" : more));
        JsonNode problem = JsonMapper.shared().readTree(response.body());
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(problem.path("code").asString()).isEqualTo(code);
        assertThat(problem.path("field").asString()).isEqualTo(field);
        assertThat(problem.path("vi").asString()).isNotEmpty();
    }

    @Test
    void d05_brokenJsonIsTheCallersMistake() {
        assertThat(post("{\"from\": [NaN, 1]").statusCode()).isEqualTo(400);
        assertThat(post("{}").statusCode()).isEqualTo(400);
    }

    @Test
    void d06_theCommandLineUsesTheSameFinder() {
        assertThat(program.getBean(RouteFinder.class)).isInstanceOf(RoadAndWaterRouteFinder.class);
    }

    @Test
    void d07_boatsAndTransfersAreToldInTheSameWords() {
        program.getBean(TestWaters.class).draw(DrawnWater.nothing().box(107.129, 16.758, 107.16, 16.762, 0.9));
        JsonNode boat = json(body("[107.14,16.76]", "[107.155,16.76]", "motor_boat", "\"disaster\": \"lu thang 10\""));
        assertThat(boat.path("found").asBoolean()).isTrue();
        assertThat(boat.path("vehicle").asString()).isEqualTo("motor_boat");
        assertThat(boat.path("line").path("type").asString()).isEqualTo("LineString");
        assertThat(boat.path("shallowest_m").asDouble()).isEqualTo(0.9);
        assertThat(boat.path("needs_confirmation_m").asDouble(-1)).isZero();
        assertThat(boat.path("stretches").size()).isZero();
        JsonNode dry = json(body(A, "[107.155,16.76]", "paddle_boat", "\"disaster\": \"lu thang 10\""));
        assertThat(dry.path("reason").asString()).isEqualTo("far_from_water");
        assertThat(dry.path("end").asString()).isEqualTo("from");
        assertThat(dry.path("closes_at_m").asDouble()).isEqualTo(0.3);
        program.getBean(TestWaters.class).draw(DrawnWater.nothing().box(107.1301, 16.749, 107.16, 16.762, 0.9));
        JsonNode both = json(
                body(A, "[107.155,16.76]", "truck", "\"transfer\": \"motor_boat\", \"disaster\": \"lu thang 10\""));
        assertThat(both.path("found").asBoolean()).isTrue();
        assertThat(both.path("legs").path(0).path("vehicle").asString()).isEqualTo("truck");
        assertThat(both.path("legs").path(1).path("vehicle").asString()).isEqualTo("motor_boat");
        assertThat(both.path("steps").findValues("turn"))
                .extracting(JsonNode::asString)
                .endsWith("transfer", "boat", "arrive");
        assertThat(both.path("transfer").path("wait_s").asDouble()).isEqualTo(1200);
        assertThat(both.path("transfer").path("at").path(0).asDouble()).isBetween(107.129, 107.131);
        assertThat(both.path("duration_s").asDouble())
                .isGreaterThan(
                        1200 + both.path("legs").path(1).path("duration_s").asDouble());
    }

    @Test
    void d08_otherWaysAreToldAsCompletelyAsTheQuickest() {
        program.getBean(TestWaters.class).draw(DrawnWater.nothing().box(107.118, 16.749, 107.122, 16.751, 0.26));
        String question = "\"disaster\": \"lu thang 10\"";
        JsonNode way = json(body(A, "[107.1301, 16.747]", "truck", question + ", \"alternatives\": 2"));
        JsonNode other = way.path("alternatives").path(0);
        assertThat(other.path("kind").asString()).isEqualTo("shallowest");
        assertThat(other.path("way").path("deepest_m").asDouble(-1)).isZero();
        assertThat(other.path("way").path("line").path("type").asString()).isEqualTo("LineString");
        assertThat(other.path("way").path("confidence").path("grade").asString())
                .isNotEmpty();
        JsonNode alone = json(body(A, "[107.1301, 16.747]", "truck", question));
        assertThat(alone.path("alternatives").size()).isZero();
        assertThat(alone.path("line")).isEqualTo(way.path("line"));
    }

    @Test
    void d09_theWayAsGpxOpensInOtherPrograms() throws IOException {
        program.getBean(TestWaters.class).draw(DrawnWater.nothing().box(107.118, 16.749, 107.122, 16.751, 0.26));
        String question = body(
                A,
                "[107.1301, 16.747]",
                "truck",
                "\"alternatives\": 1, \"disaster\": \"lu thang 10\", \"depart_at\": \"2020-10-18T07:00:00Z\"");
        HttpResponse<String> response = post(question, "application/gpx+xml");
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        assertThat(response.headers().firstValue("content-type")).contains("application/gpx+xml");
        assertThat(response.headers().firstValue("content-disposition").orElse(""))
                .contains("relief-route.gpx");
        GPX gpx =
                GPX.Reader.DEFAULT.read(new ByteArrayInputStream(response.body().getBytes(StandardCharsets.UTF_8)));
        JsonNode way = json(question);
        assertThat(gpx.getTracks()).hasSize(2);
        assertThat(gpx.getWayPoints()).hasSize(way.path("steps").size());
        assertThat(gpx.getWayPoints().get(0).getName())
                .contains(way.path("steps").path(0).path("vi").asString());
        List<WayPoint> points = gpx.getTracks().get(0).getSegments().get(0).getPoints();
        assertThat(points).hasSize(way.path("line").path("coordinates").size());
        assertThat(points.get(0).getTime()).contains(Instant.parse("2020-10-18T07:00:00Z"));
        Instant arrival = points.get(points.size() - 1).getTime().orElseThrow();
        assertThat(Duration.between(Instant.parse("2020-10-18T07:00:00Z"), arrival)
                        .toSeconds())
                .isCloseTo(Math.round(way.path("duration_s").asDouble()), within(1L));
        assertThat(points)
                .isSortedAccordingTo(Comparator.comparing(p -> p.getTime().orElseThrow()));
    }

    @Test
    void d10_truckAndBoatAreTwoSegmentsAndTwoLines() throws IOException {
        program.getBean(TestWaters.class).draw(DrawnWater.nothing().box(107.1301, 16.749, 107.16, 16.762, 0.9));
        String question =
                body(A, "[107.155,16.76]", "truck", "\"transfer\": \"motor_boat\", \"disaster\": \"lu thang 10\"");
        GPX gpx = GPX.Reader.DEFAULT.read(new ByteArrayInputStream(
                post(question, "application/gpx+xml").body().getBytes(StandardCharsets.UTF_8)));
        assertThat(gpx.getTracks().get(0).getSegments()).hasSize(2);
        assertThat(gpx.getWayPoints()).extracting(p -> p.getType().orElse("")).contains("transfer");
        HttpResponse<String> response = post(question, "application/geo+json");
        assertThat(response.headers().firstValue("content-type")).contains("application/geo+json");
        JsonNode file = JsonMapper.shared().readTree(response.body());
        assertThat(file.path("type").asString()).isEqualTo("FeatureCollection");
        assertThat(file.path("features").path(0).path("geometry").path("type").asString())
                .isEqualTo("LineString");
        assertThat(file.path("features")
                        .path(1)
                        .path("properties")
                        .path("vehicle")
                        .asString())
                .isEqualTo("motor_boat");
        assertThat(file.path("features").path(2).path("geometry").path("type").asString())
                .isEqualTo("Point");
        assertThat(file.path("features").path(2).path("properties").path("kind").asString())
                .isEqualTo("step");
    }

    @Test
    void d11_aFileOfNoWayAndAnUnknownFormAreProblems() {
        HttpResponse<String> none = post(body(A, "[108.5, 17.5]", "car", ""), "application/gpx+xml");
        assertThat(none.statusCode()).isEqualTo(422);
        assertThat(JsonMapper.shared().readTree(none.body()).path("code").asString())
                .isEqualTo("NO_WAY");
        HttpResponse<String> picture = post(body(A, D, "car", ""), "image/png");
        assertThat(picture.statusCode()).isEqualTo(406);
        assertThat(JsonMapper.shared().readTree(picture.body()).path("code").asString())
                .isEqualTo("NOT_ACCEPTABLE");
        assertThat(post(body(A, D, "car", ""), "*/*").body()).startsWith("{\"found\":true");
        assertThat(post(body(A, D, "tank", ""), "application/geo+json").statusCode())
                .isEqualTo(400);
    }

    @Test
    void d12_aWalkIsSuggestedWhereWheelsGetNoFurther() {
        program.getBean(TestWaters.class).draw(DrawnWater.nothing().box(107.105, 16.7505, 107.115, 16.76, 0.35));
        JsonNode no = json(body(A, "[107.1101, 16.7535]", "car", "\"disaster\": \"lu thang 10\""));
        assertThat(no.path("reason").asString()).isEqualTo("cut_off");
        JsonNode walk = no.path("suggestion");
        assertThat(walk.path("point").path(1).asDouble()).isEqualTo(16.75);
        assertThat(walk.path("walk_depth_m").asDouble()).isEqualTo(0.35);
        assertThat(walk.path("distance_m").asDouble()).isGreaterThan(300);
        assertThat(walk.path("line").path("type").asString()).isEqualTo("LineString");
        assertThat(walk.path("vi").asString()).contains("đi bộ");
    }

    private static String body(String from, String to, String vehicle, String more) {
        return "{\"from\": " + from + ", \"to\": " + to + ", \"vehicle\": \"" + vehicle + "\""
                + (more.isEmpty() ? "" : ", " + more) + "}";
    }

    private JsonNode json(String body) {
        HttpResponse<String> response = post(body);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return JsonMapper.shared().readTree(response.body());
    }

    private HttpResponse<String> post(String body) {
        return post(body, "application/json");
    }

    private HttpResponse<String> post(String body, String accept) {
        String port = program.getEnvironment().getRequiredProperty("local.server.port");
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1/routes"))
                .header("Content-Type", "application/json")
                .header("Accept", accept)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The rooms a route needs, with water that the test draws. */
    @TestConfiguration
    @EnableAutoConfiguration
    @ComponentScan({
        "vn.reliefmap.geo",
        "vn.reliefmap.store",
        "vn.reliefmap.admin",
        "vn.reliefmap.access",
        "vn.reliefmap.disaster",
        "vn.reliefmap.basemap",
        "vn.reliefmap.flood",
        "vn.reliefmap.passability",
        "vn.reliefmap.routing"
    })
    static class Rooms {
        @Bean
        @Primary
        TestWaters drawnWaters() {
            return new TestWaters();
        }
    }
}
