package vn.reliefmap.commitment;

import java.util.Locale;

/** Why a pledge or claim is over. */
public enum Ended {
    /** All of it was delivered. */
    DELIVERED,
    /** Its holder gave back what was not delivered. */
    WITHDRAWN,
    /** It was not used in time. */
    EXPIRED;

    /** The word in SQL and JSON. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Ended of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
