package vn.reliefmap.report;

import java.util.Locale;

/** What a report says. */
public enum Kind {
    /** Something is lacking. */
    NEED,
    /** Life is in danger: goes to a crew at once and never becomes a line of need by itself. */
    SOS,
    /** The sender is safe and needs nothing. */
    SAFE;

    /** The kind as it stands in JSON and in the database. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
