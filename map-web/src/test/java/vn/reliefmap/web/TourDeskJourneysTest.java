package vn.reliefmap.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PageAssertions;
import com.microsoft.playwright.options.BoundingBox;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import vn.reliefmap.access.Accounts;
import vn.reliefmap.kernel.Caller;

/** A coordinator changes a plan by mouse and by keys, locks, plans again, publishes and hands over; once the network is cut. */
class TourDeskJourneysTest extends DemoProgram {
    private static final LocatorAssertions.IsVisibleOptions WHILE_PLANNING =
            new LocatorAssertions.IsVisibleOptions().setTimeout(90_000);
    private static final LocatorAssertions.HasCountOptions WHILE_ASKED =
            new LocatorAssertions.HasCountOptions().setTimeout(30_000);

    private String token = "";
    private String disaster = "";

    @BeforeEach
    void beACoordinator() {
        token = part(Accounts.class).renewAdministratorToken();
        disaster = demo().id().toString();
    }

    private String[] signed() {
        return new String[] {"Authorization", "Bearer " + token};
    }

    private JsonNode read(String path) {
        return http().get("/api/v1" + path, signed()).json();
    }

    private JsonNode send(String path, String body) {
        return http().post("/api/v1" + path, body, signed()).json();
    }

    private void signIn(Screen screen) {
        screen.find("#account").click();
        screen.find("#token").fill(token);
        screen.press("Enter");
        assertThat(screen.find("#account")).containsText("Đăng xuất");
    }

    /** A small plan: rice from one depot for a few communes, by day and night, so that nothing depends on the hour of the test. */
    private String ordered(Screen screen) {
        String plan = send("/plans", """
                        {"disaster": "%s", "hours": 8, "iterations": 200, "night": true, "items": ["rice"], "depots": ["%s"], "communes": ["%s"]}""".formatted(
                                disaster,
                                read("/depots?disaster=" + disaster)
                                        .at("/features/0/properties/id")
                                        .asString(),
                                String.join("\",\"", fewHomes())))
                .path("id")
                .asString();
        screen.page().navigate(screen.page().url().replaceFirst("/tours.*", "/tours?plan=" + plan));
        assertThat(screen.find(".tour-row").first()).isVisible(WHILE_PLANNING);
        return plan;
    }

    /** The communes with the fewest homes in need. */
    private List<String> fewHomes() {
        List<String> codes = new ArrayList<>();
        read("/need-summary?disaster=" + disaster).path("communes").forEach(commune -> {
            if (!commune.path("code").isNull()) {
                codes.add(commune.path("code").asString());
            }
        });
        return codes.subList(codes.size() - 7, codes.size());
    }

    /** A stop, a vehicle that it is too heavy for, and one that it fits. */
    private record Choice(int tour, int call, String stop, String heavyFor, String fits) {}

    private Choice choice(String plan) {
        for (JsonNode tour : read("/plans/" + plan).path("tours")) {
            for (JsonNode call : tour.at("/trips/0/calls")) {
                int number = tour.path("number").asInt();
                String heavy = "";
                String fits = "";
                for (JsonNode fit : send(
                                "/plans/" + plan + "/fits",
                                "{\"tour\":%d,\"call\":%d}"
                                        .formatted(number, call.path("number").asInt()))
                        .path("items")) {
                    boolean own = fit.path("tour").asInt() == number;
                    if (fit.path("breaks").size() == 0 && !fit.path("refused").asBoolean() && !own) {
                        fits = fit.path("vehicle").asString();
                    } else if (fit.at("/breaks/0/kind").asString().equals("weight")
                            && !fit.path("tour").isNull()) {
                        heavy = fit.path("vehicle").asString();
                    }
                }
                if (!heavy.isEmpty() && !fits.isEmpty()) {
                    return new Choice(
                            number,
                            call.path("number").asInt(),
                            call.path("stop").asString(),
                            heavy,
                            fits);
                }
            }
        }
        throw new AssertionError("no stop of the plan is too heavy for one tour and fits another");
    }

