package vn.reliefmap.flood;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.reliefmap.flood.RoadReport.Standing;

/**
 * What counts for a piece of road once observed water and reports are put together. A pure function of both.
 *
 * <ul>
 *   <li>A report that closes only ever makes the road worse than the observed water does. It holds until a later "open"
 *       or "shallow", or until a later observation saw the road dry; a missing bridge waits for a report.
 *   <li>Among knee, waist and chest deep the newest counts; none of them lifts "closed" or "bridge gone".
 *   <li>"Open" and "shallow" decide while they are fresh and no later observation saw water. Then the observed water
 *       applies; where somebody had reported water since the road was last seen dry, it is unknown.
 * </ul>
 *
 * @param depthM metres, 0 = dry or unobserved, NaN = unknown, infinite = nobody gets through
 * @param observedAt when that was seen; null when nobody looked
 * @param unobserved true when neither an observation nor a report says anything that still holds
 * @param report the report that decides or holds beside deeper water, or the newest one when it has aged; null when
 *     reports have no say
 */
public record RoadWater(
        double depthM,
        @Nullable Instant observedAt,
        boolean unobserved,
        @Nullable Standing report) {

    /** Observed water where nobody reported anything. */
    public static RoadWater of(Water seen) {
        return seen(seen, null);
    }

    /**
     * The same with what was said of the road.
     *
     * @param seen of a dry road, the oldest observation that it rests on
     * @param oldestFirst reports of this road; permissions are passed over
     */
    public static RoadWater of(Water seen, List<Standing> oldestFirst, RoadReportSettings settings) {
        Said said = new Said();
        oldestFirst.forEach(said::hear);
        boolean dryAfterwards = seen.state() == Water.State.DRY && after(seen, said.lastWet);
        if (said.shut != null) {
            boolean dry = dryAfterwards && said.shut.report().state() != RoadState.BRIDGE_GONE;
            return dry ? of(seen) : said(Double.POSITIVE_INFINITY, said.shut);
        }
        if (said.deep != null) {
            return dryAfterwards ? of(seen) : atLeast(seen, said.deep, settings);
        }
        return said.opened == null ? of(seen) : opened(seen, said.opened, said.lastWet, settings);
    }

    private static RoadWater atLeast(Water seen, Standing deep, RoadReportSettings settings) {
        double depthM = settings.depthM(deep.report().state());
        if (seen.state() == Water.State.UNKNOWN || (seen.state() == Water.State.WET && seen.depthM() > depthM)) {
            return seen(seen, deep);
        }
        return said(depthM, deep);
    }

    private static RoadWater opened(
            Water seen, Standing opened, @Nullable Instant lastWet, RoadReportSettings settings) {
        boolean wet = seen.state() == Water.State.WET || seen.state() == Water.State.UNKNOWN;
        boolean seenLater = after(seen, opened.report().observedAt());
        if (opened.fresh() && !(wet && seenLater)) {
            return said(settings.depthM(opened.report().state()), opened);
        }
        if (wet || lastWet == null || (seen.state() == Water.State.DRY && after(seen, lastWet))) {
            return seenLater ? of(seen) : seen(seen, opened);
        }
        return new RoadWater(Double.NaN, opened.report().observedAt(), false, opened);
    }

    private static boolean after(Water seen, @Nullable Instant moment) {
        return moment != null && seen.observedAt() != null && seen.observedAt().isAfter(moment);
    }

    private static RoadWater said(double depthM, Standing by) {
        return new RoadWater(depthM, by.report().observedAt(), false, by);
    }

    private static RoadWater seen(Water seen, @Nullable Standing beside) {
        double depthM =
                switch (seen.state()) {
                    case UNOBSERVED, DRY -> 0;
                    case UNKNOWN -> Double.NaN;
                    case WET -> seen.depthM();
                };
        return new RoadWater(depthM, seen.observedAt(), seen.state() == Water.State.UNOBSERVED, beside);
    }

    /** False when the newest report has aged and nothing newer confirms the road. */
    public boolean confirmed() {
        return report == null || report.fresh();
    }

    /** What still stands after hearing report by report. */
    private static final class Said {
        private @Nullable Standing shut;
        private @Nullable Standing deep;
        private @Nullable Standing opened;
        /** When somebody last reported water or a closed road. */
        private @Nullable Instant lastWet;

        void hear(Standing standing) {
            RoadReport report = standing.report();
            switch (report.state()) {
                case TRUCK_ALLOWED -> {}
                case OPEN, SHALLOW -> {
                    shut = null;
                    deep = null;
                    opened = standing;
                    lastWet = report.state() == RoadState.SHALLOW ? report.observedAt() : lastWet;
                }
                case KNEE_DEEP, WAIST_DEEP, CHEST_DEEP -> {
                    deep = standing;
                    opened = null;
                    lastWet = report.observedAt();
                }
                case CLOSED, BRIDGE_GONE -> {
                    // A missing bridge stays missing when somebody calls the road closed as well.
                    boolean gone = shut != null && shut.report().state() == RoadState.BRIDGE_GONE;
                    shut = gone ? shut : standing;
                    opened = null;
                    lastWet = report.observedAt();
                }
            }
        }
    }
}
