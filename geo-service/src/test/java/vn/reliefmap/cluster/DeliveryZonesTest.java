package vn.reliefmap.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static vn.reliefmap.flood.FloodWorld.box;
import static vn.reliefmap.flood.FloodWorld.options;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
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
import vn.reliefmap.geo.Geometries;
import vn.reliefmap.geo.LonLat;
import vn.reliefmap.kernel.Caller;
import vn.reliefmap.kernel.DisasterId;
import vn.reliefmap.passability.VehicleClass;
import vn.reliefmap.store.Topic;

/** FEATURE UNDER TEST: delivery zones as they are asked for, on the hand-drawn village (village.osm). */
class DeliveryZonesTest {
    private static final FloodWorld WORLD = ZoneWorld.open();
    private static final MockMvc HTTP = WORLD.http("DeliveryZoneEndpoint");
    private static final Instant FIVE = Instant.parse("2020-10-18T05:00:00Z");
    private static final Instant SIX = Instant.parse("2020-10-18T06:00:00Z");
    private static final LonLat DEPOT = new LonLat(107.1005, 16.7501);
    private static final LonLat WEST = new LonLat(107.105, 16.7502);
    private static final LonLat NEAR_WEST = new LonLat(107.1062, 16.7502);
    private static final LonLat MARKET = new LonLat(107.1301, 16.747);
    private static final LonLat SEA = new LonLat(107.5, 17.2);

    private final Path folder;

    DeliveryZonesTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @BeforeAll
    static void village() throws URISyntaxException {
        ZoneWorld.village(WORLD);
    }

    @AfterEach
    void clean() {
        SignedIn.nobody();
        WORLD.jdbc().sql("delete from household").update();
        WORLD.jdbc().sql("delete from vehicle").update();
        WORLD.jdbc().sql("delete from depot").update();
        WORLD.jdbc().sql("delete from admin_unit").update();
        WORLD.changed(Topic.HOUSEHOLDS);
        WORLD.changed(Topic.SUPPLY);
    }

    @AfterAll
    static void close() {
        WORLD.close();
    }

    /** Dry at five; at six 0.7 m on the highway east of the bridge and 0.5 m on the ford: the east bank is cut off. */
    private Disaster flood(String name, boolean simulated) {
        DisasterId id = WORLD.disaster(name, simulated);
        String footprint = box("\"footprint\":true", 107.0, 16.7, 107.2, 16.8);
        WORLD.load(folder, options(id, FIVE.toString()), footprint);
        WORLD.load(
                folder,
                options(id, SIX.toString()),
                box("\"depth_m\":0.7", 107.117, 16.749, 107.119, 16.751),
                box("\"depth_m\":0.5", 107.1145, 16.739, 107.1155, 16.741),
                footprint);
        return WORLD.bean(Disasters.class).get(id);
    }

    @Test
    void roadsideHomesFormAZoneAndTheCutOffBankIsToldApart() throws Exception {
        Disaster disaster = flood("hai bờ", true);
        WORLD.jdbc().sql("""
                insert into admin_unit (code, valid_from, name, full_name, kind, folded_name, folded_full_name)
                values ('19333', '2025-07-01', 'Chợ', 'Xã Chợ', 'xa', 'x', 'x')""").update();
        WORLD.changed(Topic.ADMIN);
        ZoneWorld.depot(WORLD, DEPOT, true);
        ZoneWorld.households(WORLD, disaster.id(), null, WEST, 3, true);
        ZoneWorld.households(WORLD, disaster.id(), null, NEAR_WEST, 6, true);
        ZoneWorld.households(WORLD, disaster.id(), "19333", MARKET, 7, true);
        ZoneWorld.households(WORLD, disaster.id(), null, SEA, 2, true);
        JsonNode answer = ask(disaster, "truck", SIX);

        assertThat(answer.get("snapshot").asString()).startsWith("r");
        assertThat(answer.get("capacity").get("assumed").asBoolean()).isTrue();
        assertThat(answer.get("total").get("households").asInt()).isEqualTo(18);
        assertThat(answer.get("total").get("items").get(0).get("quantity").asDouble())
                .isEqualTo(180);
        assertThat(answer.get("zones")).hasSize(1);
        JsonNode zone = answer.get("zones").get(0);
        assertThat(zone.get("households").asInt()).isEqualTo(9);
        assertThat(zone.get("mass_kg").asDouble()).isEqualTo(90);
        // Most people live at the second place, 128 m down the road from the first.
        LonLat stop = new LonLat(
                zone.get("stop").get(0).asDouble(), zone.get("stop").get(1).asDouble());
        assertThat(Geometries.distanceMeters(stop.coordinate(), NEAR_WEST.coordinate()))
                .isLessThan(25);
        assertThat(zone.get("walk").get("longest_m").asDouble()).isBetween(140.0, 160.0);
        assertThat(zone.get("walk").get("mean_m").asDouble()).isBetween(55.0, 75.0);
        assertThat(zone.get("walk").get("wadeable").asBoolean()).isTrue();
        assertThat(zone.get("distance_m").asDouble()).isBetween(590.0, 630.0);
        JsonNode island = answer.get("cut_off").get(0);
        assertThat(island.get("households").asInt()).isEqualTo(7);
        assertThat(island.get("reason").asString()).isEqualTo("water");
        assertThat(island.get("needs_boat").asBoolean()).isTrue();
        assertThat(island.get("cut_by").get(0).get("road_name").asString()).isEqualTo("Ngầm Hà");
        assertThat(island.get("communes").get(0).get("full_name").asString()).isEqualTo("Xã Chợ");
        assertThat(answer.get("far_from_road").get("households").asInt()).isEqualTo(2);
        assertThat(ask(disaster, "truck", FIVE).get("zones")).hasSize(2);
        assertThat(ask(disaster, "truck", FIVE).get("cut_off")).isEmpty();
    }

