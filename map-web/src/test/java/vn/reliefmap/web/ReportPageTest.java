package vn.reliefmap.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.reliefmap.admin.AdminUnits;
import vn.reliefmap.kernel.NameFolding;
import vn.reliefmap.kernel.PublicCode;
import vn.reliefmap.report.Report;
import vn.reliefmap.report.Reports;

/** FEATURE UNDER TEST: help is asked for without JavaScript, on a small page that loses nothing that was typed. */
class ReportPageTest extends DemoProgram {
    private static final Pattern ID = Pattern.compile("name=\"id\" value=\"([0-9a-f-]{36})\"");
    private static final Pattern CODE = Pattern.compile("<b>(\\w{4}-\\w{4})</b>");

    /** Name of a commune of the demo province. */
    private String commune() {
        return part(AdminUnits.class).list().get(0).fullName();
    }

    private Report kept(String page) {
        return part(Reports.class).byCode(new PublicCode(code(page))).orElseThrow();
    }

    @Test
    void theWholePageIsSmallAndOffersACallFirst() throws Exception {
        String page = http().get("/report").text();
        assertThat(page.indexOf("tel:112")).isPositive().isLessThan(page.indexOf("<form"));
        assertThat(page)
                .contains("lang=\"vi\"", commune(), "Nước uống")
                .doesNotContain("style=", "onclick", "<script>");
        Path files = EmptyProgram.root().resolve("map-web/src/main/resources/static");
        long whole = page.getBytes(StandardCharsets.UTF_8).length
                + Files.size(files.resolve("css/report.css"))
                + Files.size(files.resolve("js/report.js"));
        long names = part(AdminUnits.class).list().size();
        assertThat(whole).as("with the province's 78 communes").isLessThan(15_000 - (78 - Math.min(names, 78)) * 35);
        assertThat(http().get("/report?lang=en").text()).contains("Ask for help", "Drinking water", "lang=\"en\"");
    }

    @Test
    void aReportIsSentOnceHoweverOftenTheButtonIsPressed() {
        Map<String, String> fields = filled();
        String first = send(fields, 200);
        String second = send(fields, 200);
        String code = code(first);
        assertThat(code(second)).isEqualTo(code);
        Report kept = kept(first);
        assertThat(kept.people()).isEqualTo(4);
        assertThat(kept.place().adminCode())
                .contains(part(AdminUnits.class).list().get(0).code());
        assertThat(kept.place().at()).isPresent();
        assertThat(kept.asked()).hasSize(2);
        assertThat(part(Reports.class).sender(kept.id()).orElseThrow().phone()).isEqualTo("0912 345 678");
        assertThat(first).contains("Thôn 4, " + commune() + ": vĩ độ 16.75012, kinh độ 107.18034", "Đã nhận tin");
        String followed = http().get("/report/" + code).text();
        assertThat(followed).contains(code, "Đã nhận tin").doesNotContain("Trần", "0912", "16.75", commune());
    }

    @Test
    void anotherTextUnderTheSameFormIsAskedForAsAnotherReport() {
        Map<String, String> fields = filled();
        send(fields, 200);
        fields.put("words", "Thêm: có người ốm");
        String again = send(fields, 409);
        assertThat(again).contains("bấm Gửi lần nữa", "Thêm: có người ốm");
        assertThat(id(again)).isNotEqualTo(fields.get("id"));
        fields.put("id", id(again));
        send(fields, 200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "people | bốn | bằng chữ số | f-people",
                "people | -1 | bằng chữ số | f-people",
                "people | 20000 | từ 0 đến 10.000 | f-people",
                "weak | 9 | không thể nhiều hơn | f-weak",
                "phone | 123 | cần 10 chữ số | f-phone",
                "commune | Atlantis | Không tìm thấy xã | f-commune",
                "place | https://maps.app.goo.gl/x | Liên kết rút gọn | f-place",
                "place | 0.0, 0.0 | nằm ngoài Việt Nam | f-place"
            })
    void whatIsWrongStandsBesideItsFieldAndNothingTypedIsLost(String field, String typed, String told, String at) {
        Map<String, String> fields = filled();
        fields.put(field, typed);
        String page = send(fields, field.equals("commune") ? 404 : 400);
        assertThat(page).contains("role=\"alert\"", "href=\"#" + at + "\"", told);
        assertThat(page).containsPattern("id=\"" + at + "\"[^>]*aria-invalid");
        fields.values().stream().filter(value -> value.length() > 3).forEach(value -> assertThat(page)
                .contains(PlainHtml.safe(value)));
        assertThat(id(page)).isEqualTo(fields.get("id"));
    }

