package vn.reliefmap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ApplicationContext;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.reliefmap.access.PersonalData;
import vn.reliefmap.commitment.Claim;
import vn.reliefmap.commitment.ClaimOrder;
import vn.reliefmap.commitment.ClaimPlace;
import vn.reliefmap.commitment.Claims;
import vn.reliefmap.geo.Geometries;
import vn.reliefmap.geo.LonLat;
import vn.reliefmap.kernel.Caller;
import vn.reliefmap.kernel.OpenTo;
import vn.reliefmap.store.Topic;

/**
 * FEATURE UNDER TEST: every address that asks for no sign-in, found by itself, tells no name, number, id or place of a real home.
 * An address that is new fails the test until it says what to ask there.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OpenDoorsTest {
    /** Homes far from all others, from all roads and from all water that is drawn. */
    private static final List<LonLat> HERMITS =
            List.of(new LonLat(107.1512, 16.7213), new LonLat(107.0713, 16.7788), new LonLat(107.1187, 16.7941));

    private static final double NEAR_M = 200;
    private static final String NAME = "Hồ Thị Ẩn";
    private static final String PHONE = "0912345678";
    private static final String BOX = "&bbox=107,16.7,107.2,16.8";

    @TempDir
    static Path home = Path.of("target");

    private final PromiseWorld world = new PromiseWorld(home);
    private final ThinProvince province = new ThinProvince(world, "Lũ có thật", ThinProvince.FOOD);
    private final List<UUID> hidden = new ArrayList<>();

    @BeforeAll
    void homesThatStandAlone() throws IOException {
        world.roads();
        province.water(home);
        for (int i = 0; i < 12; i++) {
            province.add("XA02");
        }
        PersonalData personal = world.program.bean(PersonalData.class);
        for (int i = 0; i < HERMITS.size(); i++) {
            UUID id = province.home(province.homes() - 1 - i);
            world.jdbc
                    .sql("update household set place = st_setsrid(st_makepoint(?, ?), 4326), name_sealed = ?,"
                            + " phone_sealed = ?, address = ? where id = ?")
                    .params(HERMITS.get(i).lon(), HERMITS.get(i).lat(), personal.seal(id + "/name", NAME))
                    .params(personal.seal(id + "/phone", PHONE), "Nhà sau đình", id)
                    .update();
        }
        world.tell(Topic.HOUSEHOLDS);
        UUID team = world.account(Caller.TEAM).id();
        Claim claim = world.program
                .bean(Claims.class)
                .take(
                        team,
                        new ClaimOrder(
                                UUID.randomUUID(),
                                province.disaster,
                                new ClaimPlace.Lines(List.of(province.need(province.homes() - 1)), null)));
        hidden.add(claim.id());
        hidden.add(team);
        for (int h = 0; h < province.homes(); h++) {
            hidden.add(province.home(h));
            hidden.add(province.need(h).value());
        }
        province.publish();
    }

    @AfterAll
    void stop() {
        world.close();
    }

    /** What is asked at each address; an empty list where there is nothing to ask without knowing a code. */
    private Map<String, List<String>> questions() {
        String d = "?disaster=" + province.disaster;
        Map<String, List<String>> questions = new TreeMap<>();
        for (String bare :
                List.of("disasters", "session", "basemap", "items", "vehicles", "ledger/head", "ledger/heads")) {
            questions.put("/api/v1/" + bare, List.of(""));
        }
        for (String ofDisaster : List.of(
                "need-summary", "exposure", "depots", "do-not-send", "campaigns", "gauges", "tours-under-way")) {
            questions.put("/api/v1/" + ofDisaster, List.of(d));
        }
        for (String byVehicle : List.of("cut-off", "delivery-zones")) {
            questions.put(
                    "/api/v1/" + byVehicle,
                    List.of(
                            d + "&vehicle=truck",
                            d + "&vehicle=car",
                            d + "&vehicle=motorbike&at=" + ThinProvince.FIVE));
        }
        questions.put(
                "/api/v1/cut-off/landings",
                List.of(d + "&vehicle=truck&boat=motor_boat", d + "&vehicle=motorbike&boat=paddle_boat"));
        questions.put(
                "/api/v1/need-clusters",
                List.of(d + "&zoom=0", d + "&zoom=14", d + "&zoom=20&limit=3", d + "&zoom=20" + BOX));
        questions.put("/api/v1/households", List.of(d + BOX, "?limit=1000"));
        questions.put("/api/v1/needs", List.of(d + BOX, "?limit=1000"));
        questions.put("/api/v1/ledger", List.of("?limit=1000"));
        questions.put("/api/v1/admin-units", List.of("", "?q=xa" + BOX));
        questions.put("/api/v1/admin-units/outlines", List.of("?zoom=14" + BOX));
        questions.put("/api/v1/fits", List.of(d + "&item=rice", d + "&item=salt&quantity=50"));
        questions.put("/api/v1/hamlets", List.of("?commune=XA02"));
        questions.put("/api/v1/shelters", List.of("", "?simulated=true"));
        questions.put("/api/v1/road-reports", List.of(d + BOX));
        questions.put("/api/v1/flood-extents", List.of(d + "&zoom=14" + BOX));
        questions.put("/api/v1/flood-extents/steps", List.of(d));
        questions.put("/api/v1/water", List.of(d + "&lon=107.1&lat=16.75"));
        questions.put("/api/v1/stock", List.of("?depot=" + UUID.randomUUID()));
        for (String byCode : List.of("gifts/{code}", "gifts/{code}/qr", "reports/{code}")) {
            questions.put("/api/v1/" + byCode, List.of());
        }
        // Plans are refused to whoever may not see their homes (PlanAnswersTest, RolesTest).
        for (String ofPlan : List.of("", "/tours", "/state", ".geojson", ".gpx", ".txt", ".pdf")) {
            questions.put("/api/v1/plans/{id}" + ofPlan, List.of());
        }
        // Pictures of the map, which know no disaster, and events, which DifferencingTest listens to.
        questions.put("/tiles/base/{z}/{x}/{y}.png", List.of());
        questions.put("/tiles/water/{z}/{x}/{y}.mvt", List.of());
        // The cells of need-clusters in another form, from the same door.
        questions.put("/tiles/needs/{z}/{x}/{y}.mvt", List.of());
        questions.put("/api/v1/live", List.of());
        return questions;
    }

    @Test
    void everyOpenDoorIsKnownAndAsked() {
        assertThat(questions().keySet()).containsExactlyInAnyOrderElementsOf(open());
    }

    private List<String> open() {
        List<String> paths = new ArrayList<>();
        Map<RequestMappingInfo, HandlerMethod> doors = new HashMap<>();
        ((ApplicationContext) world.program.events())
                .getBeansOfType(RequestMappingHandlerMapping.class)
                .values()
                .forEach(mapping -> doors.putAll(mapping.getHandlerMethods()));
        doors.forEach((info, method) -> {
            OpenTo rule = method.getMethodAnnotation(OpenTo.class);
            if (rule != null
                    && List.of(rule.value()).contains(Caller.EVERYONE)
                    && info.getMethodsCondition().getMethods().contains(RequestMethod.GET)) {
                paths.addAll(info.getPatternValues());
            }
        });
        return paths;
    }

    @Test
    void noOpenDoorTellsANameANumberAnIdOrThePlaceOfAHome() {
        int places = 0;
        for (Map.Entry<String, List<String>> door : questions().entrySet()) {
            for (String question : door.getValue()) {
                String body = world.program.get(door.getKey() + question, null).body();
                assertThat(body).as(door.getKey()).doesNotContain(NAME, PHONE, "912345678", "sau đình");
                for (UUID id : hidden) {
                    assertThat(body).as(door.getKey()).doesNotContain(id.toString());
                }
                for (LonLat told : places(JsonMapper.shared().readTree(body))) {
                    places++;
                    for (LonLat hermit : HERMITS) {
                        assertThat(Geometries.distanceMeters(told.coordinate(), hermit.coordinate()))
                                .as(door.getKey() + question + " tells of " + told)
                                .isGreaterThan(NEAR_M);
                    }
                }
            }
        }
        assertThat(places).as("places that were told at all").isGreaterThan(100);
    }

    /** The test of the test: an administrator's answers have what is looked for. */
    @Test
    void theSameSearchFindsTheHomesInWhatAnAdministratorSees() {
        String all = world.program
                .get(
                        "/api/v1/households?limit=1000&disaster=" + province.disaster,
                        world.token(world.account(Caller.ADMINISTRATOR)))
                .body();
        assertThat(hidden).anyMatch(id -> all.contains(id.toString()));
        assertThat(places(JsonMapper.shared().readTree(all)))
                .anyMatch(told -> Geometries.distanceMeters(
                                told.coordinate(), HERMITS.get(0).coordinate())
                        < NEAR_M);
    }

    /** Each pair of numbers that may be a place in Vietnam, and each object with {@code lon} and {@code lat}. */
    private static List<LonLat> places(JsonNode node) {
        List<LonLat> places = new ArrayList<>();
        if (node.path("lon").isNumber() && node.path("lat").isNumber()) {
            places.add(new LonLat(node.path("lon").asDouble(), node.path("lat").asDouble()));
        }
        if (node.isArray()
                && node.size() >= 2
                && node.get(0).isNumber()
                && node.get(1).isNumber()) {
            double lon = node.get(0).asDouble();
            double lat = node.get(1).asDouble();
            if (lon > 102 && lon < 117 && lat > 8 && lat < 24) {
                places.add(new LonLat(lon, lat));
            }
        }
        node.forEach(part -> places.addAll(places(part)));
        return places;
    }
}
