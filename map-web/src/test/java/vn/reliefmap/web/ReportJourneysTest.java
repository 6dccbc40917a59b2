package vn.reliefmap.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.Geolocation;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.reliefmap.admin.AdminUnits;
import vn.reliefmap.kernel.PublicCode;
import vn.reliefmap.report.Report;
import vn.reliefmap.report.Reports;

/** Asking for help as a person does, one question at a time, on a small phone and at a desk. */
class ReportJourneysTest extends DemoProgram {
    private String commune() {
        return part(AdminUnits.class).list().get(0).fullName();
    }

    @Test
    void aNeedIsToldWhileTheNetworkGoesAndComesBackAndNothingIsLostOrDoubled() throws IOException {
        try (Screen screen = Screen.onDeviceThatKeeps(http().base(), "/report", 360, 740)) {
            assertThat(screen.find(".sos a")).hasAttribute("href", "tel:112");
            assertThat(screen.find("form")).containsText("Câu 1 / 6");
            assertThat(screen.find("[name=website]")).not().isInViewport();
            AccessibilityTest.judge(screen);
            screen.untilKept("/report");
            screen.button("Tiếp").click();
            screen.button("Tiếp").click();
            assertThat(screen.find("[role=alert]")).containsText("Cho biết nơi ở");
            screen.find("[name=commune]").fill(commune());
            screen.find("[name=hamlet]").fill("Thôn 4");
            screen.press("Enter");
            screen.find("[name=item][value=rice]").check();
            screen.keep("report-phone");
            screen.button("Tiếp").click();
            screen.find("[name=people]").fill("4");
            screen.page().context().setOffline(true);
            screen.press("Enter");
            screen.find("[name=phone]").fill("0912");
            screen.press("Enter");
            assertThat(screen.find("[role=alert]")).containsText("10 chữ số");
            screen.find("[name=phone]").fill("0912 345 678");
            screen.press("Enter");
            assertThat(screen.find("form")).containsText("Câu 6 / 6");
            assertThat(screen.find("form")).containsText("Thôn 4");
            screen.page().reload();
            assertThat(screen.find("form")).containsText("Câu 6 / 6");
            assertThat(screen.find("form")).containsText("0912 345 678");
            AccessibilityTest.judge(screen);
            screen.button("Gửi").dblclick();
            assertThat(screen.find("main")).containsText("Đã lưu. Chưa gửi được.");
            assertThat(screen.fits()).isTrue();
            screen.keep("report-phone-unsent");
            screen.page().reload();
            assertThat(screen.find("main")).containsText("Đã lưu. Chưa gửi được.");
            screen.page().context().setOffline(false);
            assertThat(screen.find(".code b")).containsText("-");
            assertThat(screen.find("main")).containsText("Đã gửi");
            assertThat(screen.fits()).isTrue();
            screen.keep("report-phone-sent");
            Report report = kept(screen.find(".code b").innerText());
            assertThat(report.people()).isEqualTo(4);
            assertThat(report.asked()).hasSize(1);
            assertThat(report.place().hamlet()).isEqualTo("Thôn 4");
            screen.find("main a[href^='/report/']").click();
            assertThat(screen.find("main")).containsText(report.code().value());
            List.of("ERR_INTERNET_DISCONNECTED", "ERR_FAILED").forEach(screen::forgive);
        }
    }

    @Test
    void aCryForHelpAsksLittleAndGivesThePhonesPosition() {
        try (Screen screen = openOnDesk("/report?lang=en")) {
            screen.page().context().grantPermissions(List.of("geolocation"));
            screen.page().context().setGeolocation(new Geolocation(16.75012, 107.18034).setAccuracy(12));
            screen.find("[name=kind][value=sos]").check();
            assertThat(screen.button("Next")).isVisible();
            screen.button("Next").click();
            assertThat(screen.find("form")).containsText("Question 2 / 4");
            screen.button("Take this phone's position").click();
            assertThat(screen.find("#gps span")).containsText("12");
            screen.keep("report-desk");
            screen.page().goBack();
            assertThat(screen.find("form")).containsText("Question 1");
            screen.page().goForward();
            screen.press("Escape");
            assertThat(screen.find("[name=kind][value=sos]")).isChecked();
            screen.button("Next").click();
            screen.button("Send now, skip the rest").click();
            assertThat(screen.find(".code b")).containsText("-");
            Report report = kept(screen.find(".code b").innerText());
            assertThat(report.place().at()).isPresent();
            screen.button("Send another report").click();
            assertThat(screen.find("[name=kind][value=sos]")).not().isChecked();
        }
    }

    @Test
    void whatTheServerRefusesIsMendedWithEverythingStillThere() {
        try (Screen screen = openOnPhone("/report")) {
            screen.button("Tiếp").click();
            screen.find("[name=commune]").fill("Atlantis");
            screen.find("[name=way]").fill("sau cổng làng");
            screen.button("Gửi ngay, bỏ qua câu còn lại").click();
            assertThat(screen.find(".err:visible")).containsText("Không tìm thấy xã");
            screen.button("Sửa lại").click();
            assertThat(screen.find("[name=commune]")).hasValue("Atlantis");
            assertThat(screen.find("[name=way]")).hasValue("sau cổng làng");
            screen.find("[name=commune]").fill(commune());
            screen.button("Gửi ngay, bỏ qua câu còn lại").click();
            assertThat(screen.find(".code b")).containsText("-");
            screen.forgive("404");
        }
    }

    private Report kept(String code) {
        return part(Reports.class).byCode(new PublicCode(code)).orElseThrow();
    }
}