    @Test
    void aBrowserMayKeepTheEmptyFormAndNeverWhatWasSent() {
        assertThat(cache(http().get("/report"))).doesNotContain("no-store");
        assertThat(cache(http().form("/report", "name=Hoa"))).isEqualTo("no-store");
    }

    private static String cache(Http.Answer answer) {
        return answer.response().headers().firstValue("Cache-Control").orElse("");
    }

    @Test
    void whatIsTypedIsNeverReadAsHtml() {
        Map<String, String> fields = filled();
        fields.put("name", "<script>alert(1)</script>");
        fields.put("words", "</textarea><img src=x>");
        fields.put("people", "\"><u>");
        assertThat(send(fields, 400)).doesNotContain("<script>alert", "<img", "\"><u>");
    }

    @Test
    void aFieldThatNobodySeesMarksTheReport() {
        Map<String, String> fields = filled();
        fields.put("website", "http://spam.example");
        assertThat(kept(send(fields, 200)).suspected()).isTrue();
    }

    @Test
    void onlyThePlaceIsNeeded() {
        Map<String, String> fields =
                new LinkedHashMap<>(Map.of("id", UUID.randomUUID().toString(), "kind", "need"));
        assertThat(send(fields, 400)).contains("Cho biết nơi ở");
        fields.put("commune", NameFolding.fold(commune()));
        assertThat(send(fields, 200)).contains("gần đúng");
    }

    @Test
    void anUnknownCodeIsSaidAndNeverRepeated() {
        assertThat(http().get("/report/%3Cscript%3E").text())
                .contains("Không có mã này")
                .doesNotContain("<script>%");
        assertThat(http().get("/report/AAAA-AAAA").status()).isEqualTo(404);
    }

    @Test
    void aCodeOnPaperIsTypedAndLeadsToWhatBecameOfIt() {
        String code = code(send(filled(), 200));
        assertThat(http().get("/report").text()).contains("action=\"/report/code\"");
        Http.Answer found =
                http().get("/report/code?code=" + code.toLowerCase(Locale.ROOT).replace("-", "+"));
        assertThat(found.response().headers().firstValue("Location").orElse(found.text()))
                .contains(code);
        Http.Answer none = http().get("/report/code?code=abc");
        assertThat(none.status()).isEqualTo(404);
        assertThat(none.text()).contains("Không có mã này", "action=\"/report/code\"");
    }

    private Map<String, String> filled() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("id", UUID.randomUUID().toString());
        fields.put("kind", "need");
        fields.put("commune", commune());
        fields.put("hamlet", "Thôn 4");
        fields.put("way", "sau cổng làng");
        fields.put("place", "16.75012, 107.18034");
        fields.put("item", "rice");
        fields.put("item ", "tarp");
        fields.put("people", "4");
        fields.put("weak", "1");
        fields.put("phone", "0912 345 678");
        fields.put("name", "Trần Hoa");
        fields.put("words", "Nước tới mái");
        return fields;
    }

    private String send(Map<String, String> fields, int status) {
        String body = fields.entrySet().stream()
                .map(field ->
                        field.getKey().strip() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        Http.Answer answer = http().form("/report", body);
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        return answer.text();
    }

    private static String id(String page) {
        Matcher id = ID.matcher(page);
        assertThat(id.find()).as(page).isTrue();
        return id.group(1);
    }

    private static String code(String page) {
        Matcher code = CODE.matcher(page);
        assertThat(code.find()).as(page).isTrue();
        return code.group(1);
    }
}
