package vn.reliefmap.routing;

import org.jspecify.annotations.Nullable;

/**
 * A place of a matrix as it meets the dry roads, or water for a boat.
 *
 * @param reason why no way at all begins or ends there: FAR_FROM_ROAD, FAR_FROM_WATER, or CUT_OFF when its own road is closed; else null
 * @param depthM water on its own closed road in metres; null when it is open, or the depth is unknown
 * @param unknownDepth true when its own road is closed by water of unknown depth
 * @param closesAtM depth at which its own closed road closes for the class; null when it is open
 * @param roadName its own closed road's name; null when it is open or has none
 */
public record MatrixPlace(
        SnappedPlace snapped,
        @Nullable NoWayReason reason,
        @Nullable Double depthM,
        boolean unknownDepth,
        @Nullable Double closesAtM,
        @Nullable String roadName) {}
