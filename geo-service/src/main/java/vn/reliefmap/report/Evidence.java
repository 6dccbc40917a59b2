package vn.reliefmap.report;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a decision rests on. */
public enum Evidence {
    VISITED,
    PHONED,
    /** The officer knows the household. */
    KNOWN,
    PHOTO,
    NEIGHBOUR,
    /** A relief team or the hamlet's digital team was there. */
    TEAM,
    /** The household stands on an official list. */
    LIST;

    /** The words of all, for messages. */
    public static final String WORDS =
            Arrays.stream(values()).map(Evidence::word).collect(Collectors.joining(" | "));

    /** As it stands in JSON and in the database. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Evidence> find(String word) {
        return Arrays.stream(values())
                .filter(evidence -> evidence.word().equals(word))
                .findFirst();
    }
}
