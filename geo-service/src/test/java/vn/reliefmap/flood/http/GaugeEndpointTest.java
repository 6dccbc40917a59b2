package vn.reliefmap.flood.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.reliefmap.flood.FloodWorld;
import vn.reliefmap.kernel.Caller;
import vn.reliefmap.kernel.DisasterId;
import vn.reliefmap.kernel.OpenTo;

/** FEATURE UNDER TEST: how the rivers stand. Levels of domain facts, section 6. */
class GaugeEndpointTest {
    private static final FloodWorld WORLD = new FloodWorld("vn.reliefmap.flood.http");
    private static final MockMvc HTTP = WORLD.http("GaugeEndpoint");
    private static final String SIX = "2020-10-18T06:00:00Z";
    private static int count;

    private final DisasterId disaster = WORLD.disaster("sông " + ++count, true);

    @AfterAll
    static void close() {
        WORLD.close();
    }

    @Test
    void theThreeGaugesStandWithTheirKnownLevels() throws Exception {
        JsonNode items = ask("").get("items");
        assertThat(items).hasSize(3);
        JsonNode dongHa = gauge("dong-ha", "");
        assertThat(dongHa.get("river").asString()).isEqualTo("Hiếu");
        assertThat(dongHa.get("levels").get("alert1_m").isNull()).isTrue();
        assertThat(dongHa.get("levels").get("alert3_m").asDouble()).isEqualTo(4.0);
        assertThat(dongHa.get("source").asString()).contains("to confirm against Decision 05/2020/QĐ-TTg");
        for (String name : new String[] {"reading", "alert", "trend", "age_s"}) {
            assertThat(dongHa.get(name).isNull()).as(name).isTrue();
        }
    }

    @Test
    void alertsAreKnownOnlyWhereTheirLevelsAre() throws Exception {
        add("le-thuy", SIX, 4.88);
        assertThat(gauge("le-thuy", "").get("alert").asInt()).isEqualTo(3);
        add("le-thuy", "2020-10-18T07:00:00Z", 1.19);
        assertThat(gauge("le-thuy", "").get("alert").asInt()).isZero();
        add("le-thuy", "2020-10-18T08:00:00Z", 2.2);
        assertThat(gauge("le-thuy", "").get("alert").asInt()).isEqualTo(2);
        add("thach-han", SIX, 5.0);
        assertThat(gauge("thach-han", "").get("alert").asInt()).isEqualTo(2);
        add("thach-han", "2020-10-18T07:00:00Z", 4.4);
        assertThat(gauge("thach-han", "").get("alert").isNull()).isTrue();
        add("dong-ha", SIX, 3.99);
        assertThat(gauge("dong-ha", "").get("alert").isNull()).isTrue();
    }

    @Test
    void trendAndAgeComeFromTheLastTwoReadings() throws Exception {
        add("le-thuy", SIX, 1.50);
        assertThat(gauge("le-thuy", "").get("trend").isNull()).isTrue();
        add("le-thuy", "2020-10-18T12:00:00Z", 1.52);
        assertThat(gauge("le-thuy", "").get("trend").asString()).isEqualTo("steady");
        add("le-thuy", "2020-10-18T13:00:00Z", 1.60);
        assertThat(gauge("le-thuy", "").get("trend").asString()).isEqualTo("rising");
        JsonNode earlier = gauge("le-thuy", "&at=2020-10-18T19:30:00%2B07:00");
        assertThat(earlier.get("reading").get("level_m").asDouble()).isEqualTo(1.52);
        assertThat(earlier.get("age_s").asLong()).isEqualTo(1800);
        add("le-thuy", "2020-10-18T19:00:01Z", 1.10);
        assertThat(gauge("le-thuy", "").get("trend").isNull()).isTrue();
        // A forecast is not compared with what was read.
        send("le-thuy", body(UUID.randomUUID(), "2020-10-18T20:00:00Z", 3.0).replace("}", ",\"forecast\":true}"));
        assertThat(gauge("le-thuy", "").get("reading").get("forecast").asBoolean())
                .isTrue();
        assertThat(gauge("le-thuy", "").get("trend").isNull()).isTrue();
    }

