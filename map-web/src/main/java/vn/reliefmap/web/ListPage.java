package vn.reliefmap.web;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.HtmlUtils;
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
        ListWords words = ListWords.of(lang);
        StringBuilder page = new StringBuilder(8_000);
        page.append("<!doctype html><html lang=\"")
                .append(words.language())
                .append("\"><head><meta charset=\"utf-8\">");
        page.append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
        page.append("<link rel=\"icon\" href=\"/icon.svg\"><link rel=\"stylesheet\" href=\"/css/list.css\">");
        page.append("<title>").append(words.title()).append("</title></head><body><main>");
        page.append("<h1>").append(words.title()).append("</h1>");
        Optional<Disaster> open =
                disasters.list().stream().filter(d -> d.closedAt() == null).findFirst();
        if (open.isPresent()) {
            paragraph(page, words.readAt() + " " + VietnamTime.hourAndDay(Instant.now()));
            listDisaster(page, open.get(), have, words);
        } else {
            paragraph(page, words.noDisaster());
        }
        page.append("<p><a href=\"/report\">").append(words.help()).append("</a> · <a href=\"/\">");
        page.append(words.map())
                .append("</a> · <a href=\"/g?lang=")
                .append(words.language())
                .append("\">")
                .append(words.say("Mã của tôi", "My gifts"))
                .append("</a> · <a href=\"/list?lang=");
        page.append(words.otherLanguage())
                .append("\">")
                .append(words.otherName())
                .append("</a></p>");
        return page.append("</main></body></html>").toString();
    }

    private void listDisaster(StringBuilder page, Disaster disaster, String have, ListWords words) {
        if (disaster.simulated()) {
            page.append("<p class=\"drill\">").append(words.drill()).append("</p>");
        }
        paragraph(page, disaster.name());
        waters.steps(disaster.id()).stream()
                .filter(step -> !step.forecast())
                .map(WaterStep::at)
                .max(Comparator.naturalOrder())
                .ifPresent(at -> paragraph(page, words.water() + " " + VietnamTime.hourAndDay(at)));
        page.append(fits.of(disaster, have, words));
        NeedSummary summary = clusters.summaryForEveryone(disaster, null);
        if (summary.suppressed() || summary.communes().isEmpty()) {
            paragraph(page, words.nothing());
        }
        List<Unwanted> refused = unwanted.list(disaster.id());
        summary.communes().stream()
                .filter(commune -> commune.urgency() != null)
                .sorted(Comparator.comparingInt(ListPage::level)
                        .thenComparingInt(CommuneNeeds::people)
                        .reversed())
                .forEach(commune -> {
                    listCommune(page, commune, words);
                    refused.stream()
                            .filter(line -> line.commune().equals(commune.code()))
                            .forEach(line ->
                                    paragraph(page, words.doNotSend(items.get(line.item())) + " " + line.reason()));
                });
    }

    private static int level(CommuneNeeds commune) {
        return commune.urgency() == null ? -1 : commune.urgency().level();
    }

    private void listCommune(StringBuilder page, CommuneNeeds commune, ListWords words) {
        String name = commune.fullName() == null ? words.noCommune() : commune.fullName();
        String urgency =
                commune.urgency() == null ? "normal" : commune.urgency().word();
        page.append("<h2>")
                .append(safe(name))
                .append("</h2><p><span class=\"")
                .append(urgency)
                .append("\">");
        page.append(words.urgency(urgency)).append("</span> · ");
        page.append(safe(words.counts(commune.households(), commune.people())));
        Instant confirmed = commune.oldestConfirmedAt();
        if (confirmed != null) {
            page.append(" · ").append(words.confirmed()).append(' ').append(VietnamTime.hourAndDay(confirmed));
        }
        page.append("</p><ul>");
        List<ItemLack> open = commune.lacks().stream()
                .filter(lack -> lack.open().signum() > 0)
                .toList();
        open.stream().limit(ITEMS_SHOWN).forEach(lack -> page.append("<li>")
                .append(safe(describe(lack, words)))
                .append("</li>"));
        if (open.size() > ITEMS_SHOWN) {
            page.append("<li>").append(words.more(open.size() - ITEMS_SHOWN)).append("</li>");
        }
        page.append("</ul>");
    }

    private String describe(ItemLack lack, ListWords words) {
        return items.find(lack.item())
                .map(item -> words.amount(item, lack.open().doubleValue()))
                .orElse(lack.item());
    }

    private static void paragraph(StringBuilder page, String text) {
        page.append("<p>").append(safe(text)).append("</p>");
    }

    private static String safe(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }
}
