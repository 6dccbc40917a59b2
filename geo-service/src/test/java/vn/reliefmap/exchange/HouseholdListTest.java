package vn.reliefmap.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.reliefmap.ListRows;
import vn.reliefmap.TestProgram;
import vn.reliefmap.access.Accounts;
import vn.reliefmap.access.PersonalData;
import vn.reliefmap.admin.AdminImport;
import vn.reliefmap.admin.Hamlets;
import vn.reliefmap.disaster.Disasters;
import vn.reliefmap.kernel.Caller;
import vn.reliefmap.store.Changes;
import vn.reliefmap.store.TestPostgis;
import vn.reliefmap.store.Topic;

/** FEATURE UNDER TEST: an officer looks at what a list would do, sends it, mends what came back, and sends that. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HouseholdListTest {
    private static final String HEADER = "STT|Mã hộ|Họ và tên|Số khẩu|SĐT|Xã|Kinh độ|Vĩ độ|Gạo (kg)|Nước uống";

    @TempDir
    static Path home = Path.of("target");

    private final TestProgram program = TestProgram.start(TestPostgis.freshDatabase(), home);
    private final JdbcClient jdbc = program.bean(JdbcClient.class);
    private String officer = "";
    private String neighbour = "";
    private final String list = "/api/v1/imports/households?disaster=lu-that&name=ho.xlsx";

    @BeforeAll
    void communes() throws IOException {
        Path file = home.resolve("communes.geojson");
        Files.writeString(file, """
                {"type":"FeatureCollection","features":[
                {"type":"Feature","properties":{"code":"19624","fullName":"Xã Triệu Phong"},"geometry":{"type":"Polygon",
                 "coordinates":[[[107.1,16.7],[107.2,16.7],[107.2,16.8],[107.1,16.8],[107.1,16.7]]]}},
                {"type":"Feature","properties":{"code":"19669","fullName":"Xã Ái Tử"},"geometry":{"type":"Polygon",
                 "coordinates":[[[107.0,16.7],[107.1,16.7],[107.1,16.8],[107.0,16.8],[107.0,16.7]]]}}]}
                """);
        program.bean(AdminImport.class).outlines(file, false, new ListRows());
        program.bean(Disasters.class).open("lu-that", false, Instant.parse("2020-10-18T00:00:00Z"));
        program.bean(Disasters.class).open("mo-phong", true, Instant.parse("2020-10-18T00:00:00Z"));
        Accounts accounts = program.bean(Accounts.class);
        officer = accounts.newToken(accounts.add("Cán bộ Triệu Phong", Caller.OFFICER, Set.of("19624"))
                .id());
        neighbour = accounts.newToken(
                accounts.add("Cán bộ Ái Tử", Caller.OFFICER, Set.of("19669")).id());
    }

    @BeforeEach
    void anEmptyRegister() {
        jdbc.sql("delete from household").update();
    }

    @AfterAll
    void stop() {
        program.close();
    }

    @Test
    void aPreviewTellsWhatTheImportThenDoesAndStoresNothing() throws IOException {
        Path file = new TestXlsx()
                .sheet(
                        "Thôn 1",
                        "DANH SÁCH",
                        HEADER,
                        "#1|H1|Nguyễn Thị Lan|#4|#912345678|Xã Triệu Phong|#107.15|#16.75|#20|#30",
                        "#2|H2|Trần Văn Bé|#6||Xã Ái Tử|#107.05|#16.75|#20|",
                        "#3|H3|Lê Văn Đủ|@44000|||#107.15|#16.751||",
                        "#4|H1|Nguyễn Thị Lan|#4|||#107.15|#16.75||",
                        "#5|H5|Hồ Thị Hoa|#2|||#107.16|#16.75|=#1.5|#REF!",
                        "#6|H6|Hồ Thị Hà|#2|||#107.16|#16.76|1.200|")
                .write(home.resolve("ho.xlsx"));
        Map<Topic, Long> versions = program.bean(Changes.class).versions();
        JsonNode preview = ok(program.sendFile(list + "&preview=true", file, officer));
        assertThat(preview.at("/counts").toString()).isEqualTo("{\"new\":2,\"changed\":0,\"same\":0,\"moved\":0}");
        assertThat(preview.at("/first/new/0/cell").asString()).isEqualTo("Thôn 1!3");
        assertThat(preview.at("/refused").asLong()).isEqualTo(4);
        assertThat(issues(preview))
                .containsExactlyInAnyOrder(
                        "Thôn 1!4 OTHER_UNIT",
                        "Thôn 1!D5 PEOPLE_RANGE",
                        "Thôn 1!6 HOUSEHOLD_TWICE",
                        "Thôn 1!J7 FORMULA_ERROR");
        assertThat(preview.toString()).doesNotContain("Nguyễn", "0912345678", "912345678", "107.15");
        assertThat(count("household")).isZero();
        assertThat(program.bean(Changes.class).versions()).isEqualTo(versions);

        JsonNode taken = ok(program.sendFile(list, file, officer));
        assertThat(taken.at("/added").asLong()).isEqualTo(2);
        assertThat(count("household")).isEqualTo(2);
        assertThat(jdbc.sql("select needed from need where item_code = 'rice' order by needed")
                        .query(Long.class)
                        .list())
                .containsExactly(20L, 1200L);
        assertThat(phone("H1")).isEqualTo("0912345678");

        JsonNode again = ok(program.sendFile(list, file, officer));
        assertThat(again.at("/unchanged").asLong()).isEqualTo(2);
        assertThat(count("need")).isEqualTo(3);
    }

    @Test
    void anOfficesListIsTakenAsItsWordsAreMeant() throws IOException {
        Path file = new TestXlsx()
                .sheet(
                        "Thôn Đông",
                        "UBND XÃ TRIỆU PHONG",
                        "STT|Họ và tên|Số khẩu|SĐT|Nhu cầu||Mức độ|Ghi chú",
                        "||||Gạo (kg)|Nước uống (lít)||",
                        "(1)|(2)|(3)|(4)|(5)|(6)|(7)|(8)",
                        "#1|NGUYE\u0302\u0303N THI\u0323 LAN|#4|#912345678|20 kg|1.200|Nguy cấp|",
                        "|||||||",
                        "#2|Tống Công Bé|#6||#10|40 lít|Gấp|già yếu",
                        "#3|Lê Văn Đủ|#2||20 lít||Cần|",
                        "Tổng cộng||#12||#30|#1240||",
                        "|NGƯỜI LẬP BIỂU||||TM. UBND XÃ||",
                        "#4|Trần Văn Sót|||5|||")
                .write(home.resolve("xau.xlsx"));
        JsonNode taken = ok(program.sendFile(list, file, officer));
        assertThat(taken.at("/read").asLong()).isEqualTo(4);
        assertThat(taken.at("/added").asLong()).isEqualTo(2);
        assertThat(issues(taken))
                .containsExactlyInAnyOrder(
                        "Thôn Đông!E8 QUANTITY_RANGE",
                        "Thôn Đông!9 SUMS_PASSED",
                        "Thôn Đông!10 SUMS_PASSED",
                        "Thôn Đông!C11 PEOPLE_RANGE",
                        "Thôn Đông!1 COLUMN_IGNORED",
                        " PLACES_BY_NAME");
        assertThat(jdbc.sql("select item_code || ' ' || urgency || ' ' || needed from need order by 1")
                        .query(String.class)
                        .list())
                .containsExactly(
                        "drinking_water critical 1200.000",
                        "drinking_water high 40.000",
                        "rice critical 20.000",
                        "rice high 10.000");
        assertThat(ok(program.sendFile(list, file, officer)).at("/unchanged").asLong())
                .isEqualTo(2);
    }

    @Test
    void refusedRowsComeBackAsAListThatIsMendedAndSentAgain() throws IOException {
        Path file = new TestXlsx()
                .sheet(
                        "S",
                        HEADER,
                        "#1|H1|=HYPERLINK|#4|#912345678||#107.15|#16.75|#20|",
                        "#2|H2|+cmd|bốn|0912 345 678||#107.15|#16.75|#20|")
                .write(home.resolve("bad.xlsx"));
        ok(program.sendFile(list, file, officer));
        HttpResponse<String> refused =
                program.sendFile(list.replace("households?", "households/refused?"), file, officer);
        assertThat(refused.statusCode()).isEqualTo(200);
        assertThat(refused.headers().firstValue("Content-Type")).hasValue("text/csv;charset=UTF-8");
        assertThat(refused.body())
                .contains("'+cmd", "bốn", "S!D3", "Ghi số khẩu")
                .doesNotContain("HYPERLINK");
        Path mended =
                Files.writeString(home.resolve("mended.csv"), refused.body().replace("bốn", "4"));
        JsonNode answer = ok(program.sendFile(list, mended, officer));
        assertThat(answer.at("/added").asLong()).isEqualTo(1);
        assertThat(answer.at("/items").isEmpty()).isTrue();
        assertThat(phone("H2")).isEqualTo("0912345678");
    }

    @Test
    void aListWithoutCoordinatesIsTakenByCommuneAndHamletAndMarkedApproximate() throws IOException {
        String hamlet = program.bean(Hamlets.class).add("19624", "Thôn 1").code();
        String[] rows = {
            "STT|Họ và tên|Năm sinh|Thôn|Số khẩu|SĐT|Gạo (kg)|Ghi chú",
            "#1|Nguyễn Thị Lan|#1950|thôn 01|#4|#912345678|#20|",
            "#2|Nguyễn Thị Lan|#1981|Thôn 1|#2|||già yếu",
            "#3|Trần Văn Bé|#1970|Thôn Đông|#6|||",
            "#4||#1970|Thôn Đông|#6|||"
        };
        Path file = new TestXlsx()
                .sheet(
                        "Thôn 1",
                        Stream.concat(Stream.of("UBND XÃ TRIỆU PHONG", "DANH SÁCH HỘ"), Stream.of(rows))
                                .toArray(String[]::new))
                .write(home.resolve("thon.xlsx"));
        JsonNode preview = ok(program.sendFile(list + "&preview=true", file, officer));
        assertThat(preview.at("/counts/new").asLong()).isEqualTo(3);
        assertThat(preview.at("/unknown_hamlets").toString())
                .contains("\"commune\":\"19624\"", "\"name\":\"Thôn Đông\"", "\"rows\":2");
        assertThat(preview.at("/items").toString()).contains("PLACES_BY_NAME", "Xã Triệu Phong");
        JsonNode taken = ok(program.sendFile(list, file, officer));
        assertThat(taken.at("/added").asLong()).isEqualTo(3);
        assertThat(issues(taken)).contains("Thôn 1!B7 NAME_MISSING", "Thôn 1!6 HAMLET_UNKNOWN");
        assertThat(jdbc.sql("select admin_code || ' ' || coalesce(hamlet_code, '-') || ' ' || place_precision"
                                + " || ' ' || st_astext(place) from household order by people, hamlet_code")
                        .query(String.class)
                        .list())
                .containsExactly(
                        "19624 " + hamlet + " approximate POINT(107.15 16.75)",
                        "19624 " + hamlet + " approximate POINT(107.15 16.75)",
                        "19624 - approximate POINT(107.15 16.75)");
        assertThat(ok(program.sendFile(list, file, officer)).at("/unchanged").asLong())
                .isEqualTo(3);

        program.bean(Hamlets.class).add("19624", "Thôn Đông");
        JsonNode named = ok(program.sendFile(list, file, officer));
        assertThat(named.at("/changed").asLong()).isEqualTo(1);
        assertThat(ok(program.sendFile(list, file, officer)).at("/unchanged").asLong())
                .isEqualTo(3);
    }

    @Test
    void anOfficerReadsTheHouseholdsOfTheOwnUnitsAndEachLookIsRemembered() throws IOException {
        Path file = new TestXlsx()
                .sheet(
                        "S",
                        HEADER,
                        "#1|H1|Nguyễn Thị Lan|#4|#912345678||#107.15|#16.75|#20|",
                        "#2|H2|Trần Văn Bé|#6|||#107.16|#16.75||")
                .write(home.resolve("unit.xlsx"));
        ok(program.sendFile(list, file, officer));
        String homes = "/api/v1/unit-homes?disaster=lu-that";
        JsonNode first = program.json(homes + "&limit=1", officer);
        assertThat(first.at("/items").size()).isEqualTo(1);
        JsonNode second = program.json(homes + "&after=" + first.at("/next").asString(), officer);
        assertThat(first.at("/items").toString() + second.at("/items"))
                .contains("Nguyễn Thị Lan", "Trần Văn Bé", "\"open\":20")
                .doesNotContain("0912345678");
        assertThat(looks()).containsExactly("place", "place");
        assertThat(program.json(homes + "&unit=19624&phones=true", officer).toString())
                .contains("0912345678");
        assertThat(looks()).containsExactly("phone", "phone", "place", "place");
        assertThat(program.json(homes, neighbour).at("/items").isEmpty()).isTrue();
        assertThat(program.json(homes + "&unit=19624", neighbour).at("/code").asString())
                .isEqualTo("OTHER_UNIT");
    }

    private List<String> looks() {
        return jdbc.sql("select what from look order by what")
                .query(String.class)
                .list();
    }

    @Test
    void whereAHouseStandsIsLearntFromALaterListAndNotForgottenByAnEarlierOne() throws IOException {
        program.bean(Hamlets.class).add("19624", "Thôn 1");
        Path names = new TestXlsx()
                .sheet("S", "Họ và tên|Thôn|Số khẩu", "Lan|Thôn 1|#4")
                .write(home.resolve("names.xlsx"));
        Path places = new TestXlsx()
                .sheet("S", "Họ và tên|Thôn|Số khẩu|Kinh độ|Vĩ độ", "Lan|Thôn 1|#4|#107.16|#16.76", "Bé|Thôn 1|#2||")
                .write(home.resolve("places.xlsx"));
        assertThat(program.sendFile(list, names, officer).body()).contains("COLUMN_MISSING", "chọn xã");
        String inCommune = list + "&commune=Tri%E1%BB%87u%20Phong";
        assertThat(program.sendFile(list + "&commune=X", names, officer).body()).contains("COMMUNE_UNKNOWN");
        assertThat(ok(program.sendFile(inCommune, names, officer)).at("/added").asLong())
                .isEqualTo(1);
        JsonNode found = ok(program.sendFile(inCommune, places, officer));
        assertThat(found.at("/changed").asLong()).isEqualTo(1);
        assertThat(issues(found)).containsExactly("S!3 PLACE_BY_NAME");
        assertThat(ok(program.sendFile(inCommune, names, officer))
                        .at("/unchanged")
                        .asLong())
                .isEqualTo(1);
        assertThat(jdbc.sql("select place_precision || ' ' || st_astext(place) from household order by people")
                        .query(String.class)
                        .list())
                .containsExactly("approximate POINT(107.15 16.75)", "exact POINT(107.16 16.76)");
        assertThat(issues(ok(program.sendFile(inCommune, names, neighbour)))).contains("S!2 OTHER_UNIT");
    }

    @Test
    void nobodyDrawsAHouseholdOutOfAnotherOfficersUnit() throws IOException {
        Path here = new TestXlsx()
                .sheet("S", HEADER, "#1|H1|Lan|#4|||#107.15|#16.75||")
                .write(home.resolve("here.xlsx"));
        Path there = new TestXlsx()
                .sheet("S", HEADER, "#1|H1|Lan|#4|||#107.05|#16.75||")
                .write(home.resolve("there.xlsx"));
        ok(program.sendFile(list, here, officer));
        JsonNode answer = ok(program.sendFile(list, there, neighbour));
        assertThat(issues(answer)).containsExactly("S!2 OTHER_UNIT");
        assertThat(jdbc.sql("select admin_code from household")
                        .query(String.class)
                        .single())
                .isEqualTo("19624");
    }

    @Test
    void whatIsNoListIsRefusedWhole() throws IOException {
        Path text = Files.writeString(home.resolve("x.csv"), "chỉ có chữ\n");
        assertThat(program.sendFile(list, text, officer).body()).contains("COLUMN_MISSING");
        assertThat(program.sendFile(list.replace("lu-that", "mo-phong"), text, officer)
                        .body())
                .contains("DISASTER_SIMULATED");
        assertThat(program.sendFile(list, text, null).statusCode()).isEqualTo(401);
    }

    @Test
    void aNameThatNoFileCanHaveIsNoHindrance() throws IOException {
        Path text = Files.writeString(home.resolve("y.csv"), "chỉ có chữ\n");
        String halfPair = "a".repeat(79) + "%F0%A0%80%80";
        assertThat(program.sendFile(list.replace("ho.xlsx", halfPair), text, officer)
                        .body())
                .contains("COLUMN_MISSING");
    }

    /** The second one waits for the first, and finds its households there. */
    @Test
    void twoOfficersWhoSendTheSameListAtOnceDoubleNothing() throws Exception {
        Path file = new TestXlsx()
                .sheet("S", HEADER, "#1|H1|Lan|#4|||#107.15|#16.75|#20|", "#2|H2|Bé|#4|||#107.15|#16.76|#20|")
                .write(home.resolve("both.xlsx"));
        ExecutorService two = Executors.newFixedThreadPool(2);
        try {
            Callable<JsonNode> send = () -> ok(program.sendFile(list, file, officer));
            long added = 0;
            for (Future<JsonNode> answer : two.invokeAll(List.of(send, send))) {
                added += answer.get().at("/added").asLong();
            }
            assertThat(added).isEqualTo(2);
            assertThat(count("need")).isEqualTo(2);
        } finally {
            two.shutdownNow();
        }
    }

    private String phone(String ref) {
        return jdbc.sql("select id, phone_sealed from household where ref = ?")
                .param(ref)
                .query((rs, n) -> program.bean(PersonalData.class)
                        .open(rs.getString("id") + "/phone", rs.getBytes("phone_sealed")))
                .single();
    }

    private static JsonNode ok(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JsonMapper.shared().readTree(answer.body());
    }

    private static List<String> issues(JsonNode answer) {
        return answer.at("/items")
                .valueStream()
                .map(issue ->
                        issue.at("/cell").asString() + " " + issue.at("/code").asString())
                .toList();
    }

    private long count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Long.class).single();
    }
}
