package vn.reliefmap.need;

import java.util.Locale;

/** How pressing needs are, from the least to the most. */
public enum Urgency {
    NORMAL(0),
    HIGH(1),
    CRITICAL(2);

    private final int level;

    Urgency(int level) {
        this.level = level;
    }

    /** 0 for the least pressing, 2 for the most. */
    public int level() {
        return level;
    }

    /** The word in SQL and JSON. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Urgency of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    /** The urgency of a level of 0, 1 or 2. */
    public static Urgency ofLevel(int level) {
        return level == 0 ? NORMAL : level == 1 ? HIGH : CRITICAL;
    }
}
