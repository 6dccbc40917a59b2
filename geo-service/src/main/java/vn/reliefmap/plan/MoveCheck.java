package vn.reliefmap.plan;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.reliefmap.kernel.VehicleId;
import vn.reliefmap.passability.VehicleClass;

/**
 * What a move would do to a plan.
 *
 * @param breaks that the move makes; what was broken before is not told again. The worst first, empty = nothing
 * @param tours the one it leaves and the one it joins
 */
public record MoveCheck(List<MoveBreak> breaks, List<TourChange> tours, Sums before, Sums after) {
    /** True when no coordinator may decide over what it breaks. */
    public boolean refused() {
        return breaks.stream().anyMatch(one -> !one.kind().gentle());
    }

    /**
     * @param number of the tour; null while it has none
     * @param before null when the vehicle had no tour
     * @param after null when it has none any more
     */
    public record TourChange(
            VehicleId vehicle,
            String vehicleName,
            VehicleClass vehicleClass,
            @Nullable Integer number,
            @Nullable Figures before,
            @Nullable Figures after) {}

    /**
     * @param kg of the fullest trip
     * @param m3 of the fullest trip
     * @param people at the stops
     * @param darkS on the road after dusk
     */
    public record Figures(
            Instant startsAt,
            Instant endsAt,
            double distanceM,
            double drivenS,
            double deepestM,
            double kg,
            double m3,
            int calls,
            int people,
            long darkS) {}

    /**
     * The whole plan.
     *
     * @param people at stops that some tour serves
     * @param vehicleS seconds from leaving to being home, over all tours
     * @param darkTours that are on the road after dusk
     */
    public record Sums(int people, long vehicleS, int darkTours) {}
}