    @Test
    void aReadingSentTwiceIsOneReading() throws Exception {
        UUID id = UUID.randomUUID();
        String first = send("dong-ha", body(id, SIX, 5.16));
        assertThat(send("dong-ha", body(id, SIX, 5.16))).isEqualTo(first);
        refused("dong-ha", body(id, SIX, 5.17), "READING_ID_TAKEN");
        refused("le-thuy", body(id, SIX, 5.16), "READING_ID_TAKEN");
        assertThat(WORLD.jdbc()
                        .sql("select count(*) from gauge_reading where id = :id")
                        .param("id", id)
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        DisasterId other = WORLD.disaster("sông khác " + count, false);
        assertThat(JsonMapper.shared()
                        .readTree(HTTP.perform(get("/api/v1/gauges?disaster=" + other))
                                .andReturn()
                                .getResponse()
                                .getContentAsString())
                        .toString())
                .doesNotContain(id.toString());
    }

    @Test
    void wrongReadingsSayWhatWasExpected() throws NoSuchMethodException {
        UUID id = UUID.randomUUID();
        refused("khong-co", body(id, SIX, 1), "GAUGE_NOT_FOUND");
        refused("dong-ha", body(id, SIX, 30.5), "LEVEL_RANGE");
        refused("dong-ha", body(id, SIX, -6), "LEVEL_RANGE");
        refused("dong-ha", body(id, "hôm qua", 1), "AT_FORM");
        refused("dong-ha", "{}", "FIELD_MISSING");
        refused("dong-ha", body(id, SIX, 1).replace(id.toString(), "1"), "FIELD_MISSING");
        refused("dong-ha", body(id, SIX, 1).replace(disaster.toString(), "khong-co"), "DISASTER_NOT_FOUND");
        Instant hourAhead = Instant.now().plus(1, ChronoUnit.HOURS);
        refused("dong-ha", body(id, hourAhead.toString(), 1), "OBSERVED_AT_RANGE");
        Instant monthAhead = Instant.now().plus(30, ChronoUnit.DAYS);
        refused("dong-ha", body(id, monthAhead.toString(), 1).replace("}", ",\"forecast\":true}"), "OBSERVED_AT_RANGE");
        assertThat(GaugeEndpoint.class
                        .getDeclaredMethod("add", String.class, GaugeEndpoint.ReadingRequest.class)
                        .getAnnotation(OpenTo.class)
                        .value())
                .containsExactly(Caller.COORDINATOR);
    }

    private void add(String gauge, String at, double levelM) throws Exception {
        send(gauge, body(UUID.randomUUID(), at, levelM));
    }

    private String body(UUID id, String at, double levelM) {
        return "{\"id\":\"%s\",\"disaster\":\"%s\",\"observed_at\":\"%s\",\"level_m\":%s}"
                .formatted(id, disaster, at, levelM);
    }

    private static String send(String gauge, String body) throws Exception {
        return HTTP.perform(post("/api/v1/gauges/" + gauge + "/readings")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(body))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private static void refused(String gauge, String body, String code) {
        assertThatThrownBy(() -> send(gauge, body)).as(body).rootCause().hasMessageStartingWith(code);
    }

    private JsonNode gauge(String code, String more) throws Exception {
        for (JsonNode item : ask(more).get("items")) {
            if (item.get("code").asString().equals(code)) {
                return item;
            }
        }
        throw new AssertionError(code);
    }

    private JsonNode ask(String more) throws Exception {
        return JsonMapper.shared()
                .readTree(HTTP.perform(get(URI.create("/api/v1/gauges?disaster=" + disaster + more)))
                        .andExpect(status().isOk())
                        .andReturn()
                        .getResponse()
                        .getContentAsString());
    }
}
