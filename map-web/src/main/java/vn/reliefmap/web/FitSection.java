package vn.reliefmap.web;

import static vn.reliefmap.web.PlainHtml.link;
import static vn.reliefmap.web.PlainHtml.safe;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.reliefmap.disaster.Disaster;
import vn.reliefmap.item.Item;
import vn.reliefmap.item.Items;
import vn.reliefmap.kernel.ProblemException;
import vn.reliefmap.kernel.VietnamTime;
import vn.reliefmap.message.GoodsWords.Pack;
import vn.reliefmap.offer.Fits;
import vn.reliefmap.offer.Offer;
import vn.reliefmap.offer.Offers;

/** "I have …" on the plain list: one field, and where it fits, in the order and with the reasons of the map. */
final class FitSection {
    private static final int MOST_PLACES = 20;

    private final Offers offers;
    private final Items items;

    FitSection(Offers offers, Items items) {
        this.offers = offers;
        this.items = items;
    }

    /** @param have as it was typed; empty when nothing was */
    String of(Disaster disaster, String have, PageWords words) {
        PlainHtml.Part html = new PlainHtml.Part();
        html.raw("<form action=\"/list\"><p><label for=\"have\">" + words.say("fit.have") + "</label> ")
                .raw("<input id=\"have\" name=\"have\" maxlength=\"120\" placeholder=\"")
                .raw(words.say("fit.example") + "\" value=\"" + safe(have) + "\">")
                .raw(PlainHtml.hidden("lang", words.language()))
                .raw(" <button>" + words.say("fit.find") + "</button></p></form>");
        if (!have.isBlank()) {
            try {
                Offer offer = offers.read(have);
                tell(html, offers.fits(disaster, offer, false), disaster, words);
            } catch (ProblemException e) {
                html.put("p class=\"critical\" role=\"alert\"", words.said(e.problem()));
            }
        }
        return html.html();
    }

    private void tell(PlainHtml.Part html, Fits fits, Disaster disaster, PageWords words) {
        Offer offer = fits.offer();
        Item item = offer.item();
        BigDecimal quantity = offer.quantity();
        String what = quantity == null ? words.name(item) : words.inSentence(item, quantity.doubleValue());
        notes(html, offer, words);
        if (fits.places().isEmpty()) {
            html.paragraph(words.say("fit.none", "item", words.name(item)));
        } else {
            html.put("h2", words.say("fit.title", "offer", what)).raw("<ol class=\"fits\">");
            fits.places().stream()
                    .limit(MOST_PLACES)
                    .forEach(place -> html.raw("<li>" + place(place, item, quantity, disaster, words) + "</li>"));
            html.raw("</ol>");
        }
        fits.refused()
                .forEach(refused -> html.paragraph(refused.fullName() + ": " + words.doNotSend(item) + " "
                        + refused.reason() + instead(refused, words)));
    }

    private static void notes(PlainHtml.Part html, Offer offer, PageWords words) {
        Pack pack = offer.pack();
        if (offer.uncounted() != null) {
            html.paragraph(words.say("fit.uncounted", "text", offer.uncounted(), "unit", words.unit(offer.item())));
        } else if (pack != null) {
            String holds = words.quantity(offer.item(), pack.holds().doubleValue());
            html.paragraph(words.say("fit.pack", "pack", words.vietnamese() ? pack.vi() : pack.en(), "holds", holds));
        }
    }

    private static String place(
            Fits.Place place, Item item, @Nullable BigDecimal quantity, Disaster disaster, PageWords words) {
        String urgency = place.urgency().word();
        StringBuilder line = new StringBuilder("<b>" + safe(place.fullName()) + "</b> · <span class=\"" + urgency
                + "\">" + words.urgency(urgency) + "</span> · ");
        String left = words.quantity(item, place.left().doubleValue());
        String open = words.quantity(item, place.open().doubleValue());
        String pledged = words.quantity(item, place.pledged().doubleValue());
        line.append(safe(words.say(
                place.pledged().signum() > 0 ? "fit.needs_pledged" : "fit.needs",
                "left",
                left,
                "open",
                open,
                "pledged",
                pledged)));
        Instant confirmed = place.oldestConfirmedAt();
        if (confirmed != null) {
            line.append(" · ")
                    .append(words.say("confirmed_since"))
                    .append(' ')
                    .append(VietnamTime.hourAndDay(confirmed));
        }
        BigDecimal gives = quantity == null ? null : quantity.min(place.left());
        return line.append(" · ")
                .append(link(
                        PledgeHtml.address(place.code(), item.code(), gives, disaster, words),
                        gives == null || place.takesAll()
                                ? words.say("fit.pledge")
                                : words.say("fit.pledge_part", "amount", words.quantity(item, gives.doubleValue()))))
                .toString();
    }

    private String instead(Fits.Refused refused, PageWords words) {
        List<String> names = refused.instead().stream()
                .map(items::find)
                .flatMap(Optional::stream)
                .map(words::name)
                .toList();
        return names.isEmpty()
                ? ""
                : words.say("fit.instead", "items", names.stream().collect(Collectors.joining(", ")));
    }
}
