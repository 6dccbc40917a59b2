package vn.reliefmap.web;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.HtmlUtils;
import vn.reliefmap.admin.AdminUnit;
import vn.reliefmap.admin.AdminUnits;
import vn.reliefmap.commitment.Gift;
import vn.reliefmap.commitment.Gifts;
import vn.reliefmap.item.Items;
import vn.reliefmap.kernel.Caller;
import vn.reliefmap.kernel.Numbers;
import vn.reliefmap.kernel.OpenTo;
import vn.reliefmap.kernel.ProblemException;
import vn.reliefmap.kernel.PublicCode;
import vn.reliefmap.kernel.VietnamTime;

/** A gift's way as one small page of plain HTML, where its QR code leads. */
@RestController
class GiftPage {
    private static final Map<String, String[]> STEPS = Map.of(
            "pledged", new String[] {"Đã đăng ký ủng hộ", "Pledged"},
            "pledge_withdrawn", new String[] {"Người ủng hộ rút lại", "Withdrawn by its giver"},
            "pledge_expired", new String[] {"Hết hạn", "Expired"},
            "stock_in", new String[] {"Đã nhận vào kho", "Received at a depot"},
            "delivered", new String[] {"Đội báo đã giao", "Handed over, says the team"},
            "denied", new String[] {"Người nhận báo chưa nhận", "Not received, says the recipient"});

    private final Gifts gifts;
    private final Items items;
    private final AdminUnits units;

    GiftPage(Gifts gifts, Items items, AdminUnits units) {
        this.gifts = gifts;
        this.items = items;
        this.units = units;
    }

    @GetMapping(path = "/g/{code}", produces = MediaType.TEXT_HTML_VALUE + ";charset=UTF-8")
    @OpenTo(Caller.EVERYONE)
    String show(@PathVariable String code, @RequestParam(required = false) @Nullable String lang) {
        int language = "en".equals(lang) ? 1 : 0;
        StringBuilder page = new StringBuilder(4_000);
        page.append("<!doctype html><html lang=\"").append(language == 1 ? "en" : "vi");
        page.append("\"><head><meta charset=\"utf-8\"><meta name=\"robots\" content=\"noindex\">");
        page.append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
        page.append("<link rel=\"icon\" href=\"/icon.svg\"><link rel=\"stylesheet\" href=\"/css/list.css\"><title>");
        page.append(language == 1 ? "A gift's way" : "Đường đi của món quà").append("</title></head><body><main>");
        String other = "<p><a href=\"?lang=" + (language == 1 ? "vi\">Tiếng Việt" : "en\">English") + "</a>";
        Gift gift = find(code);
        if (gift == null) {
            page.append("<h1>")
                    .append(language == 1 ? "There is no such gift" : "Không có mã quà này")
                    .append("</h1>");
        } else {
            tell(page, gift, language);
        }
        return page.append(other)
                .append(" · <a href=\"/ledger\">")
                .append(language == 1 ? "Public ledger" : "Sổ công khai")
                .append("</a></p></main></body></html>")
                .toString();
    }

    private @Nullable Gift find(String code) {
        Optional<PublicCode> typed = PublicCode.typed(code);
        try {
            return typed.isEmpty() ? null : gifts.follow(typed.get());
        } catch (ProblemException unknown) {
            return null; // told on the page
        }
    }

    private void tell(StringBuilder page, Gift gift, int language) {
        var item = items.find(gift.item());
        String name = item.map(i -> language == 1 ? i.nameEn() : i.nameVi()).orElse(gift.item());
        String unit = item.map(i -> language == 1 ? i.unitEn() : i.unitVi()).orElse("");
        page.append("<h1>").append(gift.code()).append(" · ").append(safe(name)).append("</h1><p>");
        page.append(language == 1 ? "Promised " : "Đăng ký ")
                .append(amount(gift.progress().promised(), unit));
        page.append(language == 1 ? ", delivered " : ", đã giao ")
                .append(amount(gift.progress().delivered(), unit));
        page.append("</p><ol>");
        for (Gift.Step step : gift.steps()) {
            String[] words = STEPS.getOrDefault(step.kind(), new String[] {step.kind(), step.kind()});
            page.append("<li>")
                    .append(VietnamTime.hourAndDate(step.at()))
                    .append(" · ")
                    .append(safe(words[language]));
            page.append(" · ").append(amount(step.quantity(), unit));
            if (step.commune() != null) {
                page.append(" · ")
                        .append(safe(units.find(step.commune())
                                .map(AdminUnit::fullName)
                                .orElse(step.commune())));
            }
            page.append(" · #").append(step.seq()).append("</li>");
        }
        page.append("</ol>");
    }

    private static String amount(BigDecimal quantity, String unit) {
        return Numbers.plain(quantity).toPlainString() + " " + safe(unit);
    }

    private static String safe(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }
}
