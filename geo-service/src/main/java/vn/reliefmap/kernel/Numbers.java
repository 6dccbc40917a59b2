package vn.reliefmap.kernel;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads numbers as people write them in lists. */
public final class Numbers {
    private static final Pattern GROUPED = Pattern.compile("[1-9]\\d{0,2}([., ]\\d{3})+");
    private static final Pattern GROUPED_WITH_REST = Pattern.compile("[1-9]\\d{0,2}(\\.\\d{3})+,\\d{1,6}");
    private static final Pattern PLAIN = Pattern.compile("[+-]?\\d{1,12}(\\.\\d{1,15})?");

    private static final BigDecimal MOST_GOODS = new BigDecimal("1e9");

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

    /**
     * An amount of goods with three decimals; a {@code QUANTITY_FORM} problem (400) unless it lies above 0 (or is 0, where that
     * is allowed), is at most a thousand million and has at most three decimals.
     */
    public static BigDecimal requireQuantity(@Nullable BigDecimal quantity, boolean mayBeZero) {
        if (quantity == null
                || quantity.signum() < (mayBeZero ? 0 : 1)
                || quantity.compareTo(MOST_GOODS) > 0
                || quantity.stripTrailingZeros().scale() > 3) {
            String least = mayBeZero ? "0 or more" : "above 0";
            throw Problem.badField(
                            "QUANTITY_FORM",
                            "quantity",
                            "a number " + least + ", at most three decimals",
                            "Số lượng phải " + (mayBeZero ? "từ 0 trở lên" : "lớn hơn 0")
                                    + ", nhiều nhất ba chữ số lẻ.",
                            "The quantity must be " + least + ", with at most three decimals.")
                    .asException();
        }
        return quantity.setScale(3, RoundingMode.UNNECESSARY);
    }

    /** As JSON and people read it, without trailing zeros and without an exponent: 20, 20.5, 900000. */
    public static BigDecimal plain(BigDecimal quantity) {
        BigDecimal bare = quantity.stripTrailingZeros();
        return bare.scale() < 0 ? bare.setScale(0) : bare;
    }

    /** A number with decimal point or comma and no separators of thousands, as coordinates are; never NaN. */
    public static Optional<Double> decimal(String text) {
        String point = text.replace(',', '.').replace('\u2212', '-');
        return PLAIN.matcher(point).matches() ? Optional.of(Double.valueOf(point)) : Optional.empty();
    }
}
