package vn.reliefmap.flood;

import java.time.Instant;
import java.util.List;
import vn.reliefmap.kernel.DisasterId;

/** The front door to what was said of the roads. Thread-safe. */
public interface RoadReports {
    /**
     * Keeps a report and announces it. The same report again changes nothing; another one under a known id ends in a
     * {@code REPORT_ID_TAKEN} problem (409).
     */
    void add(RoadReport report);

    /** All that was said up to the moment, the oldest first, superseded reports too. */
    List<RoadReport.Standing> standing(DisasterId disaster, Instant at);
}
