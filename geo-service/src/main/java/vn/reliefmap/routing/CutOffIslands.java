package vn.reliefmap.routing;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Polygon;
import vn.reliefmap.passability.VehicleClass;

/**
 * The parts of the network that are cut off and hold places. A part is what hangs together by passable roads; drowned
 * junctions that hang together by closed roads are one part as well, and a closed road belongs to the part at its end.
 */
public interface CutOffIslands {
    int count();

    /** The part that a place belongs to; −1 when it is reached, or far from every road. */
    int of(int place);

    /** Around the part's roads, not its places: their hull with a margin of about 30 m, EPSG:4326. */
    Polygon outline(int island);

    /** Closed stretches at the part's edge, the shallowest first, those of unknown depth last. */
    List<ClosedStretch> cutBy(int island, int limit);

    /** The stretch beside the part that reconnects the most people when it alone is reopened; null when none does. */
    @Nullable
    Reopening best(int island);

    /** The stretch that reconnects the most people of all; null when none does. */
    @Nullable
    Reopening best();

    /**
     * Where a boat takes over for the most people. A place is reached by boat exactly when {@link RouteFinder} finds it a
     * way there from a landing. Costs far more than the rest: it looks at all the water.
     *
     * @param boat a class that floats; throws {@code BOATS_NOT_READY} (503) while there is no network for boats
     */
    BoatLandings landings(VehicleClass boat);
}
