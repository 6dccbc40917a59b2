package vn.reliefmap.exposure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static vn.reliefmap.flood.FloodWorld.box;
import static vn.reliefmap.flood.FloodWorld.options;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.reliefmap.access.SignedIn;
import vn.reliefmap.disaster.Disaster;
import vn.reliefmap.disaster.Disasters;
import vn.reliefmap.flood.FloodWorld;
import vn.reliefmap.geo.LonLat;
import vn.reliefmap.kernel.Caller;
import vn.reliefmap.kernel.DisasterId;
import vn.reliefmap.kernel.ImportIssue;
import vn.reliefmap.kernel.ImportLog;
import vn.reliefmap.passability.VehicleClass;
import vn.reliefmap.routing.RoadImport;
import vn.reliefmap.routing.RouteAnswer;
import vn.reliefmap.routing.RouteFinder;
import vn.reliefmap.routing.RouteQuery;
import vn.reliefmap.store.Topic;

/** FEATURE UNDER TEST: who is cut off, told by commune and part, on the hand-drawn village (village.osm). */
class CutOffTest {
    /** What exposure leans on. */
    static final String[] ROOMS = {
        "vn.reliefmap.exchange",
        "vn.reliefmap.item.internal",
        "vn.reliefmap.access.internal",
        "vn.reliefmap.admin.internal",
        "vn.reliefmap.basemap.internal",
        "vn.reliefmap.passability",
        "vn.reliefmap.routing.internal",
        "vn.reliefmap.supply.internal",
        "vn.reliefmap.exposure.internal",
        "vn.reliefmap.exposure.http"
    };

    private static final FloodWorld WORLD = new FloodWorld(ROOMS);
    private static final MockMvc HTTP = WORLD.http("CutOffEndpoint");
    private static final Instant FIVE = Instant.parse("2020-10-18T05:00:00Z");
    private static final Instant SIX = Instant.parse("2020-10-18T06:00:00Z");
    private static final Instant SEVEN = Instant.parse("2020-10-18T07:00:00Z");
    private static final LonLat DEPOT = new LonLat(107.1005, 16.7501);
    private static final LonLat MARKET = new LonLat(107.1301, 16.747);
    private static final LonLat HIGHWAY_EAST = new LonLat(107.125, 16.7501);
    private static final LonLat WEST = new LonLat(107.105, 16.7501);
    private static final LonLat ALLEY = new LonLat(107.1101, 16.7535);
    private static final LonLat SEA = new LonLat(107.5, 17.2);

    private final Path folder;

    CutOffTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @BeforeAll
    static void roads() throws URISyntaxException {
        Path village = Path.of(Objects.requireNonNull(CutOffTest.class.getResource("/vn/reliefmap/routing/village.osm"))
                .toURI());
        WORLD.bean(RoadImport.class).load(village, true, new ImportLog() {
            @Override
            public void issue(ImportIssue issue) {}

            @Override
            public void progress(long rowsDone) {}
        });
    }

    @AfterEach
    void clean() {
        SignedIn.nobody();
        WORLD.jdbc().sql("delete from household").update();
        WORLD.jdbc().sql("delete from depot").update();
        WORLD.jdbc().sql("delete from admin_unit").update();
        WORLD.changed(Topic.HOUSEHOLDS);
        WORLD.changed(Topic.ADMIN);
    }

    @AfterAll
    static void close() {
        WORLD.close();
    }

    /** Dry at five; at six 0.7 m on the highway east of the bridge and 0.5 m on the ford: the east bank is cut off. */
    private Disaster flood(String name, boolean simulated) {
        DisasterId disaster = WORLD.disaster(name, simulated);
        String footprint = box("\"footprint\":true", 107.0, 16.7, 107.2, 16.8);
        WORLD.load(folder, options(disaster, FIVE.toString()), footprint);
        WORLD.load(
                folder,
                options(disaster, SIX.toString()),
                box("\"depth_m\":0.7", 107.117, 16.749, 107.119, 16.751),
                box("\"depth_m\":0.5", 107.1145, 16.739, 107.1155, 16.741),
                footprint);
        return WORLD.bean(Disasters.class).get(disaster);
    }

    @Test
    void theEastBankIsCutOffSinceSixAndTheHighwayReconnectsIt() throws Exception {
        Disaster disaster = flood("đông", true);
        commune("19333", "Xã Chợ");
        commune("19334", "Xã Đường");
        depot(DEPOT, true);
        households("19333", MARKET, 12, true);
        households("19334", HIGHWAY_EAST, 3, true);
        households("19334", WEST, 4, true);
        households(null, SEA, 2, true);
        households("19333", MARKET, 50, false);
        JsonNode answer = ask(disaster, "truck", SIX);

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
        assertThat(ask(disaster, "truck", FIVE).get("total").get("people").asLong())
                .isZero();
    }