    @Test
    void theSmallestVehicleOfTheClassDecidesAndChangesAreSeen() {
        Disaster disaster = flood("xe", true);
        ZoneWorld.depot(WORLD, DEPOT, true);
        ZoneWorld.households(WORLD, disaster.id(), null, WEST, 12, true);
        assertThat(zones(disaster)).hasSize(1);
        vehicle(1000, 5);
        vehicle(55, 9);
        WORLD.changed(Topic.SUPPLY);
        ZoneReport report = WORLD.bean(DeliveryZones.class).exact(disaster, VehicleClass.TRUCK, SIX);
        assertThat(report.capacity()).isEqualTo(new ZoneCapacity(55, 5, false));
        assertThat(report.zones())
                .hasSize(3)
                .allSatisfy(zone -> assertThat(zone.sums().massKg()).isLessThanOrEqualTo(55));
        WORLD.jdbc().sql("update need set claimed = needed").update();
        WORLD.changed(Topic.NEEDS);
        assertThat(zones(disaster)).isEmpty();
        ZoneWorld.households(WORLD, disaster.id(), null, WEST, 1, true);
        assertThat(zones(disaster)).hasSize(1);
    }

    @Test
    void whereThereIsNoDepotOrNoRoadTheReasonSaysSo() {
        Disaster disaster = flood("kho", true);
        LonLat island = new LonLat(107.152, 16.7601);
        ZoneWorld.households(WORLD, disaster.id(), null, island, 1, true);
        assertThat(reason(disaster)).isEqualTo(ZoneReport.Reason.NO_DEPOT);
        ZoneWorld.depot(WORLD, SEA, true);
        assertThat(reason(disaster)).isEqualTo(ZoneReport.Reason.NO_DEPOT);
        ZoneWorld.depot(WORLD, DEPOT, true);
        assertThat(reason(disaster)).isEqualTo(ZoneReport.Reason.NO_CONNECTION);
    }

    @Test
    void whoStandsInDeepWaterCannotWadeToTheStop() {
        DisasterId id = WORLD.disaster("lội", true);
        // 0.55 m on 200 m of the highway: a truck passes, people on foot do not.
        WORLD.load(folder, options(id, SIX.toString()), box("\"depth_m\":0.55", 107.1038, 16.749, 107.1056, 16.751));
        Disaster disaster = WORLD.bean(Disasters.class).get(id);
        ZoneWorld.depot(WORLD, DEPOT, true);
        ZoneWorld.households(WORLD, id, null, WEST, 5, true);
        ZoneReport.Zone zone = zones(disaster).get(0);
        assertThat(zone.walk().wadeable()).isFalse();
        assertThat(zone.walk().cannotWade()).isEqualTo(5);
    }

