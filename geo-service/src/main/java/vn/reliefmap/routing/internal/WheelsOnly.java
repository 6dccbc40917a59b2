package vn.reliefmap.routing.internal;

import vn.reliefmap.kernel.Problem;
import vn.reliefmap.passability.VehicleClass;

/** Refuses the classes that have no road graph. */
final class WheelsOnly {
    private WheelsOnly() {}

    /** Throws {@code VEHICLE_NOT_ROUTED_YET} (422) for boats and people on foot. */
    static VehicleClass require(VehicleClass vehicle) {
        if (!vehicle.onWheels()) {
            throw new Problem(
                            "VEHICLE_NOT_ROUTED_YET",
                            422,
                            "Chưa tìm đường được cho loại phương tiện này; trên đường bộ có: xe máy, ô tô, xe bán tải, xe tải.",
                            "Routes for this vehicle class are not offered yet; on roads there are: motorbike car pickup truck.",
                            "vehicle",
                            "motorbike car pickup truck")
                    .asException();
        }
        return vehicle;
    }
}
