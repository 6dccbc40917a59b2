package vn.reliefmap.routing;

import java.util.BitSet;

/** Which places are reached under one water. Not for keeping: it holds the whole search. */
public interface Reach {
    /** The places near a road that no way leads to; a copy. Those far from every road are not in it. */
    BitSet cutOff();

    /** The same places by the part of the network they belong to. */
    CutOffIslands islands();

    /** The ways to all others. */
    QuickestWays ways();

    /** Name of the water snapshot, as routes name it. */
    String snapshot();
}
