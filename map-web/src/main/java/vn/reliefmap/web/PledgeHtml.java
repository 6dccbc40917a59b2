package vn.reliefmap.web;

import static vn.reliefmap.web.PlainHtml.hidden;
import static vn.reliefmap.web.PlainHtml.link;
import static vn.reliefmap.web.PlainHtml.safe;

import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.reliefmap.access.Callers;
import vn.reliefmap.admin.AdminUnit;
import vn.reliefmap.cluster.CommuneNeeds;
import vn.reliefmap.commitment.Campaign;
import vn.reliefmap.disaster.Disaster;
import vn.reliefmap.item.Item;
import vn.reliefmap.kernel.Numbers;
import vn.reliefmap.kernel.Problem;
import vn.reliefmap.kernel.VietnamTime;
import vn.reliefmap.offer.Fits;
import vn.reliefmap.supply.Depot;
import vn.reliefmap.web.PledgePage.PledgeForm;

/** Writes the page of a pledge: what the place lacks, the form, a refusal with what to do instead, and what stands. */
final class PledgeHtml {
    private static final int OTHER_PLACES = 3;

    private final PledgeForm form;
    private final ListWords words;
    private final Disaster disaster;
    private final Fits fits;
    private final Item item;
    private final @Nullable AdminUnit unit;
    private final @Nullable Problem problem;
    private final PlainHtml.Part html;

    PledgeHtml(PledgeForm form, Disaster disaster, Fits fits, @Nullable AdminUnit unit, @Nullable Problem problem) {
        this.form = form;
        this.words = form.words();
        this.disaster = disaster;
        this.fits = fits;
        this.item = fits.offer().item();
        this.unit = unit;
        this.problem = problem;
        this.html = opened(words, disaster);
    }

    /**
     * @param may true when whoever looks may pledge
     * @param near depots that may be told, the nearest first
     */
    String page(List<Campaign> campaigns, boolean may, List<Depot> near) {
        html.put("h1", words.say("Đăng ký ủng hộ", "Pledge"));
        Optional<Fits.Place> place = fits.places().stream()
                .filter(one -> one.code().equals(form.commune()))
                .findFirst();
        Optional<Fits.Refused> refused = fits.refused().stream()
                .filter(one -> one.code().equals(form.commune()))
                .findFirst();
        String name = unit == null ? words.noCommune() : unit.fullName();
        html.put("h2", place.map(Fits.Place::fullName).orElse(name));
        if (problem != null) {
            html.put("p class=\"critical\" role=\"alert\" tabindex=\"-1\" id=\"problem\"", words.said(problem));
        }
        place.ifPresent(this::lacking);
        refused.ifPresent(this::doNotSend);
        if (place.isEmpty() && refused.isEmpty()) {
            html.paragraph(words.say(
                    "Nơi này không còn cần thêm " + words.name(item) + ".",
                    "No more " + words.name(item) + " is needed here."));
        }
        if (place.isEmpty() || (problem != null && problem.code().equals("MORE_THAN_LEFT"))) {
            otherPlaces();
        }
        if (place.isPresent()) {
            if (may) {
                form(campaigns, near);
            } else {
                signIn();
            }
        }
        return closed(html, words, back());
    }

    private void lacking(Fits.Place place) {
        String urgency = place.urgency().word();
        html.raw("<p><span class=\"" + urgency + "\">" + words.urgency(urgency) + "</span> · ");
        html.raw(safe(words.counts(place.households(), place.people())));
        Instant confirmed = place.oldestConfirmedAt();
        if (confirmed != null) {
            html.raw(" · " + words.confirmed() + " " + VietnamTime.hourAndDay(confirmed));
        }
        html.raw("</p><p>")
                .raw(safe(words.amount(item, place.open().doubleValue())))
                .raw(words.say(" còn thiếu", " lacking"));
        if (place.pledged().signum() > 0) {
            html.raw(", " + safe(words.quantity(item, place.pledged().doubleValue())))
                    .raw(words.say(" đã có người đăng ký", " pledged already"));
        }
        html.raw(". <b>" + words.say("Còn cần ", "Still needed: "))
                .raw(safe(words.quantity(item, place.left().doubleValue())) + ".</b></p>");
    }

    private void doNotSend(Fits.Refused refused) {
        html.put("p class=\"critical\"", words.doNotSend(item) + " " + refused.reason());
    }

