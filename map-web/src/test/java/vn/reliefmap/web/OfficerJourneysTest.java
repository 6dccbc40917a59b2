package vn.reliefmap.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Route;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import vn.reliefmap.access.Account;
import vn.reliefmap.access.Accounts;
import vn.reliefmap.disaster.Disasters;
import vn.reliefmap.geo.LonLat;
import vn.reliefmap.kernel.Caller;
import vn.reliefmap.kernel.DisasterId;
import vn.reliefmap.report.Asked;
import vn.reliefmap.report.Channel;
import vn.reliefmap.report.Kind;
import vn.reliefmap.report.NewReport;
import vn.reliefmap.report.Report;
import vn.reliefmap.report.ReportId;
import vn.reliefmap.report.ReportPlace;
import vn.reliefmap.report.ReportState;
import vn.reliefmap.report.Reports;
import vn.reliefmap.report.Sender;
import vn.reliefmap.report.Verifications;

/** Deciding on reports, on a laptop with the keyboard and on a phone. */
class OfficerJourneysTest extends EmptyProgram {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern QUEUE = Pattern.compile("/api/v1/verifications\\?");
    private static final Pattern DECISION = Pattern.compile("/api/v1/verifications$");

    @Autowired
    private Accounts accounts;

    @Autowired
    private Disasters disasters;

    @Autowired
    private Reports reports;

    @Autowired
    private Verifications verifications;

    @Test
    void whatWasTakenBeforeAPartOfAListFailedIsTold() {
        DisasterId flood =
                disasters.open("Lũ thử nhiều tin", true, Instant.now()).id();
        sent(flood, Kind.NEED, "Nguyễn Thị Lành", "0905333219", 107.1, "hết gạo");
        Account officer = accounts.add("Trần Thị Hoa", Caller.OFFICER, Set.of("44"));
        try (Screen screen = new Screen(http().base(), "/ledger", 1366, 768)) {
            screen.signIn(accounts.newToken(officer.id()));
            // One report stands for 25; the second twenty of a list are refused.
            screen.page().route("**/api/v1/verifications?*", route -> {
                ObjectNode answer = (ObjectNode) JSON.readTree(route.fetch().text());
                ArrayNode all = JSON.createArrayNode();
                for (int i = 0; i < 25; i++) {
                    all.add(((ObjectNode) answer.path("items").get(0).deepCopy())
                            .put("report", new UUID(0, i).toString()));
                }
                route.fulfill(json(200, answer.set("items", all)));
            });
            AtomicInteger parts = new AtomicInteger();
            screen.page().route("**/api/v1/verifications", route -> {
                ArrayNode items = JSON.createArrayNode();
                JSON.readTree(route.request().postData()).path("decisions").forEach(one -> items.addObject()
                        .put("report", one.path("report").asString())
                        .put("decided", true));
                route.fulfill(
                        parts.incrementAndGet() == 1
                                ? json(200, JSON.createObjectNode().set("items", items))
                                : json(
                                        403,
                                        JSON.createObjectNode()
                                                .put("code", "NOT_YOURS")
                                                .put("vi", "Không còn quyền.")
                                                .put("en", "Not allowed any more.")));
            });
            screen.page().navigate(http().base() + "/officer");
            assertThat(screen.find(".queue-row")).hasCount(25);
            screen.find("#pick-all").click();
            assertThat(screen.find("#bulk-head")).hasText("Đã chọn 25 tin");
            screen.find("#bulk-confirmed").click();
            assertThat(screen.find("#bulk [role=status]"))
                    .containsText("Đã quyết định 20 tin. Còn 5 tin chưa: Không còn quyền.");
            assertThat(screen.find("#bulk-head")).hasText("Đã chọn 5 tin");
            screen.forgive("403");
        }
    }

    private static Route.FulfillOptions json(int status, JsonNode answer) {
        return new Route.FulfillOptions()
                .setStatus(status)
                .setContentType("application/json")
                .setBody(answer.toString());
    }

