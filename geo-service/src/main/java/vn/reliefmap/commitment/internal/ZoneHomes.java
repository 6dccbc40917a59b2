package vn.reliefmap.commitment.internal;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.reliefmap.cluster.DeliveryZones;
import vn.reliefmap.cluster.Demand;
import vn.reliefmap.cluster.ZoneReport;
import vn.reliefmap.disaster.Disaster;
import vn.reliefmap.disaster.Disasters;
import vn.reliefmap.kernel.DisasterId;
import vn.reliefmap.kernel.HouseholdId;
import vn.reliefmap.kernel.Problem;
import vn.reliefmap.passability.VehicleClass;

/** Who is in a delivery zone. To be asked before a transaction begins, since zones may have to be cut first. */
@Component
class ZoneHomes {
    private final DeliveryZones zones;
    private final Disasters disasters;

    ZoneHomes(DeliveryZones zones, Disasters disasters) {
        this.zones = zones;
        this.disasters = disasters;
    }

    /** Empty when there is no such zone, or not any more. */
    Set<HouseholdId> of(DisasterId disaster, String zone, VehicleClass vehicle, Instant at) {
        ZoneReport report = zones.exact(disasters.get(disaster), vehicle, at);
        Demand demand = zones.demand(disaster);
        List<HouseholdId> homes = report.zones().stream()
                .filter(one -> one.id().equals(zone))
                .flatMap(one -> one.members().stream())
                .filter(member -> member < demand.size())
                .map(demand::household)
                .toList();
        // The needs may have been read again between the two questions, and the places have other numbers then.
        boolean same = !homes.isEmpty() && zone.startsWith(zones.idOf(homes));
        return same ? Set.copyOf(homes) : Set.of();
    }

    /** The same for zones that everybody is told of; one that stands for few households is as if it were not there. */
    Set<HouseholdId> shown(DisasterId disaster, String zone, VehicleClass vehicle, Instant at) {
        Disaster named = disasters.get(disaster);
        boolean shown = named.simulated()
                || zones.forEveryone(named, vehicle, at).zones().stream()
                        .anyMatch(one -> one.id().equals(zone));
        return shown ? of(disaster, zone, vehicle, at) : Set.of();
    }

    static RuntimeException changed() {
        return new Problem(
                        "ZONE_CHANGED",
                        409,
                        "Vùng giao hàng này không còn như trước; hãy xem lại các vùng.",
                        "This delivery zone is not as it was; look at the zones again.",
                        "zone",
                        null)
                .asException();
    }
}
