package vn.reliefmap.exposure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.reliefmap.exposure.CutOffVillage.DEPOT;
import static vn.reliefmap.exposure.CutOffVillage.HIGHWAY_EAST;
import static vn.reliefmap.exposure.CutOffVillage.MARKET;
import static vn.reliefmap.exposure.CutOffVillage.SIX;
import static vn.reliefmap.exposure.CutOffVillage.WEST;
import static vn.reliefmap.flood.FloodWorld.box;

import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import vn.reliefmap.disaster.Disaster;
import vn.reliefmap.passability.VehicleClass;
import vn.reliefmap.store.Topic;

/** FEATURE UNDER TEST: where boats take over from wheels for those who are cut off, and who may know how many. */
class CutOffLandingsTest {
    private static final CutOffVillage VILLAGE = new CutOffVillage();

    private final Path folder;

    CutOffLandingsTest(@TempDir Path folder) {
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
    void aBoatFromTheHighwayReachesTheEastBank() throws Exception {
        Disaster disaster = VILLAGE.bank(folder, "bến", true, "\"depth_m\":0.9");
        VILLAGE.depot(DEPOT, true);
        VILLAGE.households(null, MARKET, 12, true);
        VILLAGE.households(null, HIGHWAY_EAST, 3, true);
        JsonNode without = VILLAGE.ask(disaster, "truck", SIX);
        assertThat(without.get("boat").isNull()).isTrue();
        assertThat(without.get("best_landing").isNull()).isTrue();
        JsonNode answer = VILLAGE.ask(disaster, "truck&boat=motor_boat", SIX);
        assertThat(answer.get("boat").asString()).isEqualTo("motor_boat");
        JsonNode landing = answer.get("best_landing");
        assertThat(landing.get("road_name").asString()).isEqualTo("Quốc lộ 9");
        assertThat(landing.get("at").get(0).asDouble()).isBetween(107.1136, 107.1141);
        assertThat(landing.get("depot_name").asString()).isEqualTo("Kho");
        assertThat(landing.get("households").asInt()).isEqualTo(15);
        assertThat(landing.get("people").asLong()).isEqualTo(60);
        assertThat(landing.get("people_if_deep_enough").asLong()).isZero();
        assertThat(landing.get("truck_s").asLong()).isBetween(60L, 200L);
        assertThat(landing.get("boat_s").asLong()).isBetween(300L, 900L);
        assertThat(answer.get("islands").get(0).get("best_landing")).isEqualTo(landing);
        JsonNode alone = VILLAGE.ask(disaster, "/landings", "truck&boat=motor_boat", SIX);
        assertThat(alone.get("best_landing")).isEqualTo(landing);
        assertThat(alone.get("islands")).hasSize(1);
        assertThat(alone.get("islands").get(0).propertyNames()).containsExactly("id", "people", "best_landing");
        for (String field : alone.get("islands").get(0).propertyNames()) {
            assertThat(alone.get("islands").get(0).get(field))
                    .isEqualTo(answer.get("islands").get(0).get(field));
        }
        assertThat(answer.get("islands").get(0).get("best_reopening"))
                .isEqualTo(without.get("islands").get(0).get("best_reopening"));
        assertThat(VILLAGE.ask(disaster, "truck&boat=paddle_boat", SIX)
                        .get("best_landing")
                        .get("boat_s")
                        .asLong())
                .isGreaterThan(landing.get("boat_s").asLong());
        assertThatThrownBy(() -> VILLAGE.ask(disaster, "truck&boat=truck", SIX))
                .hasStackTraceContaining("UNKNOWN_BOAT");
        // Higher water: nobody is told an old landing.
        VILLAGE.water(folder, disaster.id(), SIX, box("\"depth_m\":0.9", 107.1, 16.7495, 107.2, 16.7505));
        VILLAGE.changed(Topic.WATER);
        assertThat(VILLAGE.ask(disaster, "truck&boat=motor_boat", SIX)
                        .get("best_landing")
                        .isNull())
                .isTrue();
    }

    @Test
    void landingsOfFewHouseholdsAreClosedAndUnknownDepthIsToldApart() throws Exception {
        Disaster disaster = VILLAGE.bank(folder, "bến thật", false, "\"note\":1");
        VILLAGE.depot(DEPOT, false);
        VILLAGE.households(null, MARKET, 103, false);
        VILLAGE.households(null, WEST, 60, false);
        JsonNode landing = VILLAGE.ask(disaster, "truck&boat=motor_boat", SIX).get("best_landing");
        assertThat(landing.get("people").asLong()).isZero();
        assertThat(landing.get("households").isNull()).isTrue();
        assertThat(landing.get("people_if_deep_enough").asLong()).isEqualTo(410);
        assertThat(landing.get("households_if_deep_enough").isNull()).isTrue();
        CutOffReport exact =
                VILLAGE.cutOff().exactWithLandings(disaster, VehicleClass.TRUCK, VehicleClass.MOTOR_BOAT, SIX);
        CutOffReport.Landing found =
                Objects.requireNonNull(Objects.requireNonNull(exact.landings()).best());
        assertThat(found.people()).isZero();
        assertThat(found.moreHouseholds()).isEqualTo(103);
        VILLAGE.noHouseholds();
        VILLAGE.households(null, MARKET, 4, false);
        VILLAGE.households(null, WEST, 60, false);
        VILLAGE.changed(Topic.HOUSEHOLDS);
        assertThat(VILLAGE.ask(disaster, "truck&boat=motor_boat", SIX)
                        .get("best_landing")
                        .isNull())
                .isTrue();
    }
}
