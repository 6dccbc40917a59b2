package vn.reliefmap.household;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.reliefmap.ListRows;
import vn.reliefmap.TestProgram;
import vn.reliefmap.access.PersonalData;
import vn.reliefmap.admin.AdminImport;
import vn.reliefmap.admin.Hamlets;
import vn.reliefmap.disaster.Disasters;
import vn.reliefmap.kernel.DisasterId;
import vn.reliefmap.kernel.ImportSummary;
import vn.reliefmap.kernel.PhoneNumber;
import vn.reliefmap.store.Changes;
import vn.reliefmap.store.TestPostgis;
import vn.reliefmap.store.Topic;

/** FEATURE UNDER TEST: lists of households go in once, and what is wrong with them comes back. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HouseholdImportTest {
    private static final String HEADER = "ref;name;phone;people;vulnerable_people;commune;lon;lat;needs;urgency";

    @TempDir
    static Path home = Path.of("target");

    private final TestProgram program = TestProgram.start(TestPostgis.freshDatabase(), home);
    private final JdbcClient jdbc = program.bean(JdbcClient.class);
    private final HouseholdImport imports = program.bean(HouseholdImport.class);
    private DisasterId flood = new DisasterId(new UUID(0, 0));
    private ListRows log = new ListRows();

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
        program.bean(AdminImport.class).outlines(file, false, log);
        program.bean(AdminImport.class)
                .successors(
                        ListRows.of("old_code,old_name,new_code,new_name", "19625,Thị trấn Ái Tử,19624,Xã Triệu Phong"),
                        log);
    }

    @BeforeEach
    void anEmptyRegister() {
        jdbc.sql("delete from household").update();
        flood = program.bean(Disasters.class)
                .open("Lũ " + UUID.randomUUID(), true, Instant.parse("2020-10-18T00:00:00Z"))
                .id();
        log = new ListRows();
    }

    @AfterAll
    void stop() {
        program.close();
    }

    @Test
    void aGoodListGoesInOnceAndAgainChangesNothing() {
        String[] lines = {
            HEADER,
            "H1;Nguyễn Thị Lan;0905 123 456;4;1;Xã Triệu Phong;107.15;16.75;rice=20;critical",
            "H2;Trần Văn Bé;;6;0;;107.05;16.75;\"rice=12,5;drinking_water=90\";",
            "H3;;;1;;19624;107,16;16,76;;"
        };
        ImportSummary first = load(lines);
        assertThat(log.issues()).isEmpty();
        assertThat(first.read()).isEqualTo(3);
        assertThat(first.added()).isEqualTo(3);
        assertThat(first.figures()).containsEntry("needs_added", 3).containsEntry("needs_changed", 0);
        Map<Topic, Long> versions = program.bean(Changes.class).versions();

        ImportSummary second = load(lines);
        assertThat(second.unchanged()).isEqualTo(3);
        assertThat(second.figures()).containsEntry("needs_added", 0).containsEntry("needs_changed", 0);
        assertThat(program.bean(Changes.class).versions()).isEqualTo(versions);
        assertThat(count("household")).isEqualTo(3);
        assertThat(count("need")).isEqualTo(3);

        lines[1] = lines[1].replace(";4;1;", ";5;1;");
        lines[2] = lines[2].replace("rice=12,5", "rice=15");
        ImportSummary third = load(lines);
        assertThat(third.changed()).isEqualTo(2);
        assertThat(third.unchanged()).isEqualTo(1);
        assertThat(third.figures()).containsEntry("needs_changed", 1);
        assertThat(jdbc.sql("select needed from need where item_code = 'rice' order by needed")
                        .query(BigDecimal.class)
                        .list())
                .containsExactly(new BigDecimal("15.000"), new BigDecimal("20.000"));
    }

    @Test
    void namesAndPhonesAreSealedAndNeverStandInARemark() {
        load(
                HEADER,
                "H1;Nguyễn Thị Lan;0905123456;4;;;107.15;16.75;;",
                "H2;Nguyễn Thị Lan;0905123456;Nguyễn Thị Lan;;;107.15;16.75;;",
                "H3;Lê Văn Tám;0905999999;4;;0905999999;107.15;16.75;0905999999=1;",
                "H4;Lê Văn Tám;0905999999;4;;Lê Văn Tám;107.15;16.75;;");
        assertThat(log.issues())
                .containsExactly("REFUSED 3 PEOPLE_RANGE", "REFUSED 4 UNKNOWN_ITEM", "REFUSED 5 COMMUNE_UNKNOWN");
        assertThat(log.texts()).doesNotContain("Lan", "Tám", "0905");
        UUID id = jdbc.sql("select id from household").query(UUID.class).single();
        byte[] name = jdbc.sql("select name_sealed from household")
                .query(byte[].class)
                .single();
        byte[] phone = jdbc.sql("select phone_sealed from household")
                .query(byte[].class)
                .single();
        assertThat(new String(name, StandardCharsets.UTF_8)).doesNotContain("Lan");
        assertThat(program.bean(PersonalData.class).open(id + "/name", name)).isEqualTo("Nguyễn Thị Lan");
        assertThat(program.bean(PersonalData.class).open(id + "/phone", phone)).isEqualTo("0905123456");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "H;;;4;;;107.15;91;;                 | REFUSED 2 LATITUDE_RANGE",
                "H;;;4;;;16.75;107.15;;              | REPAIRED 2 COORDINATES_SWAPPED",
                "H;;;4;;;NaN;16.75;;                 | REFUSED 2 PLACE_UNREADABLE",
                "H;;;4;;;;;;                         | REFUSED 2 PLACE_MISSING",
                "H;;;0;;;107.15;16.75;;              | REFUSED 2 PEOPLE_RANGE",
                "H;;;bốn;;;107.15;16.75;;            | REFUSED 2 PEOPLE_RANGE",
                "H;;;4;5;;107.15;16.75;;             | REFUSED 2 VULNERABLE_RANGE",
                "H;;;4;;99999;107.15;16.75;;         | REFUSED 2 COMMUNE_UNKNOWN",
                "H;;;4;;19669;107.15;16.75;;         | WARNED 2 COMMUNE_MISMATCH",
                "H;;;4;;;107.6;16.9;;                | WARNED 2 OUTSIDE_COMMUNES",
                "H;;;4;;;11.5;45.4;;                 | WARNED 2 OUTSIDE_VIETNAM",
                "H;;;4;;;107.15;16.75;gold=3;        | REFUSED 2 UNKNOWN_ITEM",
                "H;;;4;;;107.15;16.75;rice=-1;       | REFUSED 2 QUANTITY_RANGE",
                "H;;;4;;;107.15;16.75;rice=NaN;      | REFUSED 2 QUANTITY_RANGE",
                "H;;;4;;;107.15;16.75;rice;          | REFUSED 2 QUANTITY_RANGE",
                "H;;;4;;;107.15;16.75;rice=1e99;     | REFUSED 2 QUANTITY_RANGE",
                "H;;;4;;;107.15;16.75;rice=20;soon   | REFUSED 2 URGENCY_UNKNOWN",
                "H;;;4;;;107.15;16.75;;;more         | REFUSED 2 ROW_TOO_MANY_CELLS"
            })
    void badRowsComeBackWithCodeReasonAndFix(String row, String issue) {
        ImportSummary summary = load(HEADER, row, "G;;;2;;;107.15;16.75;rice=1;");
        assertThat(log.issues()).containsExactly(issue);
        boolean refused = issue.startsWith("REFUSED");
        assertThat(summary.refused()).isEqualTo(refused ? 1 : 0);
        assertThat(summary.added()).isEqualTo(refused ? 1 : 2);
    }

    @Test
    void longTextsAreRefused() {
        load(HEADER, "H;" + "a".repeat(10_000) + ";;4;;;107.15;16.75;;", "r".repeat(201) + ";;;4;;;107.15;16.75;;");
        assertThat(log.issues()).containsExactly("REFUSED 2 TEXT_TOO_LONG", "REFUSED 3 TEXT_TOO_LONG");
    }

    @Test
    void aHouseholdTwiceInOneFileCountsOnceWithItsFirstLine() {
        ImportSummary summary = load(
                HEADER,
                "H1;;;4;;;107.15;16.75;rice=20;",
                "H2;;;4;;;107.15;16.76;rice=20;",
                "H1;;;5;;;107.15;16.75;\"soap=3;rice=50\";");
        assertThat(log.issues()).containsExactly("REFUSED 4 HOUSEHOLD_TWICE");
        assertThat(log.texts()).contains("line 2");
        assertThat(summary.added()).isEqualTo(2);
        assertThat(summary.read()).isEqualTo(3);
        assertThat(count("need")).isEqualTo(2);
    }

    @Test
    void aListWithoutRefsDoublesNothingEither() {
        String[] lines = {
            "STT,Họ và tên,Năm sinh,Địa chỉ,Số khẩu,SĐT,Toạ độ,Ghi chú,need:rice",
            "1,Nguyễn Thị Lan,1950,Thôn 1,4,0905123456,\"16.75, 107.15\",,20",
            "2,Lê Văn Tám,1980,Thôn 2,5,,\"16°45'00\"\"N 107°09'00\"\"E\",nhà tốc mái,"
        };
        ImportSummary first = load(lines);
        assertThat(first.added()).isEqualTo(2);
        assertThat(log.issues()).containsExactly("WARNED 1 COLUMN_IGNORED");
        assertThat(log.texts()).contains("ghi chú").doesNotContain("stt");
        assertThat(load(lines).unchanged()).isEqualTo(2);
        assertThat(load(lines[0], lines[2]).unchanged()).isEqualTo(1);
        assertThat(jdbc.sql("select ref from household").query(String.class).list())
                .allMatch(ref -> ref.matches("auto-[0-9a-f]{32}"));
    }

    @Test
    void textIsStoredInNfcAndFormerNamesLeadToTheirSuccessor() {
        load(
                "ref,people,address,commune,lon,lat",
                "H1,4," + Normalizer.normalize("Thôn Lệ Thủy", Normalizer.Form.NFD) + ","
                        + Normalizer.normalize("thị trấn ái tử", Normalizer.Form.NFD) + ",107.15,16.75",
                "H2,4,,xa ai tu,107.05,16.75");
        assertThat(log.issues()).isEmpty();
        assertThat(jdbc.sql("select admin_code from household order by ref")
                        .query(String.class)
                        .list())
                .containsExactly("19624", "19669");
        assertThat(jdbc.sql("select address from household where ref = 'H1'")
                        .query(String.class)
                        .single())
                .isEqualTo("Thôn Lệ Thủy");
    }

    @Test
    void whatALaterListDoesNotSayStays() {
        load(HEADER, "H1;Lan;0905;4;2;;107.15;16.75;\"rice=20;soap=8\";critical");
        jdbc.sql("update need set delivered = 5, pledged = 3 where item_code = 'rice'")
                .update();
        ImportSummary summary = load("ref,people,lon,lat,need:rice", "H1,4,107.15,16.75,30");
        assertThat(summary.changed()).isEqualTo(1);
        assertThat(jdbc.sql("select vulnerable_people from household where name_sealed is not null")
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
        assertThat(jdbc.sql("select needed || ' ' || delivered || ' ' || pledged || ' ' || urgency || ' ' || to_give"
                                + " from need where item_code = 'rice'")
                        .query(String.class)
                        .single())
                .isEqualTo("30.000 5.000 3.000 critical 22.000");
        assertThat(count("need")).isEqualTo(2);
        load("ref,people,lon,lat", "H1,1,107.15,16.75");
        assertThat(jdbc.sql("select vulnerable_people from household")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    /** An officer's tap is newer than the list: taking the list again must not make the need look old. */
    @Test
    void anOlderConfirmationChangesNothing() {
        String[] lines = {"ref,people,lon,lat,need:rice,confirmed_at", "H1,4,107.15,16.75,20,2020-10-18T07:30:00Z"};
        load(lines);
        jdbc.sql("update need set confirmed_at = '2020-10-19T08:00:00Z'").update();
        assertThat(load(lines).unchanged()).isEqualTo(1);
        assertThat(load(lines[0], lines[1].replace(",20,", ",30,")).changed()).isEqualTo(1);
        assertThat(jdbc.sql("select needed::int || ' ' || (confirmed_at at time zone 'utc') from need")
                        .query(String.class)
                        .single())
                .isEqualTo("30 2020-10-19 08:00:00");
    }

    @Test
    void aRealListNeverTouchesASimulatedHousehold() {
        load(HEADER, "H1;;;4;;;107.15;16.75;rice=20;");
        ImportSummary real = imports.load(
                ListRows.of(HEADER, "H1;;;9;;;107.15;16.75;rice=1;", "H2;;;1;;;107.15;16.75;;"), flood, false, log);
        assertThat(log.issues()).containsExactly("REFUSED 2 OTHER_WORLD");
        assertThat(real.added()).isEqualTo(1);
        assertThat(jdbc.sql("select ref from household where not simulated")
                        .query(String.class)
                        .list())
                .containsExactly("H2");
        assertThat(count("need")).isEqualTo(1);
    }

    @Test
    void aSimulatedListLearnsNoPlaceFromRealHomes() {
        String hamlet = program.bean(Hamlets.class).add("19624", "Thôn Giữa").code();
        String[] lines = new String[6];
        lines[0] = HEADER;
        for (int i = 1; i < lines.length; i++) {
            lines[i] = "T%d;;;4;;;107.12;16.72;;".formatted(i);
        }
        imports.load(ListRows.of(lines), flood, false, log);
        jdbc.sql("update household set hamlet_code = ?").param(hamlet).update();
        String[] byName = {"ref,people,commune,hamlet", "M1,4,19624,Thôn Giữa"};
        load(byName);
        assertThat(placeOf("M1")).as("the commune's middle").isEqualTo("POINT(107.15 16.75)");
        imports.load(ListRows.of(byName[0], byName[1].replace("M1", "T6")), flood, false, log);
        assertThat(placeOf("T6")).as("the hamlet's middle").isEqualTo("POINT(107.12 16.72)");
    }

    private String placeOf(String ref) {
        return jdbc.sql("select st_astext(place, 6) from household where ref = ?")
                .param(ref)
                .query(String.class)
                .single();
    }

    @Test
    void aThousandAndOneHomesAreFoundByTheirNumbers() {
        String[] lines = new String[1_002];
        lines[0] = HEADER;
        for (int i = 1; i < lines.length; i++) {
            lines[i] = "P%d;;090%07d;4;;;107.15;16.75;;".formatted(i, i);
        }
        load(lines);
        for (int i = 1; i < lines.length; i += 250) {
            assertThat(withNumber("090%07d".formatted(i))).hasSize(1);
        }
        load(HEADER, "P1;;0911222333;4;;;107.15;16.75;;");
        assertThat(withNumber("0911222333")).isEqualTo(List.of("P1"));
        assertThat(withNumber("0900000001")).isEmpty();
    }

    private List<String> withNumber(String written) {
        PhoneNumber number = PhoneNumber.read(written).orElseThrow();
        return program.bean(Households.class).ofPhone(number, true, 5).stream()
                .map(home -> jdbc.sql("select ref from household where id = ?")
                        .param(home.id().value())
                        .query(String.class)
                        .single())
                .toList();
    }

    @Test
    void timesAreReadInUtcAndInVietnamsTime() {
        load(
                "ref,people,lon,lat,need:rice,confirmed_at",
                "H1,4,107.15,16.75,1,2020-10-18T07:30:00Z",
                "H2,4,107.15,16.76,1,18/10/2020 14:30",
                "H3,4,107.15,16.77,1,2020-10-18T14:30:00",
                "H4,4,107.15,16.77,1,yesterday",
                "H5,4,107.15,16.78,1,18/10/2020");
        assertThat(log.issues()).containsExactly("REFUSED 5 TIME_UNREADABLE");
        assertThat(jdbc.sql("select confirmed_at from need n join household h on h.id = household_id order by ref")
                        .query((rs, n) -> rs.getTimestamp(1).toInstant())
                        .list())
                .containsExactly(
                        Instant.parse("2020-10-18T07:30:00Z"),
                        Instant.parse("2020-10-18T07:30:00Z"),
                        Instant.parse("2020-10-18T07:30:00Z"),
                        Instant.parse("2020-10-17T17:00:00Z"));
    }

    @Test
    void aFileThatIsNoGoodStoresNothing() {
        assertThatThrownBy(() -> load("ref,lon,lat", "H1,107.15,16.75")).hasMessageContaining("COLUMN_MISSING");
        assertThatThrownBy(() -> load("ref,people", "H1,4")).hasMessageContaining("COLUMN_MISSING");
        assertThatThrownBy(() -> load("ref,people,lon,lat,need:gold", "H1,4,107.15,16.75,1"))
                .hasMessageContaining("UNKNOWN_ITEM");
        assertThatThrownBy(() -> load("ref,people,lon,lat", "H1,4,107.15,16.75", "x".repeat(20_001)))
                .hasMessageContaining("CSV_LINE_TOO_LONG");
        assertThatThrownBy(() -> imports.load(ListRows.of(HEADER), new DisasterId(UUID.randomUUID()), true, log))
                .hasMessageContaining("DISASTER_NOT_FOUND");
        assertThat(load(HEADER).read()).isZero();
        assertThat(count("household")).isZero();
    }

    @Test
    void twentyThousandRowsAreNoWork() {
        String[] lines = new String[20_001];
        lines[0] = HEADER;
        for (int i = 1; i < lines.length; i++) {
            lines[i] = "M%d;Nguyễn Văn %d;090%07d;%d;;;%.5f;%.5f;\"rice=%d;drinking_water=70;tarp=1\";high"
                    .formatted(i, i, i, 1 + i % 7, 107.0 + i % 200 * 0.001, 16.7 + i % 97 * 0.001, 1 + i % 30);
        }
        long start = System.nanoTime();
        assertThat(load(lines).added()).isEqualTo(20_000);
        long between = System.nanoTime();
        assertThat(load(lines).unchanged()).isEqualTo(20_000);
        System.out.printf(
                "20,000 households with 60,000 needs: %.1f s, again: %.1f s%n",
                (between - start) / 1e9, (System.nanoTime() - between) / 1e9);
        assertThat(log.rows()).isEqualTo(20_000);
        assertThat(List.of(count("household"), count("need"))).containsExactly(20_000L, 60_000L);
    }

    private ImportSummary load(String... lines) {
        return imports.load(ListRows.of(lines), flood, true, log);
    }

    private long count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Long.class).single();
    }
}
