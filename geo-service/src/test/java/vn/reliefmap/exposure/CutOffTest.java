package vn.reliefmap.exposure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.reliefmap.exposure.CutOffVillage.DEPOT;
import static vn.reliefmap.exposure.CutOffVillage.FIVE;
import static vn.reliefmap.exposure.CutOffVillage.HIGHWAY_EAST;
import static vn.reliefmap.exposure.CutOffVillage.MARKET;
import static vn.reliefmap.exposure.CutOffVillage.SEA;
import static vn.reliefmap.exposure.CutOffVillage.SEVEN;
import static vn.reliefmap.exposure.CutOffVillage.SIX;
import static vn.reliefmap.exposure.CutOffVillage.WEST;
import static vn.reliefmap.flood.FloodWorld.box;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import vn.reliefmap.access.SignedIn;
import vn.reliefmap.disaster.Disaster;
import vn.reliefmap.geo.LonLat;
import vn.reliefmap.kernel.Caller;
import vn.reliefmap.passability.VehicleClass;
import vn.reliefmap.routing.RouteAnswer;
import vn.reliefmap.routing.RouteFinder;
import vn.reliefmap.routing.RouteQuery;
import vn.reliefmap.store.Topic;

/** FEATURE UNDER TEST: who is cut off, told by commune and part, on the hand-drawn village (village.osm). */
class CutOffTest {
    private static final CutOffVillage VILLAGE = new CutOffVillage();

    private final Path folder;

    CutOffTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @AfterEach
    void clean() {
        VILLAGE.clean();
    }

    @AfterAll
    static void close() {
        VILLAGE.close();
    }

    @Test
    void theEastBankIsCutOffSinceSixAndTheHighwayReconnectsIt() throws Exception {
        Disaster disaster = VILLAGE.flood(folder, "đông", true);
        VILLAGE.commune("19333", "Xã Chợ");
        VILLAGE.commune("19334", "Xã Đường");
        VILLAGE.depot(DEPOT, true);
        VILLAGE.households("19333", MARKET, 12, true);
        VILLAGE.households("19334", HIGHWAY_EAST, 3, true);
        VILLAGE.households("19334", WEST, 4, true);
        VILLAGE.households(null, SEA, 2, true);
        VILLAGE.households("19333", MARKET, 50, false);
        JsonNode answer = VILLAGE.ask(disaster, "truck", SIX);

        assertThat(answer.get("vehicle").asString()).isEqualTo("truck");
        assertThat(answer.get("observed_at").asString()).isEqualTo(SIX.toString());
        assertThat(answer.get("total").get("households").asLong()).isEqualTo(15);
        assertThat(answer.get("total").get("people").asLong()).isEqualTo(60);
        assertThat(answer.get("total").get("vulnerable_people").asLong()).isEqualTo(15);
        assertThat(answer.get("far_from_road").get("households").asLong()).isEqualTo(2);
        assertThat(answer.get("islands")).hasSize(1);
        JsonNode island = answer.get("islands").get(0);
        assertThat(island.get("people").asLong()).isEqualTo(60);
        assertThat(island.get("outline").get("type").asString()).isEqualTo("Polygon");
        assertThat(island.get("cut_off_since").asString()).isEqualTo(SIX.toString());
        assertThat(island.get("communes").get(0).get("full_name").asString()).isEqualTo("Xã Chợ");
        assertThat(island.get("communes").get(1).get("households").asLong()).isEqualTo(3);
        assertThat(island.get("cut_by").get(0).get("road_name").asString()).isEqualTo("Ngầm Hà");
        assertThat(island.get("cut_by").get(0).get("depth_m").asDouble()).isEqualTo(0.5);
        assertThat(answer.get("communes")).hasSize(2);
        assertThat(answer.get("communes").get(0).get("cut_off_since").asString())
                .isEqualTo(SIX.toString());
        assertThat(answer.get("outside").isNull()).isTrue();
        JsonNode best = answer.get("best_reopening");
        assertThat(best.get("road_name").asString()).isEqualTo("Quốc lộ 9");
        assertThat(best.get("people").asLong()).isEqualTo(60);
        assertThat(best.get("households").asInt()).isEqualTo(15);
        assertThat(best.get("closes_at_m").asDouble()).isEqualTo(0.6);
        assertThat(answer.get("steps")).hasSize(2);
        assertThat(answer.get("steps").get(0).get("people").asLong()).isZero();
        assertThat(answer.get("steps").get(1).get("people").asLong()).isEqualTo(60);
        assertThat(VILLAGE.ask(disaster, "truck", FIVE)
                        .get("total")
                        .get("people")
                        .asLong())
                .isZero();
    }

    @Test
    void theListAndTheRouterAgree() {
        Disaster disaster = VILLAGE.flood(folder, "khớp", true);
        VILLAGE.depot(DEPOT, true);
        VILLAGE.depot(SEA, true);
        for (VehicleClass vehicle : VehicleClass.values()) {
            if (vehicle.onWheels()) {
                for (LonLat home : new LonLat[] {MARKET, HIGHWAY_EAST, WEST}) {
                    VILLAGE.noHouseholds();
                    VILLAGE.households(null, home, 1, true);
                    VILLAGE.changed(Topic.HOUSEHOLDS);
                    Count total = Objects.requireNonNull(
                            VILLAGE.cutOff().exact(disaster, vehicle, SIX).total());
                    RouteAnswer way = VILLAGE.bean(RouteFinder.class)
                            .find(new RouteQuery(DEPOT, home, vehicle, disaster.id(), SIX));
                    assertThat(total.households() == 0).isEqualTo(way instanceof RouteAnswer.Found);
                }
            }
        }
    }

