package vn.reliefmap.geo;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.reliefmap.kernel.ImportIssue;
import vn.reliefmap.kernel.Numbers;

/**
 * A place as somebody wrote it in a list (domain facts, section 7): two columns, or one text in any form of
 * {@link PlaceReader}.
 *
 * @param place the position, or null when it could not be read
 * @param issue why it could not be read (REFUSED), or what was done to it (REPAIRED, WARNED); null when all is well.
 *     Never holds the coordinates themselves: a home is not to stand in a file of remarks
 */
public record PlaceText(@Nullable LonLat place, @Nullable ImportIssue issue) {
    /** Reads the two cells of a row. */
    public static PlaceText ofColumns(long row, String lon, String lat) {
        if (lon.isEmpty() && lat.isEmpty()) {
            return missing(row);
        }
        Optional<Double> x = Numbers.decimal(lon);
        Optional<Double> y = Numbers.decimal(lat);
        return x.isPresent() && y.isPresent() ? checked(row, x.get(), y.get()) : unreadable(row);
    }

    /** Reads one cell that holds both, in any form that {@link PlaceReader} knows; latitude first where that is open. */
    public static PlaceText ofText(long row, String text) {
        if (text.isEmpty()) {
            return missing(row);
        }
        PlaceReading read = PlaceReader.read(text);
        if (read instanceof PlaceReading.Found found) {
            return new PlaceText(found.at(), found.swapped() ? swapped(row) : null);
        }
        if (read instanceof PlaceReading.Outside outside) {
            return checked(row, outside.at().lon(), outside.at().lat());
        }
        return read instanceof PlaceReading.NotFound none ? unreadable(row, none.why()) : unreadable(row);
    }

    private static PlaceText checked(long row, double lon, double lat) {
        boolean swapped = lon >= 8 && lon <= 24 && lat >= 102 && lat <= 117;
        if (swapped) {
            return new PlaceText(new LonLat(lat, lon), swapped(row));
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

    private static ImportIssue swapped(long row) {
        return ImportIssue.repaired(
                row,
                "COORDINATES_SWAPPED",
                "Kinh độ và vĩ độ bị đổi chỗ; đã đổi lại.",
                "Longitude and latitude were exchanged; put right.",
                "Kiểm tra lại hai cột toạ độ.",
                "Check the two columns.");
    }

    private static PlaceText missing(long row) {
        return refused(row, "PLACE_MISSING", "Thiếu toạ độ.", "The coordinates are missing.");
    }

    private static PlaceText unreadable(long row) {
        return refused(row, "PLACE_UNREADABLE", "Không đọc được toạ độ.", "The coordinates cannot be read.");
    }

    private static PlaceText unreadable(long row, PlaceReading.Why why) {
        return refused(row, "PLACE_UNREADABLE", why.vi(), why.en());
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
