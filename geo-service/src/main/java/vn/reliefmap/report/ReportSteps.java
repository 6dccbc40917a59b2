package vn.reliefmap.report;

import java.util.List;

/**
 * Knows steps of reports; whoever acts on reports brings one, later rooms too. All of them together tell a sender what
 * became of the report.
 */
public interface ReportSteps {
    /** In any order; empty when there are none. */
    List<ReportStep> of(ReportId report);
}
