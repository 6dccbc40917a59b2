package vn.reliefmap.geo.internal;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.reliefmap.geo.internal.WrittenAngles.Pair;

/** Finds the place in the address of a map on the web, or in a {@code geo:} address. */
public final class MapLinks {
    private static final String NUMBER = "([+-]?\\d{1,3}(?:\\.\\d{1,20})?)";
    /** From what was pointed at to what was merely in view; the first that holds a place decides. */
    private static final List<Pattern> POINTED = List.of(
            Pattern.compile("!3d" + NUMBER + "!4d" + NUMBER),
            Pattern.compile("[?&]mlat=" + NUMBER + "&mlon=" + NUMBER),
            Pattern.compile("[?&](?:q|query|ll|coordinate|destination|daddr|loc|cp|point|to|center|sll)=([^&#]*)"),
            Pattern.compile("[?&](?:lat|latitude)=" + NUMBER + "&(?:lon|lng|long|longitude)=" + NUMBER),
            Pattern.compile("^geo:([^?;]*)"),
            Pattern.compile("/(?:place|search|dir)/([^?@]*)"),
            Pattern.compile("/maps/" + NUMBER + "," + NUMBER));

    private static final Pattern LONGITUDE_FIRST =
            Pattern.compile("[?&](?:lon|lng|long|longitude)=" + NUMBER + "&(?:lat|latitude)=" + NUMBER);
    private static final List<Pattern> IN_VIEW = List.of(
            Pattern.compile("@" + NUMBER + "," + NUMBER),
            Pattern.compile("#map=[\\d.]+/" + NUMBER + "/" + NUMBER),
            Pattern.compile("[?&]map=" + NUMBER + "," + NUMBER));
    private static final Pattern UNCERTAINTY = Pattern.compile("(?i)^geo:.*;u=(\\d{1,5}(?:\\.\\d{1,6})?)");
    private static final Pattern SHORT = Pattern.compile(
            "(?i)(?:https?://)?(?:www\\.)?(?:maps\\.app\\.goo\\.gl|goo\\.gl|app\\.goo\\.gl|g\\.co|bit\\.ly|tinyurl\\.com|t\\.co"
                    + "|zalo\\.me|zaloapp\\.com|osm\\.org/go|m\\.me|fb\\.me)(?:[/?#].*)?");

    private MapLinks() {}

    /**
     * What a link leads to.
     *
     * @param view true for the middle of a map, where nobody pointed
     */
    public record Target(List<Pair> pairs, boolean view) {}

    /** Empty when no coordinates stand in the link. */
    public static Optional<Target> read(String link) {
        String plain = decoded(link).toLowerCase(Locale.ROOT);
        for (Pattern pattern : POINTED) {
            List<Pair> pairs = pairs(pattern, plain, false);
            // geo:0,0?q=… says that the place stands in q.
            if (pairs.stream().anyMatch(pair -> pair.first() != 0 || pair.second() != 0)) {
                return Optional.of(new Target(pairs, false));
            }
        }
        List<Pair> turned = pairs(LONGITUDE_FIRST, plain, true);
        if (!turned.isEmpty()) {
            return Optional.of(new Target(turned, false));
        }
        return IN_VIEW.stream()
                .map(pattern -> pairs(pattern, plain, false))
                .filter(pairs -> !pairs.isEmpty())
                .findFirst()
                .map(pairs -> new Target(pairs, true));
    }

    /** What {@code geo:16.75,107.18;u=35} says of its accuracy, in metres. */
    public static OptionalDouble uncertaintyM(String link) {
        Matcher told = UNCERTAINTY.matcher(link);
        return told.find() ? OptionalDouble.of(Double.parseDouble(told.group(1))) : OptionalDouble.empty();
    }

    /** True for links that only another computer can lengthen. */
    public static boolean isShort(String link) {
        return SHORT.matcher(link).matches();
    }

    private static List<Pair> pairs(Pattern pattern, String link, boolean turned) {
        List<Pair> pairs = new ArrayList<>();
        Matcher matcher = pattern.matcher(link);
        while (matcher.find()) {
            String text = matcher.groupCount() == 1
                    ? matcher.group(1).replace('+', ' ')
                    : turned
                            ? matcher.group(2) + " ; " + matcher.group(1)
                            : matcher.group(1) + " ; " + matcher.group(2);
            pairs.addAll(WrittenAngles.pairs(text));
        }
        return pairs;
    }

    private static String decoded(String link) {
        try {
            return WrittenAngles.plain(URLDecoder.decode(link.replace("+", "%2B"), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return link; // a percent sign that belongs to nothing
        }
    }
}
