package vn.reliefmap.exposure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static vn.reliefmap.flood.FloodWorld.box;
import static vn.reliefmap.flood.FloodWorld.options;

import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.reliefmap.access.SignedIn;
import vn.reliefmap.disaster.Disaster;
import vn.reliefmap.disaster.Disasters;
import vn.reliefmap.flood.DepthClass;
import vn.reliefmap.flood.FloodWorld;
import vn.reliefmap.flood.Water;
import vn.reliefmap.geo.LonLat;
import vn.reliefmap.kernel.Caller;
import vn.reliefmap.kernel.DisasterId;
import vn.reliefmap.store.Topic;

class ExposureTest {
    private static final FloodWorld WORLD = new FloodWorld(CutOffVillage.ROOMS);
    private static final MockMvc HTTP = WORLD.http("ExposureEndpoint");
    private static final Instant SIX = Instant.parse("2020-10-18T06:00:00Z");

    private final Path folder;

    ExposureTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @AfterEach
    void clean() {
        SignedIn.nobody();
        WORLD.jdbc().sql("delete from household").update();
        WORLD.jdbc().sql("delete from admin_unit").update();
        WORLD.changed(Topic.HOUSEHOLDS);
        WORLD.changed(Topic.ADMIN);
    }

    @AfterAll
    static void close() {
        WORLD.close();
    }

    /** Water stands from longitude 107.10 (0.2 m), over 107.20 (1.0 m) and 107.30 (unknown) to 107.40. */
    private DisasterId flood(String name, boolean simulated) {
        DisasterId disaster = WORLD.disaster(name, simulated);
        WORLD.load(
                folder,
                options(disaster, SIX.toString()),
                box("\"depth_m\":0.2", 107.1, 16.6, 107.2, 16.7),
                box("\"depth_m\":1.0", 107.2, 16.6, 107.3, 16.7),
                box("", 107.3, 16.6, 107.4, 16.7),
                box("\"footprint\":true", 107.0, 16.5, 107.5, 16.8));
        return disaster;
    }

    @Test
    void householdsAreCountedByCommuneAndDepth() {
        Disaster disaster = WORLD.bean(Disasters.class).get(flood("đếm", true));
        commune("19333", "Xã Triệu Phong");
        households("19333", 107.15, 3, true);
        households("19333", 107.25, 2, true);
        households("19333", 107.35, 1, true);
        households("19333", 107.05, 10, true);
        households(null, 107.25, 4, true);
        households("19333", 107.25, 50, false);
        ExposureReport report = WORLD.bean(Exposure.class).exact(disaster, SIX);

        assertThat(report.total().all()).isEqualTo(new Count(20, 80, 20));
        assertThat(report.total().inWater()).isEqualTo(new Count(10, 40, 10));
        assertThat(report.total().unknownDepth()).isEqualTo(new Count(1, 4, 1));
        assertThat(report.byDepth().get(DepthClass.D1)).isEqualTo(new ExposureReport.Cell(new Count(3, 12, 3)));
        assertThat(report.byDepth().get(DepthClass.D3)).isEqualTo(new ExposureReport.Cell(new Count(6, 24, 6)));
        assertThat(report.communes())
                .containsExactly(new AreaExposure(
                        "19333",
                        "Xã Triệu Phong",
                        new Count(16, 64, 16),
                        new Count(6, 24, 6),
                        new Count(1, 4, 1),
                        1.0));
        assertThat(report.outside())
                .isEqualTo(new AreaExposure(null, null, new Count(4, 16, 4), new Count(4, 16, 4), Count.NONE, 1.0));
    }

    @Test
    void everyHouseholdIsWhereThePictureSays() {
        Disaster disaster = WORLD.bean(Disasters.class).get(flood("khớp", true));
        long wet = 0;
        households(null, 107.0012, 0.005, 100, true);
        for (int i = 0; i < 100; i++) {
            double lon = 107.0012 + 0.005 * i;
            Water water = WORLD.waters().picture(disaster.id(), SIX).at(new LonLat(lon, 16.65).coordinate());
            wet += DepthClass.of(water) == null ? 0 : 1;
        }
        Count inWater = WORLD.bean(Exposure.class).exact(disaster, SIX).total().inWater();
        assertThat(inWater == null ? -1 : inWater.households()).isEqualTo(wet).isPositive();
    }

