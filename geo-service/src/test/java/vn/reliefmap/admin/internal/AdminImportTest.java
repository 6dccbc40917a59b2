package vn.reliefmap.admin.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.reliefmap.ListRows;
import vn.reliefmap.admin.AdminUnit;
import vn.reliefmap.geo.LonLat;
import vn.reliefmap.kernel.ImportSummary;

class AdminImportTest {
    private final AdminFixture admin = new AdminFixture();
    private final ListRows log = new ListRows();

    @TempDir
    Path folder = Path.of("target");

    @Test
    void goodOutlinesGoInAndBadOnesAreNamed() throws IOException {
        ImportSummary summary = outlines(
                false,
                square("90001", "Xã Một", 107.0, 16.7),
                square("90001", "Xã Một nữa", 107.1, 16.7),
                square("", "Xã Không Mã", 107.1, 16.7),
                feature("90002", "Xã Nơ", "[[[107.2,16.7],[107.3,16.8],[107.3,16.7],[107.2,16.8],[107.2,16.7]]]"),
                feature("90003", "Xã Rỗng", "[]"),
                "{\"type\":\"Feature\",\"properties\":{\"code\":\"90004\",\"fullName\":\"Xã Điểm\"},"
                        + "\"geometry\":{\"type\":\"Point\",\"coordinates\":[107.1,16.7]}}");
        assertThat(summary.read()).isEqualTo(6);
        assertThat(summary.added()).isEqualTo(2);
        assertThat(summary.refused()).isEqualTo(4);
        assertThat(log.issues())
                .contains(
                        "REFUSED 2 DUPLICATE_CODE",
                        "REFUSED 3 CODE_MISSING",
                        "REPAIRED 4 POLYGON_REPAIRED",
                        "REFUSED 6 NOT_AN_AREA")
                .anyMatch(i -> i.startsWith("REFUSED 5 "));
        AdminUnit one = admin.units.get("90001");
        assertThat(one.areaM2()).isNotNull().isCloseTo(11_796_000.0, Percentage.withPercentage(1));
        assertThat(admin.units.unitOf(new LonLat(107.01, 16.71))).contains(one);
        // 100 m east of the border: still the nearest unit; 2 km: nobody's.
        assertThat(admin.units.unitOf(new LonLat(107.0309, 16.71))).contains(one);
        assertThat(admin.units.unitOf(new LonLat(107.05, 16.71))).isEmpty();
    }

    @Test
    void simulatedUnitsNeverReplaceRealOnes() throws IOException {
        outlines(false, square("90001", "Xã Thật", 107.0, 16.7));
        outlines(true, square("90001", "Xã Giả", 107.0, 16.7), square("S1", "Xã Giả", 107.0, 16.7));
        assertThat(log.issues()).containsExactly("REFUSED 1 CODE_IS_REAL");
        assertThat(admin.units.unitOf(new LonLat(107.01, 16.71)).map(AdminUnit::code))
                .contains("90001");
        assertThat(admin.units.get("S1").simulated()).isTrue();
    }

    @Test
    void figuresOfUnknownUnitsAreRefusedOnceThereAreOutlines() throws IOException {
        outlines(false, square("90001", "Xã Một", 107.0, 16.7));
        ImportSummary summary = admin.imports.figures(
                ListRows.of(
                        "Mã;Tên;Dân số;centroid_lat;centroid_lon",
                        "90001;Xã Một;12.345;16,71;107,01",
                        "99999;Xã Không Có;10;;",
                        "90001;Xã Một;nhiều;;"),
                log);
        assertThat(log.issues()).containsExactly("REFUSED 3 UNKNOWN_COMMUNE_CODE", "REFUSED 4 POPULATION_NOT_A_NUMBER");
        assertThat(summary.changed()).isEqualTo(1);
        assertThat(admin.units.get("90001").population()).isEqualTo(12_345);
        assertThat(admin.units.get("90001").centre()).isEqualTo(new LonLat(107.01, 16.71));
    }

    @Test
    void aFormerUnitWithTwoSuccessorsMeansBoth() throws IOException {
        outlines(false, square("90001", "Xã Một", 107.0, 16.7), square("90002", "Xã Hai", 107.1, 16.7));
        admin.imports.successors(
                ListRows.of(
                        "old_code,old_name,new_code,new_name",
                        "80001.0,Xã Cũ,90001,Xã Một",
                        "80001,Xã Cũ,90002,Xã Hai",
                        "80002,Xã Lạc,77777,Xã Không Có"),
                log);
        assertThat(log.issues()).containsExactly("REFUSED 4 UNKNOWN_COMMUNE_CODE");
        assertThat(admin.units.meantBy("xa cu")).extracting(AdminUnit::code).containsExactly("90001", "90002");
        assertThat(admin.units.meantBy("xã nào đó")).isEmpty();
    }

    @Test
    void aFileWithoutTheColumnsIsRefusedWithTheirNames() {
        assertThatThrownBy(() -> admin.imports.figures(ListRows.of("a,b", "1,2"), log))
                .hasMessageContaining("COLUMN_MISSING")
                .hasMessageContaining("code");
    }

    private ImportSummary outlines(boolean simulated, String... features) throws IOException {
        Path file = folder.resolve("units.geojson");
        Files.writeString(file, "{\"type\":\"FeatureCollection\",\"features\":[" + String.join(",", features) + "]}");
        return admin.imports.outlines(file, simulated, log);
    }

    /** About 3.2 × 3.7 km from its south-western corner. */
    private static String square(String code, String name, double lon, double lat) {
        return feature(
                code,
                name,
                "[[[%1$s,%2$s],[%3$s,%2$s],[%3$s,%4$s],[%1$s,%4$s],[%1$s,%2$s]]]"
                        .formatted(lon, lat, lon + 0.03, lat + 0.0333));
    }

    private static String feature(String code, String name, String rings) {
        return """
                {"type":"Feature","properties":{"code":"%s","fullName":"%s"},
                 "geometry":{"type":"Polygon","coordinates":%s}}
                """.formatted(code, name, rings);
    }
}
