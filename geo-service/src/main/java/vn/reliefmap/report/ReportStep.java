package vn.reliefmap.report;

import java.time.Instant;

/**
 * One thing that became of a report, as its sender may know it.
 *
 * @param word of the program, for example {@code received} or {@code confirmed}; no personal data
 */
public record ReportStep(String word, Instant at) {}
