package vn.reliefmap.web;

import static vn.reliefmap.web.PlainHtml.safe;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.reliefmap.commitment.Pledge;
import vn.reliefmap.disaster.Disaster;
import vn.reliefmap.item.Item;
import vn.reliefmap.kernel.VietnamTime;
import vn.reliefmap.supply.Depot;

/** Writes what is said of a pledge that stands: its code, where to bring it, and until when. */
final class PledgedHtml {
    private PledgedHtml() {}

    /** @param near depots that may be told, the nearest first */
    record Told(Item item, String place, List<Depot> near) {}

    static String page(PageWords words, Disaster disaster, Told told, Pledge pledge) {
        Item item = told.item();
        String amount = words.amount(item, pledge.progress().promised().doubleValue());
        PlainHtml.Part html = PledgeHtml.opened(words, disaster);
        Map<String, String> kept = Map.of("code", pledge.code().value(), "what", amount, "where", told.place());
        html.raw("<section id=\"gift\" tabindex=\"-1\"")
                .raw(kept.entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(entry -> " data-" + entry.getKey() + "=\"" + safe(entry.getValue()) + "\"")
                        .collect(Collectors.joining()))
                .raw(">")
                .put("h1", words.say("pledged.title"))
                .paragraph(amount + (told.place().isEmpty() ? "" : " · " + told.place()))
                .raw("<p>" + words.say("gift.code") + "</p>")
                .put("p class=\"code\"", pledge.code().value())
                .raw("<img class=\"qr\" width=\"148\" height=\"148\" src=\"/api/v1/gifts/" + pledge.code()
                        + "/qr\" alt=\"")
                .raw(words.say("pledged.qr") + "\">")
                .paragraph(bring(words, told.near(), pledge.term().expiresAt()))
                .paragraph(words.say("pledged.hand_over"))
                .raw("<p><a class=\"go\" href=\"/g/" + pledge.code() + "?lang=" + words.language() + "\">")
                .raw(words.say("pledged.follow") + "</a></p></section>");
        return PledgeHtml.closed(html, words, PlainHtml.map(words));
    }

    /** Where to bring it, and until when. */
    static String bring(PageWords words, List<Depot> near, @Nullable Instant until) {
        String where = near.isEmpty()
                ? words.say("pledged.ask_where")
                : near.size() == 1
                        ? words.say("pledged.bring", "place", near.get(0).name())
                        : words.say(
                                "pledged.bring_either",
                                "one",
                                near.get(0).name(),
                                "other",
                                near.get(1).name());
        String when = until == null
                ? words.say("pledged.term_later")
                : words.say("pledged.term", "time", VietnamTime.hourAndDate(until));
        return where + " " + when;
    }
}
