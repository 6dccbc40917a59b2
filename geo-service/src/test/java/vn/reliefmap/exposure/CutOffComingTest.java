package vn.reliefmap.exposure;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.reliefmap.exposure.CutOffVillage.ALLEY;
import static vn.reliefmap.exposure.CutOffVillage.DEPOT;
import static vn.reliefmap.exposure.CutOffVillage.FIVE;
import static vn.reliefmap.exposure.CutOffVillage.HIGHWAY_EAST;
import static vn.reliefmap.exposure.CutOffVillage.MARKET;
import static vn.reliefmap.exposure.CutOffVillage.SEVEN;
import static vn.reliefmap.exposure.CutOffVillage.SIX;
import static vn.reliefmap.exposure.CutOffVillage.WEST;
import static vn.reliefmap.flood.FloodWorld.box;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import vn.reliefmap.disaster.Disaster;
import vn.reliefmap.passability.VehicleClass;
import vn.reliefmap.store.Topic;

/** FEATURE UNDER TEST: who is cut off from a later step on is told beforehand. */
class CutOffComingTest {
    private static final CutOffVillage VILLAGE = new CutOffVillage();

    private final Path folder;

    CutOffComingTest(@TempDir Path folder) {
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
    void whoIsCutOffFromALaterStepOnIsToldBeforehand() throws Exception {
        Disaster disaster = VILLAGE.flood(folder, "từ bảy giờ", true);
        String footprint = box("\"footprint\":true", 107.0, 16.7, 107.2, 16.8);
        VILLAGE.water(
                folder,
                disaster.id(),
                SEVEN,
                box("\"depth_m\":0.7", 107.117, 16.749, 107.119, 16.751),
                box("\"depth_m\":0.5", 107.1145, 16.739, 107.1155, 16.741),
                box("\"depth_m\":0.9", 107.109, 16.7505, 107.111, 16.755),
                footprint);
        VILLAGE.changed(Topic.WATER);
        VILLAGE.commune("19333", "Xã Chợ");
        VILLAGE.commune("19335", "Xã Kiệt");
        VILLAGE.depot(DEPOT, true);
        VILLAGE.households("19333", MARKET, 12, true);
        VILLAGE.households("19335", ALLEY, 7, true);
        JsonNode atFive = VILLAGE.ask(disaster, "car", FIVE);
        assertThat(atFive.get("islands")).isEmpty();
        assertThat(atFive.get("coming")).hasSize(2);
        JsonNode six = atFive.get("coming").get(0);
        assertThat(six.get("cut_off_from").asString()).isEqualTo(SIX.toString());
        assertThat(six.get("forecast").asBoolean(true)).isFalse();
        assertThat(six.get("islands")).hasSize(1);
        assertThat(six.get("islands").get(0).get("households").asLong()).isEqualTo(12);
        assertThat(six.get("islands").get(0).get("outline").get("type").asString())
                .isEqualTo("Polygon");
        assertThat(six.get("communes").get(0).get("full_name").asString()).isEqualTo("Xã Chợ");
        JsonNode seven = atFive.get("coming").get(1);
        assertThat(seven.get("cut_off_from").asString()).isEqualTo(SEVEN.toString());
        assertThat(seven.get("islands")).hasSize(1);
        assertThat(seven.get("communes")).hasSize(1);
        assertThat(seven.get("communes").get(0).get("full_name").asString()).isEqualTo("Xã Kiệt");
        assertThat(seven.get("communes").get(0).get("people").asLong()).isEqualTo(28);
        JsonNode atSix = VILLAGE.ask(disaster, "car", SIX);
        assertThat(atSix.get("coming")).hasSize(1);
        assertThat(atSix.get("coming").get(0)).isEqualTo(seven);
        JsonNode atSeven = VILLAGE.ask(disaster, "car", SEVEN);
        assertThat(atSeven.get("coming")).isEmpty();
        assertThat(atSeven.get("islands")).hasSize(2).anySatisfy(island -> {
            assertThat(island.get("id")).isEqualTo(seven.get("islands").get(0).get("id"));
            assertThat(island.get("cut_off_since").asString()).isEqualTo(SEVEN.toString());
        });
    }

    @Test
    void whatIsToComeTellsNoMoreThanTheReportOfThatStep() {
        Disaster disaster = VILLAGE.flood(folder, "sắp tới", false);
        VILLAGE.commune("00001", "Xã Một");
        VILLAGE.commune("00002", "Xã Hai");
        VILLAGE.depot(DEPOT, false);
        VILLAGE.households("00001", HIGHWAY_EAST, 3, false);
        VILLAGE.households("00002", MARKET, 40, false);
        VILLAGE.households("00002", WEST, 60, false);
        CutOffReport before = VILLAGE.cutOff().forEveryone(disaster, VehicleClass.TRUCK, FIVE);
        CutOffReport then = VILLAGE.cutOff().forEveryone(disaster, VehicleClass.TRUCK, SIX);
        assertThat(before.coming()).allSatisfy(coming -> {
            assertThat(coming.communes()).isSubsetOf(then.communes());
            assertThat(coming.islands()).allSatisfy(island -> assertThat(then.islands())
                    .anySatisfy(told -> assertThat(told.count()).isEqualTo(island.count())));
        });
        assertThat(before.coming().toString()).doesNotContain("Xã Một");
        assertThat(VILLAGE.cutOff()
                        .exact(disaster, VehicleClass.TRUCK, FIVE)
                        .coming()
                        .toString())
                .contains("Xã Một", "Xã Hai");
    }
}
