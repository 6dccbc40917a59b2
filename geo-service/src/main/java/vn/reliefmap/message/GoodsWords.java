package vn.reliefmap.message;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Reads what goods somebody speaks of, in the words of the short form: "200 kg gạo", "gao 200kg", "3 thùng nước". Any case
 * and order, with and without diacritics. Never throws. Thread-safe.
 */
public interface GoodsWords {
    /** The goods that the text names first. */
    Goods read(String text);

    /**
     * @param item code of the catalogue; null when none was heard
     * @param quantity in the item's unit, above 0, at most three decimals; null when no number was heard that counts the
     *     item
     * @param pack what was counted instead of the item's own unit; null when nothing was
     * @param uncounted a number with what it counts, as written, that is no quantity of the item ("5 bao"); null when all
     *     was understood
     */
    record Goods(
            @Nullable String item,
            @Nullable BigDecimal quantity,
            @Nullable Pack pack,
            @Nullable String uncounted) {}

    /**
     * What goods are sold in. How much one holds is usual and not certain, so it is to be shown to whoever wrote it.
     *
     * @param vi for example "thùng"; {@code en} the same in English
     * @param holds in the item's unit
     */
    record Pack(String vi, String en, BigDecimal holds) {}
}
