package vn.reliefmap.flood;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static vn.reliefmap.flood.FloodWorld.box;
import static vn.reliefmap.flood.FloodWorld.feature;
import static vn.reliefmap.flood.FloodWorld.options;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Coordinate;
import vn.reliefmap.flood.FloodWorld.Told;
import vn.reliefmap.flood.Water.State;
import vn.reliefmap.kernel.DisasterId;
import vn.reliefmap.kernel.ImportIssue;
import vn.reliefmap.kernel.ImportIssue.Severity;
import vn.reliefmap.kernel.ImportSummary;

class FloodImportTest {
    private static final FloodWorld WORLD = new FloodWorld();
    private static final String SIX = "2020-10-18T06:00:00Z";
    private static final String NINE = "2020-10-18T09:00:00Z";
    private static int count;

    private final Path folder;
    private final DisasterId disaster;

    FloodImportTest(@TempDir Path folder) {
        this.folder = folder;
        this.disaster = WORLD.disaster("lũ " + ++count, false);
    }

    @AfterAll
    static void close() {
        WORLD.close();
    }

    @Test
    void polygonsWithAndWithoutDepthBecomeOnePicture() {
        Told told = WORLD.load(
                folder,
                options(disaster, SIX),
                box("\"depth_m\":0.4", 107.0, 16.6, 107.1, 16.7),
                box("\"do_sau\":\"1,2\"", 107.1, 16.6, 107.2, 16.7),
                box("\"name\":\"x\"", 107.2, 16.6, 107.3, 16.7),
                box("\"footprint\":true", 106.9, 16.5, 107.4, 16.8));
        addsUp(told.summary());
        assertThat(told.summary().added()).isEqualTo(4);
        assertThat(told.issues()).isEmpty();
        assertThat(told.figures())
                .containsEntry("polygons", 3L)
                .containsEntry("polygons_without_depth", 1L)
                .containsEntry("footprint", "from the file");
        assertThat(water(NINE, 107.05, 16.65)).isEqualTo(new Water(State.WET, 0.4, Instant.parse(SIX)));
        assertThat(water(NINE, 107.15, 16.65).depthM()).isEqualTo(1.2);
        assertThat(water(NINE, 107.25, 16.65).state()).isEqualTo(State.UNKNOWN);
        assertThat(water(NINE, 106.95, 16.55).state()).isEqualTo(State.DRY);
        assertThat(water(NINE, 107.5, 16.55).state()).isEqualTo(State.UNOBSERVED);
        assertThat(WORLD.waters().steps(disaster)).containsExactly(new WaterStep(Instant.parse(SIX), false));
    }

    @Test
    void theSameContentAgainChangesNothing() {
        String feature = box("\"depth_m\":0.4", 107.0, 16.6, 107.1, 16.7);
        WORLD.load(folder, options(disaster, SIX), feature);
        Told again = WORLD.load(folder, options(disaster, SIX), feature);
        assertThat(again.summary().unchanged()).isEqualTo(1);
        assertThat(again.summary().added()).isZero();
        addsUp(again.summary());
        Told later = WORLD.load(folder, options(disaster, NINE), feature);
        assertThat(later.summary().added()).isEqualTo(1);
        assertThat(WORLD.waters().steps(disaster)).hasSize(2);
        Told deeper = WORLD.load(folder, options(disaster, NINE), feature.replace("0.4", "0.9"));
        assertThat(deeper.summary().added()).isEqualTo(1);
        assertThat(WORLD.waters().steps(disaster)).hasSize(2);
        assertThat(water(NINE, 107.05, 16.65).depthM()).isEqualTo(0.9);
    }

    @Test
    void aPictureIsTheSameObjectUntilTheWaterChanges() {
        WORLD.load(folder, options(disaster, SIX), box("\"depth_m\":0.4", 107.0, 16.6, 107.1, 16.7));
        WaterPicture first = WORLD.waters().picture(disaster, Instant.parse("2020-10-18T07:00:00Z"));
        assertThat(WORLD.waters().picture(disaster, Instant.parse("2020-10-18T08:00:00Z")))
                .isSameAs(first);
        WORLD.load(folder, options(disaster, NINE), box("\"depth_m\":0.5", 107.0, 16.6, 107.1, 16.7));
        assertThat(WORLD.waters().picture(disaster, Instant.parse("2020-10-18T08:00:00Z")))
                .isSameAs(first);
        assertThat(WORLD.waters().picture(disaster, Instant.parse(NINE)).at()).isEqualTo(Instant.parse(NINE));
    }

