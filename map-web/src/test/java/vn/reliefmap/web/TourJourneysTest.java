package vn.reliefmap.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.awt.image.BufferedImage;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import vn.reliefmap.access.Accounts;

/** Tours from the order to the phone of the team, by clicks and keys; a small plan: rice from one depot for a few communes. */
class TourJourneysTest extends DemoProgram {
    /** A plan is searched for two seconds; before that its ways through the water are. */
    private static final LocatorAssertions.IsVisibleOptions WHILE_PLANNING =
            new LocatorAssertions.IsVisibleOptions().setTimeout(90_000);

    /** Made once by clicks; each test may be the first. */
    private static String plan = "";

    /** Of the demo's communes, those with the fewest homes in need, which are the last on the page. */
    private static final int COMMUNES = 15;

    private static final int FEW = 7;

    private String token = "";

    @BeforeEach
    void makeOnePlan() {
        token = part(Accounts.class).renewAdministratorToken();
        if (plan.isEmpty()) {
            plan = orderByHand();
        }
    }

    private String orderByHand() {
        try (Screen screen = openOnDesk("/tours")) {
            assertThat(screen.find("#plan-head")).containsText("Chưa mở kế hoạch nào");
            assertThat(screen.find("#drill")).containsText("DIỄN TẬP");
            assertThat(screen.find("#order-go")).hasCount(0);
            assertThat(scripts(screen)).noneMatch(script -> script.toString().contains("tourorder"));
            signIn(screen);
            only(screen, "depots", 0, 1);
            assertThat(screen.find(".short-words").first()).containsText("thiếu");
            only(screen, "communes", COMMUNES - FEW, FEW);
            screen.find("#all-items").click();
            screen.find("#use-rice").check();
            screen.find("#order-hours").fill("3");
            screen.find("#order-seconds").fill("2");
            screen.find("#order-night").check(); // the test may run after dusk
            screen.find("#order-go").focus();
            screen.press("Enter");
            assertThat(screen.find(".making-words")).containsText(Pattern.compile("Đã \\d+ giây"));
            assertThat(screen.find("#stop-plan")).isVisible();
            assertThat(screen.find(".plan-title")).isVisible(WHILE_PLANNING);
            assertThat(screen.find("#order")).isVisible();
            screen.keep("tours-made");
            String id = screen.page().url().replaceFirst(".*plan=([0-9a-f-]+).*", "$1");
            screen.find("#plan-close").click();
            assertThat(screen.find("#plans li").first()).containsText("xong");
            assertThat(screen.find("[data-plan='" + id + "']")).isVisible();
            return id;
        }
    }

    private void signIn(Screen screen) {
        screen.find("#account").click();
        screen.find("#token").fill(token);
        screen.press("Enter");
        assertThat(screen.find("#account")).containsText("Đăng xuất");
    }

    /** Of a group only so many, from one on. */
    private static void only(Screen screen, String group, int first, int count) {
        Locator all = screen.find(".order-group:has(#all-" + group + ")");
        all.locator("summary").click();
        screen.find("#all-" + group).click();
        for (int i = first; i < first + count; i++) {
            all.locator("li input").nth(i).check();
        }
        assertThat(all.locator("summary")).containsText(count + " / ");
    }

    private static List<?> scripts(Screen screen) {
        return (List<?>) screen.page().evaluate("() => performance.getEntriesByType('resource').map(one => one.name)");
    }

    private JsonNode made() {
        return http().get("/api/v1/plans/" + plan).json();
    }

