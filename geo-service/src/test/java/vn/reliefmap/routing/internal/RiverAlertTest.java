package vn.reliefmap.routing.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import vn.reliefmap.flood.GaugeReading;
import vn.reliefmap.flood.Gauges;
import vn.reliefmap.flood.RiverCrossing;
import vn.reliefmap.flood.RoadReportSettings;
import vn.reliefmap.flood.Waters;
import vn.reliefmap.passability.Passability;
import vn.reliefmap.passability.VehicleClass;
import vn.reliefmap.store.Changes;
import vn.reliefmap.store.DataChanged;
import vn.reliefmap.store.Topic;

/** FEATURE UNDER TEST: bridges and fords over a river at alert 3 or above are not known (domain facts, section 2). */
class RiverAlertTest extends ReportedPlain {
    /** The river under Cầu Hà and Ngầm Hà, with a name; and a short one without, under Cầu Hà alone. */
    private static final String RIVERS = """
              <node id="91" lat="16.770" lon="107.115"/><node id="92" lat="16.730" lon="107.115"/>
              <node id="93" lat="16.752" lon="107.1155"/><node id="94" lat="16.748" lon="107.1155"/>
              <way id="191"><nd ref="91"/><nd ref="92"/>
                <tag k="waterway" v="river"/><tag k="name" v="Sông Thạch Hãn"/></way>
              <way id="192"><nd ref="93"/><nd ref="94"/><tag k="waterway" v="river"/></way>
            </osm>
            """;

    private static final long BRIDGE_WAY = 102;
    private static final long FORD_WAY = 105;

    private final Gauges gauges = program.getBean(Gauges.class);

    RiverAlertTest(@TempDir Path home) throws IOException {
        super(home);
        String plain = Files.readString(RoadTown.VILLAGE);

        load(Files.writeString(home.resolve("river.osm"), withRivers(plain)));
    }

    private static String withRivers(String plain) {
        String nodes = RIVERS.substring(0, RIVERS.indexOf("  <way"));
        String ways = RIVERS.substring(RIVERS.indexOf("  <way"));
        return plain.replace("  <way id=\"101\">", nodes + "  <way id=\"101\">").replace("</osm>\n", ways);
    }

    @Test
    void b01_aGaugeSpeaksForTheRiverOfItsName() {
        assertThat(crossings("thach-han")).containsExactly(BRIDGE_WAY, FORD_WAY);
        assertThat(crossings("dong-ha")).isEmpty();
        JsonNode listed =
                json(get("/gauges?disaster=" + encoded(disaster), null)).path("items");
        assertThat(listed.path(2).path("crossings").path(0).path("road_name").asString())
                .isEqualTo("Cầu Hà");
    }

    @Test
    void b02_belowAtAndAboveAlert3() {
        read(5.99, 7, false);
        assertThat(found("truck", 7.5)).isTrue();
        read(6.0, 8, false);
        JsonNode at = route("truck", 8.5);
        assertThat(at.path("reason").asString()).isEqualTo("cut_off");
        assertThat(at.path("unknown_depth").asBoolean()).isTrue();
        assertThat(at.path("vi").asString()).contains("BĐ3 (6,00 m) tại Thạch Hãn lúc 15:00 18/10");
        assertThat(at.path("river").path("gauge").asString()).isEqualTo("thach-han");
        assertThat(passable(FORD_WAY, 8.5)).isFalse();
        read(7.38, 9, false);
        JsonNode above = route("motorbike", 100);
        assertThat(above.path("vi").asString())
                .contains("cầu chưa rõ (Cầu Hà): sông Thạch Hãn trên BĐ3 (7,38 m) tại Thạch Hãn lúc 16:00 18/10");
        assertThat(above.path("en").asString()).contains("above alert 3 (7.38 m)");
        assertThat(above.path("water").path("snapshot"))
                .isNotEqualTo(at.path("water").path("snapshot"));
        assertThat(found("truck", 7.9)).as("before it rose").isTrue();
        read(5.9, 101, false);
        assertThat(found("truck", 102)).isTrue();
        assertThat(found("truck", 100)).isFalse();
    }

