package vn.reliefmap.kernel;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads numbers as people write them in lists. */
public final class Numbers {
    private static final Pattern GROUPED = Pattern.compile("[1-9]\\d{0,2}([., ]\\d{3})+");
    private static final Pattern GROUPED_WITH_REST = Pattern.compile("[1-9]\\d{0,2}(\\.\\d{3})+,\\d{1,6}");
    private static final Pattern PLAIN = Pattern.compile("[+-]?\\d{1,12}(\\.\\d{1,15})?");

    private Numbers() {}

    /**
     * A whole number of 0 or more, with or without separators of thousands ("1.200"); empty for everything else.
     */
    public static Optional<Integer> count(String text) {
        String digits = GROUPED.matcher(text).matches() ? text.replaceAll("[., ]", "") : text;
        // Spreadsheets write whole numbers as 4.0 now and then.
        digits = digits.replaceFirst("^(\\d+)[.,]0+$", "$1");
        return digits.matches("\\d{1,9}") ? Optional.of(Integer.valueOf(digits)) : Optional.empty();
    }

    /**
     * A quantity with decimal point or decimal comma. Groups of three after a dot, comma or space are thousands, as
     * Vietnamese lists write them ("900.000" dong); "0.500" is a half. Empty for text, NaN and infinity.
     */
    public static Optional<BigDecimal> quantity(String text) {
        if (GROUPED.matcher(text).matches()) {
            return Optional.of(new BigDecimal(text.replaceAll("[., ]", "")));
        }
        if (GROUPED_WITH_REST.matcher(text).matches()) {
            return Optional.of(new BigDecimal(text.replace(".", "").replace(',', '.')));
        }
        String point = text.replace(',', '.');
        return PLAIN.matcher(point).matches() ? Optional.of(new BigDecimal(point)) : Optional.empty();
    }

    /** A number with decimal point or comma and no separators of thousands, as coordinates are; never NaN. */
    public static Optional<Double> decimal(String text) {
        String point = text.replace(',', '.').replace('\u2212', '-');
        return PLAIN.matcher(point).matches() ? Optional.of(Double.valueOf(point)) : Optional.empty();
    }
}
