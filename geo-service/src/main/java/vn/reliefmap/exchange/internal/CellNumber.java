package vn.reliefmap.exchange.internal;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** A number of a workbook as the text that somebody would have typed in a CSV file. */
final class CellNumber {
    /** Numbers of built-in formats that show dates or times. */
    private static final Set<Integer> BUILT_IN_DATES = Set.of(14, 15, 16, 17, 18, 19, 20, 21, 22, 45, 46, 47);

    /** Parts of a format that say nothing of dates: quoted text, escaped letters, colours and conditions, fill. */
    private static final Pattern NO_FORMAT = Pattern.compile("\"[^\"]*\"|\\\\.|\\[[^\\]hms][^\\]]*]|_.|\\*.");

    private static final Pattern DATE_LETTER = Pattern.compile("[yd]|h|m{1,5}|s", Pattern.CASE_INSENSITIVE);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT);
    private static final DateTimeFormatter DAY_AND_TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);
    private static final double LAST_DAY = 2_958_466;

    private CellNumber() {}

    /** True when the format shows dates or times. */
    static boolean isDate(int formatId, String format) {
        if (BUILT_IN_DATES.contains(formatId)) {
            return true;
        }
        String bare = NO_FORMAT.matcher(format.length() > 255 ? "" : format).replaceAll("");
        return !bare.toLowerCase(Locale.ROOT).contains("general")
                && DATE_LETTER.matcher(bare).find()
                && !bare.contains("#")
                && !bare.contains("0.");
    }

    /** A number without exponent and without separators of thousands, with at most 15 digits, as Excel keeps them. */
    static String plain(double value) {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            return "#NUM!";
        }
        BigDecimal number = new BigDecimal(value, MathContext.DECIMAL64)
                .round(new MathContext(15))
                .stripTrailingZeros();
        if (Math.abs(number.scale()) > 30) {
            return number.signum() == 0 || number.scale() > 0 ? "0" : "#NUM!";
        }
        String text = number.toPlainString();
        // "1.125" would read as 1125: three digits after a dot are thousands where people type.
        return number.scale() == 3 ? text + "0" : text;
    }

    /** A day, or a day and time, as {@code 2020-10-18} or {@code 2020-10-18 14:30:00}; local, as it was typed. */
    static String date(double value, boolean from1904) {
        if (Double.isNaN(value) || value < 0 || value >= LAST_DAY) {
            return "#NUM!";
        }
        // Excel's calendar holds a 29 February 1900, which never was: days after it count from 30 December 1899.
        LocalDateTime start =
                from1904 ? LocalDateTime.of(1904, 1, 1, 0, 0) : LocalDateTime.of(1899, 12, value < 60 ? 31 : 30, 0, 0);
        LocalDateTime time = start.plusSeconds(Math.round(value * 86_400));
        return time.format(time.equals(time.truncatedTo(ChronoUnit.DAYS)) ? DAY : DAY_AND_TIME);
    }
}
