package vn.reliefmap.report;

import java.util.Locale;

/** Where a report stands after its newest decision. */
public enum ReportState {
    /** Nobody decided yet, or the decision was taken back, or it was handed over. */
    OPEN,
    /** Waits for more to become known; still to be decided. */
    NEED_MORE,
    CONFIRMED,
    REJECTED,
    /** Merged into another report. */
    DUPLICATE;

    /** As it stands in JSON and in the database. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static ReportState of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    /** True while somebody has to decide. */
    public boolean waiting() {
        return this == OPEN || this == NEED_MORE;
    }
}