    @Test
    void everyVehicleHasItsRowAndWhatIsLeftOutSaysWhy() {
        JsonNode made = made();
        assertThat(made.path("tours").size()).isPositive();
        try (Screen screen = openOnDesk("/tours?plan=" + plan)) {
            assertThat(screen.find(".tour-row")).hasCount(made.path("tours").size());
            assertThat(screen.find(".tour-row").first()).containsText(Pattern.compile("\\d\\d:\\d\\d–\\d\\d:\\d\\d"));
            assertThat(screen.find(".tour-row .load-words").first()).containsText(" / ");
            assertThat(screen.find(".way-tour").first()).isAttached();
            JsonNode gap = made.path("unassigned").path(0);
            assertThat(gap.isMissingNode()).isFalse();
            assertThat(screen.find("#gaps"))
                    .containsText(made.path("unassigned").size() + " chỗ chưa xếp");
            assertThat(screen.find(".gap").first()).containsText(gap.path("vi").asString());
            screen.find("#language").click();
            assertThat(screen.find(".gap").first()).containsText(gap.path("en").asString());
            assertThat(screen.fits()).isTrue();
            screen.keep("tours");
        }
    }

    @Test
    void aTourIsOpenedByKeyAndTakenAlong() throws Exception {
        JsonNode call = made().at("/tours/0/trips/0/calls/0");
        try (Screen screen = openOnDesk("/tours?plan=" + plan)) {
            screen.find("[data-tour='1']").focus();
            screen.press("Enter");
            assertThat(screen.find("#tour-title")).containsText("Chuyến 1");
            assertThat(screen.find(".take").first()).containsText(Pattern.compile("(Lấy|Nhận) hàng"));
            assertThat(screen.find(".take").first()).containsText("gạo");
            assertThat(screen.find(".stop").first()).containsText("người");
            assertThat(screen.find(".stop-own").first()).isAttached();
            screen.find("[data-call='1']").click();
            String geo = screen.find(".navigate").getAttribute("href");
            assertThat(geo)
                    .startsWith("geo:" + call.path("at").path(1).asString().substring(0, 6));

            Download gpx = screen.page()
                    .waitForDownload(() -> screen.find(".take-along a", "GPX").click());
            assertThat(gpx.suggestedFilename()).isEqualTo("tour-1.gpx");
            assertThat(Files.readString(gpx.path())).contains("<gpx").contains("<trkpt");
            screen.find("#forward summary").click();
            assertThat(screen.find("#tour-text")).hasValue(Pattern.compile("DIỄN TẬP[\\s\\S]*Chuyến 1"));

            screen.find("#all-tours").focus();
            screen.press("Enter");
            assertThat(screen.find("#tour-title")).hasCount(0);
            assertThat(screen.find("[data-tour='1']")).isFocused();
        }
    }

    @Test
    void whoHasChosenARowByKeyKeepsItWhenTheVehiclesAreReadAgain() {
        String vehicle = "/api/v1/vehicles/" + made().at("/tours/0/vehicle").asString() + "/broken";
        try (Screen screen = openOnDesk("/tours?plan=" + plan)) {
            assertThat(screen.find("body[data-live=open]")).isAttached();
            Locator row = screen.find("[data-tour='1']");
            assertThat(screen.find(".load-words").first()).isVisible();
            row.focus();
            row.evaluate("one => one.classList.add('as-it-was')");
            http().put(vehicle, "{\"broken\":true}", "Authorization", "Bearer " + token);
            assertThat(screen.find(".as-it-was")).hasCount(0);
            assertThat(row).isFocused();
        } finally {
            http().put(vehicle, "{\"broken\":false}", "Authorization", "Bearer " + token);
        }
    }

