package vn.reliefmap.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import vn.reliefmap.access.Account;
import vn.reliefmap.access.Accounts;
import vn.reliefmap.commitment.Pledges;
import vn.reliefmap.disaster.Disasters;
import vn.reliefmap.kernel.Caller;

/** FEATURE UNDER TEST: what donors read and send without JavaScript, and what messengers show of a shared commune. */
class DonorPagesTest extends DemoProgram {
    private static final Pattern CODE = Pattern.compile("data-code=\"(\\w{4}-\\w{4})\"");

    private String flood() {
        return demo().id().toString();
    }

    private JsonNode fits(String have) {
        return http().get("/api/v1/fits?disaster=" + flood() + "&have=" + encoded(have))
                .json();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private String bearer() {
        Account donor = part(Accounts.class).add("Ung ho " + UUID.randomUUID(), Caller.DONOR, Set.of());
        return "Bearer " + part(Accounts.class).newToken(donor.id());
    }

    @Test
    void anOfferInWordsIsAnsweredWithPlacesInTheirOrder() {
        JsonNode fits = fits("200 kg gạo");
        assertThat(fits.path("item").asString()).isEqualTo("rice");
        assertThat(fits.path("quantity").asInt()).isEqualTo(200);
        assertThat(fits.path("items").size()).isGreaterThan(2);
        assertThat(fits.path("items").get(0).path("urgency").asString()).isEqualTo("critical");
        assertThat(http().get("/api/v1/fits?disaster=" + flood() + "&have=" + encoded("xin chào"))
                        .status())
                .isEqualTo(400);
        JsonNode picked = http().get("/api/v1/fits?disaster=" + flood() + "&item=rice&quantity=200")
                .json();
        assertThat(picked.path("items")).isEqualTo(fits.path("items"));
    }

    @Test
    void theListSaysTheSameInTheSameOrder() {
        String page = http().get("/list?have=" + encoded("3 thùng nước")).text();
        if (page.contains("Không có đợt") || !page.contains("class=\"fits\"")) {
            return; // another test's disaster is the newest one now, and nothing is lacking in it
        }
        int before = -1;
        for (JsonNode place : fits("3 thùng nước").path("items")) {
            int at = page.indexOf("<b>" + place.path("full_name").asString() + "</b>");
            assertThat(at).isGreaterThan(before);
            before = at;
        }
        assertThat(page).contains("Mỗi thùng tính 12 lít", "Hợp với 36 lít nước uống");
    }

    /** Whoever hangs the list up must not look for the rest of a commune on another sheet. */
    @Test
    void aCommuneStaysOnOneSheetOfPaper() throws IOException {
        String list = http().get("/list").text();
        assertThat(list.split("<h2>", -1)).hasSameSizeAs(list.split("<section><h2>", -1));
        try (Screen screen = openOnDesk("/list")) {
            screen.page().evaluate("""
                    () => {
                      document.querySelectorAll('main > *').forEach((one) => one.remove());
                      for (let n = 0; n < 40; n += 1) {
                        const commune = document.createElement('section');
                        commune.innerHTML = '<h2>Commune ' + n + '</h2><p>critical</p><ul>' + '<li>thing</li>'.repeat(1 + n % 7) + '</ul><p>Last of it</p>';
                        document.querySelector('main').append(commune);
                      }
                    }""");
            try (PDDocument pdf = Loader.loadPDF(screen.page().pdf())) {
                assertThat(pdf.getNumberOfPages()).isGreaterThan(3);
                for (int page = 1; page <= pdf.getNumberOfPages(); page++) {
                    PDFTextStripper text = new PDFTextStripper();
                    text.setStartPage(page);
                    text.setEndPage(page);
                    assertThat(text.getText(pdf).strip()).startsWith("Commune").endsWith("Last of it");
                }
            }
        }
    }

    @Test
    void aPledgeByAFormStandsOnceAndTooMuchIsRefusedWithWhatIsLeft() {
        String donor = bearer();
        JsonNode place = fits("200 kg gạo").path("items").get(0);
        UUID id = UUID.randomUUID();
        String fields = "disaster=" + flood() + "&commune=" + place.path("code").asString() + "&item=rice&id=";
        Http.Answer tooMuch = http().form("/pledge", fields + id + "&quantity=900.000", "Authorization", donor);
        assertThat(tooMuch.status()).isEqualTo(409);
        assertThat(tooMuch.text())
                .contains("chỉ còn cần ủng hộ", "Gần đó", "value=\"900000\"", "aria-invalid")
                .contains(" ở đây</a>", "Phần còn lại đang cần ở:");
        Http.Answer first = http().form("/pledge", fields + id + "&quantity=20", "Authorization", donor);
        Http.Answer again = http().form("/pledge", fields + id + "&quantity=20", "Authorization", donor);
        assertThat(first.status()).isEqualTo(201);
        assertThat(code(first)).isEqualTo(code(again));
        assertThat(http().get("/g/" + code(first)).text()).contains("Gạo 20 kg", "Chưa vào kho", "chờ giao: 20 kg");
        assertThat(http().form("/pledge", fields + UUID.randomUUID() + "&quantity=hai", "Authorization", donor)
                        .status())
                .isEqualTo(400);
        part(Pledges.class).withdraw(id);
    }

    @Test
    void aPledgeToAZoneIsForItsHomesAndAZoneThatIsGoneIsForTheCommune() {
        JsonNode told = http().get("/api/v1/delivery-zones?vehicle=truck&disaster=" + flood())
                .json();
        JsonNode zone = told.path("zones").get(0);
        String item = zone.path("items").get(0).path("item").asString();
        String commune = zone.path("communes").get(0).path("code").asString();
        String place = "disaster=" + flood() + "&commune=" + commune + "&vehicle=truck&at="
                + encoded(told.path("at").asString()) + "&zone=";
        String id = zone.path("id").asString();
        assertThat(http().get("/pledge?" + place + id).text())
                .contains("một vùng giao hàng trong xã", "Đăng ký cho cả xã", "zone=" + id);
        String donor = bearer();
        UUID pledge = UUID.randomUUID();
        Http.Answer stands = http().form(
                        "/pledge", place + id + "&item=" + item + "&quantity=1&id=" + pledge, "Authorization", donor);
        assertThat(stands.status()).as(stands.text()).isEqualTo(201);
        assertThat(part(Pledges.class).get(pledge).zone()).isEqualTo(id);
        part(Pledges.class).withdraw(pledge);
        assertThat(http().get("/pledge?" + place + "z0&item=" + item).text())
                .contains("Vùng giao hàng này không còn như trước");
        assertThat(http().form("/pledge", place + "z0&quantity=1&item=" + item, "Authorization", donor)
                        .status())
                .isEqualTo(409);
    }

    @Test
    void everyPageCanBeReadInTheOtherLanguageAndLeadsOnInIt() {
        String place = fits("gạo").path("items").get(0).path("code").asString();
        String pledge = "/pledge?commune=" + place + "&item=rice&disaster=" + flood() + "&lang=";
        assertThat(http().get(pledge + "vi").text()).contains(pledge.replace("&", "&amp;") + "en");
        assertThat(http().get(pledge + "en").text()).contains("/#lang=en&amp;item=rice", ">Tiếng Việt</a>");
        assertThat(http().get("/list?lang=en").text()).contains("/report?lang=en", "/#lang=en");
        assertThat(http().get("/sign-in?next=/g&lang=en").text()).contains("/sign-in?lang=vi&amp;next=%2Fg");
    }

    private static String code(Http.Answer page) {
        Matcher found = CODE.matcher(page.text());
        assertThat(found.find()).as(page.text()).isTrue();
        return found.group(1);
    }

    @Test
    void whoIsNotADonorMayLookAndIsLedToSigningInAndBack() {
        String place = fits("gạo").path("items").get(0).path("code").asString();
        String address = "/pledge?commune=" + place + "&item=rice&quantity=20&disaster=" + flood() + "&lang=vi";
        String page = http().get(address).text();
        assertThat(page)
                .contains("Đăng nhập để đăng ký", "next=" + encoded(address))
                .doesNotContain("<form");
        assertThat(http().get("/sign-in?next=" + encoded(address)).text()).contains(address.replace("&", "&amp;"));
        assertThat(http().form("/pledge", "item=rice").status()).isEqualTo(401);
        assertThat(http().get("/pledge?commune=" + place + "&disaster=" + flood())
                        .text())
                .contains("Chọn món", "item=rice");
        for (String odd :
                new String[] {"?item=%3Cscript%3E", "?commune=%3Cscript%3E&item=rice&quantity=%22%3E", "?disaster=x"}) {
            assertThat(http().get("/pledge" + odd).text()).contains("<h1>").doesNotContain("<script>", "\"\">");
        }
    }

    @Test
    void aSharedCommuneIsToldWithPictureAndText() throws IOException, InterruptedException {
        String place = fits("gạo").path("items").get(0).path("code").asString();
        String name = fits("gạo").path("items").get(0).path("full_name").asString();
        String page = http().get("/s/" + place + "?disaster=" + flood()).text();
        assertThat(page)
                .contains("property=\"og:title\" content=\"DIỄN TẬP: " + name + " còn thiếu ", "og:image:width")
                .contains("/#lang=vi&amp;commune=" + place, "Lời để gửi qua Zalo");
        HttpResponse<InputStream> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(
                                        URI.create(http().base() + "/s/" + place + "/picture.png?disaster=" + flood()))
                                .build(),
                        HttpResponse.BodyHandlers.ofInputStream());
        byte[] png = answer.body().readAllBytes();
        BufferedImage picture = ImageIO.read(new java.io.ByteArrayInputStream(png));
        assertThat(picture.getWidth()).isEqualTo(1200);
        assertThat(picture.getHeight()).isEqualTo(630);
        assertThat(png.length).isLessThan(150_000);
        assertThat(answer.headers().firstValue("Cache-Control"))
                .hasValueSatisfying(kept -> assertThat(kept).contains("max-age"));
    }

