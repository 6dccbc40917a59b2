package vn.reliefmap.admin.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.reliefmap.ListRows;
import vn.reliefmap.admin.AdminUnit;
import vn.reliefmap.exchange.CsvRowSource;
import vn.reliefmap.geo.LonLat;
import vn.reliefmap.kernel.ImportSummary;
import vn.reliefmap.store.Topic;

/** FEATURE UNDER TEST: the real units of Quảng Trị, from ../shared (facts: its README). */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class QuangTriUnitsTest {
    private static final Path FOLDER =
            Path.of(System.getProperty("relief.root")).resolveSibling("shared/data/admin");
    private static final Path OUTLINES = FOLDER.resolve("quang-tri-communes-2025.geojson");
    private static final Path FIGURES = FOLDER.resolve("quang-tri-communes-2025.csv");
    private static final Path SUCCESSORS = FOLDER.resolve("communes-old-to-new.csv");

    private AdminFixture admin = new AdminFixture();

    @BeforeAll
    void importAll() {
        assumeTrue(Files.exists(OUTLINES), "needs ../shared/data/admin");
        outlines(admin);
        figures(admin);
        successors(admin);
    }

    @Test
    void the78UnitsHaveTheirAreaAndPeople() {
        List<AdminUnit> units = admin.units.list();
        assertThat(units).hasSize(78);
        assertThat(units.stream()
                        .mapToInt(u -> u.population() == null ? 0 : u.population())
                        .sum())
                .isEqualTo(1_870_664);
        assertThat(units.stream()
                                .mapToDouble(u -> u.areaM2() == null ? 0 : u.areaM2())
                                .sum()
                        / 1e6)
                .isBetween(12_680.0, 12_690.0);
        assertThat(units)
                .extracting(AdminUnit::kind)
                .filteredOn(k -> k == AdminUnit.Kind.XA)
                .hasSize(69);
        assertThat(units)
                .extracting(AdminUnit::kind)
                .filteredOn(k -> k == AdminUnit.Kind.PHUONG)
                .hasSize(8);
        assertThat(units)
                .extracting(AdminUnit::kind)
                .filteredOn(k -> k == AdminUnit.Kind.DAC_KHU)
                .hasSize(1);
        assertThat(units).allMatch(u -> u.centre() != null && "Tỉnh Quảng Trị".equals(u.parentName()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"le thuy", "Lệ Thuỷ", "Lệ Thủy", "LE THUY", "xã Lệ Thủy", "xa le thuy", "19249", "X. Lệ Thuỷ"})
    void leThuyIsFoundByAnySpelling(String text) {
        assertThat(first(text)).isEqualTo("Xã Lệ Thuỷ");
        assertThat(first(Normalizer.normalize(text, Normalizer.Form.NFD))).isEqualTo("Xã Lệ Thuỷ");
    }

    @Test
    void theOldTownOfAiTuLeadsToTrieuPhongAndTheNewCommuneStandsForItself() {
        for (String text : List.of("thị trấn ái tử", "TT Ái Tử", "thi tran ai tu")) {
            AdminUnit old = admin.units.search(text, null, 5).get(0);
            assertThat(old.fullName()).isEqualTo("Thị trấn Ái Tử");
            assertThat(old.validTo()).isEqualTo(LocalDate.of(2025, 7, 1));
            assertThat(old.successors())
                    .extracting(AdminUnit.Successor::fullName)
                    .containsExactly("Xã Triệu Phong");
            assertThat(meant(text)).containsExactly("Xã Triệu Phong");
        }
        assertThat(first("xã ái tử")).isEqualTo("Xã Ái Tử");
        assertThat(meant("xã ái tử")).containsExactly("Xã Ái Tử");
        assertThat(first("ái tử")).isEqualTo("Xã Ái Tử");
    }

    @Test
    void aNameOfADayIsLookedUpOnThatDay() {
        assertThat(admin.units.search("ái tử", LocalDate.of(2025, 6, 30), 5))
                .extracting(AdminUnit::fullName)
                .containsExactly("Thị trấn Ái Tử");
        assertThat(admin.units.search("ái tử", LocalDate.of(2025, 7, 1), 5))
                .extracting(AdminUnit::fullName)
                .containsExactly("Xã Ái Tử");
    }

    @Test
    void everyFormerUnitLeadsToOnePresentUnit() {
        List<AdminUnit> former = admin.units.search("", LocalDate.of(2020, 10, 18), 1000);
        assertThat(former).hasSize(265).allMatch(u -> u.successors().size() == 1);
        assertThat(former).extracting(AdminUnit::fullName).contains("Huyện Cồn Cỏ");
        assertThat(admin.units
                        .search("Triệu Long, Triệu Phong, Quảng Trị", null, 5)
                        .get(0)
                        .fullName())
                .isEqualTo("Xã Triệu Long");
    }

    @Test
    void aPlaceIsFoundInItsUnitAndNearTheBorderOfTheSea() {
        assertThat(unitOf(107.139399, 16.722777)).isEqualTo("Xã Triệu Phong");
        assertThat(unitOf(106.770789, 17.238474)).isEqualTo("Xã Lệ Thuỷ");
        assertThat(admin.units.unitOf(new LonLat(108.5, 17.5))).isEmpty();
    }

    @Test
    void importingAgainChangesNothing() {
        Long version = admin.changes.versions().get(Topic.ADMIN);
        for (ImportSummary again : List.of(outlines(admin), figures(admin), successors(admin))) {
            assertThat(again.unchanged()).isEqualTo(again.read());
        }
        assertThat(admin.changes.versions().get(Topic.ADMIN)).isEqualTo(version);
    }

    @Test
    void theGivenAreaIsToldBesideTheMeasuredOne() {
        assertThat(figures(admin).figures())
                .containsEntry("given_area_km2", 12_700L)
                .containsEntry("area_km2", 12_686L);
    }

    @Test
    void theOrderOfTheThreeFilesMakesNoDifference() {
        AdminFixture other = new AdminFixture();
        successors(other);
        figures(other);
        ImportSummary last = outlines(other);
        assertThat(last.figures()).containsEntry("present_units", 78L).containsEntry("people", 1_870_664L);
        assertThat(other.units.list()).isEqualTo(admin.units.list());
    }

    @Test
    void simplifiedOutlinesKeepTheAreaAndTheirSizeIsSmall() {
        double full = area(15);
        assertThat(area(8)).isBetween(full * 0.98, full * 1.02);
        assertThat(corners(8)).isLessThan(12_000);
        assertThat(corners(11)).isLessThan(corners(13)).isGreaterThan(corners(8));
    }

    private double area(int zoom) {
        return admin.units.at(zoom, null).stream()
                .mapToDouble(o -> o.area().getArea())
                .sum();
    }

    private int corners(int zoom) {
        return admin.units.at(zoom, null).stream()
                .mapToInt(o -> o.area().getNumPoints())
                .sum();
    }

    private String first(String text) {
        return admin.units.search(text, null, 5).get(0).fullName();
    }

    private List<String> meant(String text) {
        return admin.units.meantBy(text).stream().map(AdminUnit::fullName).toList();
    }

    private String unitOf(double lon, double lat) {
        return admin.units.unitOf(new LonLat(lon, lat)).map(AdminUnit::fullName).orElse("");
    }

    private static ImportSummary outlines(AdminFixture admin) {
        return clean(log -> admin.imports.outlines(OUTLINES, false, log), 78);
    }

    private static ImportSummary figures(AdminFixture admin) {
        return clean(log -> admin.imports.figures(CsvRowSource.open(FIGURES), log), 78);
    }

    private static ImportSummary successors(AdminFixture admin) {
        return clean(log -> admin.imports.successors(CsvRowSource.open(SUCCESSORS), log), 265);
    }

    private static ImportSummary clean(Function<ListRows, ImportSummary> load, long rows) {
        ListRows log = new ListRows();
        ImportSummary summary = load.apply(log);
        assertThat(log.issues()).isEmpty();
        assertThat(summary.read()).isEqualTo(rows);
        assertThat(summary.refused()).isZero();
        return summary;
    }
}
