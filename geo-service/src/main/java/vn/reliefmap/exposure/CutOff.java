package vn.reliefmap.exposure;

import java.time.Instant;
import vn.reliefmap.disaster.Disaster;
import vn.reliefmap.passability.VehicleClass;

/**
 * Counts the households that no wheels reach: those without a passable way from any depot. A simulated disaster counts
 * simulated households and depots alone, a real one real ones alone. Agrees with {@link
 * vn.reliefmap.routing.RouteFinder} for the same water. Thread-safe; kept until water, roads, households or depots
 * change.
 *
 * <p>All throw {@code VEHICLE_NOT_ROUTED_YET} (422) for boats and people on foot, {@code ROADS_NOT_READY} (503); those with
 * landings {@code BOATS_NOT_READY} (503) too.
 */
public interface CutOff {
    /** Everything, for those who may see it. */
    CutOffReport exact(Disaster disaster, VehicleClass vehicle, Instant at);

    /** For everyone (domain facts, section 5): parts and communes with few households are told only together. */
    CutOffReport forEveryone(Disaster disaster, VehicleClass vehicle, Instant at);

    /** The same as {@link #exact}, with the landings for a class of boat; costs far more when asked first. */
    CutOffReport exactWithLandings(Disaster disaster, VehicleClass vehicle, VehicleClass boat, Instant at);

    /** The same as {@link #forEveryone}, with the landings for a class of boat. */
    CutOffReport forEveryoneWithLandings(Disaster disaster, VehicleClass vehicle, VehicleClass boat, Instant at);
}
