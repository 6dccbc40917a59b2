package vn.reliefmap.routing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.reliefmap.geo.LonLat;
import vn.reliefmap.kernel.DisasterId;
import vn.reliefmap.passability.VehicleClass;

/**
 * A question for a way.
 *
 * @param disaster whose water counts; null = the dry network
 * @param departAt departure, from which on the steps of the water count; null = now, or the first step if all are to come.
 *     Boats, and transfers to them, are judged by the water of the departure alone
 * @param transfer boat that takes over where a truck gets no further; null = one vehicle all the way
 */
public record RouteQuery(
        LonLat from,
        LonLat to,
        VehicleClass vehicle,
        @Nullable DisasterId disaster,
        @Nullable Instant departAt,
        @Nullable VehicleClass transfer) {

    /** For one vehicle all the way. */
    public RouteQuery(
            LonLat from, LonLat to, VehicleClass vehicle, @Nullable DisasterId disaster, @Nullable Instant departAt) {
        this(from, to, vehicle, disaster, departAt, null);
    }
}