    @Test
    void fewHouseholdsAreJoinedForEveryoneButTheAdministrator() throws Exception {
        Disaster disaster = flood("thật", false);
        ZoneWorld.depot(WORLD, DEPOT, false);
        ZoneWorld.households(WORLD, disaster.id(), null, NEAR_WEST, 8, false);
        ZoneWorld.households(WORLD, disaster.id(), null, MARKET, 3, false);
        ZoneWorld.households(WORLD, disaster.id(), null, SEA, 4, false);
        ZoneWorld.households(WORLD, disaster.id(), null, new LonLat(107.1002, 16.7405), 6, false);
        JsonNode open = ask(disaster, "truck", SIX);
        assertThat(open.get("zones")).hasSize(2);
        assertThat(open.get("cut_off")).isEmpty();
        assertThat(open.get("far_from_road").isNull()).isTrue();
        assertThat(open.get("joined").get("number").asInt()).isEqualTo(2);
        assertThat(open.get("joined").get("households").asInt())
                .as("seven, rounded")
                .isEqualTo(5);
        assertThat(open.get("joined").get("items").get(0).get("quantity").asDouble())
                .isEqualTo(50);
        assertThat(open.get("total").get("households").asInt()).isEqualTo(20);
        JsonNode zone = open.get("zones").get(0);
        assertThat(zone.get("walk").get("longest_m").asDouble() % 100).isZero();
        assertThat(zone.get("walk").get("cannot_wade_households").isNull()).isTrue();
        // The depot's own road point stands for the stop: no junction lies between it and the homes.
        LonLat shown = new LonLat(
                zone.get("stop").get(0).asDouble(), zone.get("stop").get(1).asDouble());
        assertThat(Geometries.distanceMeters(shown.coordinate(), NEAR_WEST.coordinate()))
                .isGreaterThan(300);

        SignedIn.as(Caller.ADMINISTRATOR);
        JsonNode exact = ask(disaster, "truck", SIX);
        assertThat(exact.get("cut_off").get(0).get("households").asInt()).isEqualTo(3);
        assertThat(exact.get("far_from_road").get("households").asInt()).isEqualTo(4);
        assertThat(exact.get("joined").isNull()).isTrue();
    }

    @Test
    void aSmallRestTakesTheSmallestZoneWithItOrHidesAll() {
        Disaster disaster = flood("ít", false);
        ZoneWorld.depot(WORLD, DEPOT, false);
        ZoneWorld.households(WORLD, disaster.id(), null, NEAR_WEST, 8, false);
        ZoneWorld.households(WORLD, disaster.id(), null, MARKET, 1, false);
        ZoneReport open = WORLD.bean(DeliveryZones.class).forEveryone(disaster, VehicleClass.TRUCK, SIX);
        assertThat(open.zones()).isEmpty();
        assertThat(Objects.requireNonNull(open.joined()).sums().households()).isEqualTo(10);
        WORLD.jdbc()
                .sql("delete from household where id in (select id from household limit 6)")
                .update();
        WORLD.changed(Topic.HOUSEHOLDS);
        ZoneReport none = WORLD.bean(DeliveryZones.class).forEveryone(disaster, VehicleClass.TRUCK, SIX);
        assertThat(none.total()).isNull();
        assertThat(none.joined()).isNull();
        assertThat(none.zones()).isEmpty();
        assertThat(none.cutOff()).isEmpty();
    }

    @Test
    void badQuestionsAreRefused() {
        Disaster disaster = flood("hỏi", true);
        assertThatThrownBy(() -> ask(disaster, "motor_boat", SIX)).hasStackTraceContaining("VEHICLE_NOT_ROUTED_YET");
        assertThatThrownBy(() -> ask(disaster, "tank", SIX)).hasStackTraceContaining("UNKNOWN_VEHICLE");
        for (String question : new String[] {"", "?disaster=&vehicle=truck"}) {
            assertThatThrownBy(() -> HTTP.perform(get("/api/v1/delivery-zones" + question)))
                    .hasStackTraceContaining("DISASTER_MISSING");
        }
        assertThatThrownBy(() -> HTTP.perform(get("/api/v1/delivery-zones?disaster=khong-co&vehicle=truck")))
                .hasStackTraceContaining("DISASTER");
        assertThatThrownBy(() -> HTTP.perform(
                        get("/api/v1/delivery-zones?disaster=" + disaster.id() + "&vehicle=truck&at=hôm nay")))
                .hasStackTraceContaining("AT_FORM");
    }

    private static List<ZoneReport.Zone> zones(Disaster disaster) {
        return WORLD.bean(DeliveryZones.class)
                .exact(disaster, VehicleClass.TRUCK, SIX)
                .zones();
    }

    private static ZoneReport.Reason reason(Disaster disaster) {
        return WORLD.bean(DeliveryZones.class)
                .exact(disaster, VehicleClass.TRUCK, SIX)
                .cutOff()
                .get(0)
                .reason();
    }

    private static void vehicle(double kg, double m3) {
        WORLD.jdbc().sql("""
                insert into vehicle (id, ref, name, simulated, vehicle_class, depot_id, capacity_kg, capacity_m3)
                select gen_random_uuid(), gen_random_uuid()::text, 'Xe', true, 'truck', id, ?, ? from depot limit 1""").params(kg, m3).update();
    }

    private static JsonNode ask(Disaster disaster, String vehicle, Instant at) throws Exception {
        String address = "/api/v1/delivery-zones?disaster=" + disaster.id() + "&vehicle=" + vehicle + "&at=" + at;
        return JsonMapper.shared()
                .readTree(HTTP.perform(get(address)).andReturn().getResponse().getContentAsString());
    }
}
