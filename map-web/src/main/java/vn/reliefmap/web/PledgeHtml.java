package vn.reliefmap.web;

import static vn.reliefmap.web.PlainHtml.hidden;
import static vn.reliefmap.web.PlainHtml.link;
import static vn.reliefmap.web.PlainHtml.map;
import static vn.reliefmap.web.PlainHtml.safe;

import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.reliefmap.access.Callers;
import vn.reliefmap.admin.AdminUnit;
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
    private final PageWords words;
    private final Disaster disaster;
    private final Fits fits;
    private final Item item;
    private final @Nullable AdminUnit unit;
    private final @Nullable PledgeZone zone;
    private final @Nullable Problem problem;
    private final PlainHtml.Part html;

    PledgeHtml(
            PledgeForm form,
            Disaster disaster,
            Fits fits,
            @Nullable AdminUnit unit,
            @Nullable PledgeZone zone,
            @Nullable Problem problem) {
        this.form = form;
        this.words = form.words();
        this.disaster = disaster;
        this.fits = fits;
        this.item = fits.offer().item();
        this.unit = unit;
        this.zone = zone;
        this.problem = problem;
        this.html = opened(words, disaster);
    }

    /**
     * @param may true when whoever looks may pledge
     * @param near depots that may be told, the nearest first
     */
    String page(List<Campaign> campaigns, boolean may, List<Depot> near) {
        html.put("h1", words.say("pledge.title"));
        Optional<Fits.Place> place = fits.places().stream()
                .filter(one -> one.code().equals(form.commune()))
                .findFirst();
        Optional<Fits.Refused> refused = fits.refused().stream()
                .filter(one -> one.code().equals(form.commune()))
                .findFirst();
        String name = unit == null ? words.say("no_commune") : unit.fullName();
        html.put("h2", place.map(Fits.Place::fullName).orElse(name));
        if (problem != null) {
            html.put("p class=\"critical\" role=\"alert\" tabindex=\"-1\" id=\"problem\"", words.said(problem));
        }
        place.ifPresent(this::lacking);
        refused.ifPresent(this::doNotSend);
        if (form.zone() != null) {
            html.paragraph(zone == null ? words.say("pledge.zone_changed") : inZone(zone));
            String commune = address(String.valueOf(form.commune()), item.code(), form.amountOrNull(), disaster, words);
            html.raw(zone == null ? "" : "<p>" + link(commune, words.say("pledge.whole_commune")) + "</p>");
        }
        if (place.isEmpty() && refused.isEmpty()) {
            html.paragraph(words.say("pledge.nothing_left", "item", words.name(item)));
        }
        boolean tooMuch = problem != null && problem.code().equals("MORE_THAN_LEFT");
        if (tooMuch) {
            place.ifPresent(this::allThatIsLeft);
        }
        if (tooMuch || place.isEmpty()) {
            otherPlaces(place.map(Fits.Place::left).orElse(BigDecimal.ZERO));
        }
        if (place.isPresent()) {
            if (may) {
                form(campaigns, near);
            } else {
                signIn();
            }
        }
        otherLanguage(html, switching(), words);
        return closed(html, words, back());
    }

    private String switching() {
        String here = address(String.valueOf(form.commune()), form.amountOrNull());
        return here.replace("&lang=" + words.language(), "") + "&lang=";
    }

    /** @param address of this page, but for the language at its end */
    static void otherLanguage(PlainHtml.Part html, String address, PageWords words) {
        html.raw("<p>" + link(address + words.next().language(), words.next().ownName()) + "</p>");
    }

    private void lacking(Fits.Place place) {
        String urgency = place.urgency().word();
        html.raw("<p><span class=\"" + urgency + "\">" + words.urgency(urgency) + "</span> · ");
        html.raw(safe(words.counts(place.households(), place.people())));
        Instant confirmed = place.oldestConfirmedAt();
        if (confirmed != null) {
            html.raw(" · " + words.say("confirmed_since") + " " + VietnamTime.hourAndDay(confirmed));
        }
        String pledged = words.quantity(item, place.pledged().doubleValue());
        html.raw("</p><p>")
                .raw(safe(words.say(
                        place.pledged().signum() > 0 ? "pledge.lacking_pledged" : "pledge.lacking",
                        "what",
                        words.amount(item, place.open().doubleValue()),
                        "pledged",
                        pledged)))
                .raw(" <b>")
                .raw(safe(words.say(
                        "pledge.left",
                        "amount",
                        words.quantity(item, place.left().doubleValue()))))
                .raw("</b></p>");
    }

    private String inZone(PledgeZone there) {
        return there.told(words) + " "
                + words.say(
                        "pledge.zone_lacks",
                        "what",
                        words.amount(item, there.toBring(item).doubleValue()));
    }

    /** Who offers too much is one tap from what fits. */
    private void allThatIsLeft(Fits.Place place) {
        String amount = words.quantity(item, place.left().doubleValue());
        html.raw("<p>"
                + link(
                        address(place.code(), item.code(), place.left(), disaster, words),
                        words.say(
                                form.zone() == null ? "pledge.all_left" : "pledge.all_left_commune", "amount", amount))
                + "</p>");
    }

    private void doNotSend(Fits.Refused refused) {
        html.put("p class=\"critical\"", words.doNotSend(item) + " " + refused.reason());
    }

    /** @param here how much of the offer goes to the place itself */
    private void otherPlaces(BigDecimal here) {
        List<Fits.Place> others = fits.places().stream()
                .filter(other -> !other.code().equals(form.commune()))
                .limit(OTHER_PLACES)
                .toList();
        if (others.isEmpty()) {
            return;
        }
        html.paragraph(words.say(here.signum() > 0 ? "pledge.rest_at" : "pledge.needed_at"))
                .raw("<ul>");
        others.forEach(other -> html.raw("<li>"
                + link(address(other.code(), item.code(), rest(here, other.left()), disaster, words), other.fullName())
                + " · "
                + safe(words.quantity(item, other.left().doubleValue())) + "</li>"));
        html.raw("</ul>");
    }

    private BigDecimal rest(BigDecimal here, BigDecimal most) {
        BigDecimal quantity = fits.offer().quantity();
        return quantity == null || quantity.compareTo(here) <= 0 ? most : most.min(quantity.subtract(here));
    }

    private void form(List<Campaign> campaigns, List<Depot> near) {
        html.raw("<form method=\"post\" action=\"/pledge\" id=\"pledge\" data-lost=\"")
                .raw(safe(words.say("pledge.lost")))
                .raw("\" data-sending=\"" + words.say("pledge.sending"))
                .raw("\" data-back=\"" + words.say("pledge.back"))
                .raw("\" data-closed=\"" + words.say("pledge.closed") + "\">");
        html.raw(hidden("id", form.idOrNew().toString()))
                .raw(hidden("disaster", disaster.id().toString()))
                .raw(hidden("commune", String.valueOf(form.commune())))
                .raw(hidden("item", item.code()))
                .raw(zone == null ? "" : zone.fields())
                .raw(hidden("lang", words.language()));
        BigDecimal amount = form.amountOrNull();
        String typed = amount == null
                ? (form.quantity() == null ? "" : form.quantity())
                : Numbers.plain(amount).toPlainString();
        html.raw("<p><label>" + safe(words.title(item) + ", " + words.unit(item)) + "<br>")
                .raw(
                        "<input name=\"quantity\" id=\"quantity\" inputmode=\"decimal\" autocomplete=\"off\" required value=\"")
                .raw(safe(typed) + "\"" + (problem == null ? "" : " aria-invalid=\"true\" aria-describedby=\"problem\"")
                        + "></label></p>");
        if (!campaigns.isEmpty()) {
            html.raw("<p><label>" + words.say("pledge.campaign") + "<br><select name=\"campaign\">")
                    .raw("<option value=\"\">" + words.say("pledge.no_campaign") + "</option>");
            campaigns.forEach(campaign -> html.raw("<option value=\"" + campaign.id() + "\""
                    + (campaign.id().equals(form.campaignOrNull()) ? " selected" : "") + ">" + safe(campaign.name())
                    + "</option>"));
            html.raw("</select></label></p>");
        }
        html.paragraph(PledgedHtml.bring(words, near, null));
        html.raw("<p class=\"critical\" id=\"said\" role=\"alert\" hidden></p><p><button class=\"go\">")
                .raw(words.say("pledge.title") + "</button></p>");
        html.paragraph(words.say("pledge.as", "name", Callers.name().orElse("")) + " " + words.say("pledge.ledger"));
        html.raw("</form>");
    }

    private void signIn() {
        boolean signedIn = Callers.account().isPresent();
        html.paragraph(signedIn ? words.say("pledge.may_not") : words.say("pledge.sign_in_why"));
        if (!signedIn) {
            String here = address(String.valueOf(form.commune()), form.amountOrNull());
            html.raw("<p><a class=\"go\" href=\""
                    + safe("/sign-in?lang=" + words.language() + "&next="
                            + URLEncoder.encode(here, StandardCharsets.UTF_8))
                    + "\">" + words.say("pledge.sign_in") + "</a></p>");
            html.paragraph(words.say("pledge.no_account"));
        }
    }

    private String address(String commune, @Nullable BigDecimal quantity) {
        return address(commune, item.code(), quantity, disaster, words) + (zone == null ? "" : zone.query());
    }

    /** The page for an item of a commune; also where signing in leads back to. */
    static String address(
            @Nullable String commune, String item, @Nullable BigDecimal quantity, Disaster disaster, PageWords words) {
        return "/pledge?commune=" + commune + "&item=" + item
                + (quantity == null
                        ? ""
                        : "&quantity=" + Numbers.plain(quantity).toPlainString())
                + "&disaster=" + disaster.id() + "&lang=" + words.language();
    }

    /** The map where the giver came from: same offer, same commune. */
    private String back() {
        BigDecimal amount = fits.offer().quantity();
        return map(words) + "&item=" + item.code()
                + (amount == null ? "" : "&amount=" + Numbers.plain(amount).toPlainString())
                + (unit == null ? "" : "&commune=" + unit.code()) + "&disaster=" + disaster.id();
    }

    static String nothing(PageWords words, String why) {
        return PlainHtml.page(words, words.say("pledge.title"), "")
                .put("h1", words.say("pledge.title"))
                .put("p role=\"alert\"", why)
                .raw("<p>" + link("/list?lang=" + words.language(), words.say("list.title")) + " · "
                        + link(map(words), words.say("map")) + "</p>")
                .end();
    }

    /** The script is asked for first, so that it is there before anybody presses the button. */
    static PlainHtml.Part opened(PageWords words, Disaster disaster) {
        PlainHtml.Part html = PlainHtml.page(
                words, words.say("pledge.title"), "<script type=\"module\" src=\"/js/pledge.js\"></script>");
        return disaster.simulated() ? html.put("p class=\"drill\"", words.say("drill")) : html;
    }

    /** @param map where the giver came from */
    static String closed(PlainHtml.Part html, PageWords words, String map) {
        return html.raw("<p>" + link(map, words.say("map")) + " · "
                        + link("/list?lang=" + words.language(), words.say("list.title")) + " · "
                        + link("/g?lang=" + words.language(), words.say("gifts.title")) + "</p>")
                .end();
    }
}
