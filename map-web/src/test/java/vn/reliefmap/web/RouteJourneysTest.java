package vn.reliefmap.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import vn.reliefmap.geo.LonLat;

/** Finding a way on the map, by typed places and by clicks; the places are found by asking the program first. */
class RouteJourneysTest extends DemoProgram {

    /** Two places and a water step. */
    record Trip(LonLat from, LonLat to, String at) {
        String hash() {
            return "/#at=" + at;
        }
    }

    @Test
    void aTrucksWayDiffersFromAMotorbikes() {
        Trip trip = findTrip((truck, motorbike) -> truck.path("found").asBoolean()
                && motorbike.path("found").asBoolean()
                && motorbike.path("distance_m").asDouble()
                        > truck.path("distance_m").asDouble() + 300);
        try (Screen screen = openOnDesk(trip.hash())) {
            ask(screen, trip);
            assertThat(screen.find(".answer")).containsText("Xe tải:");
            assertThat(screen.find(".answer")).containsText("Nước sâu nhất trên đường");
            assertThat(screen.find(".doubts")).containsText("Nước");
            assertThat(screen.find("path.way-slow").first()).isAttached();
            screen.find("#compare-motorbike").click();
            assertThat(screen.find(".compared")).containsText("Xe máy");
            assertThat(screen.find(".compared")).containsText("dài hơn");
            assertThat(screen.find("path.way-beside").first()).isAttached();
            screen.keep("truck-and-motorbike");
        }
    }

    @Test
    void aCutOffPlaceIsSaidInWordsNotAsAnEmptyLine() {
        Trip trip =
                findTrip((truck, motorbike) -> truck.path("reason").asString("").equals("cut_off"));
        try (Screen screen = openOnPhone(trip.hash())) {
            ask(screen, trip);
            String vi = route(trip, "truck").path("vi").asString();
            assertThat(screen.find(".answer-closed")).containsText(vi);
            assertThat(screen.find("path.way-open")).hasCount(0);
            screen.keep("cut-off-360");
        }
    }

    @Test
    void twoClicksOnTheMapGiveAWay() {
        try (Screen screen = openOnDesk("/")) {
            assertThat(screen.find("[data-commune]").first()).isVisible();
            screen.press("r");
            assertThat(screen.find("#map.picking")).isAttached();
            screen.page().mouse().click(760, 560);
            assertThat(screen.find("#route-from")).hasValue(Pattern.compile("\\d+\\.\\d{5}, \\d+\\.\\d{5}"));
            screen.page().mouse().click(900, 620);
            assertThat(screen.find(".answer")).isVisible();
            screen.keep("two-clicks");
        }
    }

    @Test
    void whatCannotBeReadIsSaidBesideTheField() {
        try (Screen screen = openOnDesk("/")) {
            assertThat(screen.find("[data-commune]").first()).isVisible();
            screen.press("r");
            screen.find("#route-from").fill("đầu làng");
            screen.find("#route-to").fill("16°45'00\"B 107°10'48\"Đ");
            screen.find("#route-find").click();
            assertThat(screen.find("#route-error")).containsText("Không đọc được “đầu làng”");
            assertThat(screen.find("#route-to")).hasValue("16.75000, 107.18000");
        }
    }

    private static void ask(Screen screen, Trip trip) {
        assertThat(screen.find(".time-words")).containsText("Nước lúc");
        screen.find("[data-view=route]").click();
        screen.find("#route-from").fill(written(trip.from()));
        screen.find("#route-to").fill(written(trip.to()));
        screen.find("#route-find").click();
        assertThat(screen.find("#route-answer .answer")).isVisible();
    }

    private static String written(LonLat place) {
        return String.format(Locale.ROOT, "%.5f, %.5f", place.lat(), place.lon());
    }

    /** From the demo's depots to its clusters, the deepest water first, until a trip fits. */
    private Trip findTrip(BiPredicate<JsonNode, JsonNode> fits) {
        String disaster = disaster();
        List<LonLat> depots = new ArrayList<>();
        http().get("/api/v1/depots?disaster=" + disaster)
                .json()
                .path("features")
                .forEach(f -> depots.add(new LonLat(
                        f.at("/geometry/coordinates/0").asDouble(),
                        f.at("/geometry/coordinates/1").asDouble())));
        JsonNode steps = http().get("/api/v1/flood-extents/steps?disaster=" + disaster)
                .json()
                .path("items");
        JsonNode clusters = http().get("/api/v1/need-clusters?zoom=12&disaster=" + disaster)
                .json()
                .path("items");
        for (int s = steps.size() - 1; s >= 0; s--) {
            for (JsonNode cluster : clusters) {
                for (LonLat depot : depots) {
                    LonLat to = new LonLat(
                            cluster.path("lon").asDouble(), cluster.path("lat").asDouble());
                    Trip trip = new Trip(depot, to, steps.get(s).path("at").asString());
                    if (fits.test(route(trip, "truck"), route(trip, "motorbike"))) {
                        return trip;
                    }
                }
            }
        }
        throw new AssertionError("the demo has no such trip");
    }

    private JsonNode route(Trip trip, String vehicle) {
        String body = String.format(
                Locale.ROOT,
                "{\"from\":[%.5f,%.5f],\"to\":[%.5f,%.5f],\"vehicle\":\"%s\",\"disaster\":\"%s\",\"depart_at\":\"%s\"}",
                trip.from().lon(),
                trip.from().lat(),
                trip.to().lon(),
                trip.to().lat(),
                vehicle,
                disaster(),
                trip.at());
        return http().post("/api/v1/routes", body).json();
    }

    private String disaster() {
        for (JsonNode disaster : http().get("/api/v1/disasters").json().path("items")) {
            if (disaster.path("simulated").asBoolean()) {
                return disaster.path("id").asString();
            }
        }
        throw new AssertionError("no simulated disaster");
    }
}
