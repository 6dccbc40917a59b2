package vn.reliefmap.report;

/**
 * A report was taken; published inside the transaction that says so. Those who act on it listen, and one that fails rolls
 * the step back, to be tried again.
 */
public record ReportTaken(ReportId id, Kind kind) {}
