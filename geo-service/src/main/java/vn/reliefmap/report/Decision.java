package vn.reliefmap.report;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What an officer decides on a report. */
public enum Decision {
    /** It holds: it belongs to a household, and what it asks for is needed. */
    CONFIRMED,
    /** It does not hold. */
    REJECTED,
    /** Another report says the same of the same home. */
    DUPLICATE,
    /** More must be known before anybody can decide. */
    NEED_MORE,
    /** Another unit decides. */
    HANDED_OVER,
    /** The newest confirmation, rejection or merging is taken back; what held before it holds again. */
    UNDONE;

    /** As it stands in JSON and in the database. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Decision> find(String word) {
        return Arrays.stream(values())
                .filter(decision -> decision.word().equals(word))
                .findFirst();
    }
}