    private void otherPlaces() {
        List<Fits.Place> others = fits.places().stream()
                .filter(other -> !other.code().equals(form.commune()))
                .limit(OTHER_PLACES)
                .toList();
        if (others.isEmpty()) {
            return;
        }
        html.paragraph(words.say("Đang cần ở:", "Needed at:")).raw("<ul>");
        others.forEach(other -> html.raw("<li>"
                + link(address(other.code(), other.left().min(offered(other.left()))), other.fullName()) + " · "
                + safe(words.quantity(item, other.left().doubleValue())) + "</li>"));
        html.raw("</ul>");
    }

    private BigDecimal offered(BigDecimal otherwise) {
        BigDecimal quantity = fits.offer().quantity();
        return quantity == null ? otherwise : quantity;
    }

    private void form(List<Campaign> campaigns, List<Depot> near) {
        html.raw("<form method=\"post\" action=\"/pledge\" id=\"pledge\" data-lost=\"")
                .raw(safe(words.say(
                        "Chưa đăng ký được: không có mạng hoặc máy chủ không trả lời. Những gì đã ghi vẫn còn đây. Bấm lại khi"
                                + " có mạng; bấm lại không làm thành hai lần.",
                        "Not pledged yet: no network, or no answer. What you wrote is still here. Press again when there is a"
                                + " network; pressing again never pledges twice.")))
                .raw("\" data-sending=\"" + words.say("Đang gửi…", "Sending…"))
                .raw("\" data-back=\""
                        + words.say("Có mạng lại rồi. Bấm để đăng ký.", "The network is back. Press to pledge."))
                .raw("\" data-closed=\""
                        + words.say(
                                "Phiên đăng nhập đã hết. Đăng nhập lại rồi bấm lần nữa.",
                                "Signed out meanwhile. Sign in and press again.")
                        + "\">");
        html.raw(hidden("id", form.idOrNew().toString()))
                .raw(hidden("disaster", disaster.id().toString()))
                .raw(hidden("commune", String.valueOf(form.commune())))
                .raw(hidden("item", item.code()))
                .raw(hidden("lang", words.language()));
        BigDecimal amount = form.amountOrNull();
        String typed = amount == null
                ? (form.quantity() == null ? "" : form.quantity())
                : Numbers.plain(amount).toPlainString();
        html.raw("<p><label>" + safe(words.say(item.nameVi(), item.nameEn()) + ", " + words.unit(item)) + "<br>")
                .raw(
                        "<input name=\"quantity\" id=\"quantity\" inputmode=\"decimal\" autocomplete=\"off\" required value=\"")
                .raw(safe(typed) + "\"" + (problem == null ? "" : " aria-describedby=\"problem\"") + "></label></p>");
        if (!campaigns.isEmpty()) {
            html.raw("<p><label>" + words.say("Trong đợt vận động", "For a campaign")
                            + "<br><select name=\"campaign\">")
                    .raw("<option value=\"\">" + words.say("Không, tự mình ủng hộ", "None, on my own") + "</option>");
            campaigns.forEach(campaign -> html.raw("<option value=\"" + campaign.id() + "\""
                    + (campaign.id().equals(form.campaignOrNull()) ? " selected" : "") + ">" + safe(campaign.name())
                    + "</option>"));
            html.raw("</select></label></p>");
        }
        html.paragraph(PledgedHtml.bring(words, near, null));
        html.raw("<p class=\"critical\" id=\"said\" role=\"alert\" hidden></p><p><button class=\"go\">")
                .raw(words.say("Đăng ký ủng hộ", "Pledge") + "</button></p>");
        html.paragraph(words.say("Bằng tài khoản ", "As ") + Callers.name().orElse("") + ". "
                + words.say(
                        "Sổ công khai chỉ ghi mã quà, món và xã.",
                        "The public ledger tells the code, item and commune only."));
        html.raw("</form>");
    }