    @Test
    void newWaterAndNewHouseholdsAreSeen() {
        Disaster disaster = WORLD.bean(Disasters.class).get(flood("mới", true));
        households(null, 107.05, 6, true);
        Exposure exposure = WORLD.bean(Exposure.class);
        assertThat(exposure.exact(disaster, SIX).total().inWater()).isEqualTo(Count.NONE);
        Instant seven = Instant.parse("2020-10-18T07:00:00Z");
        WORLD.load(folder, options(disaster.id(), seven.toString()), box("", 107.0, 16.6, 107.1, 16.7));
        assertThat(exposure.exact(disaster, seven).total().inWater()).isEqualTo(new Count(6, 24, 6));
        assertThat(exposure.exact(disaster, SIX).total().inWater()).isEqualTo(Count.NONE);
        households(null, 107.06, 2, true);
        WORLD.changed(Topic.HOUSEHOLDS);
        assertThat(exposure.exact(disaster, seven).total().inWater()).isEqualTo(new Count(8, 32, 8));
    }

    @Test
    void theAnswerHoldsTotalsCommunesAndSteps() throws Exception {
        DisasterId disaster = flood("trả lời", true);
        commune("19333", "Xã Triệu Phong");
        households("19333", 107.15, 3, true);
        JsonNode answer = ask("/api/v1/exposure?disaster=" + disaster);
        assertThat(answer.get("observed_at").asString()).isEqualTo(SIX.toString());
        assertThat(answer.get("total").get("in_water").get("vulnerable_people").asLong())
                .isEqualTo(3);
        assertThat(answer.get("total").get("by_depth")).hasSize(7);
        assertThat(answer.get("total").get("by_depth").get(1).get("class").asString())
                .isEqualTo("d1");
        JsonNode commune = answer.get("communes").get(0);
        assertThat(commune.get("full_name").asString()).isEqualTo("Xã Triệu Phong");
        assertThat(commune.get("in_water_households").asLong()).isEqualTo(3);
        assertThat(commune.get("deepest_m").asDouble()).isEqualTo(0.2);
        assertThat(answer.get("steps").get(0).get("in_water_people").asLong()).isEqualTo(12);
        assertThat(answer.get("suppressed").isNull()).isTrue();
    }

    @Test
    void smallCommunesAreClosedToEveryoneButTheAdministrator() throws Exception {
        DisasterId disaster = flood("thật", false);
        commune("00001", "Xã Một");
        commune("00002", "Xã Hai");
        commune("00003", "Xã Ba");
        households("00001", 107.15, 3, false);
        households("00002", 107.25, 40, false);
        households("00003", 107.25, 60, false);
        String address = "/api/v1/exposure?disaster=" + disaster;
        JsonNode open = ask(address);
        assertThat(open.get("communes")).hasSize(1);
        assertThat(open.get("communes").get(0).get("code").asString()).isEqualTo("00003");
        assertThat(open.get("suppressed").get("communes").asInt()).isEqualTo(2);
        assertThat(open.get("suppressed").get("in_water_households").asLong()).isEqualTo(45);
        assertThat(open.get("total").get("in_water").get("households").asLong()).isEqualTo(105);
        assertThat(open.get("communes").get(0).get("deepest_m").isNull()).isTrue();
        assertThat(open.get("total").get("by_depth").toString()).doesNotContain("\"households\":3,");

        SignedIn.as(Caller.ADMINISTRATOR);
        JsonNode exact = ask(address);
        assertThat(exact.get("communes")).hasSize(3);
        assertThat(exact.get("suppressed").isNull()).isTrue();
    }

    private static JsonNode ask(String address) throws Exception {
        return JsonMapper.shared()
                .readTree(HTTP.perform(get(address)).andReturn().getResponse().getContentAsString());
    }

    private static void commune(String code, String fullName) {
        WORLD.jdbc().sql("""
                insert into admin_unit (code, valid_from, name, full_name, kind, folded_name, folded_full_name)
                values (?, '2025-07-01', ?, ?, 'xa', 'x', 'x')""").params(code, fullName, fullName).update();
        WORLD.changed(Topic.ADMIN);
    }

    /** Households of four people, one of them vulnerable, all at one place. */
    private static void households(@Nullable String commune, double lon, int count, boolean simulated) {
        households(commune, lon, 0, count, simulated);
    }

    /** The same, each {@code stepDeg} further east than the one before. */
    private static void households(@Nullable String commune, double lon, double stepDeg, int count, boolean simulated) {
        WORLD.jdbc()
                .sql("""
                insert into household (id, ref, simulated, people, vulnerable_people, admin_code, admin_valid_from,
                    place, place_precision)
                select gen_random_uuid(), gen_random_uuid()::text, :simulated, 4, 1, :commune::text,
                    case when :commune::text is null then null else date '2025-07-01' end,
                    st_setsrid(st_makepoint(:lon + :step * i, 16.65), 4326), 'exact'
                from generate_series(0, :count - 1) i""")
                .param("simulated", simulated)
                .param("commune", commune)
                .param("lon", lon)
                .param("step", stepDeg)
                .param("count", count)
                .update();
    }
}
