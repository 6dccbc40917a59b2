package vn.reliefmap.report;

/**
 * Published as a Spring application event inside the transaction in which what is personal of a report is wiped: rooms that
 * hold anything of its sender wipe it there.
 */
public record ReportForgotten(ReportId report) {}