    private void signIn() {
        boolean signedIn = Callers.account().isPresent();
        html.paragraph(
                signedIn
                        ? words.say(
                                "Tài khoản này không đăng ký ủng hộ được. Cần tài khoản người ủng hộ.",
                                "This account cannot pledge. It takes a donor's account.")
                        : words.say(
                                "Cần đăng nhập bằng tài khoản người ủng hộ, để không ai giữ chỗ thay người khác. Đăng nhập xong"
                                        + " sẽ trở lại trang này.",
                                "Sign in with a donor's account, so that nobody keeps places for others. You come back to this"
                                        + " page."));
        if (!signedIn) {
            String here = address(String.valueOf(form.commune()), form.amountOrNull());
            html.raw("<p><a class=\"go\" href=\""
                    + safe("/sign-in?lang=" + words.language() + "&next="
                            + URLEncoder.encode(here, StandardCharsets.UTF_8))
                    + "\">" + words.say("Đăng nhập để đăng ký", "Sign in to pledge") + "</a></p>");
            html.paragraph(
                    words.say(
                            "Chưa có tài khoản: Mặt trận Tổ quốc xã hoặc ban điều phối mở cho người và nhóm ủng hộ.",
                            "No account yet: the commune's Fatherland Front or the coordinators open one for donors and groups."));
        }
    }

    private String address(String commune, @Nullable BigDecimal quantity) {
        return address(commune, item.code(), quantity, disaster, words);
    }

    /** The page for an item of a commune; also where signing in leads back to. */
    static String address(
            @Nullable String commune, String item, @Nullable BigDecimal quantity, Disaster disaster, ListWords words) {
        return "/pledge?commune=" + commune + "&item=" + item
                + (quantity == null
                        ? ""
                        : "&quantity=" + Numbers.plain(quantity).toPlainString())
                + "&disaster=" + disaster.id() + "&lang=" + words.language();
    }

    /** The map where the giver came from: same offer, same commune. */
    private String back() {
        BigDecimal amount = fits.offer().quantity();
        return "/#item=" + item.code()
                + (amount == null ? "" : "&amount=" + Numbers.plain(amount).toPlainString())
                + (unit == null ? "" : "&commune=" + unit.code()) + "&disaster=" + disaster.id();
    }

    /** @param refused items that the commune asked not to be sent */
    static String choice(
            PledgeForm form,
            Disaster disaster,
            CommuneNeeds commune,
            Set<String> refused,
            Function<String, Item> items) {
        ListWords words = form.words();
        PlainHtml.Part html = opened(words, disaster)
                .put("h1", words.say("Đăng ký ủng hộ", "Pledge"))
                .put("h2", String.valueOf(commune.fullName()))
                .paragraph(words.say("Chọn món:", "Choose what to give:"))
                .raw("<ul class=\"choice\">");
        commune.lacks().stream()
                .filter(lack -> !refused.contains(lack.item()) && lack.open().compareTo(lack.pledged()) > 0)
                .forEach(lack -> {
                    Item item = items.apply(lack.item());
                    String left = words.amount(
                            item, lack.open().subtract(lack.pledged()).doubleValue());
                    html.raw(
                            "<li>" + link(address(commune.code(), item.code(), null, disaster, words), left) + "</li>");
                });
        return closed(html.raw("</ul>"), words, "/#commune=" + commune.code() + "&disaster=" + disaster.id());
    }

    static String nothing(ListWords words, String why) {
        return PlainHtml.page(words, words.say("Đăng ký ủng hộ", "Pledge"), "")
                .put("h1", words.say("Đăng ký ủng hộ", "Pledge"))
                .put("p role=\"alert\"", why)
                .raw("<p>" + link("/list?lang=" + words.language(), words.title()) + " · " + link("/", words.map())
                        + "</p>")
                .end();
    }

    /** The script is asked for first, so that it is there before anybody presses the button. */
    static PlainHtml.Part opened(ListWords words, Disaster disaster) {
        PlainHtml.Part html = PlainHtml.page(
                words,
                words.say("Đăng ký ủng hộ", "Pledge"),
                "<link rel=\"modulepreload\" href=\"/js/gifts.js\"><script type=\"module\" src=\"/js/pledge.js\"></script>");
        return disaster.simulated() ? html.put("p class=\"drill\"", words.drill()) : html;
    }

    /** @param map where the giver came from */
    static String closed(PlainHtml.Part html, ListWords words, String map) {
        return html.raw("<p>" + link(map, words.map()) + " · "
                        + link("/list?lang=" + words.language(), words.title()) + " · "
                        + link("/g?lang=" + words.language(), words.say("Mã của tôi", "My gifts")) + "</p>")
                .end();
    }
}
