package vn.reliefmap.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.assertions.LocatorAssertions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import vn.reliefmap.access.Account;
import vn.reliefmap.access.Accounts;
import vn.reliefmap.kernel.Caller;

/** Gives the demo a day's work, by the requests that people's devices send: a plan, tours on their way, a gift, reports, rivers. */
final class FaceScenes {
    private static final int TOURS = 6;
    private static final int TOURS_OF_ONE_TEAM = 3;

    private final DemoProgram program;
    private final Http http;
    private final Accounts accounts;
    private final String administrator;
    private final UUID cry = UUID.randomUUID();
    private final String disaster;
    private final String plan;
    private final String gift;
    private String team = "";
    private int made;

    FaceScenes(DemoProgram program) {
        this.program = program;
        http = program.http();
        accounts = program.part(Accounts.class);
        administrator = accounts.renewAdministratorToken();
        disaster = new DemoTrips(http).disaster();
        rivers();
        reports();
        gift = pledged();
        plan = made();
        JsonNode tours = http.get("/api/v1/plans/" + plan).json().path("tours");
        for (int i = 0; i < TOURS; i++) {
            if (i % TOURS_OF_ONE_TEAM == 0) {
                team = token(Caller.TEAM);
            }
            carry(tours.path(i * tours.size() / TOURS), i % TOURS_OF_ONE_TEAM);
        }
    }

    String disaster() {
        return disaster;
    }

    /** The report that cries for help. */
    UUID cry() {
        return cry;
    }

    String plan() {
        return plan;
    }

    String gift() {
        return gift;
    }

    /** Of the team that has the last of the tours under way. */
    String teamToken() {
        return team;
    }

    String token(Caller role) {
        Set<String> units = role == Caller.OFFICER ? Set.of("44") : Set.of();
        Account account = accounts.add("Thử " + role.word() + " " + made++, role, units);
        return accounts.newToken(account.id());
    }

    private JsonNode post(String path, String body, String token) {
        Http.Answer answer =
                token.isEmpty() ? http.post(path, body) : http.post(path, body, "Authorization", "Bearer " + token);
        assertThat(answer.status()).as(path + " " + answer.text()).isBetween(200, 202);
        return answer.json();
    }

    private void rivers() {
        double[] levels = {3.61, 6.42, 2.95};
        int i = 0;
        for (JsonNode gauge :
                http.get("/api/v1/gauges?disaster=" + disaster).json().path("items")) {
            if (i < levels.length) {
                String path = "/api/v1/gauges/" + gauge.path("code").asString() + "/readings";
                for (int hours = 3; hours >= 0; hours--) {
                    post(
                            path,
                            "{\"id\":\"%s\",\"disaster\":\"%s\",\"observed_at\":\"%s\",\"level_m\":%s}"
                                    .formatted(
                                            UUID.randomUUID(),
                                            disaster,
                                            Instant.now().minus(Duration.ofHours(hours)),
                                            levels[i] - 0.2 * hours),
                            administrator);
                }
                i++;
            }
        }
    }

    private void reports() {
        String[][] told = {
            {"sos", "Nước vào nhà, có bà bầu", "107.19", "16.80"},
            {"need", "nha o hoi dien nuoc len toi nua nha, het gao", "107.17", "16.78"},
            {"need", "Nhà năm người, còn gạo tới mai, thiếu nước uống", "107.171", "16.781"},
            {"need", "Bà cụ một mình, cần thuốc huyết áp", "107.22", "16.74"},
        };
        for (int i = 0; i < told.length; i++) {
            UUID id = told[i][0].equals("sos") ? cry : UUID.randomUUID();
            post(
                    "/api/v1/reports",
                    """
                    {"id":"%s","disaster":"%s","kind":"%s","place":{"lon":%s,"lat":%s},"people":%d,"words":"%s",
                     "name":"Người thử %d","phone":"090000000%d"}""".formatted(id, disaster, told[i][0], told[i][2], told[i][3], i + 2, told[i][1], i + 1, i + 1),
                    "");
        }
    }

    private String pledged() {
        JsonNode communes =
                http.get("/api/v1/need-summary?disaster=" + disaster).json().path("communes");
        return post(
                        "/api/v1/pledges",
                        "{\"id\":\"%s\",\"disaster\":\"%s\",\"commune\":\"%s\",\"item\":\"rice\",\"quantity\":200}"
                                .formatted(
                                        UUID.randomUUID(),
                                        disaster,
                                        communes.at("/0/code").asString()),
                        token(Caller.DONOR))
                .path("code")
                .asString();
    }

    private String made() {
        String id = post(
                        "/api/v1/plans",
                        "{\"disaster\":\"%s\",\"hours\":6,\"seconds\":5,\"night\":true}".formatted(disaster),
                        administrator)
                .path("id")
                .asString();
        try (Screen screen = program.openOnDesk("/tours?plan=" + id)) {
            assertThat(screen.find(".tour-row").first())
                    .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(240_000));
        }
        http.put("/api/v1/plans/" + id + "/publication", "{}", "Authorization", "Bearer " + administrator);
        return id;
    }

    /** The team takes the tour on and has handed over what its first calls bring, as far as they lie in other communes than the last. */
    private void carry(JsonNode tour, int calls) {
        JsonNode claim = post(
                "/api/v1/claims",
                "{\"id\":\"%s\",\"disaster\":\"%s\",\"plan\":\"%s\",\"tour\":%d}"
                        .formatted(
                                UUID.randomUUID(),
                                disaster,
                                plan,
                                tour.path("number").asInt()),
                team);
        List<String> communes = new ArrayList<>();
        tour.path("trips").forEach(trip -> trip.path("calls")
                .forEach(call -> communes.add(call.path("commune").asString())));
        Set<String> served = new HashSet<>(communes.subList(0, Math.min(calls, communes.size())));
        served.remove(communes.get(communes.size() - 1));
        StringBuilder handed = new StringBuilder();
        for (JsonNode line : claim.path("lines")) {
            if (served.contains(line.path("commune").asString())) {
                handed.append(handed.isEmpty() ? "" : ",")
                        .append("{\"need\":\"%s\",\"item\":\"%s\",\"quantity\":%s}"
                                .formatted(
                                        line.path("need").asString(),
                                        line.path("item").asString(),
                                        line.at("/progress/promised").asString()));
            }
        }
        if (!handed.isEmpty()) {
            post(
                    "/api/v1/deliveries",
                    "{\"id\":\"%s\",\"claim\":\"%s\",\"handed_over_at\":\"%s\",\"handed\":[%s]}"
                            .formatted(UUID.randomUUID(), claim.path("id").asString(), Instant.now(), handed),
                    team);
        }
    }

    /** The way of a truck from a depot to where the water is deep. */
    void aWayThroughTheWater(Screen screen) {
        new DemoTrips(http)
                .find((truck, motorbike) -> truck.path("found").asBoolean()
                        && truck.path("deepest_m").asDouble() > 0.2)
                .askOn(screen);
    }

    void anOpenCase(Screen screen) {
        assertThat(screen.find(".queue-row").first()).isVisible();
        screen.find(".queue-row .link").nth(1).click();
        assertThat(screen.find("blockquote")).isVisible();
    }
}