    @Test
    void b03_aDeckReportDecidesUntilTheRiverRisesAgain() {
        read(7.0, 8, false);
        report("open", BRIDGE, 8.5, "");
        assertThat(passable(BRIDGE_WAY, 9)).isTrue();
        assertThat(passable(FORD_WAY, 9)).as("nobody spoke of the ford").isFalse();
        assertThat(route("truck", 9).path("stretches").toString()).contains("Cầu Hà");
        read(6.9, 9.2, false);
        assertThat(passable(BRIDGE_WAY, 9.5)).as("it falls").isTrue();
        read(7.1, 10, false);
        assertThat(passable(BRIDGE_WAY, 10.5)).as("it rises").isFalse();
        report("shallow", BRIDGE, 10.6, "");
        assertThat(passable(BRIDGE_WAY, 11)).isTrue();
        assertThat(passable(BRIDGE_WAY, 13.7)).as("the report has aged").isFalse();
        report("knee_deep", BRIDGE, 13.8, "");
        assertThat(passable(BRIDGE_WAY, 14)).as("what closes never opens").isFalse();
        report("bridge_gone", BRIDGE, 14, "");
        report("closed", FORD, 14, "");
        assertThat(route("truck", 14.5).path("vi").asString()).contains("cầu hỏng");
        read(5.0, 15, false);
        assertThat(passable(BRIDGE_WAY, 16))
                .as("the river fell, the bridge is gone")
                .isFalse();
    }

    @Test
    void b04_aForecastClosesAndNeverReopensWhatWasRead() {
        read(5.0, 7, false);
        read(6.5, 12, true);
        read(5.5, 20, true);
        assertThat(passable(BRIDGE_WAY, 11.9)).isTrue();
        assertThat(passable(BRIDGE_WAY, 12)).isFalse();
        assertThat(route("truck", 12.5).path("vi").asString()).contains("theo dự báo");
        assertThat(passable(BRIDGE_WAY, 20)).isTrue();
        read(6.1, 13, false);
        assertThat(passable(BRIDGE_WAY, 21)).as("what was read holds").isFalse();
        read(5.9, 21.5, false);
        assertThat(passable(BRIDGE_WAY, 22)).isTrue();
    }

    @Test
    void b05_aRiverWithoutANameIsSpokenForNearby() {
        JdbcClient jdbc = program.getBean(JdbcClient.class);
        jdbc.sql("update gauge set lon = 107.115, lat = 16.755 where code = 'dong-ha'")
                .update();
        assertThat(crossings("dong-ha")).containsExactly(BRIDGE_WAY);
        jdbc.sql("update gauge set lon = 107.10, lat = 16.82 where code = 'dong-ha'")
                .update();
        assertThat(crossings("dong-ha")).isEmpty();
        jdbc.sql("update gauge set lon = null where code = 'thach-han'").update();
        assertThat(crossings("thach-han")).as("wherever the name is").containsExactly(BRIDGE_WAY, FORD_WAY);
        jdbc.sql("update gauge set lon = 108 where code = 'thach-han'").update();
        assertThat(crossings("thach-han")).as("the same name, far away").isEmpty();
        jdbc.sql("update gauge set lon = 107.23 where code = 'thach-han'").update();
    }

    @Test
    void b06_aReadingThatMattersIsAChangeOfWater() {
        long before = waterVersion();
        read(5.0, 7, false);
        assertThat(waterVersion()).isEqualTo(before);
        read(6.2, 8, false);
        assertThat(waterVersion()).isGreaterThan(before);
        long high = waterVersion();
        read(5.0, 9, false);
        assertThat(waterVersion()).isGreaterThan(high);
    }

