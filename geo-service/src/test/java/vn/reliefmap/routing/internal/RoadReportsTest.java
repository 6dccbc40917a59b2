package vn.reliefmap.routing.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import vn.reliefmap.disaster.Disasters;
import vn.reliefmap.flood.FloodImport;
import vn.reliefmap.flood.FloodWorld;
import vn.reliefmap.store.DataChanged;
import vn.reliefmap.store.Topic;

/** FEATURE UNDER TEST: what is said of roads decides ways. */
class RoadReportsTest extends ReportedPlain {
    RoadReportsTest(@TempDir Path home) {
        super(home);
    }

    @Test
    void r01_aClosingReportHoldsUntilSomebodySaysOpen() {
        assertThat(found("truck", 6)).isTrue();
        report("closed", HIGHWAY_EAST, 6, "");
        JsonNode detour = route("truck", 7);
        assertThat(detour.path("stretches").toString()).contains("Ngầm Hà").contains("Đường Chợ");
        report("closed", DIKE_EAST, 6, "");
        JsonNode no = route("truck", 100);
        assertThat(no.path("reason").asString()).isEqualTo("cut_off");
        assertThat(no.path("depth_m").isNull()).isTrue();
        assertThat(no.path("unknown_depth").asBoolean(true)).isFalse();
        assertThat(no.path("said").path("state").asString()).isEqualTo("closed");
        assertThat(no.path("vi").asString()).contains("bị chặn").contains("theo tin báo");
        report("open", HIGHWAY_EAST, 101, "");
        JsonNode open = route("truck", 102);
        assertThat(open.path("found").asBoolean()).isTrue();
        assertThat(open.path("stretches").toString()).contains("\"state\":\"open\",\"observed_at\"");
        assertThat(found("truck", 5)).as("before the reports").isTrue();
    }

    @Test
    void r02_depthsStopWhoeverTheyStop() {
        report("closed", DIKE_EAST, 6, "");
        report("knee_deep", HIGHWAY_EAST, 6, "");
        assertThat(found("truck", 7)).isTrue();
        assertThat(route("truck", 7).path("deepest_m").asDouble()).isEqualTo(0.5);
        assertThat(found("pickup", 7)).isFalse();
        report("chest_deep", HIGHWAY_EAST, 8, "");
        JsonNode no = route("truck", 9);
        assertThat(no.path("depth_m").asDouble()).isEqualTo(1.3);
        assertThat(no.path("said").path("state").asString()).isEqualTo("chest_deep");
        report("shallow", HIGHWAY_EAST, 10, "");
        assertThat(route("motorbike", 11).path("deepest_m").asDouble()).isEqualTo(0.15);
    }

    @Test
    void r03_openAgesAndThenNothingIsKnown() {
        report("closed", DIKE_EAST, 6, "");
        report("closed", HIGHWAY_EAST, 6, "");
        report("open", HIGHWAY_EAST, 7, "");
        assertThat(found("truck", 9.9)).isTrue();
        JsonNode no = route("truck", 10);
        assertThat(no.path("unknown_depth").asBoolean()).isTrue();
        assertThat(no.path("said").path("confirmed").asBoolean(true)).isFalse();
        JsonNode aged = reports(10, null).path("features").path(0).path("properties");
        assertThat(aged.path("status").asString()).isEqualTo("unconfirmed");
        assertThat(route("truck", 9).path("water").path("snapshot"))
                .isNotEqualTo(route("truck", 11).path("water").path("snapshot"));
    }

    @Test
    void r04_aFootprintSeenDryReopensWhatWaterClosed() throws IOException {
        report("closed", DIKE_EAST, 6, "");
        report("waist_deep", HIGHWAY_EAST, 6, "");
        report("bridge_gone", BRIDGE, 6, "");
        assertThat(found("truck", 7.5)).isFalse();
        // Water somewhere else, and all of the plain looked at.
        Files.writeString(
                folder.resolve("dry.geojson"),
                "{\"type\":\"FeatureCollection\",\"features\":["
                        + FloodWorld.box("\"class\":\"footprint\"", 107.05, 16.7, 107.2, 16.8) + ","
                        + FloodWorld.box("\"depth_m\":1", 107.06, 16.71, 107.061, 16.711) + "]}");
        program.getBean(FloodImport.class)
                .load(
                        folder.resolve("dry.geojson"),
                        FloodWorld.options(id, hour(8).toString()),
                        new RoadTown.Silence());
        program.publishEvent(new DataChanged(Topic.WATER, count));
        assertThat(found("truck", 7.9)).isFalse();
        assertThat(route("truck", 8.5).path("stretches").toString()).contains("Ngầm Hà");
        report("open", BRIDGE, 8.6, "");
        assertThat(route("truck", 8.7).path("stretches").toString()).contains("Cầu Hà");
    }

