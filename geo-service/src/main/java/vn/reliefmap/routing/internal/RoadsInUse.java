package vn.reliefmap.routing.internal;

/** The road graph that questions are answered on now. */
interface RoadsInUse {
    /** Throws a {@code ROADS_NOT_READY} problem (503) when there is none. */
    RoadGraph require();
}
