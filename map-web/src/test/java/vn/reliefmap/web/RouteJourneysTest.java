package vn.reliefmap.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Finding a way on the map, by typed places and by clicks; the places are found by asking the program first. */
class RouteJourneysTest extends DemoProgram {

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
}