    @Test
    void b07_aHigherRiverNeverOpensAnEdge() {
        Random random = new Random(6);
        for (int draw = 0; draw < 12; draw++) {
            List<Double> levels = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                levels.add(4.5 + 3 * random.nextDouble());
            }
            long forecasts = random.nextLong();
            String[] states = {"open", "shallow", "knee_deep", "closed"};
            String state = states[random.nextInt(states.length)];
            double said = 2 + 8 * random.nextDouble();
            double depthM = random.nextDouble();
            double asked = 6.5 + 6 * random.nextDouble();
            double risen = 2 * random.nextDouble();
            WaterSnapshot lower = drawn(levels, forecasts, state, said, depthM, asked);
            WaterSnapshot all =
                    drawn(levels.stream().map(level -> level + risen).toList(), forecasts, state, said, depthM, asked);
            List<Double> last = new ArrayList<>(levels);
            int newest = (int) Math.min(5, (asked - 1) / 1.5);
            last.set(newest, last.get(newest) + risen);
            WaterSnapshot newestHigher = drawn(last, forecasts, state, said, depthM, asked);
            opensNothing("draw " + draw + " all", lower, all);
            opensNothing("draw " + draw + " newest", lower, newestHigher);
        }
    }

    private static void opensNothing(String what, WaterSnapshot lower, WaterSnapshot higher) {
        for (VehicleClass vehicle : RoadRules.CLASSES) {
            for (int edge = 0; edge < lower.graph().base().getEdges(); edge++) {
                if (higher.verdict(vehicle, edge).passable()) {
                    assertThat(lower.verdict(vehicle, edge).passable())
                            .as(what + " " + vehicle + " edge " + edge)
                            .isTrue();
                }
            }
        }
    }

    /** A river read or forecast every 90 minutes, one report of the bridge, and water on the road beside it. */
    private WaterSnapshot drawn(
            List<Double> levels, long forecasts, String state, double said, double depthM, double asked) {
        anotherDisaster();
        flood(depthM, 107.1135, 107.1145);
        for (int i = 0; i < levels.size(); i++) {
            read(levels.get(i), 1 + 1.5 * i, (forecasts >> i & 3) == 3);
        }
        report(state, BRIDGE, said, "");
        return snapshot(asked);
    }

    private boolean passable(long way, double hour) {
        WaterSnapshot snapshot = snapshot(hour);
        RoadGraph graph = snapshot.graph();
        for (int edge = 0; edge < graph.base().getEdges(); edge++) {
            if (graph.osmWayId(graph.edge(edge)) == way) {
                return snapshot.verdict(VehicleClass.TRUCK, edge).passable();
            }
        }
        throw new IllegalStateException("no edge of way " + way);
    }

    /** As routes see it; made from the one before, it must equal one made from nothing. */
    private WaterSnapshot snapshot(double hour) {
        RoadGraph graph = program.getBean(CurrentRoadNetwork.class).require();
        var picture = program.getBean(Waters.class).picture(id, hour(hour));
        WaterSnapshot made = program.getBean(WaterSnapshots.class).of(graph, picture);
        WaterSnapshot fresh = WaterSnapshot.build(
                graph, picture, program.getBean(Passability.class), program.getBean(RoadReportSettings.class));
        assertThat(made.id()).isEqualTo(fresh.id());
        return made;
    }

    private List<Long> crossings(String code) {
        return gauges.states(id, Instant.now()).stream()
                .filter(state -> state.gauge().code().equals(code))
                .flatMap(state -> gauges.crossings(state.gauge()).stream())
                .map(RiverCrossing::osmWayId)
                .toList();
    }

    private void read(double levelM, double hour, boolean forecast) {
        gauges.add(new GaugeReading(UUID.randomUUID(), id, "thach-han", hour(hour), levelM, forecast, ""));
        program.publishEvent(new DataChanged(Topic.GAUGES, 1));
    }

    private long waterVersion() {
        return program.getBean(Changes.class).versions().getOrDefault(Topic.WATER, 0L);
    }
}
