package vn.reliefmap.supply;

import java.util.Locale;

/** Why a stock changes. */
public enum MoveKind {
    IN,
    OUT,
    /** Came back from a tour. */
    RETURNED,
    /** Somebody counted; the stock becomes what was found. */
    COUNTED;

    /** The word in SQL and JSON. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static MoveKind of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
