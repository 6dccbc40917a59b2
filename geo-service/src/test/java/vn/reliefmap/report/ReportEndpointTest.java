package vn.reliefmap.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import vn.reliefmap.TestProgram;
import vn.reliefmap.access.Accounts;
import vn.reliefmap.access.Tokens;
import vn.reliefmap.disaster.Disasters;
import vn.reliefmap.kernel.Caller;
import vn.reliefmap.report.internal.ReportQueue;
import vn.reliefmap.store.DataChanged;
import vn.reliefmap.store.TestPostgis;
import vn.reliefmap.store.Topic;

/** FEATURE UNDER TEST: anybody reports over HTTP, follows the report by its code, and officers read those of their units. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReportEndpointTest {
    private static final JsonMapper JSON = JsonMapper.shared();

    @TempDir
    static Path home = Path.of("target");

    private final TestProgram program = TestProgram.start(TestPostgis.freshDatabase(), home);
    private final JdbcClient jdbc = program.bean(JdbcClient.class);
    private final String officer;
    private final String stranger;

    ReportEndpointTest() {
        program.bean(Disasters.class).open("Lũ thử", false, Instant.now());
        for (String code : List.of("19001", "19002")) {
            jdbc.sql("""
                            insert into admin_unit (code, valid_from, name, full_name, kind, folded_name, folded_full_name)
                            values (?, date '2025-07-01', ?, ?, 'xa', ?, ?)""")
                    .params(code, "Số " + code, "Xã Số " + code, "so " + code, "xa so " + code)
                    .update();
        }
        program.events().publishEvent(new DataChanged(Topic.ADMIN, 1));
        officer = token(Caller.OFFICER, "19001");
        stranger = token(Caller.OFFICER, "19002");
    }

    @AfterAll
    void stop() {
        program.close();
    }

    @Test
    void aReportIsFollowedByItsCodeWithoutAnythingThatStandsInIt() {
        ObjectNode sent = report();
        JsonNode taken = json(send(sent, null), 201);
        assertThat(taken.path("place").path("commune").asString()).isEqualTo("19001");
        assertThat(taken.path("place").path("lat").asDouble()).isEqualTo(16.75012);
        assertThat(json(send(sent, null), 201)).as("sent again").isEqualTo(taken);
        String code = taken.path("code").asString();
        JsonNode status = json(program.get("/api/v1/reports/" + code.toLowerCase(java.util.Locale.ROOT), null), 200);
        assertThat(status.path("state").asString()).isEqualTo("received");
        assertThat(status.toString()).doesNotContain("Hoa", "912 345", "912345", "16.75012", "19001", "mái");
        json(program.get("/api/v1/reports/AAAA-AAAA", null), 404);
        json(program.get("/api/v1/reports/0000", null), 400);
    }

    @Test
    void anotherBodyUnderTheIdIsRefusedWhoeverSendsIt() {
        ObjectNode sent = report();
        json(send(sent, null), 201);
        JsonNode changed = json(send(sent.put("people", 5), stranger), 409);
        assertThat(changed.path("code").asString()).isEqualTo("REQUEST_ID_TAKEN");
    }

    @Test
    void officersReadTheReportsOfTheirOwnUnitsAndTheLookIsRemembered() {
        String id = report().path("id").asString();
        ObjectNode sent = report();
        String own = sent.path("id").asString();
        json(send(sent, null), 201);
        String address = "/api/v1/reports?disaster=L%C5%A9%20th%E1%BB%AD&limit=500";
        assertThat(program.get(address, officer).body()).contains(own, "mái").doesNotContain("Trần", id);
        assertThat(program.get(address, stranger).body()).doesNotContain(own);
        assertThat(program.get(address, token(Caller.COORDINATOR)).body()).contains(own);
        for (Caller role : List.of(Caller.DONOR, Caller.TEAM, Caller.RESIDENT, Caller.DISPLAY)) {
            json(program.get(address, token(role)), 403);
        }
        json(program.get(address, null), 401);
        assertThat(jdbc.sql("select count(*) from look where household_id = ?")
                        .param(UUID.fromString(own))
                        .query(Long.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void pagesOfReportsFollowOneAnother() {
        for (int i = 0; i < 5; i++) {
            json(send(report(), null), 201);
        }
        Set<String> seen = new HashSet<>();
        String next = "";
        do {
            JsonNode page =
                    json(program.get("/api/v1/reports?disaster=L%C5%A9%20th%E1%BB%AD&limit=2" + next, officer), 200);
            page.path("items")
                    .forEach(item ->
                            assertThat(seen.add(item.path("id").asString())).isTrue());
            next = page.path("next").isNull()
                    ? ""
                    : "&after=" + page.path("next").asString();
        } while (!next.isEmpty());
        assertThat(seen).hasSizeGreaterThanOrEqualTo(5);
    }

    @Test
    void whatAProgramFilledInIsShownApart() {
        ObjectNode sent = report().put("website", "http://spam");
        String id = sent.path("id").asString();
        json(send(sent, null), 201);
        String address = "/api/v1/reports?disaster=L%C5%A9%20th%E1%BB%AD&limit=500";
        assertThat(program.get(address, officer).body()).doesNotContain(id);
        assertThat(program.get(address + "&suspected=true", officer).body()).contains(id);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"id\":null} | 400 | FIELD_MISSING",
                "{\"id\":\"7\"} | 400 | JSON_FORM",
                "{\"kind\":null} | 400 | FIELD_MISSING",
                "{\"kind\":\"help\"} | 400 | WORD_UNKNOWN",
                "{\"disaster\":\"nowhere\"} | 404 | DISASTER_NOT_FOUND",
                "{\"people\":-1} | 400 | PEOPLE_RANGE",
                "{\"people\":1000000000} | 400 | PEOPLE_RANGE",
                "{\"people\":10000000000} | 400 | JSON_FORM",
                "{\"people\":\"x\"} | 400 | JSON_FORM",
                "{\"phone\":\"hai ba\"} | 400 | PHONE_FORM",
                "{\"asked\":[{\"item\":\"rice\"},{\"item\":\"rice\"}]} | 400 | ITEM_TWICE",
                "{\"asked\":[{\"item\":\"gold\"}]} | 400 | UNKNOWN_ITEM",
                "{\"asked\":[null]} | 400 | FIELD_MISSING",
                "{\"asked\":[{\"item\":\"rice\",\"quantity\":-1}]} | 400 | QUANTITY_FORM",
                "{\"asked\":[{\"item\":\"rice\",\"quantity\":1e400}]} | 400 | JSON_FORM",
                "{\"place\":null} | 400 | PLACE_MISSING",
                "{\"place\":{\"text\":\"0.0, 0.0\"}} | 400 | OUTSIDE_VIETNAM",
                "{\"place\":{\"text\":\"https://maps.app.goo.gl/x\"}} | 400 | PLACE_UNREADABLE",
                "{\"place\":{\"lon\":16.7,\"lat\":107.1}} | 400 | COORDINATE_SWAPPED",
                "{\"place\":{\"lon\":999,\"lat\":1}} | 400 | COORDINATE_RANGE",
                "{\"place\":{\"commune\":\"Atlantis\"}} | 404 | UNKNOWN_ADMIN_UNIT",
                "{\"happened_at\":\"yesterday\"} | 400 | JSON_FORM"
            })
    void whatIsNotRightIsToldByItsCode(String change, int status, String code) {
        ObjectNode sent = report();
        sent.setAll((ObjectNode) JSON.readTree(change));
        JsonNode problem = json(send(sent, null), status);
        assertThat(problem.path("code").asString()).isEqualTo(code);
        assertThat(problem.path("vi").asString()).isNotBlank();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"place\":{\"text\":\"gan cau\",\"lon\":0,\"lat\":0}}",
                "{\"place\":{\"commune\":\"Atlantis\"}}",
                "{\"place\":null,\"phone\":\"so 1\"}",
                "{\"place\":{\"text\":\"https://maps.app.goo.gl/x\"}}",
                "{\"happened_at\":\"1970-01-01T00:00:00Z\"}"
            })
    void aCryForHelpIsTakenWhateverIsWrongWithIt(String change) {
        ObjectNode sent = report().put("kind", "sos");
        sent.setAll((ObjectNode) JSON.readTree(change));
        json(send(sent, null), 201);
    }

    @Test
    void bodiesThatAreTooLongOrNestedAreRefused() throws Exception {
        String huge = report().put("words", "a".repeat(100_000)).toString();
        assertThat(json(program.send("POST", "/api/v1/reports", huge, null), 413)
                        .path("code")
                        .asString())
                .isEqualTo("TOO_LARGE");
        HttpResponse<String> chunked = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(program.address() + "/api/v1/reports"))
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(
                                        huge.getBytes(java.nio.charset.StandardCharsets.UTF_8))))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(chunked.statusCode()).as(chunked.body()).isEqualTo(413);
        String nested = "{\"words\":" + "[".repeat(20_000) + "]".repeat(20_000) + "}";
        assertThat(program.send("POST", "/api/v1/reports", nested, null).statusCode())
                .isEqualTo(400);
    }

    @Test
    void aBurstFromOneAddressIsTakenWholeAndWorkedOff() throws Exception {
        int burst = 400;
        List<Callable<Integer>> sends = new ArrayList<>();
        List<UUID> ids = new ArrayList<>();
        for (int i = 0; i < burst; i++) {
            ObjectNode sent = report();
            ids.add(UUID.fromString(sent.path("id").asString()));
            sends.add(() -> send(sent, null).statusCode());
        }
        ExecutorService threads = Executors.newFixedThreadPool(16);
        try {
            for (Future<Integer> answer : threads.invokeAll(sends)) {
                assertThat(answer.get()).isEqualTo(201);
            }
        } finally {
            threads.shutdown();
        }
        assertThat(count("report where id = any(?)", ids)).isEqualTo(burst);
        ReportQueue queue = program.bean(ReportQueue.class);
        while (queue.workOffOne()) {
            // until nothing waits
        }
        assertThat(count("report_waiting where report_id = any(?)", ids)).isZero();
    }

    private long count(String from, List<UUID> ids) {
        return jdbc.sql("select count(*) from " + from)
                .param(ids.toArray(UUID[]::new))
                .query(Long.class)
                .single();
    }

    private static ObjectNode report() {
        return (ObjectNode) JSON.readTree("""
                {"id":"%s","kind":"need","name":"Trần Hoa","phone":"0912 345 678","people":4,"vulnerable_people":1,
                 "place":{"text":"16.75012, 107.18034","commune":"Số 19001","hamlet":"Thôn 4","words":"sau cổng"},
                 "asked":[{"item":"rice","quantity":10},{"item":"drinking_water"}],"words":"Nước tới mái"}""".formatted(UUID.randomUUID()));
    }

    private HttpResponse<String> send(ObjectNode body, @Nullable String token) {
        return program.send("POST", "/api/v1/reports", body.toString(), token);
    }

    private static JsonNode json(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return JSON.readTree(answer.body());
    }

    private String token(Caller role, String... units) {
        var account = program.bean(Accounts.class).add("Người " + UUID.randomUUID(), role, Set.of(units));
        return program.bean(Tokens.class).make(account.id(), "thử", 1).text();
    }
}