    @Test
    void r05_aDeckReportDecidesForABridge() {
        report("bridge_gone", "[107.1139, 16.7501]", 6, "");
        JsonNode told = reports(7, null).path("features").path(0);
        assertThat(told.path("properties").path("road_name").asString()).isEqualTo("Cầu Hà");
        assertThat(route("truck", 7).path("stretches").toString()).contains("Ngầm Hà");
        report("closed", FORD, 6, "");
        assertThat(route("truck", 7).path("vi").asString()).contains("cầu hỏng");
    }

    @Test
    void r06_aNamedOfficerLetsTrucksThroughForATime() {
        report("closed", DIKE_EAST, 6, "");
        report("waist_deep", HIGHWAY_EAST, 6, "");
        post(body("truck_allowed", HIGHWAY_EAST, 6, permission(0.9, 8)), 200);
        assertThat(found("truck", 7)).as("1.0 m is more than anybody may allow").isFalse();
        program.getBean(Disasters.class).open(disaster + "b", true, DrawnWater.SEEN);
        anotherDisaster();
        report("closed", DIKE_EAST, 6, "");
        flood(0.7, 107.119, 107.127);
        assertThat(found("truck", 7)).isFalse();
        post(body("truck_allowed", HIGHWAY_EAST, 6.5, permission(0.9, 8)), 200);
        JsonNode way = route("truck", 7);
        assertThat(way.path("found").asBoolean()).isTrue();
        assertThat(way.path("deepest_m").asDouble()).isEqualTo(0.7);
        assertThat(way.toString())
                .contains("\"role\":\"officer\"")
                .doesNotContain("Lê Thị B")
                .doesNotContain("chở thuốc");
        assertThat(send("/routes", routeBody("truck", 7), token).body()).contains("Lê Thị B");
        assertThat(found("pickup", 7)).isFalse();
        assertThat(found("truck", 8)).as("its time is over").isFalse();
        assertThat(found("truck", 6.4)).as("not yet given").isFalse();
        assertThat(reports(7, null).toString()).doesNotContain("Lê Thị B").doesNotContain("\"reporter\":\"");
    }

