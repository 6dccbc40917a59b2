package vn.reliefmap.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** FEATURE UNDER TEST: a team's phone on the way: handing over stop by stop, with a photo, and saying how the roads are. */
class TeamJourneysTest extends DemoProgram {
    @TempDir
    static Path files = Path.of("target");

    private static Path picture() throws IOException {
        Path file = files.resolve("photo.png");
        ImageIO.write(new BufferedImage(2000, 1500, BufferedImage.TYPE_INT_RGB), "png", file.toFile());
        return file;
    }

    private static void takeOn(Screen phone, TeamTour tour) {
        phone.find("#account").click();
        phone.find("#token").fill(tour.token());
        phone.press("Enter");
        phone.find("[data-claim='1']").click();
        assertThat(phone.find("#bar-hand")).isVisible();
    }

    @Test
    void aStopIsHandedOverInPartThenWhole() throws IOException {
        TeamTour tour = TeamTour.make(this, "Lũ tập giao hàng");
        try (Screen phone = openOnPhone(tour.address())) {
            takeOn(phone, tour);
            assertThat(tour.sum("claimed")).isEqualTo(6 * TeamTour.RICE);
            assertThat(phone.find("#next-stop")).containsText("30 kg gạo");
            assertThat(phone.fits()).isTrue();
            AccessibilityTest.judge(phone);

            phone.find("#bar-hand").click();
            assertThat(phone.find("#hand-rice")).hasValue("30");
            phone.find(".hand-homes summary").click();
            phone.find("[data-home]").first().uncheck();
            assertThat(phone.find("#hand-rice")).hasValue("20");
            assertThat(phone.find(".hand-note")).containsText("còn thiếu 10 kg gạo");
            phone.find("#hand-photo").setInputFiles(picture());
            assertThat(phone.find(".hand-photo img")).isVisible();
            AccessibilityTest.judge(phone);
            phone.keep("team-hand-over-360");
            phone.find("#hand-go").click();
            assertThat(phone.find("[data-call='1'] .stop-standing"))
                    .hasText(Pattern.compile("^đã giao một phần, \\d\\d:\\d\\d$"));
            assertThat(phone.find("#next-stop")).containsText("10 kg gạo");
            phone.page().waitForCondition(() -> tour.photos() == 1); // it follows its hand-over
            assertThat(tour.deliveries()).containsExactly(20);

            phone.find("#bar-hand").click();
            phone.find("#hand-nobody").click();
            assertThat(phone.find("#next-stop")).containsText("30 kg gạo");
            assertThat(phone.find("[data-call='1'] .stop-standing")).containsText("không có ai lúc");
            phone.find("[data-call='1']").click();
            phone.find("#bar-hand").click();
            phone.find(".stepper .step-button").last().click();
            assertThat(phone.find(".hand-note")).containsText("hơn phần các hộ có mặt 1 kg gạo");
            phone.find("#hand-go").click();
            assertThat(phone.find("[data-call='1'] .stop-standing")).containsText("đã giao,");
            assertThat(phone.find("#bar-receipt")).isVisible();
            phone.page().waitForCondition(() -> tour.deliveries().equals(List.of(20, 11)));
            assertThat(tour.sum("claimed")).isEqualTo(30);
            phone.find("#bar-receipt").click();
            assertThat(phone.find("#receipt-code")).isVisible();
            AccessibilityTest.judge(phone);
            phone.find("#receipt-code").fill("AAAA-AAAA");
            phone.find("#receipt-go").click();
            assertThat(phone.find("#unsent")).containsText("không nhận");
            phone.forgive("404");
        }
    }

    @Test
    void aRoadIsReportedInTwoTaps() throws IOException {
        TeamTour tour = TeamTour.make(this, "Lũ tập báo đường");
        try (Screen phone = openOnPhone(tour.address())) {
            takeOn(phone, tour);
            phone.find("#bar-road").click();
            assertThat(phone.find("#road-here")).isDisabled();
            assertThat(phone.find("[data-state='knee_deep']")).isDisabled();
            phone.find("#road-way").check();
            AccessibilityTest.judge(phone);
            phone.keep("team-road-360");
            phone.find("[data-state='knee_deep']").click();
            assertThat(phone.find("#tour-roads")).containsText("ngang gối");
            assertThat(tour.roadReports()).isEqualTo(List.of("knee_deep"));
        }
    }
}
