package vn.reliefmap.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.reliefmap.access.Accounts;
import vn.reliefmap.admin.AdminUnit;
import vn.reliefmap.admin.AdminUnits;
import vn.reliefmap.disaster.Disasters;
import vn.reliefmap.geo.LonLat;
import vn.reliefmap.kernel.Caller;
import vn.reliefmap.kernel.DisasterId;
import vn.reliefmap.report.Asked;
import vn.reliefmap.report.Channel;
import vn.reliefmap.report.Decision;
import vn.reliefmap.report.Kind;
import vn.reliefmap.report.NewReport;
import vn.reliefmap.report.Report;
import vn.reliefmap.report.ReportId;
import vn.reliefmap.report.ReportPlace;
import vn.reliefmap.report.Reports;
import vn.reliefmap.report.Sender;
import vn.reliefmap.report.Verification;
import vn.reliefmap.report.Verifications;

/** A day in the field: the network goes, the officer works on, somebody else decides meanwhile, and the network comes back. */
class OfficerDayJourneysTest extends DemoProgram {
    private static final String FLOOD = "Đợt thật ngoài thực địa";
    private static final String NEXT_FLOOD = "Đợt thật hôm sau";
    private static final String TAKEN = "Trên máy này: 1 tin chờ";
    private static final String LIST = "Họ và tên,Số khẩu,Gạo (kg),Xác nhận lúc\nLê Thị Đợi,4,20,2020-10-18T07:00\n";

