package vn.reliefmap.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import vn.reliefmap.geo.LonLat;

/** Finds trips in the demo province that show what a test wants to show, by asking the program. */
record DemoTrips(Http http) {

    /** Two places and a water step. */
    record Trip(LonLat from, LonLat to, String at) {
        String hash() {
            return "/#at=" + at;
        }

        /** Types both places and asks, as a person does; a truck is what the page starts with. */
        void askOn(Screen screen) {
            assertThat(screen.find(".time-words")).containsText("Nước lúc");
            screen.find("[data-view=route]").click();
            screen.find("#route-from").fill(written(from));
            screen.find("#route-to").fill(written(to));
            screen.find("#route-find").click();
            assertThat(screen.find("#route-answer .answer")).isVisible();
        }

        private static String written(LonLat place) {
            return String.format(Locale.ROOT, "%.5f, %.5f", place.lat(), place.lon());
        }
    }

    /** The first trip whose answers for truck and motorbike fit. */
    Trip find(BiPredicate<JsonNode, JsonNode> fits) {
        return find(trip -> fits.test(ask(trip, "truck"), ask(trip, "motorbike")));
    }

    /** From the demo's depots to its clusters, the deepest water first, until a trip fits. */
    Trip find(Predicate<Trip> fits) {
        JsonNode steps = steps();
        List<LonLat> depots = depots();
        for (int s = steps.size() - 1; s >= 0; s--) {
            for (JsonNode cluster : clusters()) {
                for (LonLat depot : depots) {
                    LonLat to = new LonLat(asTyped(cluster.path("lon")), asTyped(cluster.path("lat")));
                    Trip trip = new Trip(depot, to, steps.get(s).path("at").asString());
                    if (fits.test(trip)) {
                        return trip;
                    }
                }
            }
        }
        throw new AssertionError("the demo has no such trip");
    }

    JsonNode ask(Trip trip, String vehicle) {
        return ask(trip, vehicle, "");
    }

    JsonNode askWithBoat(Trip trip, String boat) {
        return ask(trip, "truck", ",\"transfer\":\"" + boat + "\"");
    }

    JsonNode ask(Trip trip, String vehicle, String more) {
        String body = String.format(
                Locale.ROOT,
                "{\"from\":[%.5f,%.5f],\"to\":[%.5f,%.5f],\"vehicle\":\"%s\",\"disaster\":\"%s\",\"depart_at\":\"%s\"%s}",
                trip.from().lon(),
                trip.from().lat(),
                trip.to().lon(),
                trip.to().lat(),
                vehicle,
                disaster(),
                trip.at(),
                more);
        return http.post("/api/v1/routes", body).json();
    }

    String disaster() {
        for (JsonNode disaster : http.get("/api/v1/disasters").json().path("items")) {
            if (disaster.path("simulated").asBoolean()) {
                return disaster.path("id").asString();
            }
        }
        throw new AssertionError("no simulated disaster");
    }

    private List<LonLat> depots() {
        List<LonLat> depots = new ArrayList<>();
        http.get("/api/v1/depots?disaster=" + disaster())
                .json()
                .path("features")
                .forEach(f -> depots.add(new LonLat(
                        asTyped(f.at("/geometry/coordinates/0")), asTyped(f.at("/geometry/coordinates/1")))));
        return depots;
    }

    private JsonNode steps() {
        return http.get("/api/v1/flood-extents/steps?disaster=" + disaster())
                .json()
                .path("items");
    }

    private JsonNode clusters() {
        return http.get("/api/v1/need-clusters?zoom=12&disaster=" + disaster())
                .json()
                .path("items");
    }

    /** With the five digits that people type and the page writes. */
    private static double asTyped(JsonNode degrees) {
        return Math.round(degrees.asDouble() * 1e5) / 1e5;
    }
}
