package vn.reliefmap.plan;

import java.util.List;

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

    /**
     * GPX 1.1, UTF-8: for each tour a waypoint for each call, with its number, commune, load and hour of arrival, and a track
     * for each way between two places.
     *
     * @param tours of the plan
     */
    byte[] gpx(ReliefPlan plan, List<PlannedTour> tours);

    /**
     * What a team takes along on paper, as a PDF that survives black and white, in Vietnamese, its letters embedded. Throws a
     * {@code FONT_MISSING} problem (503) when the system has no letters to embed.
     */
    default byte[] runSheet(ReliefPlan plan, PlannedTour tour, Paper paper) {
        return runSheet(plan, tour, paper, List.of());
    }

    /** The same with a page of homes for the team that has the tour; whoever asks has remembered the looks. */
    byte[] runSheet(ReliefPlan plan, PlannedTour tour, Paper paper, List<SheetHome> homes);
}
