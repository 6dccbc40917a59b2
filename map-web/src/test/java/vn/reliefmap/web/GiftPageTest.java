package vn.reliefmap.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.reliefmap.disaster.Disasters;
import vn.reliefmap.kernel.PublicCode;
import vn.reliefmap.ledger.Facts;
import vn.reliefmap.ledger.Goods;
import vn.reliefmap.ledger.Ledger;

/** Where a gift's QR code leads: a small page without JavaScript that tells what the ledger tells. */
class GiftPageTest extends EmptyProgram {
    @Autowired
    private Disasters disasters;

    @Autowired
    private Ledger ledger;

    @Autowired
    private PlatformTransactionManager transactions;

    @Test
    void aGiftsWayIsToldInBothLanguages() {
        PublicCode gift = PublicCode.random();
        append("pledged", gift, "12.5");
        append("delivered", gift, "4");
        String page = http().get("/g/" + gift).text();
        assertThat(page)
                .contains(
                        gift.value(),
                        "Gạo 12,5 kg",
                        "Đã đăng ký ủng hộ",
                        "Chưa vào kho",
                        "Đội báo đã giao",
                        "chờ giao: 8,5 kg");
        assertThat(page.length()).isLessThan(4_000);
        assertThat(http().get("/g/" + gift.value().toLowerCase(Locale.ROOT) + "?lang=en")
                        .text())
                .contains("12.5 kg of rice", "Not at a depot yet", "Handed over, says the team", "handed over: 8.5 kg");
    }

    @Test
    void aDrillIsMarkedOnPagesThatBelongToNoOneDisaster() {
        PublicCode gift = PublicCode.random();
        append(disasters.open("Diễn tập quà", true, Instant.now()).id().value(), "pledged", gift, "2");
        for (String page : List.of("/g/" + gift, "/g", "/g/ABCD-EFGH", "/sign-in")) {
            assertThat(http().get(page).text()).contains("<p class=\"drill\">DIỄN TẬP");
            assertThat(http().get(page + "?lang=en").text()).contains("<p class=\"drill\">DRILL");
        }
        for (String page : List.of("/ledger", "/accounts")) {
            try (Screen screen = new Screen(http().base(), page, 360, 740)) {
                assertThat(screen.find("#drill")).hasText(Pattern.compile("DIỄN TẬP\\s*dữ liệu mô phỏng"));
                screen.find("#language").click();
                assertThat(screen.find("#drill")).containsText("DRILL");
                screen.forgive("401"); // accounts are the administrator's
            }
        }
    }

    @Test
    void whatIsNoGiftIsSaidAndNeverRepeated() {
        for (String code : List.of("AAAA-AAAA", "%3Cscript%3Ealert(1)", "0000-0000")) {
            assertThat(http().get("/g/" + code).text())
                    .contains("Không có mã quà này")
                    .doesNotContain("alert");
        }
    }

    private void append(String kind, PublicCode gift, String quantity) {
        append(new UUID(0, 1), kind, gift, quantity);
    }

    private void append(UUID disaster, String kind, PublicCode gift, String quantity) {
        new TransactionTemplate(transactions)
                .executeWithoutResult(status -> ledger.append(
                        kind,
                        Facts.of(disaster).goods(List.of(new Goods("19501", "rice", new BigDecimal(quantity), gift)))));
    }
}