    private int plans() {
        return read("/plans?disaster=" + disaster).path("items").size();
    }

    @Test
    void fromAPlanToATeam() throws IOException {
        UUID team = part(Accounts.class)
                .add("Đội xuồng " + UUID.randomUUID(), Caller.TEAM, Set.of())
                .id();
        try (Screen screen = openOnDesk("/tours")) {
            signIn(screen);
            String plan = ordered(screen);
            Choice choice = choice(plan);
            screen.find("[data-tour='" + choice.tour() + "']").click();
            dragOverWhatIsTooSmall(screen, choice);
            String moved = moveByKeysThroughACutNetwork(screen, plan, choice);
            String again = lockAndPlanAgain(screen, moved);
            publishAndHandOver(screen, again, team);
        }
    }

    private void dragOverWhatIsTooSmall(Screen screen, Choice choice) throws IOException {
        Locator grip = screen.find("[data-grip='" + choice.tour() + "." + choice.call() + "']");
        grip.scrollIntoViewIfNeeded();
        BoundingBox from = grip.boundingBox();
        screen.page().mouse().move(from.x + 8, from.y + 8);
        screen.page().mouse().down();
        screen.page().mouse().move(from.x - 60, from.y - 20);
        assertThat(screen.find(".ghost")).containsText(choice.stop());
        Locator row = screen.find("#rows [data-vehicle='" + choice.heavyFor() + "']");
        assertThat(row.locator(".fit-no")).hasCount(1, WHILE_ASKED);
        row.scrollIntoViewIfNeeded();
        BoundingBox over = row.boundingBox();
        screen.page().mouse().move(over.x + 60, over.y + 12);
        screen.page().mouse().move(over.x + 70, over.y + 14);
        assertThat(screen.find("[data-kind=weight]")).containsText(Pattern.compile("Quá tải \\d+"));
        screen.page().mouse().up();
        assertThat(screen.find("#move-drop")).isDisabled();
        assertThat(screen.find("#move-title")).isFocused();
        screen.keep("tours-move");
        AccessibilityTest.judge(screen);
        screen.press("Escape");
        assertThat(screen.find("#move")).isHidden();
        assertThat(grip).isFocused();
    }

    private String moveByKeysThroughACutNetwork(Screen screen, String plan, Choice choice) {
        int before = plans();
        screen.press("m");
        assertThat(screen.find("#move-title")).isFocused();
        assertThat(screen.find(".tour-fit").first()).isVisible(WHILE_PLANNING);
        Locator row = screen.find("#rows [data-vehicle='" + choice.fits() + "'].held");
        for (int tries = 0; tries < 200 && row.count() == 0; tries++) {
            screen.press("ArrowDown");
        }
        assertThat(screen.find(".break-none")).isVisible(WHILE_PLANNING);
        screen.press("Enter");
        assertThat(screen.find("#move-drop")).isFocused();
        screen.page().context().setOffline(true);
        screen.press("Enter");
        assertThat(screen.find("#move-problem")).isVisible();
        assertThat(screen.find("#move-drop")).containsText("Thử lại");
        screen.page().context().setOffline(false);
        screen.find("#move-drop").click();
        assertThat(screen.find("#moved")).containsText("Đã chuyển " + choice.stop());
        assertThat(plans()).isEqualTo(before + 1);
        screen.forgive("ERR_INTERNET_DISCONNECTED");
        String moved = screen.page().url().replaceFirst(".*plan=([0-9a-f-]+).*", "$1");
        assertThat(moved).isNotEqualTo(plan);
        JsonNode made = read("/plans/" + moved);
        assertThat(made.path("before").asString()).isEqualTo(plan);
        assertThat(made.at("/difference/vi").asString()).isNotBlank();
        screen.find("#move-undo").click();
        assertThat(screen.page()).hasURL(Pattern.compile("plan=" + plan));
        screen.page().goBack();
        assertThat(screen.page()).hasURL(Pattern.compile("plan=" + moved));
        return moved;
    }

