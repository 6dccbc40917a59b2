package vn.reliefmap.web;

import static vn.reliefmap.web.PlainHtml.safe;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.reliefmap.admin.AdminUnit;
import vn.reliefmap.admin.AdminUnits;
import vn.reliefmap.commitment.Gift;
import vn.reliefmap.commitment.Gift.Step;
import vn.reliefmap.commitment.Gifts;
import vn.reliefmap.item.Item;
import vn.reliefmap.item.Items;
import vn.reliefmap.kernel.Caller;
import vn.reliefmap.kernel.OpenTo;
import vn.reliefmap.kernel.ProblemException;
import vn.reliefmap.kernel.PublicCode;
import vn.reliefmap.kernel.VietnamTime;

/** A gift's way step by step, where its QR code leads; and the page that asks for a code and lists those of the device. */
@RestController
class GiftPage {
    /** What happened, by the kind of the ledger's entry. */
    private static final Map<String, String[]> STEPS = Map.of(
            "pledged", new String[] {"Đã đăng ký ủng hộ", "Pledged"},
            "pledge_withdrawn", new String[] {"Người ủng hộ rút lại", "Withdrawn by its giver"},
            "pledge_expired", new String[] {"Hết hạn", "Expired"},
            "stock_in", new String[] {"Đã nhận vào kho", "Received at a depot"},
            "delivered", new String[] {"Đội báo đã giao", "Handed over, says the team"},
            "denied", new String[] {"Người nhận báo chưa nhận", "Not received, says the recipient"});
    /** The way that every gift is meant to go, with what is said while a part of it is still to come. */
    private static final List<Stage> WAY = List.of(
            new Stage("pledged", "", ""),
            new Stage("stock_in", "Chưa vào kho", "Not at a depot yet"),
            new Stage("delivered", "Chưa giao tới nơi", "Not handed over yet"));

    private final Gifts gifts;
    private final Items items;
    private final AdminUnits units;

    GiftPage(Gifts gifts, Items items, AdminUnits units) {
        this.gifts = gifts;
        this.items = items;
        this.units = units;
    }

    private record Stage(String kind, String notYetVi, String notYetEn) {}

    /** Asks for a code; a code that was typed leads on to its page. */
    @GetMapping("/g")
    @OpenTo(Caller.EVERYONE)
    ResponseEntity<String> ask(
            @RequestParam(required = false) @Nullable String code,
            @RequestParam(required = false) @Nullable String lang) {
        ListWords words = ListWords.of(lang);
        Optional<PublicCode> typed = code == null ? Optional.empty() : PublicCode.typed(code);
        if (typed.isPresent()) {
            return ResponseEntity.status(HttpStatus.SEE_OTHER)
                    .header("Location", "/g/" + typed.get() + "?lang=" + words.language())
                    .build();
        }
        PlainHtml.Part html = page(words).put("h1", words.say("Mã của tôi", "My gifts"));
        html.raw("<form action=\"/g\"><p><label for=\"code\">" + words.say("Mã quà", "Gift code") + "</label><br>")
                .raw(
                        "<input id=\"code\" name=\"code\" maxlength=\"12\" autocapitalize=\"characters\" autocomplete=\"off\"")
                .raw(" spellcheck=\"false\" required" + (code == null ? ">" : " aria-describedby=\"no\">"))
                .raw(PlainHtml.hidden("lang", words.language()))
                .raw(" <button>" + words.say("Xem", "Look") + "</button></p>");
        if (code != null) {
            html.put(
                    "p class=\"critical\" role=\"alert\" id=\"no\"",
                    words.say(
                            "Mã quà gồm tám chữ và số, không có 0 O 1 I 5 S 8 B.",
                            "A gift code has eight letters and digits, without 0 O 1 I 5 S 8 B."));
        }
        html.raw("</form><section id=\"gifts\" data-language=\"" + words.language() + "\" data-drop=\"")
                .raw(words.say("Bỏ khỏi máy này", "Drop from this device") + "\" data-none=\"")
                .raw(words.say("Máy này chưa nhớ món quà nào.", "This device remembers no gift yet.") + "\">")
                .put("h2", words.say("Máy này đang nhớ", "This device remembers"))
                .raw("<ul id=\"kept\"></ul></section><script type=\"module\" src=\"/js/mygifts.js\"></script>");
        return PlainHtml.answer(code == null ? 200 : 400, end(html, words, "/g"));
    }