    /** The river over the whole east bank. */
    private Disaster bank(String name, boolean simulated, String depth) {
        DisasterId disaster = WORLD.disaster(name, simulated);
        WORLD.load(
                folder,
                options(disaster, SIX.toString()),
                box(depth, 107.1141, 16.739, 107.131, 16.751),
                box("\"footprint\":true", 107.0, 16.7, 107.2, 16.8));
        return WORLD.bean(Disasters.class).get(disaster);
    }

    @Test
    void aBoatFromTheHighwayReachesTheEastBank() throws Exception {
        Disaster disaster = bank("bến", true, "\"depth_m\":0.9");
        depot(DEPOT, true);
        households(null, MARKET, 12, true);
        households(null, HIGHWAY_EAST, 3, true);
        JsonNode without = ask(disaster, "truck", SIX);
        assertThat(without.get("boat").isNull()).isTrue();
        assertThat(without.get("best_landing").isNull()).isTrue();
        JsonNode answer = ask(disaster, "truck&boat=motor_boat", SIX);
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
        assertThat(answer.get("islands").get(0).get("best_reopening"))
                .isEqualTo(without.get("islands").get(0).get("best_reopening"));
        assertThat(ask(disaster, "truck&boat=paddle_boat", SIX)
                        .get("best_landing")
                        .get("boat_s")
                        .asLong())
                .isGreaterThan(landing.get("boat_s").asLong());
        assertThatThrownBy(() -> ask(disaster, "truck&boat=truck", SIX)).hasStackTraceContaining("UNKNOWN_BOAT");
        // Higher water: nobody is told an old landing.
        WORLD.load(
                folder, options(disaster.id(), SIX.toString()), box("\"depth_m\":0.9", 107.1, 16.7495, 107.2, 16.7505));
        WORLD.changed(Topic.WATER);
        assertThat(ask(disaster, "truck&boat=motor_boat", SIX)
                        .get("best_landing")
                        .isNull())
                .isTrue();
    }

    @Test
    void landingsOfFewHouseholdsAreClosedAndUnknownDepthIsToldApart() throws Exception {
        Disaster disaster = bank("bến thật", false, "\"note\":1");
        depot(DEPOT, false);
        households(null, MARKET, 103, false);
        households(null, WEST, 60, false);
        JsonNode landing = ask(disaster, "truck&boat=motor_boat", SIX).get("best_landing");
        assertThat(landing.get("people").asLong()).isZero();
        assertThat(landing.get("households").isNull()).isTrue();
        assertThat(landing.get("people_if_deep_enough").asLong()).isEqualTo(410);
        assertThat(landing.get("households_if_deep_enough").isNull()).isTrue();
        CutOffReport exact = cutOff().exactWithLandings(disaster, VehicleClass.TRUCK, VehicleClass.MOTOR_BOAT, SIX);
        CutOffReport.Landing found =
                Objects.requireNonNull(Objects.requireNonNull(exact.landings()).best());
        assertThat(found.people()).isZero();
        assertThat(found.moreHouseholds()).isEqualTo(103);
        WORLD.jdbc().sql("delete from household").update();
        households(null, MARKET, 4, false);
        households(null, WEST, 60, false);
        WORLD.changed(Topic.HOUSEHOLDS);
        assertThat(ask(disaster, "truck&boat=motor_boat", SIX)
                        .get("best_landing")
                        .isNull())
                .isTrue();
    }

    @Test
    void theListAndTheRouterAgree() {
        Disaster disaster = flood("khớp", true);
        depot(DEPOT, true);
        depot(SEA, true);
        for (VehicleClass vehicle : VehicleClass.values()) {
            if (vehicle.onWheels()) {
                for (LonLat home : new LonLat[] {MARKET, HIGHWAY_EAST, WEST}) {
                    WORLD.jdbc().sql("delete from household").update();
                    households(null, home, 1, true);
                    WORLD.changed(Topic.HOUSEHOLDS);
                    Count total = Objects.requireNonNull(
                            cutOff().exact(disaster, vehicle, SIX).total());
                    RouteAnswer way = WORLD.bean(RouteFinder.class)
                            .find(new RouteQuery(DEPOT, home, vehicle, disaster.id(), SIX));
                    assertThat(total.households() == 0).isEqualTo(way instanceof RouteAnswer.Found);
                }
            }
        }
    }