    @Test
    void newDepotsHouseholdsAndWaterAreSeen() {
        Disaster disaster = VILLAGE.flood(folder, "mới", true);
        VILLAGE.depot(DEPOT, false);
        VILLAGE.households(null, MARKET, 6, true);
        assertThat(people(disaster, FIVE)).as("no depot of this kind").isEqualTo(24);
        VILLAGE.depot(DEPOT, true);
        VILLAGE.changed(Topic.SUPPLY);
        assertThat(people(disaster, FIVE)).isZero();
        assertThat(people(disaster, SEVEN)).isEqualTo(24);
        VILLAGE.households(null, MARKET, 1, true);
        VILLAGE.changed(Topic.HOUSEHOLDS);
        assertThat(people(disaster, SEVEN)).isEqualTo(28);
        VILLAGE.water(folder, disaster.id(), SEVEN, box("\"footprint\":true", 107.0, 16.7, 107.2, 16.8));
        VILLAGE.changed(Topic.WATER);
        assertThat(people(disaster, SEVEN)).isZero();
        assertThat(VILLAGE.cutOff().exact(disaster, VehicleClass.TRUCK, SEVEN).steps())
                .hasSize(3);
        assertThat(VILLAGE.cutOff().exact(disaster, VehicleClass.TRUCK, SIX).steps())
                .hasSize(3);
    }

    @Test
    void fewHouseholdsAreClosedToEveryoneButTheAdministrator() throws Exception {
        Disaster disaster = VILLAGE.flood(folder, "thật", false);
        VILLAGE.commune("00001", "Xã Một");
        VILLAGE.commune("00002", "Xã Hai");
        VILLAGE.commune("00003", "Xã Ba");
        VILLAGE.depot(DEPOT, false);
        VILLAGE.households("00001", HIGHWAY_EAST, 3, false);
        VILLAGE.households("00002", MARKET, 40, false);
        VILLAGE.households("00003", MARKET, 60, false);
        VILLAGE.households("00003", WEST, 60, false);
        VILLAGE.households("00003", SEA, 2, false);
        JsonNode open = VILLAGE.ask(disaster, "truck", SIX);
        assertThat(open.get("communes")).hasSize(1);
        assertThat(open.get("communes").get(0).get("code").asString()).isEqualTo("00003");
        assertThat(open.get("other_communes").get("households").asLong()).isEqualTo(45);
        assertThat(open.get("far_from_road").isNull()).isTrue();
        JsonNode island = open.get("islands").get(0);
        assertThat(island.get("households").asLong()).isEqualTo(105);
        assertThat(island.get("communes")).hasSize(1);
        assertThat(island.get("communes").get(0).get("households").isNull()).isTrue();
        assertThat(open.get("best_reopening").get("people").asLong()).isEqualTo(410);
        assertThat(open.get("best_reopening").get("households").isNull()).isTrue();
        assertThat(open.toString()).doesNotContain("Xã Một", "\"households\":3,");

        SignedIn.as(Caller.ADMINISTRATOR);
        JsonNode exact = VILLAGE.ask(disaster, "truck", SIX);
        assertThat(exact.get("communes")).hasSize(3);
        assertThat(exact.get("best_reopening").get("people").asLong()).isEqualTo(412);
        assertThat(exact.get("far_from_road").get("households").asLong()).isEqualTo(2);
    }

    @Test
    void aPartOfFewHouseholdsIsToldToNobody() {
        Disaster disaster = VILLAGE.flood(folder, "ít", false);
        VILLAGE.depot(DEPOT, false);
        VILLAGE.households(null, MARKET, 4, false);
        VILLAGE.households(null, WEST, 60, false);
        CutOffReport open = VILLAGE.cutOff().forEveryone(disaster, VehicleClass.TRUCK, SIX);
        assertThat(open.total()).isNull();
        assertThat(open.islands()).isEmpty();
        assertThat(open.otherIslands()).isNull();
        assertThat(open.outside()).isNull();
        assertThat(open.best()).isNull();
        assertThat(open.steps().get(1).count()).isNull();
    }

    @Test
    void boatsAndUnknownClassesAreRefused() {
        Disaster disaster = VILLAGE.flood(folder, "thuyền", true);
        assertThatThrownBy(() -> VILLAGE.cutOff().exact(disaster, VehicleClass.MOTOR_BOAT, SIX))
                .hasMessageContaining("VEHICLE_NOT_ROUTED_YET");
        assertThatThrownBy(() -> VILLAGE.ask(disaster, "tank", SIX)).hasStackTraceContaining("UNKNOWN_VEHICLE");
    }

    private static long people(Disaster disaster, Instant at) {
        return Objects.requireNonNull(
                        VILLAGE.cutOff().exact(disaster, VehicleClass.TRUCK, at).total())
                .people();
    }
}
