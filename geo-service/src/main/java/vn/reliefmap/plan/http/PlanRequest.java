package vn.reliefmap.plan.http;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What to plan. Left out means: now, ten hours, everything there is, seed 1, half a minute.
 *
 * @param disaster id or name
 * @param startsAt ISO time
 * @param hours until all vehicles are home
 * @param iterations instead of a time: the same inputs, seed and iterations give the same plan
 * @param seconds to search, 1 to 600
 * @param withoutVehicles not to be sent
 * @param before id of the plan that this one takes the place of
 * @param night true when tours may run into the night
 * @param communes to bring to, by code; empty = everywhere
 * @param underWay how far its tours are; of those not named the clock tells
 */
record PlanRequest(
        @Nullable String disaster,
        @Nullable String startsAt,
        @Nullable Double hours,
        @Nullable List<UUID> depots,
        @Nullable List<UUID> vehicles,
        @Nullable List<String> items,
        @Nullable Long seed,
        @Nullable Long iterations,
        @Nullable Integer seconds,
        @Nullable List<UUID> withoutVehicles,
        @Nullable UUID before,
        @Nullable List<UnderWayRequest> underWay,
        @Nullable Boolean night,
        @Nullable List<String> communes) {
    /** See {@link vn.reliefmap.plan.PlanOrder.UnderWay}. */
    record UnderWayRequest(
            @Nullable Integer tour,
            @Nullable Integer trip,
            @Nullable Integer reached) {}
}
