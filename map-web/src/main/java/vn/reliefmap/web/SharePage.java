package vn.reliefmap.web;

import static vn.reliefmap.web.PlainHtml.link;
import static vn.reliefmap.web.PlainHtml.map;
import static vn.reliefmap.web.PlainHtml.safe;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.MultiPolygon;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.reliefmap.admin.AdminOutlines;
import vn.reliefmap.admin.AdminOutlines.Outlined;
import vn.reliefmap.admin.AdminUnit;
import vn.reliefmap.admin.AdminUnits;
import vn.reliefmap.cluster.CommuneNeeds;
import vn.reliefmap.cluster.ItemLack;
import vn.reliefmap.cluster.NeedClusters;
import vn.reliefmap.disaster.Disaster;
import vn.reliefmap.disaster.Disasters;
import vn.reliefmap.geo.Bbox;
import vn.reliefmap.item.Item;
import vn.reliefmap.item.Items;
import vn.reliefmap.kernel.Caller;
import vn.reliefmap.kernel.OpenTo;

/**
 * A commune as a link to pass on: a small page with the picture and text that Zalo and other messengers show, which leads to
 * the map. It tells of the commune what everyone may see, and of no smaller place.
 */
@RestController
class SharePage {
    private static final int LACKS_SHOWN = 3;
    private static final int OUTLINE_ZOOM = 12;
    /** About 40 KB each: 8 MB at most. */
    private static final int MOST_PICTURES = 200;

    private static final Duration PAGE_KEPT = Duration.ofMinutes(5);

    private final NeedClusters clusters;
    private final Disasters disasters;
    private final AdminUnits units;
    private final AdminOutlines outlines;
    private final Items items;
    private final String publicUrl;
    private final Cache<Drawn, byte[]> pictures =
            Caffeine.newBuilder().maximumSize(MOST_PICTURES).build();

    SharePage(
            NeedClusters clusters,
            Disasters disasters,
            AdminUnits units,
            AdminOutlines outlines,
            Items items,
            @Value("${relief.public-url:http://127.0.0.1:${server.port:8080}}") String publicUrl) {
        this.clusters = clusters;
        this.disasters = disasters;
        this.units = units;
        this.outlines = outlines;
        this.items = items;
        this.publicUrl = publicUrl.replaceAll("/+$", "");
    }

    /** All that the text of a picture says; where nothing is lacking, the words alone tell the languages apart. */
    private record Drawn(SharedCommune told, PageWords words) {}

