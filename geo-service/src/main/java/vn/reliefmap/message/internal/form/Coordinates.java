package vn.reliefmap.message.internal.form;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.reliefmap.geo.LonLat;
import vn.reliefmap.geo.PlaceText;

/** Coordinates or a map link somewhere in a message. */
final class Coordinates {
    private static final Pattern PLACE = Pattern.compile("https?://\\S+"
            + "|[0-9]{1,3}[.,][0-9]{2,9}\\s*[NnBb]?\\s*[,; ]\\s*[0-9]{1,3}[.,][0-9]{2,9}\\s*[EeĐđ]?"
            + "|[0-9]{1,3}\\s*°[^\\n]{1,25}?[NB]?[, ]*[0-9]{1,3}\\s*°[^A-Za-z\\n]{0,20}[EĐ]?");

    private Coordinates() {}

    /**
     * @param place where the sender says to be; null when nothing can be read
     * @param rest the message without it
     * @param unread a link that holds no coordinates
     */
    record Found(@Nullable LonLat place, String rest, List<String> unread) {}

    static Found find(String text) {
        Matcher found = PLACE.matcher(text);
        while (found.find()) {
            String written = found.group();
            String bare = written.startsWith("http")
                    ? written
                    : written.replaceAll("[NnBbEeĐđ]", "").strip();
            LonLat place = PlaceText.ofText(1, bare).place();
            if (place != null && (place.inVietnam() || written.startsWith("http"))) {
                return new Found(
                        place, text.substring(0, found.start()) + " , " + text.substring(found.end()), List.of());
            }
        }
        return new Found(null, text, List.of());
    }
}