    @Test
    void r07_aNewRoadExtractKeepsTheReports() throws IOException {
        report("closed", HIGHWAY_EAST, 6, "");
        report("closed", DIKE_EAST, 6, "");
        report("closed", "[107.155, 16.7601]", 6, "");
        assertThat(found("truck", 7)).isFalse();
        // The highway is cut at a new junction and its eastern half numbered anew, the dike road is drawn 5 m to the
        // north, the island's road is gone.
        String roads = Files.readString(RoadTown.VILLAGE)
                .replace(
                        "<way id=\"103\"><nd ref=\"4\"/><nd ref=\"5\"/><nd ref=\"6\"/>",
                        "<node id=\"50\" lat=\"16.750\" lon=\"107.125\"/><node id=\"51\" lat=\"16.752\" lon=\"107.125\"/>"
                                + "<way id=\"300\"><nd ref=\"50\"/><nd ref=\"51\"/><tag k=\"highway\" v=\"service\"/></way>"
                                + "<way id=\"301\"><nd ref=\"50\"/><nd ref=\"6\"/><tag k=\"highway\" v=\"trunk\"/></way>"
                                + "<way id=\"103\"><nd ref=\"4\"/><nd ref=\"5\"/><nd ref=\"50\"/>")
                .replace("lat=\"16.740\" lon=\"107.116\"", "lat=\"16.74005\" lon=\"107.116\"")
                .replaceAll("(?s)<way id=\"111\">.*?</way>", "");
        int firstWay = roads.indexOf("<way");
        String nodes = roads.substring(roads.indexOf("<node id=\"50\""), roads.indexOf("<way id=\"300\""));
        roads = roads.replace(nodes, "");
        roads = roads.substring(0, firstWay) + nodes + roads.substring(firstWay);
        load(RoadTown.write(folder.resolve("newer.osm"), roads.getBytes(StandardCharsets.UTF_8)));
        try {
            JsonNode no = route("truck", 7);
            assertThat(no.path("reason").asString()).isEqualTo("cut_off");
            JsonNode features = reports(7, null).path("features");
            assertThat(features).hasSize(3);
            int lost = 0;
            for (JsonNode feature : features) {
                JsonNode told = feature.path("properties");
                if (told.path("status").asString().equals("not_found")) {
                    lost++;
                    assertThat(told.path("found_share").asDouble()).isZero();
                    assertThat(told.path("road_name").asString()).isEqualTo("Đường Cồn");
                } else {
                    assertThat(told.path("status").asString()).isEqualTo("in_force");
                    assertThat(told.path("found_share").asDouble()).isGreaterThan(0.9);
                }
            }
            assertThat(lost).isEqualTo(1);
            report("open", DIKE_EAST, 8, "");
            assertThat(found("truck", 8.5)).isTrue();
        } finally {
            load(RoadTown.VILLAGE);
        }
        assertThat(reports(7, null).path("features").toString()).doesNotContain("not_found");
    }

    @Test
    void r08_theListTellsWhatStillStands() {
        report("closed", HIGHWAY_EAST, 6, "");
        report("knee_deep", DIKE_EAST, 6, "");
        report("open", HIGHWAY_EAST, 7, "");
        JsonNode now = reports(8, null).path("features");
        assertThat(now).hasSize(2);
        assertThat(now.path(0).path("properties").path("state").asString()).isEqualTo("open");
        assertThat(now.path(0).path("geometry").path("type").asString()).isEqualTo("LineString");
        assertThat(now.path(1).path("properties").path("depth_m").asDouble()).isEqualTo(0.5);
        assertThat(now.path(1).path("properties").path("reporter").isNull()).isTrue();
        assertThat(reports(8, "&superseded=true").path("features")).hasSize(3);
        assertThat(reports(8, "&bbox=107.0,16.735,107.2,16.745").path("features"))
                .hasSize(1);
        assertThat(reports(5, null).path("features")).isEmpty();
        JsonNode signedIn = json(get("/road-reports?disaster=" + encoded(disaster) + "&at=" + hour(8), token));
        assertThat(signedIn.path("features")
                        .path(0)
                        .path("properties")
                        .path("reporter")
                        .asString())
                .isNotEmpty();
    }

    @Test
    void r13_whatHappensNowCountsInTheNewestStepAtOnce() {
        flood(0.3, 107.2, 107.21);
        JsonNode before = json(send(
                "/routes",
                "{\"from\":" + A + ",\"to\":" + D + ",\"vehicle\":\"truck\",\"disaster\":\"" + disaster + "\"}",
                null));
        post("{\"state\":\"closed\",\"at\":" + HIGHWAY_EAST + ",\"disaster\":\"" + disaster + "\"}", 200);
        for (String at : new String[] {"", ",\"depart_at\":\"" + hour(6) + "\""}) {
            JsonNode after = json(send(
                    "/routes",
                    "{\"from\":" + A + ",\"to\":" + D + ",\"vehicle\":\"truck\",\"disaster\":\"" + disaster + "\"" + at
                            + "}",
                    null));
            assertThat(after.path("stretches").toString()).contains("Ngầm Hà");
            assertThat(after.path("water").path("at"))
                    .isEqualTo(before.path("water").path("at"));
            assertThat(after.path("water").path("snapshot"))
                    .isNotEqualTo(before.path("water").path("snapshot"));
        }
    }

    private static String permission(double upToM, int untilHour) {
        return ",\"officer\":\"Lê Thị B\",\"up_to_m\":" + upToM + ",\"until\":\"" + hour(untilHour)
                + "\",\"reason\":\"chở thuốc\"";
    }
}
