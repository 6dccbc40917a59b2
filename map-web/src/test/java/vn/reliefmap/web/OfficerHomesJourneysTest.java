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
            assertThat(screen.find("#list-head")).containsText("Đã nhận 3 dòng");
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
        }
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
