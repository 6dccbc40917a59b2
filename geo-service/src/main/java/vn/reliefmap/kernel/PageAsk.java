package vn.reliefmap.kernel;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Which page of a list is asked for, the newest first. Pages go on behind the last row of the one before, so they stay
 * right while rows arrive.
 *
 * @param after null = from the newest on
 * @param limit rows, 1 to {@value #MOST}
 */
public record PageAsk(@Nullable Key after, int limit) {
    public static final int MOST = 1000;
    public static final int USUAL = 200;
    public static final PageAsk FIRST = new PageAsk(null, USUAL);

    /** Where a row stands in its list. */
    public record Key(Instant at, UUID id) {
        @Override
        public String toString() {
            return at + "_" + id;
        }
    }

    /**
     * @param after what stood in {@code next} of the page before; an {@code AFTER_FORM} problem (400) for anything else
     * @param limit null = {@value #USUAL}; a {@code LIMIT_RANGE} problem (400) outside 1 to {@value #MOST}
     */
    public static PageAsk read(@Nullable String after, @Nullable Integer limit) {
        int rows = limit == null ? USUAL : limit;
        if (rows < 1 || rows > MOST) {
            throw Problem.badField(
                            "LIMIT_RANGE",
                            "limit",
                            "1 to " + MOST,
                            "Số dòng phải từ 1 đến " + MOST + ".",
                            "The limit must lie between 1 and " + MOST + ".")
                    .asException();
        }
        return new PageAsk(after == null || after.isBlank() ? null : key(after.strip()), rows);
    }

    private static Key key(String text) {
        int cut = text.indexOf('_');
        try {
            return new Key(
                    Instant.parse(text.substring(0, Math.max(0, cut))), UUID.fromString(text.substring(cut + 1)));
        } catch (DateTimeException | IllegalArgumentException e) {
            throw Problem.badField(
                            "AFTER_FORM",
                            "after",
                            "what stood in next of the page before",
                            "Hãy gửi lại đúng giá trị next của trang trước.",
                            "Send what stood in next of the page before.")
                    .asException();
        }
    }

    /** @param rows those behind the key, at least one more than the limit if there are more */
    public <T> Page<T> page(List<T> rows, Function<T, Key> key) {
        boolean more = rows.size() > limit;
        List<T> shown = more ? rows.subList(0, limit) : rows;
        return new Page<>(shown, more ? key.apply(shown.get(limit - 1)).toString() : null);
    }

    /**
     * A page of a list.
     *
     * @param next to be sent as {@code after}; null on the last page
     */
    public record Page<T>(List<T> items, @Nullable String next) {
        public <R> Page<R> map(Function<T, R> each) {
            return new Page<>(items.stream().map(each).toList(), next);
        }
    }
}
