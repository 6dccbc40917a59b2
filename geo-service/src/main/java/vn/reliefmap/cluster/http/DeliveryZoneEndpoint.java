package vn.reliefmap.cluster.http;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.reliefmap.access.Callers;
import vn.reliefmap.admin.AdminUnits;
import vn.reliefmap.cluster.DeliveryZones;
import vn.reliefmap.disaster.Disaster;
import vn.reliefmap.disaster.Disasters;
import vn.reliefmap.flood.Waters;
import vn.reliefmap.kernel.Caller;
import vn.reliefmap.kernel.OpenTo;
import vn.reliefmap.passability.VehicleClass;

/** Delivery zones. What stands for few households is joined for those who may not see homes. */
@RestController
class DeliveryZoneEndpoint {
    private final DeliveryZones zones;
    private final Waters waters;
    private final AdminUnits units;
    private final Disasters disasters;

    DeliveryZoneEndpoint(DeliveryZones zones, Waters waters, AdminUnits units, Disasters disasters) {
        this.zones = zones;
        this.waters = waters;
        this.units = units;
        this.disasters = disasters;
    }

    @GetMapping("/api/v1/delivery-zones")
    @OpenTo(Caller.EVERYONE)
    DeliveryZoneAnswer zones(
            @RequestParam(required = false) @Nullable String disaster,
            @RequestParam(required = false) @Nullable String vehicle,
            @RequestParam(required = false) @Nullable String at) {
        Disaster named = disasters.named(disaster);
        VehicleClass vehicleClass = VehicleClass.parse(vehicle);
        Instant moment = waters.moment(named.id(), at);
        boolean all = Callers.rights().seesSmallSums(named.simulated());
        return DeliveryZoneAnswer.of(
                named.id(),
                moment,
                all ? zones.exact(named, vehicleClass, moment) : zones.forEveryone(named, vehicleClass, moment),
                units);
    }
}
