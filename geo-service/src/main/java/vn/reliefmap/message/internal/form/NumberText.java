package vn.reliefmap.message.internal.form;

import org.jspecify.annotations.Nullable;
import vn.reliefmap.kernel.Numbers;

/** Numbers of a message. */
final class NumberText {
    /** Longer ones are telephone and identity numbers. */
    private static final int MOST_DIGITS = 7;

    private NumberText() {}

    /** The number, 0 or more; null for what is too long to be one, or is none. */
    @Nullable
    static Double of(String text) {
        return text.length() > MOST_DIGITS + 3
                ? null
                : Numbers.quantity(text).map(Number::doubleValue).orElse(null);
    }

    /** True for what looks like a telephone or identity number, which nobody is to be told back. */
    static boolean identity(String text) {
        return text.replaceAll("[^0-9]", "").length() > MOST_DIGITS;
    }
}