    @Test
    void theQueueIsWorkedOffWithTheKeyboardAndWhatWasDoneIsUndone() throws IOException {
        DisasterId flood =
                disasters.open("Lũ thử xác minh", true, Instant.now()).id();
        Report sos = sent(flood, Kind.SOS, "Trần Văn Bình", "0905111222", 107.3, "Nước vào nhà, có bà bầu");
        Report first =
                sent(flood, Kind.NEED, "Nguyễn Thị Lành", "0905333218", 107.1, "nha o hoi dien nuoc len toi nua nha");
        Report again = sent(flood, Kind.NEED, "Nguyễn Lành", "0905.333.218", 107.1005, "hết gạo rồi, nhà năm người");
        Account officer = accounts.add("Lê Quang Vinh", Caller.OFFICER, Set.of("44"));
        String token = accounts.newToken(officer.id());
        try (Screen screen = new Screen(http().base(), "/officer", 1366, 768)) {
            assertThat(screen.find("#queue")).containsText("Hãy đăng nhập");
            screen.find("#account").click();
            screen.find("#token").fill(token);
            screen.press("Enter");
            assertThat(screen.find(".queue-row")).hasCount(3);
            screen.find(".queue-row .link").first().click();
            assertThat(screen.find("#case-title")).containsText("Kêu cứu");
            screen.press("?");
            screen.find("#keys-act").uncheck();
            AccessibilityTest.judge(screen);
            screen.press("Escape");
            AccessibilityTest.judgeInEnglish(screen, () -> {
                screen.find("#keys-show").click();
                assertThat(screen.find("#keys-act")).isVisible();
            });
            screen.press("j");
            assertThat(screen.find("#case-title")).containsText("Kêu cứu");
            screen.find("#keys-show").click();
            screen.find("#keys-act").check();
            screen.press("Escape");
            screen.press("j");
            assertThat(screen.find("blockquote")).containsText("nuoc len toi nua nha");
            assertThat(screen.find("#candidates")).containsText("cùng số điện thoại");
            assertThat(screen.find("#case")).not().containsText("0905333218");
            screen.find("#show-phone").click();
            assertThat(screen.find("#phone")).hasText("0905333218");
            screen.keep("officer");
            AccessibilityTest.judge(screen);
            screen.press("a");
            assertThat(screen.find("#refused")).containsText("căn cứ");
            screen.find("[name=evidence][value=phoned]").check();
            screen.find("#another").check();
            screen.find("#people").fill("6");
            for (String word : List.of("Verification", "Xác minh")) {
                screen.find("#language").click();
                assertThat(screen.find("h1")).hasText(word);
                assertThat(screen.find("[name=evidence][value=phoned]")).isChecked();
                assertThat(screen.find("#another")).isChecked();
                assertThat(screen.find("#people")).hasValue("6");
            }
            screen.find("#confirm").click();
            assertThat(screen.find("#done")).containsText(first.code().value());
            assertThat(screen.find("blockquote")).containsText("hết gạo rồi");
            assertThat(screen.find(".queue-row")).hasCount(2);
            screen.find("#case-title").focus();
            screen.press("1");
            assertThat(screen.find("#done")).containsText("Đã gộp");
            screen.find("#case-title").focus();
            screen.press("z");
            assertThat(screen.find("#done")).containsText("Đã rút lại");
            assertThat(screen.find("blockquote")).containsText("hết gạo rồi");
            screen.find("[name=evidence][value=phoned]").check();
            screen.find("#case-title").focus();
            screen.press("x");
            screen.page().keyboard().type("không có nhà này");
            screen.press("Enter");
            assertThat(screen.find("#done")).containsText("Đã bác bỏ");
            screen.find("#undo-last").click();
            assertThat(screen.find("#done")).containsText("Đã rút lại");
            screen.find("#language").click();
            assertThat(screen.find("h1")).hasText("Verification");
            assertThat(screen.page().url()).isEqualTo(http().base() + "/officer");
            assertThat(screen.fits()).isTrue();
        }
        assertThat(state(first)).isEqualTo(ReportState.CONFIRMED);
        assertThat(state(again)).isEqualTo(ReportState.OPEN);
        try (Screen phone = new Screen(http().base(), "/officer", 360, 740)) {
            phone.find("#account").click();
            phone.find("#token").fill(token);
            phone.press("Enter");
            assertThat(phone.find(".queue-row")).hasCount(2);
            phone.keep("officer-phone-queue");
            phone.find(".queue-row .link").first().click();
            assertThat(phone.find("blockquote")).containsText("có bà bầu");
            assertThat(phone.fits()).isTrue();
            assertThat(phone.stumbles()).isEmpty();
            phone.keep("officer-phone");
            AccessibilityTest.judge(phone);
            phone.find("#more-needed").click();
            assertThat(phone.find("#refused")).containsText("Hãy ghi lý do trước");
            phone.find("#reason").fill("máy bận");
            phone.find("#more-needed").click();
            assertThat(phone.find("#done")).containsText("Để tìm hiểu thêm");
        }
        assertThat(state(sos)).isEqualTo(ReportState.NEED_MORE);
    }

