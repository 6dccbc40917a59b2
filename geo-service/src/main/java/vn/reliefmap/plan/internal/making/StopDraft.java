package vn.reliefmap.plan.internal.making;

import java.util.List;
import vn.reliefmap.geo.LonLat;

/**
 * A place where a vehicle hands over, and the homes it is for.
 *
 * @param members places of the demand that is planned
 * @param walkM to the farthest home
 * @param cannotWade homes that people on foot cannot reach from there
 * @param kind why it became a stop
 */
record StopDraft(LonLat place, List<Integer> members, double walkM, int cannotWade, Kind kind) {
    enum Kind {
        /** On a road that wheels of the plan reach, at the start at least. */
        ROAD,
        /** Behind water for all wheels. */
        CUT_OFF,
        /** No road near. */
        FAR_FROM_ROAD
    }
}
