package vn.reliefmap.passability;

/** What kind of ground lies under the water. */
public enum Crossing {
    /** A road, path or bridge deck. */
    ROAD,
    /** A ford or low causeway (ngầm, tràn): it lies lower than the road on either side and closes first. */
    LOW
}