    @GetMapping("/s/{code}")
    @OpenTo(Caller.EVERYONE)
    ResponseEntity<String> page(
            @PathVariable String code,
            @RequestParam(name = "disaster", required = false) @Nullable String named,
            @RequestParam(required = false) @Nullable String lang) {
        PageWords words = PageWords.of(lang);
        Optional<AdminUnit> unit = units.find(code);
        Optional<Disaster> disaster = meant(named);
        if (unit.isEmpty() || disaster.isEmpty()) {
            String why = unit.isEmpty() ? words.say("share.no_commune") : words.say("no_disaster");
            return PlainHtml.answer(
                    unit.isEmpty() ? 404 : 200,
                    PlainHtml.page(words, why, "")
                            .put("h1", why)
                            .raw("<p>" + link("/list?lang=" + words.language(), words.say("list.title")) + " · "
                                    + link(map(words), words.say("map")) + "</p>")
                            .end());
        }
        SharedCommune told = told(disaster.get(), unit.get(), words);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(PAGE_KEPT).cachePublic())
                .contentType(MediaType.parseMediaType("text/html;charset=UTF-8"))
                .body(html(told, disaster.get(), address(code, named, words), words));
    }

    /** 404 without a body for a commune that is not there or has no outline, and while no disaster is going on. */
    @GetMapping("/s/{code}/picture.png")
    @OpenTo(Caller.EVERYONE)
    ResponseEntity<byte[]> picture(
            @PathVariable String code,
            @RequestParam(name = "disaster", required = false) @Nullable String named,
            @RequestParam(required = false) @Nullable String lang) {
        PageWords words = PageWords.of(lang);
        Optional<AdminUnit> unit = units.find(code);
        Optional<Disaster> disaster = meant(named);
        List<Outlined> all = outlines.at(OUTLINE_ZOOM, null);
        Optional<Outlined> own =
                all.stream().filter(one -> one.unit().code().equals(code)).findFirst();
        if (unit.isEmpty() || disaster.isEmpty() || own.isEmpty()) {
            return ResponseEntity.notFound().build();
        }
        byte[] png = pictures.get(
                new Drawn(told(disaster.get(), unit.get(), words), words),
                drawn -> SharePicture.png(drawn.told(), own.get().area(), around(own.get()), words));
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(PAGE_KEPT).cachePublic())
                .contentType(MediaType.IMAGE_PNG)
                .body(png);
    }

    /** The disaster that a link names, as those of drills do; else the one that is going on. */
    private Optional<Disaster> meant(@Nullable String named) {
        return named == null ? disasters.going() : disasters.find(named);
    }

    /** Addresses of the page and of what lies below it, without the host and as short as they can be. */
    private static UnaryOperator<String> address(String code, @Nullable String named, PageWords words) {
        List<String> parts = Stream.of(
                        named == null ? "" : "disaster=" + URLEncoder.encode(named, StandardCharsets.UTF_8),
                        words.vietnamese() ? "" : "lang=" + words.language())
                .filter(part -> !part.isEmpty())
                .toList();
        String query = parts.isEmpty() ? "" : "?" + String.join("&", parts);
        return below -> "/s/" + code + below + query;
    }

    private List<MultiPolygon> around(Outlined own) {
        var box = own.area().getEnvelopeInternal();
        double margin = Math.max(box.getWidth(), box.getHeight());
        Bbox wide = new Bbox(
                box.getMinX() - margin, box.getMinY() - margin, box.getMaxX() + margin, box.getMaxY() + margin);
        return outlines.at(OUTLINE_ZOOM, wide).stream()
                .filter(one -> !one.unit().code().equals(own.unit().code()))
                .map(Outlined::area)
                .toList();
    }

    private SharedCommune told(Disaster disaster, AdminUnit unit, PageWords words) {
        CommuneNeeds sums = clusters.summaryForEveryone(disaster, null).communes().stream()
                .filter(one ->
                        unit.code().equals(one.code()) || one.joinedCodes().contains(unit.code()))
                .findFirst()
                .orElse(null);
        if (sums == null) {
            return new SharedCommune(
                    unit.code(), unit.fullName(), List.of(), null, List.of(), 0, 0, null, disaster.simulated());
        }
        List<ItemLack> open = sums.lacks().stream()
                .filter(lack -> lack.open().compareTo(BigDecimal.ZERO) > 0)
                .toList();
        boolean joined = !unit.code().equals(sums.code());
        List<String> others = joined && sums.fullName() != null ? List.of(sums.fullName()) : sums.joined();
        return new SharedCommune(
                unit.code(),
                unit.fullName(),
                others,
                sums.urgency() == null ? null : sums.urgency().word(),
                open.stream().limit(LACKS_SHOWN).map(lack -> lack(lack, words)).toList(),
                Math.max(0, open.size() - LACKS_SHOWN),
                sums.households(),
                sums.oldestConfirmedAt(),
                disaster.simulated());
    }

    private SharedCommune.Lack lack(ItemLack lack, PageWords words) {
        Item item = items.get(lack.item());
        return new SharedCommune.Lack(
                item.code(),
                words.name(item),
                words.quantity(item, lack.open().doubleValue()),
                words.listed(item, lack.open().doubleValue()));
    }

    private String html(SharedCommune told, Disaster disaster, UnaryOperator<String> at, PageWords words) {
        String address = publicUrl + at.apply("");
        String picture = at.apply("/picture.png");
        String other = "/s/" + told.code() + "?disaster=" + disaster.id() + "&lang="
                + words.next().language();
        String title = told.title(words);
        String description = told.description(words);
        PlainHtml.Part html = PlainHtml.page(
                words,
                title,
                meta("og:type", "website")
                        + meta("og:site_name", words.say("site"))
                        + meta("og:locale", words.region().replace('-', '_'))
                        + meta("og:url", address)
                        + meta("og:title", title)
                        + meta("og:description", description)
                        + meta("og:image", publicUrl + picture)
                        + meta("og:image:type", "image/png")
                        + meta("og:image:width", "" + SharePicture.WIDTH)
                        + meta("og:image:height", "" + SharePicture.HEIGHT)
                        + meta("og:image:alt", title)
                        + "<meta name=\"description\" content=\"" + safe(description) + "\">");
        if (told.drill()) {
            html.put("p class=\"drill\"", words.say("drill"));
        }
        html.put("h1", told.name()).paragraph(description);
        html.raw("<p><a class=\"go\" href=\"" + safe(map(words) + "&commune=" + told.code()) + "&amp;disaster="
                        + disaster.id() + "\">")
                .raw(words.say("share.map") + "</a></p>");
        if (!told.lacks().isEmpty()) {
            html.raw("<p>"
                    + link(
                            "/pledge?commune=" + told.code() + "&disaster=" + disaster.id() + "&lang="
                                    + words.language(),
                            words.say("pledge.title"))
                    + "</p>");
        }
        String text = title + "\n" + description + "\n" + address;
        return html.raw("<p><img class=\"shared\" src=\"" + safe(picture)
                        + "\" width=\"1200\" height=\"630\" alt=\"\"></p>")
                .raw("<p><label for=\"text\">" + words.say("share.text") + "</label><br>")
                .raw("<textarea id=\"text\" rows=\"5\" readonly data-title=\"" + safe(title) + "\" data-copied=\""
                        + words.say("share.copied") + "\">")
                .raw(safe(text) + "</textarea></p><p><button id=\"share\" hidden>")
                .raw(words.say("share.share") + "</button> <span id=\"copied\" role=\"status\"></span></p>")
                .raw("<script type=\"module\" src=\"/js/share.js\"></script><p>"
                        + link("/list?lang=" + words.language(), words.say("list.title")) + " · "
                        + link(other, words.next().ownName()) + "</p>")
                .end();
    }

    private static String meta(String property, String content) {
        return "<meta property=\"" + property + "\" content=\"" + safe(content) + "\">";
    }
}