    @Test
    void nothingIsLostDoubledOrWrittenOver() throws IOException {
        DisasterId flood = part(Disasters.class)
                .open(FLOOD, false, Instant.EPOCH.plusSeconds(3))
                .id();
        AdminUnit commune = part(AdminUnits.class).list().get(1);
        List<Report> reports = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            reports.add(sent(flood, Objects.requireNonNull(commune.centre()), i));
        }
        String token = officer("Lê Văn Đi", commune);
        String colleague = officer("Lê Văn Ở", commune);
        try (Screen screen = Screen.onDeviceThatKeeps(http().base(), "/officer", 1366, 768)) {
            signIn(screen, token);
            screen.find("#disaster").selectOption(FLOOD);
            assertThat(screen.find(".queue-row")).hasCount(4);
            screen.find("[data-view=list]").click();
            screen.find("#list-file")
                    .setInputFiles(new FilePayload("ho.csv", "text/csv", LIST.getBytes(StandardCharsets.UTF_8)));
            screen.find("#list-take").click();
            assertThat(screen.find("#list-head")).containsText("Đã nhận");
            screen.find("[data-view=field]").click();
            screen.find("#field-take").click();
            assertThat(screen.find("#field")).containsText("Trên máy này: 4 tin chờ, 1 hộ");
            screen.untilKept("/officer");

            screen.page().context().setOffline(true);
            screen.page().reload();
            worked(screen);
            decidedBy(colleague, reports.get(0));
            screen.page().reload();
            stillThere(screen);
            screen.page().context().setOffline(false);

            assertThat(screen.find("[data-view=field] .mark")).isVisible();
            screen.find("[data-view=field]").click();
            assertThat(screen.find("#field")).containsText("1 chỗ khác");
            assertThat(screen.find("[data-view=field] .mark")).hasText("1 chỗ khác");
            assertThat(screen.find(".conflict tbody")).containsText("Đã bác bỏ");
            assertThat(screen.find(".conflict tbody")).containsText("Lê Văn Ở");
            assertThat(screen.find("#field")).containsText("0 việc chưa gửi");
            AccessibilityTest.judge(screen);
            screen.keep("officer-conflict");
            assertThat(decisions(reports.get(0)))
                    .as("nothing is chosen before a person chose")
                    .containsExactly("rejected");
            screen.find("[data-mine]").click();
            assertThat(screen.find(".conflict")).hasCount(0);
            assertThat(screen.find("#unsent")).isHidden();
            List.of("ERR_INTERNET_DISCONNECTED", "ERR_FAILED", "409").forEach(screen::forgive);
        }
        assertThat(decisions(reports.get(0))).containsExactly("rejected", "undone", "confirmed");
        assertThat(decisions(reports.get(1))).containsExactly("confirmed");
        assertThat(decisions(reports.get(2))).containsExactly("rejected");
        assertThat(decisions(reports.get(3))).containsExactly("rejected");
        assertThat(part(JdbcClient.class)
                        .sql("select count(*) from need_confirmation c join need n on n.id = c.need_id"
                                + " where n.disaster_id = ?")
                        .param(flood.value())
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    /** Without a network the kept page shows the day; a session that ended by itself leaves it; signing out on any page takes it away. */
    @Test
    void theDayOpensWithoutANetworkAndLeavesWithItsOfficer() {
        DisasterId flood = part(Disasters.class)
                .open(NEXT_FLOOD, false, Instant.EPOCH.plusSeconds(4))
                .id();
        AdminUnit commune = part(AdminUnits.class).list().get(1);
        sent(flood, Objects.requireNonNull(commune.centre()), 0);
        String token = officer("Lê Văn Mang", commune);
        try (Screen screen = Screen.onDeviceThatKeeps(http().base(), "/officer", 1366, 768)) {
            signIn(screen, token);
            screen.find("#disaster").selectOption(NEXT_FLOOD);
            assertThat(screen.find(".queue-row")).hasCount(1);
            screen.find("[data-view=field]").click();
            screen.find("#field-take").click();
            assertThat(screen.find("#field")).containsText(TAKEN);
            // Hundreds of tiles, each drawn for the first time.
            assertThat(screen.find("#field-ground"))
                    .hasText(
                            Pattern.compile(
                                    "^Bản đồ nền của đơn vị: \\d[\\d.]* mảnh, \\d[\\d.]* KB, tới mức phóng 1\\d;"
                                            + " tự xoá cùng với ngày này\\.$"),
                            new LocatorAssertions.HasTextOptions().setTimeout(180_000));
            AccessibilityTest.judge(screen);
            screen.keep("officer-field");
            screen.untilKept("/officer");
            screen.calm(300);

            screen.page().context().setOffline(true);
            screen.page().reload();
            screen.find(".queue-row .link").click();
            assertThat(screen.find("blockquote")).containsText("hết gạo 0");
            tilesAreDrawn(screen);
            screen.keep("officer-offline");
            assertThat(tilesKept(screen)).isPositive();

            screen.page().context().setOffline(false);
            screen.page().context().clearCookies();
            screen.page().reload();
            assertThat(screen.find("#queue")).containsText("Hãy đăng nhập");
            signIn(screen, token);
            screen.find("[data-view=field]").click();
            assertThat(screen.find("#field")).containsText(TAKEN);

            screen.page().navigate(http().base() + "/");
            screen.button("Đăng xuất").click();
            assertThat(screen.button("Đăng nhập").first()).isVisible();
            assertThat(tilesKept(screen)).as("the map goes with the day").isZero();
            screen.page().context().setOffline(true);
            screen.page().navigate(http().base() + "/officer");
            assertThat(screen.find("#queue")).containsText("Hãy đăng nhập");
            assertThat(screen.find(".queue-row")).hasCount(0);
            // The page reads its queue as soon as the network is back; the session may have ended before that is
            // answered.
            List.of("ERR_INTERNET_DISCONNECTED", "ERR_FAILED", "status of 401").forEach(screen::forgive);
        }
    }

    /** The map is full of the base map, without a network. */
    private static void tilesAreDrawn(Screen screen) {
        screen.page().waitForCondition(() -> (Boolean) screen.page().evaluate("""
                () => {
                  const tiles = Array.from(document.querySelectorAll('img.leaflet-tile'));
                  return tiles.length > 0 && tiles.every((tile) => tile.complete && tile.naturalWidth > 0);
                }"""));
    }

    private static int tilesKept(Screen screen) {
        return (Integer) screen.page().evaluate("""
                async () => (await caches.has('relief-tiles-day')) ? (await (await caches.open('relief-tiles-day')).keys()).length : 0""");
    }

    private static void signIn(Screen screen, String token) {
        screen.find("#account").click();
        screen.find("#token").fill(token);
        screen.press("Enter");
    }

    /** Two decisions one by one, two together, and a confirmation, all of them without a network. */
    private static void worked(Screen screen) throws IOException {
        screen.find(".queue-row .link").first().click();
        assertThat(screen.find("blockquote")).containsText("hết gạo 0");
        screen.press("a");
        assertThat(screen.find("#refused")).containsText("Hãy ghi căn cứ trước");
        for (int i = 0; i < 2; i++) {
            assertThat(screen.find("blockquote")).containsText("hết gạo " + i);
            screen.find("[name=evidence][value=visited]").check();
            screen.find("#case-title").focus();
            screen.press("a");
            assertThat(screen.find("#done")).containsText("chưa gửi");
            assertThat(screen.find(".unsent-mark")).hasCount(i + 1);
        }
        screen.find("[data-pick]").nth(2).focus();
        screen.press("v");
        screen.find("[data-pick]").nth(3).focus();
        screen.press("v");
        assertThat(screen.find("#bulk-head")).hasText("Đã chọn 2 tin");
        AccessibilityTest.judge(screen);
        screen.find("#bulk-reason").fill("nhà không có người");
        screen.find("#bulk-rejected").click();
        assertThat(screen.find("#bulk")).containsText("Đã giữ 2 quyết định trên máy");
        screen.find("[data-view=homes]").click();
        screen.find("[data-hamlet]").first().click();
        screen.find("[data-still]").click();
        assertThat(screen.find("#homes")).containsText("chưa gửi");
        assertThat(screen.find("#unsent")).containsText("5 việc chưa gửi");
    }

    /** What was done without a network, on the page that was opened once more without one. */
    private static void stillThere(Screen screen) {
        assertThat(screen.find(".queue-row")).hasCount(4);
        assertThat(screen.find(".unsent-mark")).hasCount(4);
        assertThat(screen.find("#unsent")).containsText("5 việc chưa gửi");
        screen.find(".queue-row .link").first().click();
        assertThat(screen.find("#kept-act")).containsText("Đã xác nhận");
        screen.find("[data-view=homes]").click();
        screen.find("[data-hamlet]").first().click();
        assertThat(screen.find(".homes tbody")).containsText("chưa gửi");
    }

    private void decidedBy(String token, Report report) {
        Http.Answer answer = http().post(
                        "/api/v1/verifications",
                        """
                {"id":"%s","report":"%s","decision":"rejected","seen":0,"evidence":["phoned"],"reason":"không ai biết"}""".formatted(UUID.randomUUID(), report.id()),
                        "Authorization",
                        "Bearer " + token);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    }

    private List<String> decisions(Report report) {
        return part(Verifications.class).of(report.id()).stream()
                .map(Verification::decision)
                .map(Decision::word)
                .toList();
    }

    private String officer(String name, AdminUnit commune) {
        Accounts accounts = part(Accounts.class);
        return accounts.newToken(
                accounts.add(name, Caller.OFFICER, Set.of(commune.code())).id());
    }

    /** Homes far enough from each other, with nothing in common. */
    private Report sent(DisasterId flood, LonLat centre, int number) {
        return part(Reports.class)
                .take(new NewReport(
                        new ReportId(UUID.randomUUID()),
                        flood,
                        Channel.SMS,
                        Kind.NEED,
                        new Sender(
                                List.of("Hồ Sáu", "Võ Mười", "Phan Tư", "Trần Chín")
                                        .get(number),
                                "09051112" + number + number,
                                false),
                        new ReportPlace(
                                Optional.of(new LonLat(centre.lon(), centre.lat() + number * 0.002)),
                                OptionalDouble.of(20),
                                Optional.of(commune(centre)),
                                "",
                                "",
                                false),
                        number + 2,
                        0,
                        List.of(new Asked("rice", OptionalDouble.of(10))),
                        "hết gạo " + number,
                        Instant.now(),
                        false));
    }

    private String commune(LonLat centre) {
        return part(AdminUnits.class).unitOf(centre).orElseThrow().code();
    }
}
