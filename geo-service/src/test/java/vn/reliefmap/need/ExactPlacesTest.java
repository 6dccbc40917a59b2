package vn.reliefmap.need;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import vn.reliefmap.ListRows;
import vn.reliefmap.TestProgram;
import vn.reliefmap.access.Account;
import vn.reliefmap.access.Accounts;
import vn.reliefmap.admin.Hamlets;
import vn.reliefmap.disaster.Disasters;
import vn.reliefmap.household.HouseholdImport;
import vn.reliefmap.kernel.Caller;
import vn.reliefmap.kernel.DisasterId;
import vn.reliefmap.kernel.ProblemException;
import vn.reliefmap.store.TestPostgis;

/** FEATURE UNDER TEST: households and needs one by one, and that real homes stay closed. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExactPlacesTest {
    private static final String HEADER = "ref,name,people,lon,lat,need:rice,need:soap,urgency";

    @TempDir
    static Path home = Path.of("target");

    private final TestProgram program = TestProgram.start(TestPostgis.freshDatabase(), home);
    private final String token = program.bean(Accounts.class).renewAdministratorToken();
    private final DisasterId drill = disaster("diễn tập", true);
    private final DisasterId real = disaster("lũ 2020", false);

    @BeforeAll
    void lists() {
        program.bean(JdbcClient.class).sql("""
                insert into admin_unit (code, valid_from, name, full_name, kind, folded_name, folded_full_name)
                select code, date '2025-07-01', name, 'Xã ' || name, 'xa', lower(name), 'xa ' || lower(name)
                from (values ('19363', 'Mot'), ('19364', 'Hai')) as u (code, name)""").update();
        // 19363.01 and 19363.02; the home of that commune stands in neither
        program.bean(Hamlets.class).add("19363", "thôn 1");
        program.bean(Hamlets.class).add("19363", "thôn 2");
        HouseholdImport imports = program.bean(HouseholdImport.class);
        String[] lines = new String[26];
        lines[0] = HEADER;
        for (int i = 1; i <= 25; i++) {
            lines[i] = "S%d,Lan,4,%.3f,16.75,20,%s,%s"
                    .formatted(i, 107.0 + i * 0.01, i == 1 ? "8" : "", i == 1 ? "critical" : "normal");
        }
        imports.load(ListRows.of(lines), drill, true, new ListRows());
        imports.load(ListRows.of(HEADER, "R1,Hoa,5,107.15,16.75,30,,high"), real, false, new ListRows());
        imports.load(ListRows.of(HEADER, "R1,Hoa,5,107.15,16.75,3,,high"), drill, false, new ListRows());
        program.bean(JdbcClient.class)
                .sql("update household set admin_code = '19363', admin_valid_from = '2025-07-01' where ref = 'R1'")
                .update();
        program.bean(JdbcClient.class)
                .sql("update need set delivered = needed where item_code = 'soap'")
                .update();
    }

    @AfterAll
    void stop() {
        program.close();
    }

    @Test
    void everyoneSeesSimulatedHouseholdsAndNeverANameOrARef() {
        JsonNode answer = program.json("/api/v1/households?disaster=" + drill + "&limit=1000");
        assertThat(answer.path("type").asString()).isEqualTo("FeatureCollection");
        assertThat(answer.path("features")).hasSize(25);
        assertThat(answer.toString()).doesNotContain("Lan", "Hoa", "\"S1\"");
        JsonNode first = feature(answer, 107.01);
        assertThat(first.path("geometry").path("type").asString()).isEqualTo("Point");
        JsonNode p = first.path("properties");
        assertThat(p.path("people").asInt()).isEqualTo(4);
        assertThat(p.path("simulated").asBoolean()).isTrue();
        assertThat(p.path("urgency").asString()).isEqualTo("critical");
        assertThat(p.path("needs")).hasSize(2);
        assertThat(p.path("needs").path(0).path("item").asString()).isEqualTo("rice");
        assertThat(p.path("needs").path(0).path("open").asInt()).isEqualTo(20);
        assertThat(p.path("needs").path(1).path("open").asInt()).isZero();
    }

    @Test
    void realHouseholdsAreForTheAdministratorAlone() {
        for (String path : new String[] {"/api/v1/households?disaster=", "/api/v1/needs?disaster="}) {
            JsonNode closed = program.json(path + real);
            assertThat(closed.path("status").asInt()).isEqualTo(403);
            assertThat(closed.path("code").asString()).isEqualTo("EXACT_PLACES_CLOSED");
            assertThat(program.json(path + real, token).path("features")).hasSize(1);
            assertThat(program.json(path + drill + "&limit=1000", token)
                            .path("features")
                            .size())
                    .isGreaterThan(program.json(path + drill + "&limit=1000")
                            .path("features")
                            .size());
        }
        assertThat(program.json("/api/v1/households?limit=1000").path("features"))
                .hasSize(25);
        JsonNode open = program.json("/api/v1/households?disaster=" + real, token);
        assertThat(open.path("features").path(0).path("properties").path("ref").asString())
                .isEqualTo("R1");
        assertThat(open.toString()).doesNotContain("Hoa");
    }

    @ParameterizedTest
    @CsvSource({
        "OFFICER, 19363, 1",
        "OFFICER, 'Xã Mot', 1",
        "OFFICER, 44, 1",
        "OFFICER, 19364, 0",
        "OFFICER, 19363.02, 0",
        "COORDINATOR, , 1",
        "TEAM, , -1",
        "DONOR, , -1",
        "RESIDENT, , -1",
        "DISPLAY, , -1",
    })
    void anOfficerSeesTheHomesOfTheOwnUnitsOnly(Caller role, @Nullable String unit, int seen) {
        Accounts accounts = program.bean(Accounts.class);
        String signedIn =
                accounts.newToken(accounts.add(role + " " + unit, role, unit == null ? Set.of() : Set.of(unit))
                        .id());
        for (String path : new String[] {"/api/v1/households?disaster=", "/api/v1/needs?disaster="}) {
            JsonNode answer = program.json(path + real, signedIn);
            if (seen < 0) {
                assertThat(answer.path("code").asString()).isEqualTo("EXACT_PLACES_CLOSED");
            } else {
                assertThat(answer.path("features")).hasSize(seen);
            }
        }
        JsonNode all = program.json("/api/v1/households?limit=1000", signedIn);
        assertThat(all.path("features")).hasSize(25 + Math.max(0, seen));
        assertThat(all.toString().contains("\"S1\"")).isEqualTo(role == Caller.COORDINATOR || "44".equals(unit));
    }

    @Test
    void whoLookedAtARealHomeIsRemembered() {
        Accounts accounts = program.bean(Accounts.class);
        Account officer = accounts.add("Cán bộ xem", Caller.OFFICER, Set.of("19363"));
        String signedIn = accounts.newToken(officer.id());
        for (int twice = 0; twice < 2; twice++) {
            program.json("/api/v1/households?limit=1000", signedIn);
            program.json("/api/v1/needs?limit=1000&disaster=" + real, signedIn);
        }
        String path = "/api/v1/looks?account=" + officer.id();
        JsonNode looks = program.json(path, token).path("items");
        assertThat(looks.size()).as("two reasons, in one hour or two").isBetween(2, 4);
        assertThat(looks.toString()).contains("list of needs").contains("list of households");
        String home = looks.path(0).path("household").asString();
        assertThat(program.json("/api/v1/households?disaster=" + real, signedIn).toString())
                .contains(home);
        assertThat(program.json(path + "&household=" + home, token).path("items"))
                .hasSize(looks.size());
        JsonNode first = program.json(path + "&limit=1", token);
        assertThat(program.json(path + "&after=" + first.path("next").asString(), token)
                        .path("items"))
                .hasSize(looks.size() - 1);
        assertThat(program.get("/api/v1/looks", signedIn).statusCode()).isEqualTo(403);
        assertThatThrownBy(() -> program.bean(JdbcClient.class)
                        .sql("update look set why = 'x'")
                        .update())
                .hasMessageContaining("never changed");
        assertThatThrownBy(() ->
                        program.bean(JdbcClient.class).sql("delete from look").update())
                .rootCause()
                .hasMessageContaining("permission denied");
    }

    @Test
    void accountsAreRefusedWithAReason() {
        Accounts accounts = program.bean(Accounts.class);
        refused("ACCOUNT_UNITS", () -> accounts.add("Cán bộ không nơi", Caller.OFFICER, Set.of()));
        refused("ACCOUNT_UNITS", () -> accounts.add("Cán bộ nơi lạ", Caller.OFFICER, Set.of("99999")));
        refused("ACCOUNT_UNITS", () -> accounts.add("Cán bộ thôn lạ", Caller.OFFICER, Set.of("19363.thôn 2")));
        refused("ACCOUNT_UNITS", () -> accounts.add("Đội có nơi", Caller.TEAM, Set.of("19363")));
        refused("ACCOUNT_NAME", () -> accounts.add(" a ", Caller.TEAM, Set.of()));
        accounts.add("Đội Hiền", Caller.TEAM, Set.of());
        refused("ACCOUNT_EXISTS", () -> accounts.add("đội hiền", Caller.TEAM, Set.of()));
    }

    private static void refused(String code, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(ProblemException.class, e -> assertThat(
                        e.problem().code())
                .isEqualTo(code));
    }

    @Test
    void pagesFollowOneAnotherWithoutAGapOrADouble() {
        Set<String> ids = new HashSet<>();
        String next = "";
        int pages = 0;
        while (next != null) {
            JsonNode page = program.json("/api/v1/households?disaster=" + drill + "&limit=10" + next);
            page.path("features").forEach(f -> assertThat(
                            ids.add(f.path("properties").path("id").asString()))
                    .isTrue());
            next = page.path("next").isNull()
                    ? null
                    : "&after=" + page.path("next").asString();
            pages++;
        }
        assertThat(ids).hasSize(25);
        assertThat(pages).isEqualTo(3);
    }

    @Test
    void aBoxAnItemAndAStatusSelect() {
        String drillNeeds = "/api/v1/needs?limit=1000&disaster=" + drill;
        assertThat(program.json("/api/v1/households?bbox=107.005,16.7,107.055,16.8")
                        .path("features"))
                .hasSize(5);
        assertThat(program.json(drillNeeds).path("features")).hasSize(26);
        assertThat(program.json(drillNeeds + "&item=soap").path("features")).hasSize(1);
        assertThat(program.json(drillNeeds + "&status=open").path("features")).hasSize(25);
        JsonNode soap = program.json(drillNeeds + "&status=covered")
                .path("features")
                .path(0)
                .path("properties");
        assertThat(soap.path("to_give").asInt()).isZero();
        assertThat(soap.path("delivered").asInt()).isEqualTo(8);
    }

    @ParameterizedTest
    @CsvSource({
        "households?limit=1001, 400, LIMIT_RANGE",
        "households?limit=0, 400, LIMIT_RANGE",
        "households?limit=many, 400, PARAMETER_FORM",
        "'households?bbox=107.2,16.7,107.1,16.8', 400, BBOX_ORDER",
        "'households?bbox=NaN,16.7,107.1,16.8', 400, BBOX_RANGE",
        "households?bbox=1, 400, BBOX_FORM",
        "households?after=%2E%2E, 400, AFTER_FORM",
        "households?after=aaaa, 400, AFTER_FORM",
        "households?disaster=nowhere, 404, DISASTER_NOT_FOUND",
        "needs?item=gold, 400, UNKNOWN_ITEM",
        "needs?status=lost, 400, STATUS_UNKNOWN",
        "admin-units?limit=-1, 400, LIMIT_RANGE",
        "admin-units?at=yesterday, 400, TIME_FORM",
        "admin-units/outlines?zoom=99, 400, ZOOM_RANGE",
        "depots?disaster=nowhere, 404, DISASTER_NOT_FOUND",
        "stock?depot=kho, 400, PARAMETER_FORM"
    })
    void badQuestionsAreAnsweredWithACode(String path, int status, String code) {
        JsonNode problem = program.json("/api/v1/" + path, token);
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(problem.path("code").asString()).isEqualTo(code);
        assertThat(problem.path("vi").asString()).isNotBlank();
    }

    @Test
    void sumsPerCommuneAndItemAreTheSumsOfTheNeeds() {
        assertThat(program.bean(Needs.class).sums(drill))
                .containsExactly(
                        new NeedSum("19363", "rice", 1, dec("3"), dec("0"), dec("0"), dec("0"), dec("3")),
                        new NeedSum(null, "rice", 25, dec("500"), dec("0"), dec("0"), dec("0"), dec("500")),
                        new NeedSum(null, "soap", 1, dec("8"), dec("0"), dec("0"), dec("8"), dec("0")));
        assertThat(program.bean(Needs.class).sums(new DisasterId(new UUID(1, 1))))
                .isEmpty();
    }

    @Test
    void theCatalogueIsAnswered() {
        JsonNode items = program.json("/api/v1/items").path("items");
        assertThat(items.size()).isGreaterThanOrEqualTo(45);
        JsonNode rice = items.path(0);
        assertThat(rice.path("name_vi").asString()).isEqualTo("Gạo");
        assertThat(rice.path("lack_group").asString()).isEqualTo("rice");
        assertThat(rice.path("ration_basis").asString()).isEqualTo("person_day");
    }

    private static BigDecimal dec(String number) {
        return new BigDecimal(number).setScale(3);
    }

    private static JsonNode feature(JsonNode collection, double lon) {
        for (JsonNode feature : collection.path("features")) {
            if (feature.path("geometry").path("coordinates").path(0).asDouble() == lon) {
                return feature;
            }
        }
        throw new AssertionError("no feature at " + lon);
    }

    private DisasterId disaster(String name, boolean simulated) {
        return program.bean(Disasters.class)
                .open(name, simulated, Instant.parse("2020-10-18T00:00:00Z"))
                .id();
    }
}
