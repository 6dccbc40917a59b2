package vn.reliefmap.demo.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.reliefmap.admin.AdminImport;
import vn.reliefmap.demo.Demo;
import vn.reliefmap.demo.DemoReport;
import vn.reliefmap.kernel.ImportIssue;
import vn.reliefmap.kernel.ImportSummary;
import vn.reliefmap.kernel.ProblemException;
import vn.reliefmap.routing.RoadImport;

/** FEATURE UNDER TEST: a demo on any imported roads, one at a time. */
class DemoGeneratorTest {
    private static final Instant BASE = Instant.parse("2026-10-18T06:00:00Z");

    /** Two villages on both sides of a river, one bridge; no building is mapped. */
    private static final String TINY = """
            <?xml version='1.0' encoding='UTF-8'?>
            <osm version="0.6">
            <node id="1" lat="16.7400" lon="107.1800"/><node id="2" lat="16.7400" lon="107.1900"/>
            <node id="3" lat="16.7400" lon="107.2000"/><node id="4" lat="16.7400" lon="107.2100"/>
            <node id="5" lat="16.7300" lon="107.1850"/><node id="6" lat="16.7500" lon="107.1850"/>
            <node id="7" lat="16.7300" lon="107.2050"/><node id="8" lat="16.7500" lon="107.2050"/>
            <node id="9" lat="16.7200" lon="107.1950"/><node id="10" lat="16.7600" lon="107.1950"/>
            <node id="11" lat="16.7400" lon="107.1850"><tag k="place" v="town"/><tag k="name" v="Bờ Tây"/></node>
            <node id="12" lat="16.7400" lon="107.2050"><tag k="place" v="village"/><tag k="name" v="Bờ Đông"/></node>
            <way id="1"><nd ref="1"/><nd ref="2"/><tag k="highway" v="secondary"/></way>
            <way id="2"><nd ref="2"/><nd ref="3"/><tag k="highway" v="secondary"/><tag k="bridge" v="yes"/></way>
            <way id="3"><nd ref="3"/><nd ref="4"/><tag k="highway" v="secondary"/></way>
            <way id="4"><nd ref="5"/><nd ref="1"/><nd ref="6"/><tag k="highway" v="residential"/></way>
            <way id="5"><nd ref="7"/><nd ref="4"/><nd ref="8"/><tag k="highway" v="residential"/></way>
            <way id="6"><nd ref="9"/><nd ref="10"/><tag k="waterway" v="river"/><tag k="name" v="Sông Nhỏ"/></way>
            </osm>
            """;

    @TempDir
    Path temp;

    @Test
    void aTinyNetworkGetsHouseholdsWaterAndACommune() throws Exception {
        try (DemoRooms rooms = tiny()) {
            DemoReport report = rooms.room(Demo.class).run(1, 300, BASE, rooms);

            assertThat(report.disasterName()).isEqualTo("Lũ mô phỏng Bờ Tây");
            assertThat(rooms.issues).extracting(ImportIssue::code).isEmpty();
            assertThat(rooms.count("household where simulated and admin_code like 'MP%'"))
                    .isEqualTo(300);
            assertThat(rooms.count("flood_observation")).isEqualTo(6);
            assertThat(rooms.count("admin_unit where simulated")).isPositive();
        }
    }

    @Test
    void anotherSeedTakesThePlaceOfTheDemoBeforeAndTheSameOneChangesNothing() throws Exception {
        try (DemoRooms rooms = tiny()) {
            Demo demo = rooms.room(Demo.class);
            demo.run(1, 300, BASE, rooms);
            var before = BundledDemoTest.counts(rooms);

            DemoReport same = demo.run(1, 300, BASE.plusSeconds(59), rooms);
            assertThat(same.replaced()).isZero();
            assertThat(BundledDemoTest.counts(rooms)).isEqualTo(before);

            DemoReport other = demo.run(2, 120, BASE.plusSeconds(86_400), rooms);
            assertThat(other.replaced()).isEqualTo(300);
            assertThat(rooms.count("household")).isEqualTo(120);
            assertThat(rooms.count("flood_observation")).isEqualTo(6);
            assertThat(rooms.count("disaster")).isEqualTo(1);
            assertThat(rooms.count("flood_observation where observed_at < '2026-10-18 20:00Z'"))
                    .isZero();
        }
    }

    @Test
    void importedCommunesAreUsedWhereTheyCoverTheLand() throws Exception {
        try (DemoRooms rooms = tiny()) {
            Path communes = temp.resolve("communes.geojson");
            Files.writeString(communes, """
                    {"type":"FeatureCollection","features":[{"type":"Feature",
                    "properties":{"code":"19624","name":"Triệu Phong","fullName":"Xã Triệu Phong"},
                    "geometry":{"type":"Polygon","coordinates":[[[107.1,16.6],[107.3,16.6],[107.3,16.8],[107.1,16.8],[107.1,16.6]]]}}]}
                    """);
            rooms.room(AdminImport.class).outlines(communes, false, rooms);

            DemoReport report = rooms.room(Demo.class).run(1, 100, BASE, rooms);

            assertThat(report.imports()).doesNotContainKey("communes.geojson");
            assertThat(rooms.count("household where admin_code = '19624'")).isEqualTo(100);
        }
    }

    @Test
    void noHouseholdsAtAllIsAProblemThatSaysWhatWasExpected() throws Exception {
        try (DemoRooms rooms = tiny()) {
            Demo demo = rooms.room(Demo.class);
            assertThatThrownBy(() -> demo.run(1, 0, BASE, rooms))
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            e -> assertThat(e.problem().code()).isEqualTo("HOUSEHOLDS_RANGE"));
        }
    }

    @Test
    void hueGetsADemoOnItsRealRoadsBuildingsAndRivers() {
        assumeTrue(Files.exists(DemoRooms.HUE), "../shared/data/roads/hue.osm.pbf is not here");
        try (DemoRooms rooms = new DemoRooms(temp.resolve("hue"))) {
            rooms.room(RoadImport.class).load(DemoRooms.HUE, false, rooms);
            rooms.issues.clear();

            DemoReport report = rooms.room(Demo.class).run(5, 8000, BASE, rooms);

            assertThat(rooms.issues).extracting(ImportIssue::code).isEmpty();
            assertThat(rooms.count("household where simulated and admin_code like 'MP%'"))
                    .isGreaterThan(7900);
            assertThat(rooms.count("admin_unit where simulated")).isBetween(3L, 30L);
            assertThat(report.imports().values())
                    .extracting(ImportSummary::refused)
                    .containsOnly(0L);
            assertThat(rooms.count("depot")).isPositive();
        }
    }

    private DemoRooms tiny() throws Exception {
        Path roads = temp.resolve("tiny.osm");
        Files.writeString(roads, TINY);
        DemoRooms rooms = new DemoRooms(temp.resolve("home"));
        rooms.room(RoadImport.class).load(roads, true, rooms);
        return rooms;
    }
}
