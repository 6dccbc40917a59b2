package vn.reliefmap.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.BoundingBox;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Finding a way on the map, by typed places and by clicks; the places are found by asking the program first. */
class RouteJourneysTest extends DemoProgram {

    private static final DateTimeFormatter FORM =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm").withZone(ZoneOffset.ofHours(7));
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm").withZone(ZoneOffset.ofHours(7));

    private DemoTrips trips() {
        return new DemoTrips(http());
    }

    @Test
    void aTrucksWayDiffersFromAMotorbikes() {
        DemoTrips.Trip trip = trips().find(
                        (truck, motorbike) -> truck.path("found").asBoolean()
                                && motorbike.path("found").asBoolean()
                                && motorbike.path("distance_m").asDouble()
                                        > truck.path("distance_m").asDouble() + 300);
        try (Screen screen = openOnDesk(trip.hash())) {
            trip.askOn(screen);
            assertThat(screen.find(".answer")).containsText("Xe tải:");
            assertThat(screen.find(".answer")).containsText("Nước sâu nhất trên đường");
            assertThat(screen.find(".doubts").first()).containsText("Nước");
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
        DemoTrips.Trip trip = trips().find(
                        (truck, motorbike) -> truck.path("reason").asString("").equals("cut_off"));
        try (Screen screen = openOnPhone(trip.hash())) {
            trip.askOn(screen);
            String vi = trips().ask(trip, "truck").path("vi").asString();
            assertThat(screen.find(".answer-closed")).containsText(vi);
            assertThat(screen.find("path.way-open")).hasCount(0);
            screen.keep("cut-off-360");
        }
    }

    @Test
    void otherWaysAreChosenFromAListAndDrawnBesideTheQuickest() {
        String withOthers = ",\"alternatives\":2";
        DemoTrips.Trip trip = trips().find(any ->
                trips().ask(any, "truck", withOthers).path("alternatives").size() > 0);
        JsonNode other = trips().ask(trip, "truck", withOthers).at("/alternatives/0");
        try (Screen screen = openOnDesk(trip.hash())) {
            trip.askOn(screen);
            assertThat(screen.find("#way-0")).hasText("Nhanh nhất");
            assertThat(screen.find("path.way-beside").first()).isAttached();
            screen.find("#way-1").click();
            assertThat(screen.find("#way-1")).hasAttribute("aria-pressed", "true");
            assertThat(screen.find("#way-1")).hasText(other.path("vi").asString());
            assertThat(screen.find("#route-steps li"))
                    .hasCount(other.at("/way/steps").size());
            screen.keep("other-ways");
        }
    }

    @Test
    void theWayIsSavedForOtherDevices() throws IOException {
        DemoTrips.Trip trip =
                trips().find((truck, motorbike) -> truck.path("found").asBoolean());
        try (Screen screen = openOnDesk(trip.hash())) {
            trip.askOn(screen);
            Download file = screen.page()
                    .waitForDownload(() -> screen.find("#route-gpx").click());
            assertThat(file.suggestedFilename()).isEqualTo("relief-route.gpx");
            assertThat(Files.readString(file.path())).contains("<gpx").contains("<trkpt");
        }
    }

    @Test
    void whereNoWheelsGetAWalkIsOfferedAndTheWayToItIsOneClick() {
        DemoTrips.Trip trip =
                trips().find((truck, motorbike) -> truck.path("suggestion").isObject());
        JsonNode walk = trips().ask(trip, "truck").path("suggestion");
        try (Screen screen = openOnDesk(trip.hash())) {
            trip.askOn(screen);
            assertThat(screen.find("#route-answer"))
                    .containsText(walk.path("vi").asString());
            assertThat(screen.find("path.way-walk")).isAttached();
            screen.keep("walk-suggested");
            screen.find("#try-suggestion").click();
            assertThat(screen.find(".answer")).containsText("Xe tải:");
            assertThat(screen.find("path.way-walk")).hasCount(0);
        }
    }

    @Test
    void theHourOfDepartureIsAChoiceAndTheArrivalIsSaid() {
        DemoTrips.Trip trip =
                trips().find((truck, motorbike) -> truck.path("found").asBoolean());
        Instant later = Instant.parse(trip.at()).plus(Duration.ofMinutes(90));
        try (Screen screen = openOnPhone(trip.hash())) {
            trip.askOn(screen);
            screen.find("#handle").click();
            screen.find("#route-leave").fill(FORM.format(later));
            screen.find("#route-leave").dispatchEvent("change");
            assertThat(screen.find(".answer")).containsText("Đi " + CLOCK.format(later));
            assertThat(screen.find(".answer")).containsText("tới nơi");
            assertThat(screen.find("#route-water")).containsText(CLOCK.format(later));
            assertThat(screen.fits()).isTrue();
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

    /** On a weak link a note stands where somebody wants to click; it tells, and takes nothing. */
    @Test
    void aNoteOverTheMapTakesNoClick() {
        try (Screen screen = openOnDesk("/")) {
            assertThat(screen.find("[data-commune]").first()).isVisible();
            screen.page().route("**/api/v1/flood-extents?*", Route::abort);
            screen.find("#time-slider").focus();
            screen.press("ArrowLeft");
            assertThat(screen.find("#water-note")).containsText("Chỗ trống không có nghĩa là khô");
            screen.find("[data-view=route]").click();
            assertThat(screen.find("#map.picking")).isAttached();
            BoundingBox note = screen.find("#water-note").boundingBox();
            screen.page().mouse().click(note.x + note.width / 2, note.y + note.height / 2);
            assertThat(screen.find("#route-from")).hasValue(Pattern.compile("\\d+\\.\\d{5}, \\d+\\.\\d{5}"));
            screen.forgive("ERR_FAILED");
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
}
