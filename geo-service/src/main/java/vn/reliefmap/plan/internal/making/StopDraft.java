package vn.reliefmap.plan.internal.making;

import java.util.List;
import vn.reliefmap.geo.LonLat;

/**
 * A place where a vehicle hands over, and the homes it is for.
 *
 * @param name S1, S2 … as people call it, kept from plan to plan
 * @param members places of the demand that is planned
 * @param walkM to the farthest home
 * @param cannotWade homes that people on foot cannot reach from there
 * @param kind why it became a stop
 */
record StopDraft(String name, LonLat place, List<Integer> members, double walkM, int cannotWade, Kind kind) {
    /** Has no name yet. */
    static final String NEW = "";

    StopDraft(LonLat place, List<Integer> members, double walkM, int cannotWade, Kind kind) {
        this(NEW, place, members, walkM, cannotWade, kind);
    }

    StopDraft named(String other) {
        return new StopDraft(other, place, members, walkM, cannotWade, kind);
    }

    enum Kind {
        /** On a road that wheels of the plan reach, at the start at least. */
        ROAD,
        /** Behind water for all wheels. */
        CUT_OFF,
        /** No road near. */
        FAR_FROM_ROAD,
        /** A team under way goes there; nothing else is to be brought. */
        UNDER_WAY
    }
}
