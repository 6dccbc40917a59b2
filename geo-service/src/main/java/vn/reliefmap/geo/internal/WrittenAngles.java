package vn.reliefmap.geo.internal;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import vn.reliefmap.geo.internal.AngleText.Angle;

/**
 * Finds pairs of angles in a text. Point and comma are both decimal signs somewhere, so a text is read twice: with the point
 * alone, and with either; the one who asks keeps what lies in Vietnam.
 */
public final class WrittenAngles {
    private static final double DEGREE_M = 111_000;

    /** Stand for the words for latitude and longitude, in front of their angle. */
    static final char LATITUDE_SIGN = '\u2195';

    static final char LONGITUDE_SIGN = '\u2194';
    private static final Pattern LATITUDE_WORD =
            Pattern.compile("(?<!\\p{L})(?:vĩ độ|vi do|vĩ|latitude|lat)(?!\\p{L})[\\s:=]*");
    private static final Pattern LONGITUDE_WORD =
            Pattern.compile("(?<!\\p{L})(?:kinh độ|kinh do|kinh|longitude|long|lon|lng)(?!\\p{L})[\\s:=]*");
    /** Units stand behind a number. */
    private static final List<Word> UNITS = List.of(
            new Word("(?<=\\d\\s{0,2})(?:độ|do|deg|d)(?!\\p{L})", "°"),
            new Word("(?<=\\d\\s{0,2})(?:phút|phut|min|m)(?!\\p{L})", "'"),
            new Word("(?<=\\d\\s{0,2})(?:giây|giay|sec)(?!\\p{L})", "\""),
            new Word("''", "\""));
    /** Directions stand alone: "Việt Nam" and "Đông Hà" are none. */
    private static final List<Word> DIRECTIONS = List.of(
            side("bắc|bac|north|b|n", 'n'),
            side("nam|south|s", 's'),
            side("đông|dong|east|đ|e", 'e'),
            side("tây|tay|west|t|w", 'w'));
    /** A dash between two numbers parts them; one in front of a number is its sign. */
    private static final Word DASH_BETWEEN = new Word("(?<=\\d)(\\s?)-\\1(?=\\d)", ";");

    private WrittenAngles() {}

    private record Word(Pattern pattern, String sign) {
        Word(String words, String sign) {
            this(Pattern.compile(words), sign);
        }

        String in(String text) {
            return pattern.matcher(text).replaceAll(sign);
        }
    }

    private static Word side(String words, char letter) {
        return new Word(
                "(?<!\\p{L}\\s{0,2})(?:" + words + ")(?!\\s{0,2}\\p{L}\\p{L})(?!\\p{L})", String.valueOf(letter));
    }

    /**
     * Two angles as they stand in a text, one after the other.
     *
     * @param first in degrees; {@code second} likewise
     * @param firstAxis which of the two it is, as far as letters or words tell; {@code secondAxis} likewise
     * @param resolutionM what the last digit of the coarser one stands for, in metres
     */
    public record Pair(
            double first, double second, Axis firstAxis, Axis secondAxis, boolean sexagesimal, double resolutionM) {
        /** True when nothing speaks against the first being the latitude ({@code latitudeFirst}) or the longitude. */
        public boolean mayBe(boolean latitudeFirst) {
            return firstAxis != (latitudeFirst ? Axis.LONGITUDE : Axis.LATITUDE)
                    && secondAxis != (latitudeFirst ? Axis.LATITUDE : Axis.LONGITUDE);
        }

        /** True when the text says which is which. */
        public boolean told() {
            return firstAxis != Axis.UNKNOWN || secondAxis != Axis.UNKNOWN;
        }

        /** Whole degrees: no place, but a province. */
        public boolean coarse() {
            return resolutionM >= DEGREE_M / 2;
        }
    }

    /** What an angle measures. */
    public enum Axis {
        LATITUDE,
        LONGITUDE,
        UNKNOWN
    }

    /** Digits and signs of any script as ours, without marks of direction. */
    public static String plain(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            int digit = Character.digit(c, 10);
            if (digit >= 0 && !(c >= 'a' && c <= 'z')) {
                plain.append(digit);
            } else if (c >= 0xFF01 && c <= 0xFF5E) {
                plain.append((char) (c - 0xFF01 + '!'));
            } else if (Character.getType(c) != Character.FORMAT) {
                plain.append(sign(c));
            }
        });
        return plain.toString();
    }

    private static String sign(int c) {
        return switch (c) {
            case '\u00B0', '\u00BA', '\u02DA', '\u1D52' -> "°";
            case '\u2019', '\u2018', '\u2032', '\u02B9', '\u00B4', '`', '\u02BC' -> "'";
            case '\u201D', '\u201C', '\u2033', '\u02BA' -> "\"";
            case '\u2212', '\u2013', '\u2014', '\u2010', '\u2011' -> "-";
            case '\u060C', '\u3001', '\u066C' -> ",";
            case '\u066B' -> ".";
            default ->
                Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.isISOControl(c)
                        ? " "
                        : Character.toString(c);
        };
    }

    /** Every pair that can be read in a {@link #plain} text. */
    public static List<Pair> pairs(String plain) {
        String text = Normalizer.normalize(plain, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        text = LATITUDE_WORD.matcher(text).replaceAll(String.valueOf(LATITUDE_SIGN));
        text = LONGITUDE_WORD.matcher(text).replaceAll(String.valueOf(LONGITUDE_SIGN));
        for (Word word : UNITS) {
            text = word.in(text);
        }
        for (Word word : DIRECTIONS) {
            text = word.in(text);
        }
        text = DASH_BETWEEN.in(text);
        List<Pair> pairs = new ArrayList<>();
        for (boolean commaIsDecimal : new boolean[] {false, true}) {
            collect(new AngleText(text, commaIsDecimal), pairs);
        }
        return pairs;
    }

    private static void collect(AngleText text, List<Pair> pairs) {
        int at = 0;
        while (at < text.size()) {
            Angle first = text.angle(at);
            int next = first == null ? -1 : text.behindGap(first.end());
            Angle second = next < 0 ? null : text.angle(next);
            if (first == null || second == null || text.goesOn(second.end())) {
                at++;
                continue;
            }
            pairs.add(new Pair(
                    first.degrees(),
                    second.degrees(),
                    first.axis(),
                    second.axis(),
                    first.sexagesimal() || second.sexagesimal(),
                    Math.max(first.resolution(), second.resolution()) * DEGREE_M));
            at = first.end();
        }
    }
}
