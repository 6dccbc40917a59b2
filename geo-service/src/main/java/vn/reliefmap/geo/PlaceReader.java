package vn.reliefmap.geo;

import java.util.List;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.reliefmap.geo.PlaceReading.Form;
import vn.reliefmap.geo.PlaceReading.Found;
import vn.reliefmap.geo.PlaceReading.NotFound;
import vn.reliefmap.geo.PlaceReading.Outside;
import vn.reliefmap.geo.PlaceReading.Why;
import vn.reliefmap.geo.internal.MapLinks;
import vn.reliefmap.geo.internal.MetreText;
import vn.reliefmap.geo.internal.PlusCode;
import vn.reliefmap.geo.internal.WrittenAngles;
import vn.reliefmap.geo.internal.WrittenAngles.Pair;

/**
 * Reads a place in any usual form (domain facts, section 7): decimal degrees in either order, with point or comma, degrees,
 * minutes and seconds with N/B/Bắc and E/Đ/Đông, map links, {@code geo:}, full plus codes, and metres that name their
 * system; words around them do not matter. Vietnam is latitude 8–24, longitude 102–117, so the order is seen from the numbers.
 * Never asks the network. Pure, thread-safe, and fails on no text.
 */
public final class PlaceReader {
    private static final int LONGEST = 4_000;
    /** So much and more is told: finer texts are as exact as anybody needs. */
    private static final double COARSE_M = 100;

    private static final Pattern LINK = Pattern.compile("(?i)\\b(?:https?://|geo:|www\\.)[^\\s<>\"]+");
    private static final Pattern BARE_LINK = Pattern.compile(
            "(?i)\\b(?:maps\\.app\\.goo\\.gl|goo\\.gl|google\\.[a-z.]+/maps|maps\\.google\\.|zalo\\.me|osm\\.org|openstreetmap\\.org)"
                    + "[^\\s<>\"]*");

    private PlaceReader() {}

    public static PlaceReading read(String text) {
        if (text.length() > LONGEST) {
            return new NotFound(Why.TOO_LONG);
        }
        String plain = WrittenAngles.plain(text);
        if (plain.isBlank()) {
            return new NotFound(Why.EMPTY);
        }
        for (Pattern pattern : List.of(LINK, BARE_LINK)) {
            Matcher link = pattern.matcher(plain);
            if (link.find()) {
                String first = link.group();
                boolean another = link.find() && !link.group().equals(first);
                return another ? new NotFound(Why.AMBIGUOUS) : link(first, plain.replace(first, " "));
            }
        }
        return MetreText.read(plain).orElseGet(() -> PlusCode.read(plain).orElseGet(() -> written(plain)));
    }

    private static PlaceReading written(String plain) {
        return judged(WrittenAngles.pairs(plain), null);
    }

    /** A link without a place may stand beside written coordinates: what is shared by some apps is both. */
    private static PlaceReading link(String link, String around) {
        PlaceReading read = MapLinks.read(link)
                .map(target -> judged(target.pairs(), target.view() ? Form.LINK_VIEW : Form.LINK))
                .orElseGet(() -> new NotFound(MapLinks.isShort(link) ? Why.SHORT_LINK : Why.LINK_WITHOUT_PLACE));
        if (read instanceof NotFound && written(around) instanceof Found beside) {
            return beside;
        }
        OptionalDouble uncertainty = MapLinks.uncertaintyM(link);
        return read instanceof Found found && uncertainty.isPresent()
                ? new Found(found.at(), found.form(), found.swapped(), uncertainty)
                : read;
    }

    /** @param form null = as the pair itself was written */
    private static PlaceReading judged(List<Pair> pairs, @Nullable Form form) {
        List<Pair> exact = pairs.stream().filter(pair -> !pair.coarse()).toList();
        if (exact.isEmpty()) {
            boolean coarse = pairs.stream().anyMatch(pair -> place(pair, form) instanceof Found);
            return new NotFound(coarse ? Why.TOO_COARSE : Why.NO_COORDINATES);
        }
        List<PlaceReading> found = exact.stream()
                .map(pair -> place(pair, form))
                .filter(Found.class::isInstance)
                .distinct()
                .toList();
        if (found.isEmpty()) {
            return place(exact.get(0), form);
        }
        boolean same =
                found.stream().map(each -> ((Found) each).at()).distinct().count() == 1;
        return same ? found.get(0) : new NotFound(Why.AMBIGUOUS);
    }

    private static PlaceReading place(Pair pair, @Nullable Form form) {
        Form written = form != null ? form : pair.sexagesimal() ? Form.DEGREES : Form.DECIMAL;
        OptionalDouble accuracy =
                pair.resolutionM() > COARSE_M ? OptionalDouble.of(pair.resolutionM()) : OptionalDouble.empty();
        if (vietnam(pair.first(), pair.second()) && pair.mayBe(true)) {
            return new Found(new LonLat(pair.second(), pair.first()), written, false, accuracy);
        }
        if (vietnam(pair.second(), pair.first()) && pair.mayBe(false)) {
            return new Found(new LonLat(pair.first(), pair.second()), written, !pair.told(), accuracy);
        }
        boolean latFirst = pair.mayBe(true);
        double lat = latFirst ? pair.first() : pair.second();
        double lon = latFirst ? pair.second() : pair.first();
        return Math.abs(lat) <= 90 && Math.abs(lon) <= 180
                ? new Outside(new LonLat(lon, lat))
                : new NotFound(Why.NO_COORDINATES);
    }

    private static boolean vietnam(double lat, double lon) {
        return lat >= 8 && lat <= 24 && lon >= 102 && lon <= 117;
    }
}
