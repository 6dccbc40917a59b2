package vn.reliefmap.report;

import java.util.Locale;

/** How a report came in. */
public enum Channel {
    /** The form at {@code /report}, or a program of a resident. */
    WEB,
    /** A call centre wrote it down. */
    CALL,
    /** A text message. */
    SMS,
    /** A hamlet's digital team or a relief team. */
    TEAM,
    /** An officer. */
    OFFICER,
    /** A list that was imported. */
    LIST;

    /** The channel as it stands in JSON and in the database. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
