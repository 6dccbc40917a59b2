package vn.reliefmap.cluster;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.reliefmap.disaster.Disaster;
import vn.reliefmap.kernel.DisasterId;
import vn.reliefmap.kernel.HouseholdId;
import vn.reliefmap.passability.VehicleClass;

/**
 * Groups what is to be brought into delivery zones: one stop and one load each, along passable roads. Equal data give
 * equal zones. Thread-safe; kept until needs, water, roads, households or depots change.
 *
 * <p>All but {@link #demand} throw {@code VEHICLE_NOT_ROUTED_YET} (422) for boats and people on foot, and {@code
 * ROADS_NOT_READY} (503).
 */
public interface DeliveryZones {
    /**
     * What a zone is called: made from who is in it and not from its place in a list, so that it means the same zone after
     * others were taken on. Without the key of personal data nobody learns from it who that is, not even whoever knows
     * the ids of households.
     */
    String idOf(List<HouseholdId> members);

    /** The needs still to carry (domain facts, section 3: needed − outstanding claims − delivered). */
    Demand demand(DisasterId disaster);

    /** Zones of the needs still to carry for the smallest vehicle of the class; for those who may see everything. */
    ZoneReport exact(Disaster disaster, VehicleClass vehicle, Instant at);

    /** The same for everyone (domain facts, section 5): nothing that stands for fewer than five households by itself. */
    ZoneReport forEveryone(Disaster disaster, VehicleClass vehicle, Instant at);

    /**
     * Exact zones of a demand and a capacity of the caller's own, for planning; not kept.
     *
     * @param until ways and walks hold under the worst water from {@code at} until then; null = under that of the moment
     */
    ZoneReport of(
            Demand demand,
            Disaster disaster,
            VehicleClass vehicle,
            Instant at,
            @Nullable Instant until,
            ZoneCapacity capacity);
}