    @Test
    void featuresMayCarryTheirOwnTimes() {
        Told told = WORLD.load(
                folder,
                options(disaster, null),
                box("\"depth_m\":0.4,\"observed_at\":\"2020-10-18T13:00:00+07:00\"", 107.0, 16.6, 107.1, 16.7),
                box("\"depth_m\":0.8,\"observed_at\":\"" + NINE + "\",\"forecast\":true", 107.0, 16.6, 107.1, 16.7),
                box("\"kind\":\"footprint\"", 106.9, 16.5, 107.4, 16.8),
                box("\"observed_at\":\"18/10/2020\"", 107.0, 16.6, 107.1, 16.7));
        addsUp(told.summary());
        assertThat(told.summary().added()).isEqualTo(3);
        assertThat(told.codes()).containsExactly("OBSERVED_AT_FORM");
        assertThat(WORLD.waters().steps(disaster))
                .containsExactly(new WaterStep(Instant.parse(SIX), false), new WaterStep(Instant.parse(NINE), true));
        assertThat(water(SIX, 106.95, 16.55).state()).isEqualTo(State.DRY);
        assertThat(water(NINE, 107.05, 16.65).depthM()).isEqualTo(0.8);
    }

    @Test
    void aFileWithoutAnyTimeIsRefusedWithTheExpectedForm() {
        assertThatThrownBy(() -> WORLD.load(folder, options(disaster, null), box("", 107.0, 16.6, 107.1, 16.7)))
                .hasMessageStartingWith("OBSERVED_AT_MISSING")
                .hasFieldOrPropertyWithValue("problem.field", "at");
        assertThat(WORLD.waters().steps(disaster)).isEmpty();
    }

    @Test
    void badFeaturesAreNamedAndTheGoodOnesGoIn() {
        Told told = WORLD.load(
                folder,
                options(disaster, SIX),
                feature("", "[[[107,16],[107.2,16.2],[107.2,16],[107,16.2],[107,16]]]"),
                feature("", "[]"),
                feature("", "[[[107,16],[107.1,16],[107.2,16],[107,16]]]"),
                box("\"depth_m\":-0.1", 107.0, 16.6, 107.1, 16.7),
                box("\"depth_m\":120", 107.0, 16.6, 107.1, 16.7),
                box("\"depth_m\":NaN", 107.0, 16.6, 107.1, 16.7),
                box("\"depth_m\":\"sâu\"", 107.0, 16.6, 107.1, 16.7),
                "{\"type\":\"Feature\",\"geometry\":{\"type\":\"Point\",\"coordinates\":[107,16]}}",
                "{\"type\":\"Feature\",\"geometry\":null}",
                feature("", "[[[107,NaN],[107.1,16],[107.2,16],[107,16]]]"),
                // A hole with an island in it, as one polygon whose second ring lies inside the first.
                feature(
                        "\"depth_m\":1",
                        "[[[107.0,16.5],[107.4,16.5],[107.4,16.9],[107.0,16.9],[107.0,16.5]],"
                                + "[[107.1,16.6],[107.3,16.6],[107.3,16.8],[107.1,16.8],[107.1,16.6]],"
                                + "[[107.18,16.68],[107.22,16.68],[107.22,16.72],[107.18,16.72],[107.18,16.68]]]"),
                box("\"depth_m\":\"\"", 107.5, 16.6, 107.6, 16.7));
        addsUp(told.summary());
        assertThat(told.summary().read()).isEqualTo(12);
        assertThat(told.summary().added()).isEqualTo(3);
        assertThat(told.issues())
                .extracting(i -> i.row() + " " + i.severity() + " " + i.code())
                .containsExactly(
                        "1 REPAIRED POLYGON_INVALID",
                        "2 REFUSED GEOMETRY_EMPTY",
                        "3 REFUSED POLYGON_WITHOUT_AREA",
                        "4 REFUSED DEPTH_RANGE",
                        "5 REFUSED DEPTH_RANGE",
                        "6 REFUSED DEPTH_RANGE",
                        "7 REFUSED DEPTH_RANGE",
                        "8 REFUSED NOT_AN_AREA",
                        "9 REFUSED GEOMETRY_MISSING",
                        "10 REFUSED COORDINATE_NOT_A_NUMBER",
                        "11 REPAIRED POLYGON_INVALID");
        assertThat(water(SIX, 107.05, 16.7).depthM()).isEqualTo(1);
        assertThat(water(SIX, 107.15, 16.65).state()).isEqualTo(State.DRY);
    }

    @Test
    void exchangedCoordinatesAndOtherSystemsArriveInThePlaceMeant() {
        Told told = WORLD.load(
                folder,
                options(disaster, SIX),
                feature("\"depth_m\":1", "[[[16.6,107.0],[16.7,107.0],[16.7,107.1],[16.6,107.1],[16.6,107.0]]]"));
        assertThat(told.codes()).containsExactly("COORDINATES_SWAPPED");
        assertThat(told.figures()).containsEntry("swapped", 1L);
        assertThat(water(SIX, 107.05, 16.65).depthM()).isEqualTo(1);
        WORLD.load(
                folder,
                new FloodImport.Options(disaster, Instant.parse(NINE), true, 0.7, 9212, "trạm"),
                box("", 600000, 1850000, 601000, 1851000));
        assertThat(water(NINE, 107.1945, 16.729).depthM()).isEqualTo(0.7);
    }

