package vn.reliefmap.cluster;

import java.util.Locale;

/** How pressing needs are, from the least to the most. */
public enum Urgency {
    NORMAL,
    HIGH,
    CRITICAL;

    /** The word in SQL and JSON. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Urgency of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
