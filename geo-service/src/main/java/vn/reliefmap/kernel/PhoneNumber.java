package vn.reliefmap.kernel;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A Vietnamese telephone number, one text for all the ways of writing it. Personal data: never in logs, addresses or the
 * ledger.
 *
 * @param national with the leading zero and without anything between the digits, for example {@code 0912345678}
 */
public record PhoneNumber(String national) {
    private static final Pattern MOBILE = Pattern.compile("0[35789]\\d{8}");
    private static final Pattern FIXED = Pattern.compile("02\\d{8,9}");
    /** What people put between digits. */
    private static final Pattern BETWEEN = Pattern.compile("[\\s.,;:()/_\\p{Pd}\\u00A0\\u2212]+");

    private static final int LONGEST = 60;

    public PhoneNumber {
        if (!MOBILE.matcher(national).matches() && !FIXED.matcher(national).matches()) {
            throw new IllegalArgumentException("no telephone number");
        }
    }

    /**
     * The number however it is written: with 0, 84, +84, 0084 or (0), with blanks, dots or dashes, in the digits of any
     * script, and as spreadsheets leave it, without the leading zero. Empty for anything else, foreign numbers too.
     */
    public static Optional<PhoneNumber> read(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        String digits = BETWEEN.matcher(latinDigits(text)).replaceAll("");
        return fits(digits.replaceFirst("^(?:\\+|00)?84\\(?0?\\)?", "0"))
                .or(() -> fits(digits))
                .or(() -> fits("0" + digits));
    }

    private static Optional<PhoneNumber> fits(String digits) {
        return MOBILE.matcher(digits).matches() || FIXED.matcher(digits).matches()
                ? Optional.of(new PhoneNumber(digits))
                : Optional.empty();
    }

    private static String latinDigits(String text) {
        StringBuilder digits = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            int digit = Character.digit(c, 10);
            if (digit >= 0) {
                digits.append(digit);
            } else {
                digits.appendCodePoint(c == '\uFF0B' ? '+' : c);
            }
        });
        return digits.toString();
    }

    /** As it is dialled from anywhere, for example {@code +84912345678}. */
    public String international() {
        return "+84" + national.substring(1);
    }

    /** Without the number. */
    @Override
    public String toString() {
        return "a telephone number";
    }
}
