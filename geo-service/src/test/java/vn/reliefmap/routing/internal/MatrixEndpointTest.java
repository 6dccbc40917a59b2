package vn.reliefmap.routing.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.reliefmap.disaster.Disasters;
import vn.reliefmap.routing.RoadImport;
import vn.reliefmap.store.TestPostgis;

/** FEATURE UNDER TEST: POST /api/v1/matrices on a running server, good and bad questions. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MatrixEndpointTest {
    private static final String A = "[107.1005, 16.7501]";
    private static final String MARKET = "[107.1301, 16.747]";
    private static final String SEA = "[108.5, 17.5]";

    private final HttpClient http = HttpClient.newHttpClient();
    private final ConfigurableApplicationContext program;

    MatrixEndpointTest(@TempDir Path home) {
        Map<String, Object> properties = new HashMap<>(TestPostgis.properties(TestPostgis.freshDatabase()));
        properties.put("server.port", "0");
        properties.put("server.address", "127.0.0.1");
        properties.put("spring.main.banner-mode", "off");
        properties.put("spring.jackson.property-naming-strategy", "SNAKE_CASE");
        properties.put("spring.flyway.enabled", "false");
        properties.put("relief.home", home.toString());
        properties.put("relief.routing.matrix-cells", "9");
        program = new SpringApplicationBuilder(RouteEndpointTest.Rooms.class)
                .properties(properties)
                .run();
        program.getBean(RoadImport.class).load(RoadTown.VILLAGE, true, new RoadTown.Silence());
        program.getBean(CurrentRoadNetwork.class).reload();
        program.getBean(Disasters.class).open("Lũ tháng 10", true, DrawnWater.SEEN);
    }

    @AfterAll
    void close() {
        program.close();
    }

    @Test
    void e01_aMatrixIsToldInTheAgreedWords() {
        program.getBean(TestWaters.class).draw(DrawnWater.nothing().box(107.129, 16.746, 107.131, 16.748, 0.7));
        JsonNode matrix = json("{\"points\": [" + A + "," + MARKET + "," + SEA
                + "], \"vehicle\": \"truck\", \"disaster\": \"lu thang 10\"}");
        assertThat(matrix.path("vehicle").asString()).isEqualTo("truck");
        assertThat(matrix.path("durations_s").path(0).path(0).asDouble(-1)).isZero();
        assertThat(matrix.path("durations_s").path(0).path(1).isNull()).isTrue();
        assertThat(matrix.path("distances_m").path(0).path(1).isNull()).isTrue();
        assertThat(matrix.path("reasons").path(0).path(0).isNull()).isTrue();
        assertThat(matrix.path("reasons").path(0).path(1).asString()).isEqualTo("cut_off");
        assertThat(matrix.path("reasons").path(1).path(2).asString()).isEqualTo("far_from_road");
        assertThat(matrix.path("to").path(1).path("reason").asString()).isEqualTo("cut_off");
        assertThat(matrix.path("to").path(1).path("depth_m").asDouble()).isEqualTo(0.7);
        assertThat(matrix.path("to").path(1).path("road_name").asString()).isEqualTo("Đường Chợ");
        assertThat(matrix.path("from").path(2).path("snapped").path("point").isNull())
                .isTrue();
        assertThat(matrix.path("water").path("snapshot").asString()).isNotEmpty();
    }

    @Test
    void e02_theWorstWaterOverASpanOfTime() {
        program.getBean(TestWaters.class)
                .draw(
                        DrawnWater.nothing(),
                        DrawnWater.nothing()
                                .box(107.129, 16.746, 107.131, 16.748, 0.7)
                                .seenAt(DrawnWater.SEEN.plusSeconds(3600)));
        String question = "{\"points\": [" + A + "," + MARKET
                + "], \"vehicle\": \"truck\", \"disaster\": \"lu thang 10\", \"at\": \"2020-10-18T06:00:00Z\"";
        JsonNode moment = json(question + "}");
        assertThat(moment.path("reasons").path(0).path(1).isNull()).isTrue();
        assertThat(moment.path("water").path("until").isNull()).isTrue();
        assertThat(moment.path("water").path("steps")).hasSize(1);
        JsonNode span = json(question + ", \"until\": \"2020-10-18T12:00:00Z\"}");
        assertThat(span.path("reasons").path(0).path(1).asString()).isEqualTo("cut_off");
        assertThat(span.path("to").path(1).path("depth_m").asDouble()).isEqualTo(0.7);
        assertThat(span.path("water").path("at").asString()).isEqualTo("2020-10-18T06:00:00Z");
        assertThat(span.path("water").path("until").asString()).isEqualTo("2020-10-18T12:00:00Z");
        assertThat(span.path("water").path("steps").path(1).path("at").asString())
                .isEqualTo("2020-10-18T07:00:00Z");
        assertThat(span.path("water").path("snapshot").asString()).contains("--");
    }

    @Test
    void e02_itGivesTheRoutesNumbers() {
        JsonNode matrix = json("{\"from\": [" + A + "], \"to\": [" + SEA + "," + MARKET + "], \"vehicle\": \"car\"}");
        JsonNode route = JsonMapper.shared()
                .readTree(post("/api/v1/routes", "{\"from\": " + A + ", \"to\": " + MARKET + ", \"vehicle\": \"car\"}")
                        .body());
        assertThat(matrix.path("durations_s").path(0).path(1).asDouble())
                .isEqualTo(route.path("duration_s").asDouble());
        assertThat(matrix.path("distances_m").path(0).path(1).asDouble())
                .isEqualTo(route.path("distance_m").asDouble());
        assertThat(matrix.path("water").isNull()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"points\": [[107.1, 16.7], [16.7, 107.1]], \"vehicle\": \"car\" | 400 | COORDINATE_SWAPPED | points[1]",
                "\"points\": [null], \"vehicle\": \"car\" | 400 | COORDINATE_FORM | points[0]",
                "\"points\": [], \"vehicle\": \"car\" | 400 | MATRIX_EMPTY | from",
                "\"from\": [[107.1, 16.7]], \"vehicle\": \"car\" | 400 | MATRIX_EMPTY | to",
                "\"vehicle\": \"car\" | 400 | MATRIX_PLACES | points",
                "\"points\": [[107.1, 16.7]], \"to\": [], \"vehicle\": \"car\" | 400 | MATRIX_PLACES | points",
                "\"points\": [[107.1, 16.7]], \"vehicle\": \"tank\" | 400 | UNKNOWN_VEHICLE | vehicle",
                "\"points\": [[107.1, 16.7]], \"vehicle\": \"foot\" | 422 | VEHICLE_NOT_IN_MATRICES | vehicle",
                "\"points\": [[107.1, 16.7]], \"vehicle\": \"car\", \"disaster\": \"atlantis\" | 404 | DISASTER_NOT_FOUND | disaster",
                "\"points\": [[107.1, 16.7]], \"vehicle\": \"car\", \"at\": \"morgen\" | 400 | TIME_FORM | at",
                "\"points\": [[107.1, 16.7]], \"vehicle\": \"car\", \"until\": \"morgen\" | 400 | TIME_FORM | until",
                "\"points\": [[107.1, 16.7]], \"vehicle\": \"car\", \"disaster\": \"lu thang 10\", \"at\": \"2020-10-18T07:00:00Z\", \"until\": \"2020-10-18T07:00:00Z\" | 400 | SPAN_ORDER | until",
                "\"points\": [[107.1,16.7],[107.1,16.7],[107.1,16.7],[107.1,16.7]], \"vehicle\": \"car\" | 422 | MATRIX_TOO_LARGE | from"
            })
    void e03_badQuestionsAreToldWhatWasExpected(String fields, int status, String code, String field) {
        HttpResponse<String> response = post("/api/v1/matrices", "{" + fields + "}");
        JsonNode problem = JsonMapper.shared().readTree(response.body());
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(problem.path("code").asString()).isEqualTo(code);
        assertThat(problem.path("field").asString()).isEqualTo(field);
        assertThat(problem.path("vi").asString()).isNotEmpty();
    }

    private JsonNode json(String body) {
        HttpResponse<String> response = post("/api/v1/matrices", body);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return JsonMapper.shared().readTree(response.body());
    }

    private HttpResponse<String> post(String path, String body) {
        String port = program.getEnvironment().getRequiredProperty("local.server.port");
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Content-Type", "application/json")
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
}
