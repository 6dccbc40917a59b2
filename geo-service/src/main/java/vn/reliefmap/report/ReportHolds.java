package vn.reliefmap.report;

import vn.reliefmap.kernel.DisasterId;
import vn.reliefmap.kernel.HouseholdId;

/**
 * A report that was confirmed before turned out to be false or was decided on too early, or its confirmation stands again after
 * all; published inside the transaction that says so.
 *
 * @param holds false when what it asked for is not needed on its word any more
 */
public record ReportHolds(ReportId report, DisasterId disaster, HouseholdId household, boolean holds) {}