    @Test
    void newDepotsHouseholdsAndWaterAreSeen() {
        Disaster disaster = flood("mới", true);
        depot(DEPOT, false);
        households(null, MARKET, 6, true);
        assertThat(people(disaster, FIVE)).as("no depot of this kind").isEqualTo(24);
        depot(DEPOT, true);
        WORLD.changed(Topic.SUPPLY);
        assertThat(people(disaster, FIVE)).isZero();
        assertThat(people(disaster, SEVEN)).isEqualTo(24);
        households(null, MARKET, 1, true);
        WORLD.changed(Topic.HOUSEHOLDS);
        assertThat(people(disaster, SEVEN)).isEqualTo(28);
        WORLD.load(
                folder, options(disaster.id(), SEVEN.toString()), box("\"footprint\":true", 107.0, 16.7, 107.2, 16.8));
        WORLD.changed(Topic.WATER);
        assertThat(people(disaster, SEVEN)).isZero();
        assertThat(cutOff().exact(disaster, VehicleClass.TRUCK, SEVEN).steps()).hasSize(3);
        assertThat(cutOff().exact(disaster, VehicleClass.TRUCK, SIX).steps()).hasSize(3);
    }

    @Test
    void fewHouseholdsAreClosedToEveryoneButTheAdministrator() throws Exception {
        Disaster disaster = flood("thật", false);
        commune("00001", "Xã Một");
        commune("00002", "Xã Hai");
        commune("00003", "Xã Ba");
        depot(DEPOT, false);
        households("00001", HIGHWAY_EAST, 3, false);
        households("00002", MARKET, 40, false);
        households("00003", MARKET, 60, false);
        households("00003", WEST, 60, false);
        households("00003", SEA, 2, false);
        JsonNode open = ask(disaster, "truck", SIX);
        assertThat(open.get("communes")).hasSize(1);
        assertThat(open.get("communes").get(0).get("code").asString()).isEqualTo("00003");
        assertThat(open.get("other_communes").get("households").asLong()).isEqualTo(43);
        assertThat(open.get("far_from_road").isNull()).isTrue();
        JsonNode island = open.get("islands").get(0);
        assertThat(island.get("households").asLong()).isEqualTo(103);
        assertThat(island.get("communes")).hasSize(1);
        assertThat(island.get("communes").get(0).get("households").isNull()).isTrue();
        assertThat(open.get("best_reopening").get("people").asLong()).isEqualTo(410);
        assertThat(open.get("best_reopening").get("households").isNull()).isTrue();
        assertThat(open.toString()).doesNotContain("Xã Một", "\"households\":3,");

        SignedIn.as(Caller.ADMINISTRATOR);
        JsonNode exact = ask(disaster, "truck", SIX);
        assertThat(exact.get("communes")).hasSize(3);
        assertThat(exact.get("best_reopening").get("people").asLong()).isEqualTo(412);
        assertThat(exact.get("far_from_road").get("households").asLong()).isEqualTo(2);
    }

    @Test
    void whoIsCutOffFromALaterStepOnIsToldBeforehand() throws Exception {
        Disaster disaster = flood("từ bảy giờ", true);
        String footprint = box("\"footprint\":true", 107.0, 16.7, 107.2, 16.8);
        WORLD.load(
                folder,
                options(disaster.id(), SEVEN.toString()),
                box("\"depth_m\":0.7", 107.117, 16.749, 107.119, 16.751),
                box("\"depth_m\":0.5", 107.1145, 16.739, 107.1155, 16.741),
                box("\"depth_m\":0.9", 107.109, 16.7505, 107.111, 16.755),
                footprint);
        WORLD.changed(Topic.WATER);
        commune("19333", "Xã Chợ");
        commune("19335", "Xã Kiệt");
        depot(DEPOT, true);
        households("19333", MARKET, 12, true);
        households("19335", ALLEY, 7, true);
        JsonNode atFive = ask(disaster, "car", FIVE);
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
        JsonNode atSix = ask(disaster, "car", SIX);
        assertThat(atSix.get("coming")).hasSize(1);
        assertThat(atSix.get("coming").get(0)).isEqualTo(seven);
        JsonNode atSeven = ask(disaster, "car", SEVEN);
        assertThat(atSeven.get("coming")).isEmpty();
        assertThat(atSeven.get("islands")).hasSize(2).anySatisfy(island -> {
            assertThat(island.get("id")).isEqualTo(seven.get("islands").get(0).get("id"));
            assertThat(island.get("cut_off_since").asString()).isEqualTo(SEVEN.toString());
        });
    }

