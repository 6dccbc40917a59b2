package vn.reliefmap.geo.internal;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.reliefmap.geo.LonLat;
import vn.reliefmap.geo.PlaceReading;

/** Open location codes (plus codes), which phones show instead of coordinates; a full code names a cell of about 14 m. */
public final class PlusCode {
    private static final String DIGITS = "23456789CFGHJMPQRVWX";
    private static final Pattern CODE =
            Pattern.compile("(?<![A-Z0-9+])([" + DIGITS + "]{2,8})\\+([" + DIGITS + "]{2,7})(?![A-Z0-9+])");
    private static final int FULL = 8;
    private static final int PAIRS = 5;

    private PlusCode() {}

    /** Empty when the text holds none. */
    public static Optional<PlaceReading> read(String plain) {
        Matcher code = CODE.matcher(plain.toUpperCase(Locale.ROOT));
        if (!code.find()
                || code.group(1).length() % 2 != 0
                || code.group().chars().allMatch(c -> c == '+' || Character.isDigit(c))) {
            return Optional.empty();
        }
        if (code.group(1).length() < FULL) {
            return Optional.of(new PlaceReading.NotFound(PlaceReading.Why.SHORT_PLUS_CODE));
        }
        LonLat place = centre(code.group(1) + code.group(2));
        if (code.find()) {
            return Optional.of(new PlaceReading.NotFound(PlaceReading.Why.AMBIGUOUS));
        }
        return Optional.of(
                place.inVietnam()
                        ? new PlaceReading.Found(place, PlaceReading.Form.PLUS_CODE, false, OptionalDouble.empty())
                        : new PlaceReading.Outside(place));
    }

    /** Five pairs of digits, latitude first, each a twentieth of the one before; then one digit for each cell of 4 by 5. */
    private static LonLat centre(String digits) {
        double lat = -90;
        double lon = -180;
        double height = 400;
        double width = 400;
        for (int i = 0; i < 2 * PAIRS; i += 2) {
            height /= 20;
            width /= 20;
            lat += height * DIGITS.indexOf(digits.charAt(i));
            lon += width * DIGITS.indexOf(digits.charAt(i + 1));
        }
        for (int i = 2 * PAIRS; i < digits.length(); i++) {
            int digit = DIGITS.indexOf(digits.charAt(i));
            height /= 5;
            width /= 4;
            lat += height * Math.floorDiv(digit, 4);
            lon += width * Math.floorMod(digit, 4);
        }
        // The first digits reach beyond the poles; such a code names no place.
        return new LonLat(Math.min(180, lon + width / 2), Math.min(90, lat + height / 2));
    }
}
