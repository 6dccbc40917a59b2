package vn.reliefmap.geo.internal;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.reliefmap.geo.internal.WrittenAngles.Axis;

/** A text as numbers and signs, from which angles are read one at a time. Positions count these tokens. */
final class AngleText {
    private static final String BETWEEN = ",;/|()~+[]";
    private static final int MOST_DIGITS = 3;

    private final List<Token> tokens = new ArrayList<>();

    /**
     * A number or a sign.
     *
     * @param sign 0 for a number, a blank for any white space
     * @param decimals how many digits stand behind the point
     */
    private record Token(char sign, double value, int decimals) {
        boolean number() {
            return sign == 0;
        }

        boolean whole() {
            return decimals == 0;
        }
    }

    /**
     * One angle.
     *
     * @param resolution what its last digit stands for, in degrees
     * @param end position behind it
     */
    record Angle(double degrees, Axis axis, boolean sexagesimal, double resolution, int end) {}

    AngleText(String text, boolean commaIsDecimal) {
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c >= '0' && c <= '9') {
                at = number(text, at, commaIsDecimal);
            } else {
                boolean blank = Character.isWhitespace(c);
                if (!blank || tokens.isEmpty() || tokens.get(tokens.size() - 1).sign() != ' ') {
                    tokens.add(new Token(blank ? ' ' : c, 0, 0));
                }
                at++;
            }
        }
    }

    private int number(String text, int start, boolean commaIsDecimal) {
        int end = digitsFrom(text, start);
        int decimals = 0;
        boolean point = end < text.length() && (text.charAt(end) == '.' || (commaIsDecimal && text.charAt(end) == ','));
        if (point && digitsFrom(text, end + 1) > end + 1) {
            int last = digitsFrom(text, end + 1);
            decimals = last - end - 1;
            end = last;
        }
        if (digitsFrom(text, start) - start > MOST_DIGITS) {
            tokens.add(new Token('#', 0, 0)); // a telephone number or the like
        } else {
            double value = Double.parseDouble(text.substring(start, end).replace(',', '.'));
            tokens.add(new Token((char) 0, value, decimals));
        }
        return end;
    }

    private static int digitsFrom(String text, int start) {
        int end = start;
        while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            end++;
        }
        return end;
    }

    int size() {
        return tokens.size();
    }

    /** The angle that begins here; null when none does. */
    @Nullable
    Angle angle(int start) {
        Axis axis = Axis.UNKNOWN;
        int at = start;
        if (sign(at) == WrittenAngles.LATITUDE_SIGN || sign(at) == WrittenAngles.LONGITUDE_SIGN) {
            axis = sign(at) == WrittenAngles.LATITUDE_SIGN ? Axis.LATITUDE : Axis.LONGITUDE;
            at = behindBlank(at + 1);
        }
        char side = side(at);
        if (side != 0) {
            at = behindBlank(at + 1);
        }
        boolean negative = sign(at) == '-';
        if (negative || sign(at) == '+') {
            at++;
        }
        Token degrees = numberAt(at);
        if (degrees == null || (negative && side != 0)) {
            return null;
        }
        Parts parts = parts(degrees, at + 1, side != 0);
        int end = parts.end();
        if (side == 0 && side(behindBlank(end)) != 0) {
            side = side(behindBlank(end));
            end = behindBlank(end) + 1;
        }
        if (side != 0) {
            Axis told = side == 'n' || side == 's' ? Axis.LATITUDE : Axis.LONGITUDE;
            if (axis != Axis.UNKNOWN && axis != told) {
                return null;
            }
            axis = told;
        }
        boolean below = negative || side == 's' || side == 'w';
        return new Angle(below ? -parts.value() : parts.value(), axis, parts.sexagesimal(), parts.resolution(), end);
    }

    private record Parts(double value, boolean sexagesimal, double resolution, int end) {}

    /** Degrees, and minutes and seconds where their signs, or a letter at one end, tell that they are such. */
    private Parts parts(Token degrees, int behind, boolean letterBefore) {
        int at = behindBlank(behind);
        boolean signed = sign(at) == '°';
        int afterDegrees = signed ? at + 1 : behind;
        Parts plain = new Parts(degrees.value(), false, Math.pow(10, -degrees.decimals()), afterDegrees);
        int minutesAt = signed || sign(afterDegrees) == ':' ? behindBlank(at + 1) : behindBlank(afterDegrees);
        Token minutes = signed || minutesAt > afterDegrees ? numberAt(minutesAt) : null;
        if (minutes == null || !degrees.whole() || minutes.value() >= 60) {
            return plain;
        }
        int afterMinutes = behindBlank(minutesAt + 1);
        boolean minuteSign = sign(afterMinutes) == '\'';
        int secondsAt = minuteSign || sign(afterMinutes) == ':' ? behindBlank(afterMinutes + 1) : afterMinutes;
        Token seconds = secondsAt > minutesAt + 1 ? numberAt(secondsAt) : null;
        if (seconds != null && minutes.whole() && seconds.value() < 60) {
            int end = secondsAt + 1;
            boolean secondSign = sign(behindBlank(end)) == '"';
            if (secondSign || ends(end, letterBefore)) {
                double value = degrees.value() + minutes.value() / 60 + seconds.value() / 3600;
                return new Parts(
                        value, true, Math.pow(10, -seconds.decimals()) / 3600, secondSign ? behindBlank(end) + 1 : end);
            }
        }
        int end = minuteSign ? afterMinutes + 1 : minutesAt + 1;
        return minuteSign || ends(end, letterBefore)
                ? new Parts(degrees.value() + minutes.value() / 60, true, Math.pow(10, -minutes.decimals()) / 60, end)
                : plain;
    }

    /** True when a letter stands here, or when one stood before and no further number follows. */
    private boolean ends(int at, boolean letterBefore) {
        int next = behindBlank(at);
        return letterBefore ? numberAt(next) == null : side(next) != 0;
    }

    /** Position of what follows a gap between two angles, or −1 when there is none; a sign or a letter needs no gap. */
    int behindGap(int end) {
        int at = end;
        while (at < size() && (sign(at) == ' ' || BETWEEN.indexOf(sign(at)) >= 0)) {
            at++;
        }
        char last = sign(end - 1);
        boolean closed = "°'\"nsew".indexOf(last) >= 0 && last != 0;
        boolean opens =
                side(at) != 0 || sign(at) == WrittenAngles.LATITUDE_SIGN || sign(at) == WrittenAngles.LONGITUDE_SIGN;
        return at > end || closed || opens ? at : -1;
    }

    /** True when the number that ends here goes on in a way that is none of ours, as in 107.18.5. */
    boolean goesOn(int end) {
        char next = sign(end);
        return ((next == '.' || next == ',') && numberAt(end + 1) != null) || next == '#' || "°'\"".indexOf(next) >= 0;
    }

    private int behindBlank(int at) {
        return sign(at) == ' ' ? at + 1 : at;
    }

    /** The sign here; 1, which no text holds, for a number and beyond the end. */
    private char sign(int at) {
        return at >= 0 && at < size() && !tokens.get(at).number()
                ? tokens.get(at).sign()
                : 1;
    }

    private char side(int at) {
        char sign = sign(at);
        return sign == 'n' || sign == 's' || sign == 'e' || sign == 'w' ? sign : 0;
    }

    private @Nullable Token numberAt(int at) {
        return at < size() && tokens.get(at).number() ? tokens.get(at) : null;
    }
}