    private String lockAndPlanAgain(Screen screen, String moved) {
        JsonNode tour = read("/plans/" + moved).path("tours").path(0);
        int number = tour.path("number").asInt();
        screen.find("[data-tour='" + number + "']").click();
        assertThat(screen.find("#lock")).isVisible();
        screen.find("#tour-title").focus();
        screen.press("l");
        assertThat(screen.find("#lock")).hasAttribute("aria-pressed", "true");
        assertThat(screen.find("#tour .grip")).hasCount(0);
        assertThat(screen.find("[data-tour='" + number + "'] .desk-line")).containsText("khoá");
        String held = lockAStopElsewhere(screen, moved, number);
        screen.find("#order-seconds").fill("1");
        screen.find("#tour-title").focus();
        screen.press("r");
        assertThat(screen.page())
                .not()
                .hasURL(Pattern.compile("plan=" + moved), new PageAssertions.HasURLOptions().setTimeout(90_000));
        String again = screen.page().url().replaceFirst(".*plan=([0-9a-f-]+).*", "$1");
        JsonNode kept = read("/plans/" + again).path("tours").path(0);
        assertThat(kept.path("number").asInt()).isEqualTo(number);
        assertThat(stops(kept)).isEqualTo(stops(tour));
        assertThat(carriers(moved, held)).containsAll(carriers(again, held));
        return again;
    }

    /** The first stop of another tour; it gets its button when it is looked at. */
    private String lockAStopElsewhere(Screen screen, String plan, int butNot) {
        for (JsonNode tour : read("/plans/" + plan).path("tours")) {
            for (JsonNode call : tour.at("/trips/0/calls")) {
                if (tour.path("number").asInt() != butNot
                        && !call.path("landing").isString()) {
                    screen.find("[data-tour='" + tour.path("number").asInt() + "']")
                            .click();
                    screen.find("[data-call='" + call.path("number").asInt() + "']")
                            .click();
                    screen.press("k");
                    assertThat(screen.find("#lock-stop")).hasAttribute("aria-pressed", "true");
                    assertThat(screen.find(".stop-locked")).containsText("khoá");
                    return call.path("stop").asString();
                }
            }
        }
        throw new AssertionError("no other tour brings anything to homes");
    }

    /** Vehicles that serve a stop. */
    private Set<String> carriers(String plan, String stop) {
        Set<String> carriers = new HashSet<>();
        for (JsonNode tour : read("/plans/" + plan).path("tours")) {
            if (stops(tour).stream().anyMatch(one -> one.startsWith(stop + "["))) {
                carriers.add(tour.path("vehicle").asString());
            }
        }
        return carriers;
    }

    private static List<String> stops(JsonNode tour) {
        List<String> stops = new ArrayList<>();
        tour.path("trips").forEach(trip -> trip.path("calls")
                .forEach(call -> stops.add(call.path("stop").asString() + call.path("hands_over"))));
        return stops;
    }

    private void publishAndHandOver(Screen screen, String plan, UUID team) throws IOException {
        assertThat(screen.find("#desk")).containsText("bản nháp");
        screen.find("#publish").click();
        assertThat(screen.find("#publish-yes")).isFocused();
        screen.press("Enter");
        assertThat(screen.find("#desk")).containsText("đã phát hành");
        JsonNode shorts = read("/plans/" + plan + "/tours").path("items");
        int tour = 0;
        for (JsonNode one : shorts) {
            tour = one.path("brings").size() > 0 ? one.path("tour").asInt() : tour;
        }
        screen.find("[data-tour='" + tour + "']").click();
        screen.find("#hand-team").selectOption(team.toString());
        screen.find("#hand-over").click();
        assertThat(screen.find("[data-tour='" + tour + "'] .desk-line")).containsText("Đội xuồng");
        assertThat(screen.find("#desk")).containsText("1 / ");
        assertThat(screen.find("#tour-claim")).containsText("đã nhận chuyến này");
        screen.keep("tours-published");
        AccessibilityTest.judge(screen);
    }
}
