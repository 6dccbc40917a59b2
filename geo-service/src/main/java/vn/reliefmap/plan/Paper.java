package vn.reliefmap.plan;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.reliefmap.kernel.Problem;

/** The sheets that a run sheet is printed on, portrait. */
public enum Paper {
    A4(210, 297),
    A3(297, 420);

    private final int widthMm;
    private final int heightMm;

    Paper(int widthMm, int heightMm) {
        this.widthMm = widthMm;
        this.heightMm = heightMm;
    }

    /** Reads {@code a4} or {@code a3}, in any case; A4 when null or blank. Throws an {@code UNKNOWN_PAPER} problem (400). */
    public static Paper parse(@Nullable String word) {
        if (word == null || word.isBlank()) {
            return A4;
        }
        for (Paper paper : values()) {
            if (paper.word().equals(word.strip().toLowerCase(Locale.ROOT))) {
                return paper;
            }
        }
        throw Problem.badField(
                        "UNKNOWN_PAPER",
                        "paper",
                        "a4 or a3",
                        "Phiếu chuyến chỉ có khổ a4 và a3.",
                        "Run sheets come in a4 and a3 only.")
                .asException();
    }

    /** {@code a4}, {@code a3}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public int widthMm() {
        return widthMm;
    }

    public int heightMm() {
        return heightMm;
    }
}