    @Test
    void whatIsToComeTellsNoMoreThanTheReportOfThatStep() {
        Disaster disaster = flood("sắp tới", false);
        commune("00001", "Xã Một");
        commune("00002", "Xã Hai");
        depot(DEPOT, false);
        households("00001", HIGHWAY_EAST, 3, false);
        households("00002", MARKET, 40, false);
        households("00002", WEST, 60, false);
        CutOffReport before = cutOff().forEveryone(disaster, VehicleClass.TRUCK, FIVE);
        CutOffReport then = cutOff().forEveryone(disaster, VehicleClass.TRUCK, SIX);
        assertThat(before.coming()).allSatisfy(coming -> {
            assertThat(coming.communes()).isSubsetOf(then.communes());
            assertThat(coming.islands()).allSatisfy(island -> assertThat(then.islands())
                    .anySatisfy(told -> assertThat(told.count()).isEqualTo(island.count())));
        });
        assertThat(before.coming().toString()).doesNotContain("Xã Một");
        assertThat(cutOff().exact(disaster, VehicleClass.TRUCK, FIVE).coming().toString())
                .contains("Xã Một", "Xã Hai");
    }

    @Test
    void aPartOfFewHouseholdsIsToldToNobody() {
        Disaster disaster = flood("ít", false);
        depot(DEPOT, false);
        households(null, MARKET, 4, false);
        households(null, WEST, 60, false);
        CutOffReport open = cutOff().forEveryone(disaster, VehicleClass.TRUCK, SIX);
        assertThat(open.total()).isNull();
        assertThat(open.islands()).isEmpty();
        assertThat(open.otherIslands()).isNull();
        assertThat(open.outside()).isNull();
        assertThat(open.best()).isNull();
        assertThat(open.steps().get(1).count()).isNull();
    }

    @Test
    void boatsAndUnknownClassesAreRefused() {
        Disaster disaster = flood("thuyền", true);
        assertThatThrownBy(() -> cutOff().exact(disaster, VehicleClass.MOTOR_BOAT, SIX))
                .hasMessageContaining("VEHICLE_NOT_ROUTED_YET");
        assertThatThrownBy(() -> ask(disaster, "tank", SIX)).hasStackTraceContaining("UNKNOWN_VEHICLE");
    }

    private static CutOff cutOff() {
        return WORLD.bean(CutOff.class);
    }

    private static long people(Disaster disaster, Instant at) {
        return Objects.requireNonNull(
                        cutOff().exact(disaster, VehicleClass.TRUCK, at).total())
                .people();
    }

    private static JsonNode ask(Disaster disaster, String vehicle, Instant at) throws Exception {
        String address = "/api/v1/cut-off?disaster=" + disaster.id() + "&vehicle=" + vehicle + "&at=" + at;
        return JsonMapper.shared()
                .readTree(HTTP.perform(get(address)).andReturn().getResponse().getContentAsString());
    }

    private static void commune(String code, String fullName) {
        WORLD.jdbc().sql("""
                insert into admin_unit (code, valid_from, name, full_name, kind, folded_name, folded_full_name)
                values (?, '2025-07-01', ?, ?, 'xa', 'x', 'x')""").params(code, fullName, fullName).update();
        WORLD.changed(Topic.ADMIN);
    }

    private static void depot(LonLat at, boolean simulated) {
        WORLD.jdbc().sql("""
                insert into depot (id, ref, name, simulated, place)
                values (gen_random_uuid(), gen_random_uuid()::text, 'Kho', ?, st_setsrid(st_makepoint(?, ?), 4326))""").params(simulated, at.lon(), at.lat()).update();
    }

    /** Households of four people, one of them vulnerable, all at one place. */
    private static void households(@Nullable String commune, LonLat at, int count, boolean simulated) {
        WORLD.jdbc()
                .sql("""
                insert into household (id, ref, simulated, people, vulnerable_people, admin_code, admin_valid_from,
                    place, place_precision)
                select gen_random_uuid(), gen_random_uuid()::text, :simulated, 4, 1, :commune::text,
                    case when :commune::text is null then null else date '2025-07-01' end,
                    st_setsrid(st_makepoint(:lon, :lat), 4326), 'exact'
                from generate_series(1, :count)""")
                .param("simulated", simulated)
                .param("commune", commune)
                .param("lon", at.lon())
                .param("lat", at.lat())
                .param("count", count)
                .update();
    }
}
