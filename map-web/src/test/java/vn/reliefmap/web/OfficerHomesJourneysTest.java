package vn.reliefmap.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.reliefmap.access.Account;
import vn.reliefmap.access.Accounts;
import vn.reliefmap.admin.AdminUnit;
import vn.reliefmap.admin.AdminUnits;
import vn.reliefmap.disaster.Disasters;
import vn.reliefmap.kernel.Caller;

/** A commune's officer takes the office's list in, works with its households, and prints a hamlet. */
class OfficerHomesJourneysTest extends DemoProgram {
    private static final String FLOOD = "Đợt thật của văn phòng xã";
    private static final String LIST = """
            STT,Họ và tên,Năm sinh,Thôn,Số khẩu,SĐT,Gạo (kg),Mức độ,Xác nhận lúc
            1,Nguyễn Thị Lành,1950,Thôn Đông,4,912345678,20,cao,2020-10-18T07:00
            2,Trần Văn Ánh,1970,thôn đông,6,,30,thường,2020-10-18T07:00
            3,Hồ Thị Đủ,1981,Thôn Tây,bốn,,,,
            """;

    @Test
    void aListIsSeenMendedTakenWorkedWithAndPrinted() throws IOException {
        part(Disasters.class).open(FLOOD, false, Instant.EPOCH.plusSeconds(2));
        AdminUnit commune = part(AdminUnits.class).list().get(0);
        Account officer = part(Accounts.class).add("Lê Văn Sổ", Caller.OFFICER, Set.of(commune.code()));
        String token = part(Accounts.class).newToken(officer.id());
        try (Screen screen = openOnDesk("/officer")) {
            screen.find("#account").click();
            screen.find("#token").fill(token);
            screen.press("Enter");
            screen.find("#disaster").selectOption(FLOOD);
            screen.find("[data-view=list]").click();
            assertThat(screen.find("#list-commune")).hasValue(commune.code());
            FilePayload file = new FilePayload("ho.csv", "text/csv", LIST.getBytes(StandardCharsets.UTF_8));
            screen.find("#list-file").setInputFiles(file);
            assertThat(screen.find("#list-head")).containsText("Tệp có 3 dòng");
            assertThat(screen.find("#list-result")).containsText("Thôn Đông (2)");
            assertThat(screen.find("#list-result")).containsText("Ghi số khẩu bằng chữ số");
            assertThat(screen.find("#list-result")).not().containsText("Lành");
            AccessibilityTest.judge(screen);
            screen.find("#list-name").click();
            assertThat(screen.find("#list-name")).hasCount(0);
            screen.find("#list-take").click();
            assertThat(screen.find("#list-head")).containsText("Đã nhận 2 trong 3 dòng");
            screen.find("#list-file").setInputFiles(file);
            assertThat(screen.find(".list-figures")).containsText("2 hộ không đổi");

            screen.find("[data-view=homes]").click();
            assertThat(screen.find("#homes")).containsText("2 hộ, 2 hộ cần xác nhận lại");
            screen.find("[data-hamlet]").first().click();
            assertThat(screen.find(".homes tbody tr").first()).containsText("Nguyễn Thị Lành");
            assertThat(screen.find(".homes tbody tr").first()).containsText("vị trí gần đúng");
            AccessibilityTest.judge(screen);
            screen.find("[data-still]").first().click();
            assertThat(screen.find("#homes")).containsText("1 hộ cần xác nhận lại");
            screen.find("#homes-find").fill("anh tran");
            assertThat(screen.find(".homes tbody tr")).hasCount(1);
            assertThat(screen.find(".homes tbody tr")).containsText("Trần Văn Ánh");
            assertThat(screen.page().url()).endsWith("/officer");
            screen.find("#homes-find").fill("");
            printed(screen);
            screen.find("#homes-find").fill("lanh");
            ownData(screen);
        }
    }

    /** The home asks what is kept of it: the officer gives a code, and the home looks, corrects and erases by itself. */
    private void ownData(Screen screen) throws IOException {
        AccessibilityTest.judgeInEnglish(screen, () -> {
            screen.find("[data-own]").click();
            assertThat(screen.find(".own dl")).containsText("0912345678");
        });
        screen.find("[data-own]").click();
        assertThat(screen.find(".own dl")).containsText("0912345678");
        AccessibilityTest.judge(screen);
        screen.find("#own-give-code").click();
        String code = screen.find(".own .code").innerText();
        screen.press("Escape");
        try (Screen phone = openOnPhone("/own-data")) {
            phone.find("#own-code").fill("QQQQ-QQQQ");
            phone.find("#own-phone").fill("0912 345 678");
            phone.press("Enter");
            assertThat(phone.find("#ask-error")).containsText("không khớp");
            AccessibilityTest.judge(phone);
            phone.find("#own-code").fill(code);
            phone.press("Enter");
            assertThat(phone.find("#own h2")).hasText("Nguyễn Thị Lành");
            AccessibilityTest.judge(phone);
            phone.find("#own-correct").click();
            phone.find("#own-new-people").fill("5");
            phone.press("Enter");
            assertThat(phone.find(".own dl")).containsText("5");
            assertThat(phone.fits()).isTrue();
            assertThat(phone.stumbles()).isEmpty();
            phone.keep("own-data-phone");
            phone.find("#own-erase").click();
            AccessibilityTest.judge(phone);
            phone.find("#own-erase-yes").click();
            assertThat(phone.find("#own h2")).hasText("Đã xoá.");
            assertThat(phone.page().url()).endsWith("/own-data");
            phone.forgive("404");
        }
        screen.find("[data-own]").click();
        assertThat(screen.find(".own dl")).not().containsText("0912345678");
        assertThat(screen.find(".own").first()).containsText("Đã xoá.");
    }

    private static void printed(Screen screen) throws IOException {
        screen.page().evaluate("() => { window.print = () => {}; }");
        screen.find("[data-print]").first().click();
        AccessibilityTest.judge(screen);
        screen.find("#print-plain").click();
        assertThat(screen.find("#paper .sheet")).hasCount(1);
        assertThat(screen.find("#paper")).containsText("20");
        assertThat(screen.find("#paper").textContent()).doesNotContain("Lành");
        screen.find("[data-print]").first().click();
        screen.find("#print-names").click();
        assertThat(screen.find("#paper .names")).containsText("0912345678");
        screen.page().evaluate("() => window.dispatchEvent(new Event('afterprint'))");
        assertThat(screen.find("#paper .sheet")).hasCount(0);
    }
}
