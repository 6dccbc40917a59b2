package vn.reliefmap.geo;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.reliefmap.kernel.ImportIssue;
import vn.reliefmap.kernel.Numbers;

/**
 * A place as somebody wrote it in a list (domain facts, section 7): two columns, or one text such as "16.75, 107.18",
 * "16,75; 107,18", "16°45'00\"N 107°10'48\"E" or a map link. One text has latitude first, as people say it.
 *
 * @param place the position, or null when it could not be read
 * @param issue why it could not be read (REFUSED), or what was done to it (REPAIRED, WARNED); null when all is well.
 *     Never holds the coordinates themselves: a home is not to stand in a file of remarks
 */
public record PlaceText(@Nullable LonLat place, @Nullable ImportIssue issue) {
    private static final String NUMBER = "([+-]?\\d{1,3}(?:\\.\\d+)?)";
    private static final Pattern POINT_PAIR = Pattern.compile("\\(?" + NUMBER + "\\s*[,; ]\\s*" + NUMBER + "\\)?");
    private static final Pattern COMMA_PAIR =
            Pattern.compile("\\(?([+-]?\\d{1,3},\\d+)\\s*[;, ]\\s*([+-]?\\d{1,3},\\d+)\\)?");
    private static final Pattern LINK_PAIR = Pattern.compile(
            "(?:@|[?&/](?:q|ll|query|destination|mlat|loc)[=:])" + NUMBER + "(?:,|%2C|&mlon=)" + NUMBER);
    private static final Pattern DEGREES = Pattern.compile(
            "(\\d{1,3})\\s*°\\s*(?:(\\d{1,2})\\s*['’′])?\\s*(?:(\\d{1,2}(?:[.,]\\d+)?)\\s*(?:\"|”|″|''))?\\s*([NSEWBĐ])?");

    /** Reads the two cells of a row. */
    public static PlaceText ofColumns(long row, String lon, String lat) {
        if (lon.isEmpty() && lat.isEmpty()) {
            return missing(row);
        }
        Optional<Double> x = Numbers.decimal(lon);
        Optional<Double> y = Numbers.decimal(lat);
        return x.isPresent() && y.isPresent() ? checked(row, x.get(), y.get()) : unreadable(row);
    }

    /** Reads one cell that holds both, latitude first. */
    public static PlaceText ofText(long row, String text) {
        if (text.isEmpty()) {
            return missing(row);
        }
        for (Pattern pattern : List.of(POINT_PAIR, COMMA_PAIR)) {
            Matcher pair = pattern.matcher(text);
            if (pair.matches()) {
                return pair(row, pair.group(1), pair.group(2));
            }
        }
        Matcher link = LINK_PAIR.matcher(text);
        return link.find() ? pair(row, link.group(1), link.group(2)) : degrees(row, text);
    }

    private static PlaceText pair(long row, String lat, String lon) {
        return ofColumns(row, lon, lat);
    }

    private static PlaceText degrees(long row, String text) {
        Matcher part = DEGREES.matcher(text);
        List<Double> values = new ArrayList<>();
        boolean lonFirst = false;
        while (part.find()) {
            double value = Double.parseDouble(part.group(1))
                    + (part.group(2) == null ? 0 : Double.parseDouble(part.group(2)) / 60)
                    + (part.group(3) == null
                            ? 0
                            : Double.parseDouble(part.group(3).replace(',', '.')) / 3600);
            String side = part.group(4) == null ? "" : part.group(4);
            lonFirst |= values.isEmpty() && (side.equals("E") || side.equals("Đ") || side.equals("W"));
            values.add(side.equals("S") || side.equals("W") ? -value : value);
        }
        if (values.size() != 2) {
            return unreadable(row);
        }
        return lonFirst ? checked(row, values.get(0), values.get(1)) : checked(row, values.get(1), values.get(0));
    }

    private static PlaceText checked(long row, double lon, double lat) {
        boolean swapped = lon >= 8 && lon <= 24 && lat >= 102 && lat <= 117;
        if (swapped) {
            return new PlaceText(
                    new LonLat(lat, lon),
                    ImportIssue.repaired(
                            row,
                            "COORDINATES_SWAPPED",
                            "Kinh độ và vĩ độ bị đổi chỗ; đã đổi lại.",
                            "Longitude and latitude were exchanged; put right.",
                            "Kiểm tra lại hai cột toạ độ.",
                            "Check the two columns."));
        }
        if (Math.abs(lat) > 90) {
            return refused(
                    row, "LATITUDE_RANGE", "Vĩ độ ngoài phạm vi −90 đến 90.", "The latitude is outside −90 to 90.");
        }
        if (Math.abs(lon) > 180) {
            return refused(
                    row,
                    "LONGITUDE_RANGE",
                    "Kinh độ ngoài phạm vi −180 đến 180.",
                    "The longitude is outside −180 to 180.");
        }
        LonLat place = new LonLat(lon, lat);
        return new PlaceText(
                place,
                place.inVietnam()
                        ? null
                        : ImportIssue.warned(
                                row,
                                "OUTSIDE_VIETNAM",
                                "Vị trí nằm ngoài Việt Nam.",
                                "The place lies outside Vietnam.",
                                "Vĩ độ 8–24, kinh độ 102–117; hãy kiểm tra lại.",
                                "Latitude 8–24, longitude 102–117; please check."));
    }

    private static PlaceText missing(long row) {
        return refused(row, "PLACE_MISSING", "Thiếu toạ độ.", "The coordinates are missing.");
    }

    private static PlaceText unreadable(long row) {
        return refused(row, "PLACE_UNREADABLE", "Không đọc được toạ độ.", "The coordinates cannot be read.");
    }

    private static PlaceText refused(long row, String code, String vi, String en) {
        return new PlaceText(
                null,
                ImportIssue.refused(
                        row,
                        code,
                        vi,
                        en,
                        "Ghi cột lon và lat bằng độ, ví dụ 107.18 và 16.75.",
                        "Give lon and lat in degrees, e.g. 107.18 and 16.75."));
    }
}
