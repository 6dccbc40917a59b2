package vn.reliefmap.web;

import static vn.reliefmap.web.PlainHtml.link;
import static vn.reliefmap.web.PlainHtml.map;

import java.math.BigDecimal;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.reliefmap.cluster.CommuneNeeds;
import vn.reliefmap.disaster.Disaster;
import vn.reliefmap.item.Item;
import vn.reliefmap.web.PledgePage.PledgeForm;

/** Writes what a commune or a zone of it lacks, item by item, for somebody who has not said what they have. */
final class PledgeChoice {
    private PledgeChoice() {}

    /** @param refused items that the commune asked not to be sent */
    static String page(
            PledgeForm form,
            Disaster disaster,
            CommuneNeeds commune,
            @Nullable PledgeZone zone,
            Set<String> refused,
            Function<String, Item> items) {
        PageWords words = form.words();
        PlainHtml.Part html = PledgeHtml.opened(words, disaster)
                .put("h1", words.say("pledge.title"))
                .put("h2", String.valueOf(commune.fullName()));
        if (zone != null) {
            html.paragraph(zone.told(words));
        }
        html.paragraph(words.say("pledge.choose")).raw("<ul class=\"choice\">");
        String more = zone == null ? "" : zone.query();
        commune.lacks().stream().filter(lack -> !refused.contains(lack.item())).forEach(lack -> {
            Item item = items.apply(lack.item());
            BigDecimal left = lack.open().subtract(lack.pledged());
            BigDecimal lacking = zone == null ? left : left.min(zone.toBring(item));
            if (lacking.signum() > 0) {
                String address = PledgeHtml.address(commune.code(), item.code(), null, disaster, words) + more;
                html.raw("<li>" + link(address, words.amount(item, lacking.doubleValue())) + "</li>");
            }
        });
        html.raw("</ul>");
        if (zone != null) {
            html.raw("<p>"
                    + link(
                            "/pledge?commune=" + commune.code() + "&disaster=" + disaster.id() + "&lang="
                                    + words.language(),
                            words.say("pledge.whole_commune"))
                    + "</p>");
        }
        PledgeHtml.otherLanguage(
                html, "/pledge?commune=" + commune.code() + "&disaster=" + disaster.id() + more + "&lang=", words);
        return PledgeHtml.closed(html, words, map(words) + "&commune=" + commune.code() + "&disaster=" + disaster.id());
    }
}