    @Test
    void anUnknownSystemOrDepthOrDisasterIsAClearProblem() {
        String any = box("", 107.0, 16.6, 107.1, 16.7);
        Instant at = Instant.parse(SIX);
        assertThatThrownBy(() ->
                        WORLD.load(folder, new FloodImport.Options(disaster, at, false, null, 12345678, null), any))
                .hasMessageStartingWith("UNKNOWN_CRS");
        assertThatThrownBy(
                        () -> WORLD.load(folder, new FloodImport.Options(disaster, at, false, -1.0, null, null), any))
                .hasMessageStartingWith("DEPTH_RANGE");
        assertThatThrownBy(() -> WORLD.load(
                        folder,
                        new FloodImport.Options(new DisasterId(new UUID(1, 1)), at, false, null, null, null),
                        any))
                .hasMessageStartingWith("DISASTER_NOT_FOUND");
    }

    @Test
    void aFaultInTheMiddleLeavesNothingBehind() throws IOException {
        Path cut = folder.resolve("cut.geojson");
        String whole = "{\"type\":\"FeatureCollection\",\"features\":["
                + (box("\"depth_m\":1", 107.0, 16.6, 107.1, 16.7) + ",").repeat(3000);
        Files.writeString(cut, whole);
        assertThatThrownBy(() -> WORLD.load(cut, options(disaster, SIX))).hasMessageStartingWith("FILE_TRUNCATED");
        assertThat(WORLD.waters().steps(disaster)).isEmpty();
        assertThat(WORLD.load(folder, options(disaster, SIX), box("", 107.0, 16.6, 107.1, 16.7))
                        .summary()
                        .added())
                .isEqualTo(1);
    }

    @Test
    void waterOutsideItsFootprintIsWarnedOfAndEmptyFilesToo() {
        Told told = WORLD.load(
                folder,
                options(disaster, SIX),
                box("\"footprint\":\"true\"", 107.0, 16.6, 107.1, 16.7),
                box("", 107.05, 16.6, 107.2, 16.7));
        assertThat(told.codes()).containsExactly("WATER_OUTSIDE_FOOTPRINT");
        Told empty = WORLD.load(folder, options(disaster, NINE), new String[0]);
        assertThat(empty.codes()).containsExactly("NOTHING_USABLE");
        addsUp(empty.summary());
    }

    /** Issue 2: 784 polygons, the invalid one repaired and named, outside Vietnam warned. */
    @Test
    void veronaHas784PolygonsOneOfThemInvalid() {
        Path file = Path.of(System.getProperty("relief.root", "."), "../shared/data/flood/01VERONA_DEL_v1.geojson");
        assumeTrue(Files.exists(file), "needs ../shared/data/flood/01VERONA_DEL_v1.geojson");
        Told told = WORLD.load(file, options(disaster, "2018-10-30T00:00:00Z"));
        addsUp(told.summary());
        assertThat(told.summary().read()).isEqualTo(784);
        assertThat(told.summary().added()).isEqualTo(784);
        List<ImportIssue> repaired = told.issues().stream()
                .filter(i -> i.severity() == Severity.REPAIRED)
                .toList();
        assertThat(repaired).singleElement().satisfies(i -> assertThat(i.row()).isEqualTo(625));
        assertThat(told.codes()).containsExactly("POLYGON_INVALID", "OUTSIDE_VIETNAM");
        assertThat(told.figures()).containsEntry("outside_vietnam", 784L);
        assertThat(water("2018-10-31T00:00:00Z", 10.8526, 45.4840).state()).isEqualTo(State.UNKNOWN);
        assertThat(told.figures().toString()).contains("convex hull");
    }

    private static void addsUp(ImportSummary s) {
        assertThat(s.added() + s.changed() + s.unchanged() + s.refused()).isEqualTo(s.read());
    }

    private Water water(String at, double lon, double lat) {
        return WORLD.waters().picture(disaster, Instant.parse(at)).at(new Coordinate(lon, lat));
    }

    @Test
    void currentsAreTakenAndImpossibleOnesRefused() {
        DisasterId disaster = WORLD.disaster("dòng chảy", true);
        FloodWorld.Told told = WORLD.load(
                folder,
                options(disaster, SIX),
                box("\"depth_m\":0.4,\"velocity_ms\":1.5", 107.0, 16.6, 107.1, 16.7),
                box("\"depth_m\":0.4,\"van_toc\":\"0,5\"", 107.1, 16.6, 107.2, 16.7),
                box("\"depth_m\":0.4", 107.2, 16.6, 107.3, 16.7),
                box("\"depth_m\":0.4,\"velocity_ms\":-1", 107.3, 16.6, 107.4, 16.7),
                box("\"depth_m\":0.4,\"velocity_ms\":99", 107.4, 16.6, 107.5, 16.7));
        assertThat(told.codes()).containsExactly("VELOCITY_RANGE", "VELOCITY_RANGE");
        assertThat(told.figures()).containsEntry("polygons_with_current", 2L);
        WaterPicture picture = WORLD.waters().picture(disaster, Instant.parse(SIX));
        assertThat(picture.at(new Coordinate(107.05, 16.65)).currentMs()).isEqualTo(1.5);
        assertThat(picture.at(new Coordinate(107.15, 16.65)).currentMs()).isEqualTo(0.5);
        assertThat(picture.at(new Coordinate(107.25, 16.65)).currentMs()).isNaN();
    }
}