    @Test
    void theCodeOnARunSheetOpensItsTourOnAPhone() throws Exception {
        String address;
        try (Screen screen = openOnDesk("/tours?plan=" + plan + "&tour=1")) {
            Download sheet = screen.page().waitForDownload(() -> screen.find(".take-along a", "PDF A4")
                    .click());
            address = codeOn(sheet.path());
        }
        URI printed = URI.create(address);
        try (Screen phone = openOnPhone(printed.getPath() + "?" + printed.getQuery())) {
            assertThat(phone.find("#tour-title")).containsText("Chuyến 1");
            assertThat(phone.find("#next-stop")).containsText("Điểm tiếp theo");
            assertThat(phone.button("Đăng nhập")).isVisible();
            assertThat(phone.find(".navigate")).isInViewport();
            assertThat(phone.find(".stop").first()).isVisible();
            assertThat(phone.find("#order")).isHidden();
            assertThat(phone.fits()).isTrue();
            assertThat(phone.find("#drill")).containsText("DIỄN TẬP");
            phone.keep("tour-360");
            phone.find("#all-tours").click();
            assertThat(phone.find(".tour-row").first()).isVisible();
            assertThat(phone.fits()).isTrue();
            phone.page().goBack();
            assertThat(phone.find("#tour-title")).containsText("Chuyến 1");
        }
    }

    private static String codeOn(Path sheet) throws Exception {
        try (PDDocument pdf = Loader.loadPDF(sheet.toFile())) {
            BufferedImage page = new PDFRenderer(pdf).renderImageWithDPI(0, 150, ImageType.BINARY);
            int[] pixels = page.getRGB(0, 0, page.getWidth(), page.getHeight(), null, 0, page.getWidth());
            var light = new RGBLuminanceSource(page.getWidth(), page.getHeight(), pixels);
            return new QRCodeReader()
                    .decode(
                            new BinaryBitmap(new HybridBinarizer(light)),
                            Map.of(DecodeHintType.TRY_HARDER, Boolean.TRUE))
                    .getText();
        }
    }

    @Test
    void aBrokenVehicleMakesThePlanStaleAndPlanningAgainTellsTheDifference() {
        JsonNode tour = made().at("/tours/0");
        String vehicle = "/api/v1/vehicles/" + tour.path("vehicle").asString() + "/broken";
        try (Screen screen = openOnDesk("/tours?plan=" + plan)) {
            signIn(screen);
            assertThat(screen.find("body[data-live=open]")).isAttached();
            assertThat(screen.find("#plan-again")).hasCount(0);
            http().put(vehicle, "{\"broken\":true}", "Authorization", "Bearer " + token);
            assertThat(screen.find("#stale")).containsText("hỏng");
            screen.find("#order-seconds").fill("1");
            screen.find("#plan-again").click();
            assertThat(screen.find(".difference")).isVisible(WHILE_PLANNING);
            assertThat(screen.find(".difference"))
                    .containsText(tour.path("vehicle_name").asString().replace(" (mô phỏng)", ""));
            assertThat(screen.find("#stale")).isEmpty();
            screen.keep("tours-again");
        } finally {
            http().put(vehicle, "{\"broken\":false}", "Authorization", "Bearer " + token);
        }
    }

    @Test
    void deliveryZonesAreALayerThatIsAskedFor() {
        try (Screen screen = openOnDesk("/tours")) {
            assertThat(screen.find("#disaster, .disaster").first()).isVisible();
            screen.find("#zones-on").check();
            assertThat(screen.find("#zones")).containsText("vùng xe tải tới được");
            screen.find(".zone-sign").first().focus();
            screen.press("Enter");
            assertThat(screen.find(".popup")).containsText("hộ");
            AccessibilityTest.judge(screen);
            screen.find("#zones-on").uncheck();
            assertThat(screen.find(".zone-sign")).hasCount(0);
        }
    }

    @Test
    void theMapAndTheToursLeadToEachOther() {
        try (Screen screen = openOnDesk("/")) {
            screen.find("#to-tours").click();
            assertThat(screen.find("h1")).hasText("Chuyến cứu trợ");
            screen.find(".to-map").click();
            assertThat(screen.find("h1")).hasText("Bản đồ cứu trợ");
        }
    }

    @Test
    void aPlanThatIsNotThereIsSaidInWords() {
        try (Screen screen = openOnDesk("/tours?plan=00000000-0000-4000-8000-000000000000&tour=2")) {
            assertThat(screen.find("#plan-head")).containsText("Không có kế hoạch mang mã này.");
            screen.forgive("404");
        }
    }
}