    /** The queue is held back on purpose: whoever works by keys goes on meanwhile. */
    @Test
    void theNextIsDecidedWhileTheQueueIsStillReadAgain() {
        DisasterId flood =
                disasters.open("Lũ thử hàng chờ chậm", true, Instant.now()).id();
        List<Report> sent = three(flood, "Hoàng Văn Nghĩa", "Bùi Thị Tuyết", "Đinh Công Sơn");
        try (Screen screen = officerAtFirst("Ngô Thị Mai")) {
            List<Route> held = new ArrayList<>();
            screen.page().route(QUEUE, held::add);
            confirmByKey(screen);
            assertThat(screen.find("#done")).containsText(sent.get(0).code().value());
            assertThat(screen.find("blockquote")).hasText("tin 1");
            confirmByKey(screen);
            assertThat(screen.find("#done")).containsText(sent.get(1).code().value());
            assertThat(screen.find("blockquote")).hasText("tin 2");
            assertThat(screen.find(".queue-row")).hasCount(1);
            assertThat(held).isNotEmpty();
            screen.page().unroute(QUEUE);
            held.get(held.size() - 1).resume();
            assertThat(screen.find(".queue-row")).hasCount(1);
        }
        assertThat(sent)
                .extracting(this::state)
                .containsExactly(ReportState.CONFIRMED, ReportState.CONFIRMED, ReportState.OPEN);
    }

    /** The decision itself is held back: no other waits for it, and its answer takes nobody away from what is read by then. */
    @Test
    void aSlowDecisionHoldsUpNoOtherAndTakesNobodyAway() {
        DisasterId flood =
                disasters.open("Lũ thử gửi chậm", true, Instant.now()).id();
        List<Report> sent = three(flood, "Võ Minh Quân", "Cao Thị Thơm", "Mai Xuân Lộc");
        try (Screen screen = officerAtFirst("Phan Văn Tài")) {
            List<Route> held = new ArrayList<>();
            screen.page().route(DECISION, route -> {
                if (route.request().postData().contains(sent.get(0).id().toString())) {
                    held.add(route);
                } else {
                    route.resume();
                }
            });
            confirmByKey(screen);
            screen.press("a");
            assertThat(screen.find("#refused")).hasText("Quyết định về tin này đang được gửi.");
            screen.press("j");
            assertThat(screen.find("blockquote")).hasText("tin 1");
            confirmByKey(screen);
            assertThat(screen.find("#done")).containsText(sent.get(1).code().value());
            assertThat(screen.find("blockquote")).hasText("tin 2");
            assertThat(held).hasSize(1);
            held.get(0)
                    .fulfill(json(
                            503,
                            JSON.createObjectNode()
                                    .put("code", "LATER")
                                    .put("vi", "Máy chủ đang bận.")
                                    .put("en", "Busy.")));
            assertThat(screen.find("[data-missed]"))
                    .containsText(sent.get(0).code().value());
            assertThat(screen.find("blockquote")).hasText("tin 2");
            screen.page().unroute(DECISION);
            screen.find("[data-missed] button").click();
            assertThat(screen.find("blockquote")).hasText("tin 0");
            confirmByKey(screen);
            assertThat(screen.find("#done")).containsText(sent.get(0).code().value());
            assertThat(screen.find("[data-missed]")).hasCount(0);
            screen.forgive("503");
        }
        assertThat(sent)
                .extracting(this::state)
                .containsExactly(ReportState.CONFIRMED, ReportState.CONFIRMED, ReportState.OPEN);
    }

