package vn.reliefmap.flood.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static vn.reliefmap.flood.FloodWorld.box;
import static vn.reliefmap.flood.FloodWorld.options;

import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.reliefmap.flood.FloodWorld;
import vn.reliefmap.kernel.DisasterId;

class FloodExtentEndpointTest {
    private static final FloodWorld WORLD = new FloodWorld("vn.reliefmap.flood.http");
    private static final MockMvc HTTP = WORLD.http("FloodExtentEndpoint");
    private static final String PATH = "/api/v1/flood-extents?disaster=";

    @AfterAll
    static void close() {
        WORLD.close();
    }

    @Test
    void waterIsOneFeatureForEachClassWithItsTimes(@TempDir Path folder) throws Exception {
        DisasterId disaster = WORLD.disaster("Lũ tháng 10", true);
        WORLD.load(
                folder,
                options(disaster, "2020-10-18T06:00:00Z"),
                box("\"depth_m\":0.05", 107.00, 16.6, 107.02, 16.7),
                box("\"depth_m\":0.2", 107.02, 16.6, 107.04, 16.7),
                box("\"depth_m\":0.25", 107.04, 16.6, 107.06, 16.7),
                box("\"depth_m\":0.3", 107.06, 16.6, 107.08, 16.7),
                box("\"depth_m\":2.5", 107.08, 16.6, 107.10, 16.7),
                box("", 107.10, 16.6, 107.12, 16.7));
        JsonNode answer = body(PATH + disaster);

        assertThat(answer.get("type").asString()).isEqualTo("FeatureCollection");
        assertThat(answer.get("at").asString()).isEqualTo("2020-10-18T06:00:00Z");
        assertThat(answer.get("observed_at").asString()).isEqualTo("2020-10-18T06:00:00Z");
        assertThat(answer.get("age_s").asLong()).isPositive();
        assertThat(answer.get("forecast").asBoolean()).isFalse();
        assertThat(answer.get("steps").get(0).get("at").asString()).isEqualTo("2020-10-18T06:00:00Z");
        Map<String, JsonNode> byClass = byClass(answer);
        assertThat(byClass).containsOnlyKeys("footprint", "d1", "d2", "d5", "unknown");
        assertThat(of(byClass, "d1").get("properties").get("depth_min_m").asDouble())
                .isEqualTo(0.1);
        assertThat(of(byClass, "d5").get("properties").get("depth_max_m").isNull())
                .isTrue();
        assertThat(of(byClass, "d1").get("geometry").get("coordinates")).hasSize(1);
        double lon = of(byClass, "d1")
                .get("geometry")
                .get("coordinates")
                .get(0)
                .get(0)
                .get(0)
                .get(0)
                .asDouble();
        assertThat(lon).isBetween(107.01, 107.07);

        assertThat(byClass(body(PATH + disaster + "&bbox=107.085,16.62,107.09,16.63&zoom=16")))
                .containsOnlyKeys("footprint", "d5");
        JsonNode steps = body("/api/v1/flood-extents/steps?disaster=lu thang 10");
        assertThat(steps.get("items")).hasSize(1);
        assertThat(steps.get("next").isNull()).isTrue();
    }

    @Test
    void theSameWaterAnswersNotModified(@TempDir Path folder) throws Exception {
        DisasterId disaster = WORLD.disaster("etag", true);
        String address = PATH + disaster + "&bbox=107,16.6,107.2,16.8";
        WORLD.load(folder, options(disaster, "2020-10-18T06:00:00Z"), box("", 107.0, 16.6, 107.1, 16.7));
        String tag = String.valueOf(ask(address).getHeader("ETag"));
        HTTP.perform(get(address).header("If-None-Match", tag)).andExpect(status().isNotModified());
        WORLD.load(folder, options(disaster, "2020-10-18T07:00:00Z"), box("", 107.0, 16.6, 107.2, 16.7));
        HTTP.perform(get(address).header("If-None-Match", tag)).andExpect(status().isOk());
        assertThat(body(address + "&at=2020-10-18T13:30:00%2B07:00")
                        .get("observed_at")
                        .asString())
                .isEqualTo("2020-10-18T06:00:00Z");
    }

    @Test
    void withoutWaterTheAnswerIsEmpty() throws Exception {
        DisasterId disaster = WORLD.disaster("khô", false);
        JsonNode answer = body(PATH + disaster);
        assertThat(answer.get("features")).isEmpty();
        assertThat(answer.get("steps")).isEmpty();
        assertThat(answer.get("observed_at").isNull()).isTrue();
        assertThat(answer.get("age_s").isNull()).isTrue();
        assertThat(body("/api/v1/flood-extents/steps?disaster=" + disaster).get("items"))
                .isEmpty();
    }

    @Test
    void wrongQuestionsSayWhatWasExpected() {
        DisasterId disaster = WORLD.disaster("sai", false);
        refused(PATH + "khong-co", "DISASTER_NOT_FOUND");
        refused(PATH + "00000000-0000-4000-8000-000000000000", "DISASTER_NOT_FOUND");
        refused(PATH + disaster + "&at=hôm qua", "AT_FORM");
        refused(PATH + disaster + "&bbox=107.4,16.6,106.9,17", "BBOX_ORDER");
        refused(PATH + disaster + "&bbox=NaN,16.6,106.9,17", "BBOX_RANGE");
        refused(PATH + disaster + "&zoom=99", "ZOOM_RANGE");
    }

    private static void refused(String address, String code) {
        assertThatThrownBy(() -> HTTP.perform(get(address)))
                .as(address)
                .rootCause()
                .hasMessageStartingWith(code);
    }

    private static JsonNode of(Map<String, JsonNode> byClass, String depthClass) {
        return Objects.requireNonNull(byClass.get(depthClass));
    }

    private static Map<String, JsonNode> byClass(JsonNode answer) {
        Map<String, JsonNode> byClass = new HashMap<>();
        answer.get("features")
                .forEach(f -> byClass.put(f.get("properties").get("class").asString(), f));
        return byClass;
    }

    private static MockHttpServletResponse ask(String address) throws Exception {
        return HTTP.perform(get(URI.create(address.replace(" ", "%20"))))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse();
    }

    private static JsonNode body(String address) throws Exception {
        return JsonMapper.shared().readTree(ask(address).getContentAsString());
    }
}
