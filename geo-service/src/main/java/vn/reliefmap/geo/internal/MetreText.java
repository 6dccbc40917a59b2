package vn.reliefmap.geo.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.reliefmap.geo.LonLat;
import vn.reliefmap.geo.PlaceReading;
import vn.reliefmap.geo.PlaceReading.Form;
import vn.reliefmap.geo.PlaceReading.Why;

/**
 * Places in metres that name their system: VN-2000 with its central meridian, or UTM (domain facts, section 7). Which number is
 * the northing is seen from their sizes, since VN-2000 sheets call it X and others call it Y.
 */
public final class MetreText {
    /** TM-3 zones of VN-2000 by their central meridian, degrees and minutes. */
    private static final Map<String, Integer> ZONES = Map.ofEntries(
            Map.entry("10300", 9205),
            Map.entry("10400", 9206),
            Map.entry("10430", 9207),
            Map.entry("10445", 9208),
            Map.entry("10500", 5897),
            Map.entry("10530", 9209),
            Map.entry("10545", 9210),
            Map.entry("10600", 9211),
            Map.entry("10615", 9212),
            Map.entry("10630", 9213),
            Map.entry("10700", 9214),
            Map.entry("10715", 9215),
            Map.entry("10730", 9216),
            Map.entry("10745", 5899),
            Map.entry("10800", 5898),
            Map.entry("10815", 9217),
            Map.entry("10830", 9218));
    /** Of old Quảng Trị, where nothing else is said. */
    private static final int USUAL_ZONE = 9212;

    private static final Pattern NUMBER = Pattern.compile(
            "(?<![\\d.,])(?:\\d{6,7}(?:[.,]\\d{1,6})?|\\d{1,3}(?:\\.\\d{3}){1,2}(?:,\\d{1,6})?|\\d{1,3}(?:,\\d{3}){1,2}(?:\\.\\d{1,6})?"
                    + "|\\d{1,3}(?: \\d{3}){1,2}(?:[.,]\\d{1,6})?)(?![\\d])");
    private static final Pattern VN_2000 = Pattern.compile("vn\\s*-?\\s*2000");
    private static final Pattern UTM = Pattern.compile("utm(?:\\s*-?\\s*(4[89]))?");
    private static final Pattern EPSG = Pattern.compile("epsg\\s*:?\\s*(\\d{4,5})(?!\\d)");
    private static final Pattern MERIDIAN =
            Pattern.compile("(?<![\\d.,])(10[2-8])(?:(?:\\s*°\\s*|\\s*độ\\s*|[\\s.-])(00|15|30|45))?(?![\\d.,]?\\d)");

    private static final double LEAST_NORTHING = 880_000;
    private static final double MOST_NORTHING = 2_700_000;
    private static final double LEAST_EASTING = 150_000;
    private static final double MOST_EASTING = 850_000;

    private MetreText() {}

    /** Empty when no pair of metres stands in the text. */
    public static Optional<PlaceReading> read(String plain) {
        String text = plain.toLowerCase(Locale.ROOT);
        String labels = VN_2000.matcher(text).replaceAll("vn ");
        List<Double> northings = new ArrayList<>();
        List<Double> eastings = new ArrayList<>();
        Matcher numbers = NUMBER.matcher(labels);
        while (numbers.find()) {
            double metres = metres(numbers.group());
            if (metres >= LEAST_NORTHING && metres <= MOST_NORTHING) {
                northings.add(metres);
            } else if (metres >= LEAST_EASTING && metres <= MOST_EASTING) {
                eastings.add(metres);
            }
        }
        if (northings.isEmpty() || eastings.isEmpty()) {
            return Optional.empty();
        }
        if (northings.size() > 1 || eastings.size() > 1) {
            return Optional.of(new PlaceReading.NotFound(Why.AMBIGUOUS));
        }
        Zone zone = zone(text, NUMBER.matcher(labels).replaceAll(" "));
        return Optional.of(
                zone == null
                        ? new PlaceReading.NotFound(Why.METRES_WITHOUT_SYSTEM)
                        : place(eastings.get(0), northings.get(0), zone));
    }

    private record Zone(int epsg, boolean assumed) {}

    private static @Nullable Zone zone(String text, String labels) {
        Matcher epsg = EPSG.matcher(text);
        if (epsg.find()) {
            int code = Integer.parseInt(epsg.group(1));
            boolean ours = ZONES.containsValue(code)
                    || List.of(3405, 3406, 32648, 32649).contains(code);
            return ours ? new Zone(code, false) : null;
        }
        boolean vn2000 = VN_2000.matcher(text).find();
        Matcher utm = UTM.matcher(text);
        if (utm.find()) {
            boolean east = "49".equals(utm.group(1));
            return new Zone(vn2000 ? (east ? 3406 : 3405) : east ? 32649 : 32648, false);
        }
        if (!vn2000) {
            return null;
        }
        Matcher meridian = MERIDIAN.matcher(labels);
        if (!meridian.find()) {
            return new Zone(USUAL_ZONE, true);
        }
        String minutes = meridian.group(2) == null ? "00" : meridian.group(2);
        Integer epsgOfZone = ZONES.get(meridian.group(1) + minutes);
        return epsgOfZone == null ? null : new Zone(epsgOfZone, false);
    }

    private static PlaceReading place(double easting, double northing, Zone zone) {
        double[] position = {easting, northing};
        try {
            EpsgDatabase.toLonLat(position, zone.epsg());
        } catch (IllegalArgumentException e) {
            return new PlaceReading.NotFound(Why.METRES_OUTSIDE);
        }
        LonLat place = new LonLat(position[0], position[1]);
        Form form = zone.assumed() ? Form.METRES_ASSUMED : Form.METRES;
        return place.inVietnam()
                ? new PlaceReading.Found(place, form, false, OptionalDouble.empty())
                : new PlaceReading.NotFound(Why.METRES_OUTSIDE);
    }

    /** Dots and commas group thousands when three digits follow each of them, and the number would be too small otherwise. */
    private static double metres(String number) {
        String bare = number.replace(" ", "");
        if (bare.matches("\\d{1,3}(?:[.,]\\d{3})+(?:[.,]\\d+)?")) {
            int last = Math.max(bare.lastIndexOf('.'), bare.lastIndexOf(','));
            boolean rest = bare.indexOf(bare.charAt(last)) == last
                    && bare.replaceAll("\\d", "").chars().distinct().count() > 1;
            String whole = rest ? bare.substring(0, last) : bare;
            return Double.parseDouble(whole.replaceAll("[.,]", "") + (rest ? "." + bare.substring(last + 1) : ""));
        }
        return Double.parseDouble(bare.replace(',', '.'));
    }
}