    @Test
    void aPictureOfNothingLackingSpeaksTheLanguageThatIsAsked() {
        String calm = part(Disasters.class)
                .open("Đợt không ai thiếu gì", true, Instant.EPOCH.plusSeconds(7))
                .id()
                .toString();
        String place = fits("gạo").path("items").get(0).path("code").asString();
        String picture = "/s/" + place + "/picture.png?disaster=" + calm;
        Http.Answer vietnamese = http().get(picture);
        Http.Answer english = http().get(picture + "&lang=en");
        assertThat(english.status()).isEqualTo(200);
        assertThat(english.text()).isNotEqualTo(vietnamese.text());
        assertThat(http().get(picture).text()).isEqualTo(vietnamese.text());
    }

    @Test
    void anUnknownCommuneIsToldPlainly() {
        Http.Answer answer = http().get("/s/%3Cscript%3Ealert(1)");
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.text())
                .contains("Không có xã, phường nào mang mã này")
                .doesNotContain("alert");
        assertThat(http().get("/s/nowhere/picture.png").status()).isEqualTo(404);
    }

    @Test
    void aCodeThatIsTypedLeadsToTheGift() {
        Http.Answer answer = http().get("/g?code=abc");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text()).contains("Mã quà gồm tám chữ và số");
        assertThat(http().get("/g").text()).contains("Máy này đang nhớ");
    }
}
