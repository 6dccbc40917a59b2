package vn.reliefmap.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Geolocation;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import vn.reliefmap.access.Account;
import vn.reliefmap.access.Accounts;
import vn.reliefmap.admin.AdminUnits;
import vn.reliefmap.kernel.Caller;
import vn.reliefmap.kernel.NameFolding;
import vn.reliefmap.kernel.PublicCode;
import vn.reliefmap.report.Report;
import vn.reliefmap.report.Reports;

/** Asking for help as a person does, one question at a time, on a small phone and at a desk. */
class ReportJourneysTest extends DemoProgram {
    private String commune() {
        return part(AdminUnits.class).list().get(0).fullName();
    }

    /** As people write it on a phone: without kind, diacritics and the mark of a drill. */
    private String asTyped() {
        String name = part(AdminUnits.class).list().get(0).name().replaceAll("\\(.*", "");
        return NameFolding.fold(name);
    }

    @Test
    void aNeedIsToldWhileTheNetworkGoesAndComesBackAndNothingIsLostOrDoubled() throws IOException {
        try (Screen screen = Screen.onDeviceThatKeeps(http().base(), "/report", 360, 740)) {
            assertThat(screen.find(".sos a")).hasAttribute("href", "tel:112");
            assertThat(screen.find("#f-id")).containsText("Câu 1 / 6");
            assertThat(screen.find("[name=website]")).not().isInViewport();
            AccessibilityTest.judge(screen);
            screen.untilKept("/report");
            screen.button("Tiếp").click();
            screen.button("Tiếp").click();
            assertThat(screen.find("[role=alert]")).containsText("Cho biết nơi ở");
            screen.find("[name=commune]").fill(asTyped());
            screen.find("[name=hamlet]").fill("Thôn 4");
            screen.press("Enter");
            screen.find("[name=item][value=rice]").check();
            screen.keep("report-phone");
            screen.button("Tiếp").click();
            screen.find("[name=people]").fill("4");
            String said = "Nước tới mái " + UUID.randomUUID();
            screen.find("[name=words]").fill(said);
            screen.page()
                    .evaluate(
                            "() => import('/js/reportdraft.js').then(draft => { window.keptDraft = draft.keptDraft; })");
            screen.page().context().setOffline(true);
            screen.find("[name=people]").focus();
            screen.press("Enter");
            screen.find("[name=phone]").fill("0912");
            screen.press("Enter");
            assertThat(screen.find("[role=alert]")).containsText("10 chữ số");
            screen.find("[name=phone]").fill("0912 345 678");
            screen.press("Enter");
            assertThat(screen.find("#f-id")).containsText("Câu 6 / 6");
            assertThat(screen.find("#f-id")).containsText(commune() + ", Thôn 4");
            // Sealing takes a moment, as does a person until the page is closed.
            screen.page().waitForFunction("() => window.keptDraft().then(draft => draft && draft.step === 'review')");
            screen.page().reload();
            assertThat(screen.find("#f-id")).containsText("Câu 6 / 6");
            assertThat(screen.find("#f-id")).containsText("0912 345 678");
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
            assertThat(reportsThatSay(report, said)).isEqualTo(1);
            screen.find("main a[href^='/report/']").click();
            assertThat(screen.find("main")).containsText(report.code().value());
            List.of("ERR_INTERNET_DISCONNECTED", "ERR_FAILED").forEach(screen::forgive);
        }
    }

    @Test
    void oneReportInTwoTabsIsSentOnce() {
        try (Screen screen = openOnPhone("/report")) {
            Page first = screen.page();
            screen.find("[name=kind][value=safe]").check();
            screen.button("Tiếp").click();
            screen.find("[name=commune]").fill(commune());
            screen.button("Tiếp").click();
            assertThat(screen.find("#f-id")).containsText("Câu 3 / 4");
            first.waitForFunction("() => import('/js/reportdraft.js').then(draft => draft.keptDraft())"
                    + ".then(kept => kept && kept.answers.some(([name, text]) => name === 'commune' && text))");
            Page second = first.context().newPage();
            second.navigate(first.url());
            assertThat(second.locator("[name=commune]")).hasValue(commune());
            assertThat(second.locator("#f-id")).containsText(" / 4");
            String waiting = "() => import('/js/outbox.js').then(box => box.unsent()).then(acts => acts.length)";
            assertThat(first.evaluate(waiting)).isEqualTo(0);
            first.context().setOffline(true);
            String press = "() => { setTimeout(() => [...document.querySelectorAll('#f-id button')]"
                    + ".find(button => button.textContent.startsWith('Gửi ngay')).click()); }";
            first.evaluate(press);
            second.evaluate(press);
            assertThat(screen.find("main")).containsText("Đã lưu. Chưa gửi được.");
            assertThat(second.locator("main")).containsText("Đã lưu. Chưa gửi được.");
            assertThat(first.evaluate(waiting)).isEqualTo(1);
            first.context().setOffline(false);
            assertThat(screen.find(".code b")).containsText("-");
            assertThat(second.locator(".code b")).hasText(screen.find(".code b").innerText());
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
            assertThat(screen.find("#f-id")).containsText("Question 2 / 4");
            screen.button("Take this phone's position").click();
            assertThat(screen.find("#gps span")).containsText("12");
            screen.keep("report-desk");
            screen.page().goBack();
            assertThat(screen.find("#f-id")).containsText("Question 1");
            screen.page().goForward();
            screen.press("Escape");
            assertThat(screen.find("[name=kind][value=sos]")).isChecked();
            screen.button("Next").click();
            screen.button("Send now, skip the rest").click();
            assertThat(screen.find(".code b")).containsText("-");
            Report report = kept(screen.find(".code b").innerText());
            assertThat(report.place().at()).isPresent();
            endCall(report.id().value());
            screen.button("Send another report").click();
            assertThat(screen.find("[name=kind][value=sos]")).not().isChecked();
        }
    }

    @Test
    void whatTheServerRefusesIsMendedWithEverythingStillThere() {
        try (Screen screen = openOnPhone("/report")) {
            screen.button("Tiếp").click();
            screen.find("[name=commune]").fill("Atlantis");
            screen.button("Tiếp").click();
            assertThat(screen.find("[role=alert]")).containsText("Không tìm thấy xã, phường này");
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

    private long reportsThatSay(Report one, String words) {
        Account coordinator = part(Accounts.class).add("Dieu phoi " + UUID.randomUUID(), Caller.COORDINATOR, Set.of());
        String token = part(Accounts.class).newToken(coordinator.id());
        JsonNode all = http().get(
                        "/api/v1/reports?limit=200&disaster=" + one.disaster(), "Authorization", "Bearer " + token)
                .json()
                .path("items");
        return StreamSupport.stream(all.spliterator(), false)
                .filter(report -> report.path("words").asString().equals(words))
                .count();
    }

    private Report kept(String code) {
        return part(Reports.class).byCode(new PublicCode(code)).orElseThrow();
    }
}