    /** A key for a case that is not shown yet decides nothing and says so. */
    @Test
    void aKeyForACaseThatIsNotShownYetDecidesNothing() {
        DisasterId flood =
                disasters.open("Lũ thử tin chậm", true, Instant.now()).id();
        List<Report> sent = three(flood, "Lương Đình Khoa", "Tạ Thị Gấm", "Hồ Sỹ Đức");
        try (Screen screen = officerAtFirst("Đỗ Thị Hằng")) {
            List<Route> held = new ArrayList<>();
            Pattern second =
                    Pattern.compile("/api/v1/verifications/" + sent.get(1).id().toString());
            screen.page().route(second, held::add);
            screen.press("j");
            screen.press("a");
            assertThat(screen.find("#too-soon")).hasText("Tin này chưa hiện xong. Phím vừa bấm chưa làm gì.");
            screen.page().unroute(second);
            held.get(0).resume();
            assertThat(screen.find("blockquote")).hasText("tin 1");
            assertThat(screen.find("#done")).isEmpty();
            confirmByKey(screen);
            assertThat(screen.find("#done")).containsText(sent.get(1).code().value());
        }
        assertThat(sent)
                .extracting(this::state)
                .containsExactly(ReportState.OPEN, ReportState.CONFIRMED, ReportState.OPEN);
    }

    /** Three homes that nobody takes for one, nor for those of another test, in the order of the queue. */
    private List<Report> three(DisasterId flood, String... names) {
        return IntStream.range(0, 3)
                .mapToObj(n -> sent(
                        flood,
                        Kind.NEED,
                        names[n],
                        "09%08d".formatted(Math.floorMod(names[n].hashCode(), 100_000_000)),
                        107.0 + Math.floorMod(names[n].hashCode(), 1000) / 2000.0,
                        "tin " + n))
                .toList();
    }

    private Screen officerAtFirst(String name) {
        Account officer = accounts.add(name, Caller.OFFICER, Set.of("44"));
        Screen screen = new Screen(http().base(), "/ledger", 1366, 768);
        screen.signIn(accounts.newToken(officer.id()));
        screen.page().navigate(http().base() + "/officer");
        assertThat(screen.find(".queue-row")).hasCount(3);
        screen.find(".queue-row .link").first().click();
        assertThat(screen.find("blockquote")).hasText("tin 0");
        return screen;
    }

    private static void confirmByKey(Screen screen) {
        screen.find("[name=evidence][value=phoned]").check();
        screen.press("a");
    }

    private ReportState state(Report report) {
        var decisions = verifications.of(report.id());
        return decisions.isEmpty()
                ? ReportState.OPEN
                : decisions.get(decisions.size() - 1).state();
    }

    private Report sent(DisasterId flood, Kind kind, String name, String phone, double lon, String words) {
        return reports.take(new NewReport(
                new ReportId(UUID.randomUUID()),
                flood,
                Channel.SMS,
                kind,
                new Sender(name, phone, false),
                new ReportPlace(
                        Optional.of(new LonLat(lon, 16.7)), OptionalDouble.of(60), Optional.empty(), "", "", false),
                5,
                1,
                kind == Kind.SOS ? List.of() : List.of(new Asked("drinking_water", OptionalDouble.empty())),
                words,
                Instant.now(),
                true));
    }
}
