package vn.reliefmap.message.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.reliefmap.TestProgram;
import vn.reliefmap.access.Accounts;
import vn.reliefmap.disaster.Disasters;
import vn.reliefmap.household.HouseholdErased;
import vn.reliefmap.kernel.Caller;
import vn.reliefmap.kernel.HouseholdId;
import vn.reliefmap.message.Sms;
import vn.reliefmap.store.DataChanged;
import vn.reliefmap.store.TestPostgis;
import vn.reliefmap.store.Topic;

/** FEATURE UNDER TEST: the doors of the SMS gateway: who gets in, what is taken once, and what goes out. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SmsDoorTest {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String IN = "/api/v1/sms";
    private static final String OUT = "/api/v1/sms/outgoing";

    @TempDir
    static Path home = Path.of("target");

    private final TestProgram program = TestProgram.withPromises(TestPostgis.freshDatabase(), home);
    private final JdbcClient jdbc = program.bean(JdbcClient.class);
    private final GatewaySeal seal = new GatewaySeal(TestProgram.SMS_SECRET, Duration.ofMinutes(5));

    @BeforeAll
    void aFloodAndACommune() {
        program.bean(Disasters.class).open("Lũ thật", false, Instant.parse("2020-10-18T00:00:00Z"));
        jdbc.sql("""
                insert into admin_unit (code, valid_from, name, full_name, kind, folded_name, folded_full_name, centre)
                values ('19681', date '2025-07-01', 'Hải Lăng', 'Xã Hải Lăng', 'xa', 'hai lang', 'xa hai lang',
                        st_setsrid(st_makepoint(107.25, 16.69), 4326))""").update();
        program.events().publishEvent(new DataChanged(Topic.ADMIN, 1));
    }

    @AfterAll
    void stop() {
        program.close();
    }

    @Test
    void onlyTheGatewayGetsIn() {
        int before = kept();
        byte[] body = body("w1", "0912000001", "SOS");
        Instant now = Instant.now();
        String right = seal.sign(now, IN, body);
        assertThat(post(IN, body, now, "0".repeat(64)).statusCode()).isEqualTo(401);
        assertThat(post(IN, body, now, right.substring(1)).statusCode()).isEqualTo(401);
        assertThat(post(IN, body, now, seal.sign(now, OUT, body)).statusCode())
                .as("made for another door")
                .isEqualTo(401);
        assertThat(post(IN, body("w1", "0912000001", "SOS!"), now, right).statusCode())
                .as("changed on the way")
                .isEqualTo(401);
        for (long off : new long[] {-301, 301, -86_400}) {
            Instant then = now.plusSeconds(off);
            assertThat(post(IN, body, then, seal.sign(then, IN, body)).statusCode())
                    .isEqualTo(401);
        }
        assertThat(program.post(IN, body, Map.of()).statusCode()).isEqualTo(401);
        assertThat(program.post(IN, body, Map.of(GatewaySeal.TIME, "x", GatewaySeal.SIGNATURE, right))
                        .statusCode())
                .isEqualTo(401);
        assertThat(program.post(IN, body, Map.of(GatewaySeal.TIME, "-1", GatewaySeal.SIGNATURE, right))
                        .body())
                .contains("SMS_SIGNATURE");
        assertThat(kept()).isEqualTo(before);
        assertThat(new GatewaySeal("", Duration.ofMinutes(5)).holds("1", "", IN, body, now))
                .isFalse();
    }

    @Test
    void theSameOneAgainIsTheSame() {
        byte[] body = body("a1", "0912 000 002", "CUU TRO xa Hai Lang thon Dien Khanh 5 nguoi can gao nuoc");
        JsonNode first = signed(IN, body, 200);
        assertThat(first.path("outcome").asString()).isEqualTo("need");
        assertThat(first.path("reply").path("to").asString()).isEqualTo("+84912000002");
        assertThat(first.path("reply").path("text").asString())
                .contains("Hai Lang", "Dien Khanh", "gao", "nuoc uong")
                .hasSizeLessThanOrEqualTo(160);
        assertThat(signed(IN, body, 200)).isEqualTo(first);
        assertThat(signed(IN, body("a1", "0912000002", "CUU TRO xa Hai Lang thon Khac"), 409)
                        .path("code")
                        .asString())
                .isEqualTo("REQUEST_ID_TAKEN");
        assertThat(signed(IN, body("a1", "0912000003", "CUU TRO xa Hai Lang thon Dien Khanh 5 nguoi can gao nuoc"), 409)
                        .path("code")
                        .asString())
                .isEqualTo("REQUEST_ID_TAKEN");
        assertThat(jdbc.sql(
                                "select count(*) from report where hamlet = 'Dien Khanh' and admin_code = '19681' and people = 5")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        String kept = jdbc.sql(
                        "select string_agg(t::text, ' ') from (select * from sms_in union all select id, made_at,"
                                + " to_hash, to_sealed, text_sealed, '', null from sms_out) t")
                .query(String.class)
                .single();
        assertThat(kept).as("sealed").doesNotContain("912000002", "Dien Khanh");
        assertThat(jdbc.sql("select string_agg(coalesce(answer, ''), ' ') from sent_request")
                        .query(String.class)
                        .single())
                .doesNotContain("912000002", "Dien Khanh");
    }

    @Test
    void whatMakesNoSenseIsKeptForAnOfficer() {
        for (String text :
                List.of("asdf 😀 qwer", "\u0000\u0000 abc", "can gao ".repeat(2500), "€€€ ^{}", "🚣".repeat(70))) {
            JsonNode answer = signed(IN, body(UUID.randomUUID().toString(), "0912000004", text), 200);
            assertThat(answer.path("reply").path("text").asString())
                    .as(text.substring(0, Math.min(10, text.length())))
                    .hasSizeBetween(10, 160)
                    .matches("[A-Za-z0-9 .,:;!?()/+%-]+");
        }
        assertThat(jdbc.sql("select count(*) from sms_in where outcome = 'unread' and report_id is not null")
                        .query(Integer.class)
                        .single())
                .isGreaterThanOrEqualTo(3);
        signed(IN, "[]".getBytes(StandardCharsets.UTF_8), 400);
        signed(IN, "null".getBytes(StandardCharsets.UTF_8), 400);
        signed(IN, "{\"id\":7}".getBytes(StandardCharsets.UTF_8), 400);
        signed(IN, "{\"id\":\"\",\"from\":\"1\",\"text\":\"x\"}".getBytes(StandardCharsets.UTF_8), 400);
        signed(IN, new byte[] {(byte) 0xC3, 0x28}, 400);
        signed(IN, body("big", "0912000004", "x".repeat(70_000)), 413);
    }

    @Test
    void partsAreJoinedAndLateOnesDoNotHoldThemUp() {
        assertThat(signed(IN, part("p2", "ab", 2, 2, " 3 nguoi can gao"), 200)
                        .path("outcome")
                        .asString())
                .isEqualTo("part");
        JsonNode whole = signed(IN, part("p1", "ab", 1, 2, "CUU TRO xa Hai Lang"), 200);
        assertThat(whole.path("reply").path("text").asString()).contains("Hai Lang", "3 nguoi", "gao");
        signed(IN, part("q1", "cd", 1, 3, "SOS xa Hai Lang thon Cau Nhi"), 200);
        Sms sms = program.bean(Sms.class);
        sms.catchUp(Instant.now());
        assertThat(jdbc.sql("select count(*) from sms_part")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        sms.catchUp(Instant.now().plusSeconds(200));
        assertThat(jdbc.sql("select count(*) from sms_part")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(jdbc.sql("select count(*) from report where hamlet = 'Cau Nhi' and kind = 'sos'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        signed(IN, part("r1", "ef", 3, 2, "x"), 400);
    }

    @Test
    void wordsAboutAReportAreWrittenDownAndCloseNothing() {
        String code = signed(IN, body("c1", "0912000005", "xa Hai Lang can gao"), 200)
                .path("reply")
                .path("text")
                .asString()
                .replaceAll(".*?([A-Z0-9]{4}-[A-Z0-9]{4}).*", "$1");
        assertThat(text("CON " + code, "0912000005")).contains(code);
        assertThat(text("XONG", "+84912000005")).contains(code, "Can bo");
        assertThat(text("xong " + code, "0912000006")).contains(code);
        assertThat(text("HUY " + code.replace("-", ""), "0912000005")).contains(code);
        assertThat(text(code, "0912000007")).contains(code);
        assertThat(text("XONG AAAA-AAAA", "0912000005")).contains("Khong co tin AAAA-AAAA");
        assertThat(text("XONG", "0912000099")).contains("Chua co tin nao");
        assertThat(jdbc.sql("select word || same_phone from report_word order by seq")
                        .query(String.class)
                        .list())
                .containsExactly("still_neededtrue", "said_donetrue", "said_donefalse", "said_cancelledtrue");
    }

    @Test
    void stillNeededConfirmsTheNeedAgain() {
        String code = codeOf(text("xa Hai Lang thon Mai Dan can gao", "0912000014"));
        jdbc.sql("""
                insert into household (id, ref, simulated, people, admin_code, admin_valid_from, place, place_precision)
                values (:home, 'sms', false, 4, '19681', date '2025-07-01', st_setsrid(st_makepoint(107.25, 16.69), 4326), 'exact');
                insert into need (id, household_id, disaster_id, item_code, needed, urgency, confirmed_at)
                select :need, :home, disaster_id, 'rice', 20, 'high', now() - interval '3 days' from report where code = :code;
                insert into verification (id, report_id, number, decision, evidence, household_id, state, decided_by, decided_at)
                select :verification, id, 1, 'confirmed', array['phoned'], :home, 'confirmed', :by, now() from report where code = :code""")
                .param(
                        "by",
                        program.bean(Accounts.class)
                                .add("Cán bộ thử", Caller.OFFICER, Set.of("19681"))
                                .id())
                .param("home", UUID.randomUUID())
                .param("need", UUID.nameUUIDFromBytes(new byte[] {1}))
                .param("verification", UUID.randomUUID())
                .param("code", code)
                .update();
        assertThat(aged()).isTrue();
        text("XONG " + code, "0912000014");
        assertThat(aged()).as("said to be met: nothing changes by itself").isTrue();
        text("CON " + code, "0912000014");
        assertThat(aged()).isFalse();
    }

    private boolean aged() {
        return jdbc.sql("select confirmed_at < now() - interval '1 day' from need where id = ?")
                .param(UUID.nameUUIDFromBytes(new byte[] {1}))
                .query(Boolean.class)
                .single();
    }

    private static String codeOf(String answer) {
        return answer.replaceAll(".*?([A-Z0-9]{4}-[A-Z0-9]{4}).*", "$1");
    }

    @Test
    void whoIsErasedIsErasedHereToo() {
        JsonNode answer = signed(IN, body("e1", "0912000012", "xa Hai Lang can gao"), 200);
        UUID reply = UUID.fromString(answer.path("reply").path("id").asString());
        UUID report = jdbc.sql("select report_id from sms_in order by received_at desc limit 1")
                .query(UUID.class)
                .single();
        UUID household = UUID.randomUUID();
        jdbc.sql("""
                insert into report_task (report_id, disaster_id, hamlet, pressing, heard, received_at, household_id)
                select id, disaster_id, '', 3, true, received_at, :household from report where id = :report
                on conflict (report_id) do update set household_id = excluded.household_id""").param("household", household).param("report", report).update();
        program.events().publishEvent(new HouseholdErased(new HouseholdId(household)));
        assertThat(jdbc.sql(
                                "select count(*) from sms_in where report_id = ? and sender_sealed is null and text_sealed is null")
                        .param(report)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThat(jdbc.sql("select to_sealed is null and text_sealed is null from sms_out where id = ?")
                        .param(reply)
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void whatComesBetweenTwoFloodsIsTakenWithTheNextOne() {
        jdbc.sql("update disaster set closed_at = now()").update();
        assertThat(text("SOS xa Hai Lang thon Phu Long", "0912000013")).contains("112");
        program.bean(Sms.class).catchUp(Instant.now());
        assertThat(cries("Phu Long")).isZero();
        jdbc.sql("update disaster set closed_at = null").update();
        program.bean(Sms.class).catchUp(Instant.now());
        program.bean(Sms.class).catchUp(Instant.now());
        assertThat(cries("Phu Long")).isEqualTo(1);
    }

    private int cries(String hamlet) {
        return jdbc.sql("select count(*) from report where hamlet = ? and kind = 'sos'")
                .param(hamlet)
                .query(Integer.class)
                .single();
    }

    @Test
    void waitingMessagesAreHandedOutUntilTheyAreMarked() {
        signed(IN, body("o1", "0912000008", "GIUP"), 200);
        JsonNode given = signed(OUT, "{\"limit\":500}".getBytes(StandardCharsets.UTF_8), 200);
        List<String> ids = StreamSupport.stream(given.path("items").spliterator(), false)
                .filter(item -> item.path("to").asString().equals("+84912000008"))
                .map(item -> item.path("id").asString())
                .toList();
        assertThat(ids).hasSize(1);
        assertThat(signed(OUT, "{}".getBytes(StandardCharsets.UTF_8), 200).path("items"))
                .as("on their way")
                .isEmpty();
        Sms sms = program.bean(Sms.class);
        assertThat(sms.handOut(500, Instant.now().plusSeconds(60)))
                .anyMatch(again -> again.id().toString().equals(ids.get(0)));
        signed(OUT, ("{\"sent\":[\"" + ids.get(0) + "\"],\"limit\":0}").getBytes(StandardCharsets.UTF_8), 200);
        assertThat(sms.handOut(500, Instant.now().plus(Duration.ofDays(1))))
                .noneMatch(again -> again.id().toString().equals(ids.get(0)));
        signed(OUT, "{\"limit\":501}".getBytes(StandardCharsets.UTF_8), 400);
        long answers = IntStream.range(0, 40)
                .mapToObj(i -> signed(IN, body("loop" + i, "0912000009", "GIUP"), 200))
                .filter(answer -> !answer.path("reply").isNull())
                .count();
        assertThat(answers).as("two machines do not answer each other for ever").isEqualTo(30);
    }

    @Test
    void messagesArePostedAndTriedAgain() throws IOException {
        AtomicInteger refused = new AtomicInteger(1);
        ConcurrentLinkedQueue<String> arrived = new ConcurrentLinkedQueue<>();
        HttpServer gateway = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        gateway.createContext("/send", exchange -> {
            byte[] body = exchange.getRequestBody().readAllBytes();
            boolean holds = seal.holds(
                    exchange.getRequestHeaders().getFirst(GatewaySeal.TIME),
                    exchange.getRequestHeaders().getFirst(GatewaySeal.SIGNATURE),
                    "/send",
                    body,
                    Instant.now());
            boolean taken = holds && refused.getAndDecrement() <= 0;
            if (taken) {
                arrived.add(new String(body, StandardCharsets.UTF_8));
            }
            exchange.sendResponseHeaders(taken ? 200 : 503, -1);
            exchange.close();
        });
        gateway.start();
        try {
            jdbc.sql("update sms_out set next_try_at = null").update();
            SmsPost post = post("http://127.0.0.1:" + gateway.getAddress().getPort() + "/send");
            signed(IN, body("post1", "0912000010", "GIUP"), 200);
            Instant now = Instant.now();
            post.post(now);
            assertThat(arrived).as("refused once").isEmpty();
            post.post(now.plusSeconds(5));
            assertThat(arrived).as("not at once again").isEmpty();
            post.post(now.plusSeconds(30));
            post.post(now.plusSeconds(3600));
            assertThat(arrived).hasSize(1).first().asString().contains("+84912000010");
            post("http://192.0.2.1/send").post(now.plusSeconds(7200));
        } finally {
            gateway.stop(0);
        }
        program.bean(SmsPost.class).post(Instant.now());
    }

    private SmsPost post(String url) {
        SmsSettings settings = new SmsSettings(
                TestProgram.SMS_SECRET, url, "", Duration.ofMinutes(5), Duration.ofMinutes(3), Duration.ofDays(90), 30);
        return new SmsPost(program.bean(Sms.class), settings, program.bean(SmsTable.class));
    }

    private int kept() {
        return jdbc.sql("select count(*) from sms_in").query(Integer.class).single();
    }

    private String text(String text, String from) {
        return signed(IN, body(UUID.randomUUID().toString(), from, text), 200)
                .path("reply")
                .path("text")
                .asString();
    }

    private static byte[] body(String id, String from, String text) {
        return JSON.writeValueAsBytes(Map.of("id", id, "from", from, "text", text));
    }

    private static byte[] part(String id, String reference, int part, int parts, String text) {
        return JSON.writeValueAsBytes(Map.of(
                "id", id, "from", "0912000011", "text", text, "reference", reference, "part", part, "parts", parts));
    }

    private JsonNode signed(String path, byte[] body, int status) {
        Instant now = Instant.now();
        HttpResponse<String> answer = post(path, body, now, seal.sign(now, path, body));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return JSON.readTree(answer.body());
    }

    private HttpResponse<String> post(String path, byte[] body, Instant time, String signature) {
        return program.post(
                path,
                body,
                Map.of(GatewaySeal.TIME, Long.toString(time.getEpochSecond()), GatewaySeal.SIGNATURE, signature));
    }
}
