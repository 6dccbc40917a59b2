package vn.reliefmap.web;

import static vn.reliefmap.web.PlainHtml.safe;

import java.math.BigDecimal;
import java.util.List;
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
import vn.reliefmap.disaster.Disaster;
import vn.reliefmap.disaster.Disasters;
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
    /** The way that every gift is meant to go, with what is said while a part of it is still to come. */
    private static final List<String> WAY = List.of("pledged", "stock_in", "delivered");

    private final Gifts gifts;
    private final Items items;
    private final AdminUnits units;
    private final Disasters disasters;

    GiftPage(Gifts gifts, Items items, AdminUnits units, Disasters disasters) {
        this.gifts = gifts;
        this.items = items;
        this.units = units;
        this.disasters = disasters;
    }

    /** Asks for a code; a code that was typed leads on to its page. */
    @GetMapping("/g")
    @OpenTo(Caller.EVERYONE)
    ResponseEntity<String> ask(
            @RequestParam(required = false) @Nullable String code,
            @RequestParam(required = false) @Nullable String lang) {
        PageWords words = PageWords.of(lang);
        Optional<PublicCode> typed = code == null ? Optional.empty() : PublicCode.typed(code);
        if (typed.isPresent()) {
            return ResponseEntity.status(HttpStatus.SEE_OTHER)
                    .header("Location", "/g/" + typed.get() + "?lang=" + words.language())
                    .build();
        }
        PlainHtml.Part html = page(words);
        mark(html, disasters.going(), words);
        html.put("h1", words.say("gifts.title"));
        html.raw("<form action=\"/g\"><p><label for=\"code\">" + words.say("gift.code") + "</label><br>")
                .raw(
                        "<input id=\"code\" name=\"code\" maxlength=\"12\" autocapitalize=\"characters\" autocomplete=\"off\"")
                .raw(" spellcheck=\"false\" required" + (code == null ? ">" : " aria-describedby=\"no\">"))
                .raw(PlainHtml.hidden("lang", words.language()))
                .raw(" <button>" + words.say("gifts.look") + "</button></p>");
        if (code != null) {
            html.put("p class=\"critical\" role=\"alert\" id=\"no\"", words.say("gifts.form"));
        }
        html.raw("</form><section id=\"gifts\" data-language=\"" + words.language() + "\" data-drop=\"")
                .raw(words.say("gifts.drop") + "\" data-none=\"")
                .raw(words.say("gifts.none") + "\">")
                .put("h2", words.say("gifts.kept"))
                .raw("<ul id=\"kept\"></ul></section><script type=\"module\" src=\"/js/mygifts.js\"></script>");
        return PlainHtml.answer(code == null ? 200 : 400, end(html, words, "/g"));
    }

    @GetMapping("/g/{code}")
    @OpenTo(Caller.EVERYONE)
    ResponseEntity<String> show(@PathVariable String code, @RequestParam(required = false) @Nullable String lang) {
        PageWords words = PageWords.of(lang);
        PlainHtml.Part html = page(words);
        Optional<Gift> gift = PublicCode.typed(code).flatMap(this::find);
        if (gift.isPresent()) {
            tell(html, gift.get(), words);
        } else {
            mark(html, disasters.going(), words);
            html.put("h1", words.say("gift.unknown"))
                    .paragraph(words.say("gift.check_code"))
                    .raw("<p>" + PlainHtml.link("/g?lang=" + words.language(), words.say("gifts.title")) + "</p>");
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

    private static PlainHtml.Part page(PageWords words) {
        return PlainHtml.page(words, words.say("gift.title"), "<meta name=\"robots\" content=\"noindex\">");
    }

    /** @param address of the same page; empty for the one that is shown */
    private static String end(PlainHtml.Part html, PageWords words, String address) {
        return html.raw("<p>" + PlainHtml.link("/g?lang=" + words.language(), words.say("gifts.title")) + " · "
                        + PlainHtml.link(PlainHtml.map(words), words.say("map")) + " · "
                        + PlainHtml.link("/ledger", words.say("ledger")) + " · "
                        + PlainHtml.link(
                                address + "?lang=" + words.next().language(),
                                words.next().ownName()) + "</p>")
                .end();
    }

    private void tell(PlainHtml.Part html, Gift gift, PageWords words) {
        Item item = items.get(gift.item());
        mark(html, disasters.find(gift.disaster()), words);
        html.put("h1", words.amount(item, gift.progress().promised().doubleValue()))
                .raw("<p>" + words.say("gift.code") + " <b>" + gift.code() + "</b></p>")
                .raw("<ol class=\"way\">");
        WAY.forEach(stage -> html.raw(stage(gift, stage, item, words)));
        gift.steps().stream()
                .filter(step -> WAY.stream().noneMatch(stage -> stage.equals(step.kind())))
                .forEach(step -> html.raw("<li class=\"was\"><b>" + safe(name(step.kind(), words)) + "</b><br>"
                        + when(step, item, words) + "</li>"));
        html.raw("</ol>");
        BigDecimal outstanding = gift.progress().outstanding();
        html.paragraph(
                outstanding.signum() > 0
                        ? words.say("gift.left", "amount", words.quantity(item, outstanding.doubleValue()))
                        : words.say("gift.nothing_left"));
    }

    private static void mark(PlainHtml.Part html, Optional<Disaster> disaster, PageWords words) {
        if (disaster.filter(Disaster::simulated).isPresent()) {
            html.put("p class=\"drill\"", words.say("drill"));
        }
    }

    private String stage(Gift gift, String stage, Item item, PageWords words) {
        List<Step> steps =
                gift.steps().stream().filter(step -> step.kind().equals(stage)).toList();
        if (steps.isEmpty()) {
            return "<li class=\"next\">"
                    + safe(words.find("gift.not_yet." + stage).orElse("")) + "</li>";
        }
        StringBuilder line = new StringBuilder("<li class=\"was\"><b>" + safe(name(stage, words)) + "</b>");
        steps.forEach(step -> line.append("<br>").append(when(step, item, words)));
        return line.append("</li>").toString();
    }

    private static String name(String kind, PageWords words) {
        return words.find("gift.step." + kind).orElse(kind);
    }

    private String when(Step step, Item item, PageWords words) {
        String place = step.commune() == null
                ? ""
                : " · " + units.find(step.commune()).map(AdminUnit::fullName).orElse(step.commune());
        return safe(words.quantity(item, step.quantity().doubleValue()) + place + " · "
                        + VietnamTime.hourAndDate(step.at()))
                + " <small>#" + step.seq() + "</small>";
    }
}
