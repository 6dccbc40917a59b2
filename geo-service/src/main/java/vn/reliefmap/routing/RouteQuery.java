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
 * @param departAt departure, from which on the steps of the water count; null = now, or the first step if all are to come
 * @param transfer boat that takes over where a truck gets no further; null = one vehicle all the way
 * @param until the way must hold under the worst water from the departure until then, whatever the hour it is gone, later than the departure; null =
 *     step by step as it is gone
 */
public record RouteQuery(
        LonLat from,
        LonLat to,
        VehicleClass vehicle,
        @Nullable DisasterId disaster,
        @Nullable Instant departAt,
        @Nullable VehicleClass transfer,
        @Nullable Instant until) {

    /** Step by step. */
    public RouteQuery(
            LonLat from,
            LonLat to,
            VehicleClass vehicle,
            @Nullable DisasterId disaster,
            @Nullable Instant departAt,
            @Nullable VehicleClass transfer) {
        this(from, to, vehicle, disaster, departAt, transfer, null);
    }

    /** Step by step, for one vehicle all the way. */
    public RouteQuery(
            LonLat from, LonLat to, VehicleClass vehicle, @Nullable DisasterId disaster, @Nullable Instant departAt) {
        this(from, to, vehicle, disaster, departAt, null, null);
    }
}
