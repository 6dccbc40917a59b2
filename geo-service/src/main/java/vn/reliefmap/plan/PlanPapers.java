package vn.reliefmap.plan;

/**
 * Plans as documents for programs, devices and people. None names a person. All but {@link #text} tell where stops are, so
 * they are for those who may see them. Thread-safe.
 */
public interface PlanPapers {
    /** The whole plan, UTF-8. Times are ISO in UTC, positions [lon, lat], quantities in the item's unit. */
    byte[] json(ReliefPlan plan);

    /** One line for each tour and one point for each call, as a FeatureCollection, EPSG:4326, UTF-8. */
    byte[] geoJson(ReliefPlan plan);

    /** Short enough to forward: what goes where and when, naming communes only, in Vietnamese. */
    String text(ReliefPlan plan, PlannedTour tour);
}