    @GetMapping("/g/{code}")
    @OpenTo(Caller.EVERYONE)
    ResponseEntity<String> show(@PathVariable String code, @RequestParam(required = false) @Nullable String lang) {
        ListWords words = ListWords.of(lang);
        PlainHtml.Part html = page(words);
        Optional<Gift> gift = PublicCode.typed(code).flatMap(this::find);
        if (gift.isPresent()) {
            tell(html, gift.get(), words);
        } else {
            html.put("h1", words.say("Không có mã quà này", "There is no such gift"))
                    .paragraph(words.say("Xem lại mã, hoặc gõ lại ở đây:", "Check the code, or type it again here:"))
                    .raw("<p>" + PlainHtml.link("/g?lang=" + words.language(), words.say("Mã của tôi", "My gifts"))
                            + "</p>");
        }
        return PlainHtml.answer(gift.isPresent() ? 200 : 404, end(html, words, ""));
    }

    private Optional<Gift> find(PublicCode code) {
        try {
            return Optional.of(gifts.follow(code));
        } catch (ProblemException unknown) {
            return Optional.empty(); // told on the page
        }
    }

    private static PlainHtml.Part page(ListWords words) {
        return PlainHtml.page(
                words, words.say("Đường đi của món quà", "A gift's way"), "<meta name=\"robots\" content=\"noindex\">");
    }

    /** @param address of the same page; empty for the one that is shown */
    private static String end(PlainHtml.Part html, ListWords words, String address) {
        return html.raw("<p>" + PlainHtml.link("/", words.map()) + " · "
                        + PlainHtml.link("/ledger", words.say("Sổ công khai", "Public ledger")) + " · "
                        + PlainHtml.link(address + "?lang=" + words.otherLanguage(), words.otherName()) + "</p>")
                .end();
    }

    private void tell(PlainHtml.Part html, Gift gift, ListWords words) {
        Item item = items.get(gift.item());
        html.put("h1", words.amount(item, gift.progress().promised().doubleValue()))
                .raw("<p>" + words.say("Mã quà ", "Gift code ") + "<b>" + gift.code() + "</b></p>")
                .raw("<ol class=\"way\">");
        WAY.forEach(stage -> html.raw(stage(gift, stage, item, words)));
        gift.steps().stream()
                .filter(step -> WAY.stream().noneMatch(stage -> stage.kind().equals(step.kind())))
                .forEach(step -> html.raw("<li class=\"was\"><b>" + safe(name(step.kind(), words)) + "</b><br>"
                        + when(step, item, words) + "</li>"));
        html.raw("</ol>");
        BigDecimal outstanding = gift.progress().outstanding();
        html.paragraph(
                outstanding.signum() > 0
                        ? words.say("Còn đang chờ giao: ", "Still to be handed over: ")
                                + words.quantity(item, outstanding.doubleValue()) + "."
                        : words.say("Không còn gì chờ giao.", "Nothing is left to be handed over."));
    }

    private String stage(Gift gift, Stage stage, Item item, ListWords words) {
        List<Step> steps = gift.steps().stream()
                .filter(step -> step.kind().equals(stage.kind()))
                .toList();
        if (steps.isEmpty()) {
            return "<li class=\"next\">" + safe(words.say(stage.notYetVi(), stage.notYetEn())) + "</li>";
        }
        StringBuilder line = new StringBuilder("<li class=\"was\"><b>" + safe(name(stage.kind(), words)) + "</b>");
        steps.forEach(step -> line.append("<br>").append(when(step, item, words)));
        return line.append("</li>").toString();
    }

    private static String name(String kind, ListWords words) {
        String[] said = STEPS.getOrDefault(kind, new String[] {kind, kind});
        return words.say(said[0], said[1]);
    }

    private String when(Step step, Item item, ListWords words) {
        String place = step.commune() == null
                ? ""
                : " · " + units.find(step.commune()).map(AdminUnit::fullName).orElse(step.commune());
        return safe(words.quantity(item, step.quantity().doubleValue()) + place + " · "
                        + VietnamTime.hourAndDate(step.at()))
                + " <small>#" + step.seq() + "</small>";
    }
}
