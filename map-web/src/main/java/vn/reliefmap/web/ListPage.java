package vn.reliefmap.web;

import static vn.reliefmap.web.PlainHtml.link;
import static vn.reliefmap.web.PlainHtml.safe;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.reliefmap.cluster.CommuneNeeds;
import vn.reliefmap.cluster.ItemLack;
import vn.reliefmap.cluster.NeedClusters;
import vn.reliefmap.cluster.NeedSummary;
import vn.reliefmap.disaster.Disaster;
import vn.reliefmap.disaster.Disasters;
import vn.reliefmap.flood.WaterStep;
import vn.reliefmap.flood.Waters;
import vn.reliefmap.item.Items;
import vn.reliefmap.kernel.Caller;
import vn.reliefmap.kernel.OpenTo;
import vn.reliefmap.kernel.VietnamTime;
import vn.reliefmap.need.UnwantedGoods;
import vn.reliefmap.need.UnwantedGoods.Unwanted;
import vn.reliefmap.offer.Offers;

/**
 * What is lacking by commune as one small page of plain HTML, for phones without JavaScript and for 2G: the words and
 * the order of the map's own list, at most 15 KB for the 78 communes of the province.
 */
@RestController
class ListPage {
    /** Items shown for a commune; the rest is a count, so that the page stays small. */
    private static final int ITEMS_SHOWN = 3;

    private final NeedClusters clusters;
    private final Disasters disasters;
    private final Waters waters;
    private final Items items;
    private final UnwantedGoods unwanted;
    private final FitSection fits;

    ListPage(
            NeedClusters clusters,
            Disasters disasters,
            Waters waters,
            Items items,
            UnwantedGoods unwanted,
            Offers offers) {
        this.clusters = clusters;
        this.disasters = disasters;
        this.waters = waters;
        this.items = items;
        this.unwanted = unwanted;
        this.fits = new FitSection(offers, items);
    }

    @GetMapping(path = "/list", produces = MediaType.TEXT_HTML_VALUE + ";charset=UTF-8")
    @OpenTo(Caller.EVERYONE)
    String show(@RequestParam(required = false) @Nullable String lang, @RequestParam(defaultValue = "") String have) {
        PageWords words = PageWords.of(lang);
        PlainHtml.Part page = PlainHtml.page(words, words.say("list.title"), "").put("h1", words.say("list.title"));
        Optional<Disaster> open =
                disasters.list().stream().filter(d -> d.closedAt() == null).findFirst();
        if (open.isPresent()) {
            page.paragraph(words.say("list.read_at") + " " + VietnamTime.hourAndDay(Instant.now()));
            listDisaster(page, open.get(), have, words);
        } else {
            page.paragraph(words.say("no_disaster"));
        }
        return page.raw("<p>" + link("/report?lang=" + words.language(), words.say("report.title")) + " · "
                        + link(PlainHtml.map(words), words.say("map")) + " · "
                        + link("/g?lang=" + words.language(), words.say("gifts.title")) + " · "
                        + link("/own-data?lang=" + words.language(), words.say("own_data")) + " · "
                        + link(
                                "/list?lang=" + words.next().language(),
                                words.next().ownName()) + "</p>")
                .end();
    }

    private void listDisaster(PlainHtml.Part page, Disaster disaster, String have, PageWords words) {
        if (disaster.simulated()) {
            page.put("p class=\"drill\"", words.say("drill"));
        }
        page.paragraph(disaster.name());
        waters.steps(disaster.id()).stream()
                .filter(step -> !step.forecast())
                .map(WaterStep::at)
                .max(Comparator.naturalOrder())
                .ifPresent(at -> page.paragraph(words.say("list.water") + " " + VietnamTime.hourAndDay(at)));
        page.raw(fits.of(disaster, have, words));
        NeedSummary summary = clusters.summaryForEveryone(disaster, null);
        if (summary.suppressed() || summary.communes().isEmpty()) {
            page.paragraph(words.say("list.nothing"));
        }
        List<Unwanted> refused = unwanted.list(disaster.id());
        summary.communes().stream()
                .filter(commune -> commune.urgency() != null)
                .sorted(Comparator.comparingInt(ListPage::level)
                        .thenComparingInt(CommuneNeeds::people)
                        .reversed())
                .forEach(commune -> {
                    page.raw("<section>"); // stays on one sheet when the list is printed
                    listCommune(page, commune, words);
                    refused.stream()
                            .filter(line -> line.commune().equals(commune.code()))
                            .forEach(line ->
                                    page.paragraph(words.doNotSend(items.get(line.item())) + " " + line.reason()));
                    page.raw("</section>");
                });
    }

    private static int level(CommuneNeeds commune) {
        return commune.urgency() == null ? -1 : commune.urgency().level();
    }

    private void listCommune(PlainHtml.Part page, CommuneNeeds commune, PageWords words) {
        String name = commune.fullName() == null ? words.say("no_commune") : commune.fullName();
        String urgency =
                commune.urgency() == null ? "normal" : commune.urgency().word();
        page.put("h2", name).raw("<p>").put("span class=\"" + urgency + "\"", words.urgency(urgency));
        page.raw(" · " + safe(words.counts(commune.households(), commune.people())));
        Instant confirmed = commune.oldestConfirmedAt();
        if (confirmed != null) {
            page.raw(" · " + words.say("confirmed_since") + " " + VietnamTime.hourAndDay(confirmed));
        }
        if (commune.code() != null) {
            String address = "/pledge?commune=" + commune.code() + "&lang=" + words.language();
            page.raw(" · " + link(address, words.say("fit.pledge")));
        }
        page.raw("</p><ul>");
        List<ItemLack> open = commune.lacks().stream()
                .filter(lack -> lack.open().signum() > 0)
                .toList();
        open.stream().limit(ITEMS_SHOWN).forEach(lack -> page.put("li", describe(lack, words)));
        if (open.size() > ITEMS_SHOWN) {
            page.put("li", words.say("more_items", "n", "" + (open.size() - ITEMS_SHOWN)));
        }
        page.raw("</ul>");
    }

    private String describe(ItemLack lack, PageWords words) {
        return items.find(lack.item())
                .map(item -> words.say(
                        lack.pledged().signum() > 0 ? "list.lack_pledged" : "list.lack",
                        "what",
                        words.amount(item, lack.open().doubleValue()),
                        "pledged",
                        words.quantity(item, lack.pledged().doubleValue())))
                .orElse(lack.item());
    }
}
