package vn.reliefmap.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.BoundingBox;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import vn.reliefmap.web.DemoTrips.Trip;

/** Boats on the map: alone, and taking over from a truck where no wheels get through. */
class BoatJourneysTest extends DemoProgram {

    @Test
    void whereNoTruckGetsABoatTakesOver() {
        Trip trip = whereABoatTakesOver();
        JsonNode both = trips().askWithBoat(trip, "motor_boat");
        try (Screen screen = openOnDesk(trip.hash())) {
            trip.askOn(screen);
            assertThat(screen.find(".answer-closed")).isVisible();
            screen.find("#vehicle-truck_motor_boat").click();
            assertThat(screen.find(".answer")).containsText("Xe tải + xuồng máy:");
            assertThat(screen.find(".legs li")).hasCount(3);
            assertThat(screen.find(".legs")).containsText("Chuyển hàng sang xuồng máy: 20");
            assertThat(screen.find(".legs")).containsText("Chỗ nông nhất");
            assertThat(screen.find("path.way-boat")).hasCount(1);
            assertThat(screen.find(".transfer-sign")).hasCount(1);
            assertThat(screen.find(".way-legend")).containsText("đường thuyền");
            assertThat(screen.find(".confidence")).containsText("Độ tin cậy:");
            screen.find("#route-steps summary").click();
            Locator steps = screen.find("#route-steps li");
            assertThat(steps).hasCount(both.path("steps").size());
            for (int i = 0; i < both.path("steps").size(); i++) {
                assertThat(steps.nth(i)).hasText(both.at("/steps/" + i + "/vi").asString());
            }
            screen.find("#route-steps summary").click();
            screen.page().evaluate("() => document.getElementById('route').scrollTo(0, 0)");
            screen.keep("truck-and-boat");
            screen.find("#language").click();
            assertThat(screen.find(".legs")).containsText("Goods change to the motor boat: 20");
        }
    }

    @Test
    void theSameItineraryFitsAPhone() {
        Trip trip = whereABoatTakesOver();
        try (Screen screen = openOnPhone(trip.hash())) {
            trip.askOn(screen);
            screen.find("#handle").click();
            screen.find("#vehicle-truck_motor_boat").click();
            assertThat(screen.find(".legs li")).hasCount(3);
            assertThat(screen.fits()).isTrue();
            BoundingBox sign = screen.find(".transfer-sign").boundingBox();
            BoundingBox sheet = screen.find("#panel").boundingBox();
            assertThat(sign.y + sign.height)
                    .as("the transfer is above the sheet")
                    .isLessThan(sheet.y);
            assertThat(screen.find(".depth").first()).isAttached();
            screen.keep("truck-and-boat-360");
            screen.find("#handle").click();
            screen.keep("truck-and-boat-360-panel");
        }
    }

    @Test
    void whyABoatCannotGoIsSaid() {
        Trip trip = trips().find(dry ->
                trips().ask(dry, "motor_boat").path("reason").asString("").equals("far_from_water"));
        try (Screen screen = openOnDesk(trip.hash())) {
            trip.askOn(screen);
            screen.find("#vehicle-motor_boat").click();
            assertThat(screen.find(".answer-closed")).containsText("không có nước đủ sâu cho xuồng máy");
            screen.find("#compare-truck_motor_boat").click();
            assertThat(screen.find(".compared")).containsText("Xe tải + xuồng máy");
        }
    }

    /** {@code ./relief route} and the map: the same length, time and turn list. */
    @Test
    void theCommandLineTellsTheSameRoute() {
        Trip trip = whereABoatTakesOver();
        String said = command(
                "route",
                "--from=" + trip.from().lon() + "," + trip.from().lat(),
                "--to=" + trip.to().lon() + "," + trip.to().lat(),
                "--vehicle=truck",
                "--transfer=motor_boat",
                "--disaster=" + trips().disaster(),
                "--at=" + trip.at());
        try (Screen screen = openOnDesk(trip.hash())) {
            trip.askOn(screen);
            screen.find("#vehicle-truck_motor_boat").click();
            assertThat(screen.find(".legs li")).hasCount(3);
            Matcher parts =
                    Pattern.compile("✓ ([0-9.]+) km · (\\d+) h (\\d+) min").matcher(said);
            for (int leg : new int[] {0, 2}) {
                assertThat(parts.find()).as(said).isTrue();
                String shown = screen.find(".legs li").nth(leg).innerText();
                assertThat(kilometres(shown)).isCloseTo(Double.parseDouble(parts.group(1)), within(0.0501));
                int minutes = 60 * Integer.parseInt(parts.group(2)) + Integer.parseInt(parts.group(3));
                assertThat(shown).containsPattern("(" + minutes + "|" + (minutes + 1) + ")\u00a0phút");
            }
            screen.find("#route-steps summary").click();
            for (String step : screen.find("#route-steps li").allInnerTexts()) {
                assertThat(said).contains(step.strip());
            }
        }
    }

    private static double kilometres(String words) {
        Matcher metres = Pattern.compile("([0-9,]+)\u00a0(k?m)").matcher(words);
        assertThat(metres.find()).as(words).isTrue();
        double number = Double.parseDouble(metres.group(1).replace(',', '.'));
        return metres.group(2).equals("km") ? number : number / 1000;
    }

    private DemoTrips trips() {
        return new DemoTrips(http());
    }

    /** The boat goes a good part of the way: 3.5 km or more, and the truck not more than 15 km. */
    private Trip whereABoatTakesOver() {
        return trips().find(trip -> {
            if (trips().ask(trip, "truck").path("found").asBoolean()) {
                return false;
            }
            JsonNode legs = trips().askWithBoat(trip, "motor_boat").path("legs");
            double truckM = legs.path(0).path("distance_m").asDouble();
            return truckM > 3000
                    && truckM < 15_000
                    && legs.path(1).path("distance_m").asDouble() > 3500;
        });
    }
}
