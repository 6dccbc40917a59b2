package vn.reliefmap.routing;

import org.jspecify.annotations.Nullable;

/** The landing for each part that is cut off, and the one for all of them, see {@link CutOffIslands#landings}. */
public interface BoatLandings {
    /** From which a boat reaches the most people of all parts; null when no boat reaches any. */
    @Nullable
    BoatLanding best();

    /** From which a boat reaches the most people of the part; null when no boat reaches any of them. */
    @Nullable
    BoatLanding best(int island);
}
