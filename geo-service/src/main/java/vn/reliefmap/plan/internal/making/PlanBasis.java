package vn.reliefmap.plan.internal.making;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.reliefmap.flood.WaterStep;
import vn.reliefmap.geo.LonLat;
import vn.reliefmap.plan.internal.making.HandOvers.HandOver;

/**
 * What a plan was made from, kept beside it: to make it again with little change, and to tell what changed since. Names
 * households, so it never leaves the server.
 *
 * @param onlyDepots asked for by the order; empty = all
 * @param onlyVehicles likewise
 * @param onlyItems likewise
 * @param items codes; amounts of homes follow their order
 * @param vehicles that could be sent
 * @param steps of the water that were known
 * @param reports of roads that were known
 * @param stops that homes belong to, those of plans before too
 * @param landings L1, L2 …
 * @param homes everyone who lacks something
 * @param night whether teams may be under way in the dark
 * @param stockSince when the stock was read by the first of the plans that followed one another; null in plans from before that
 *     was kept
 * @param claimed tours that stand in the plan because a team had claimed them before it was made
 * @param stood numbers of tours that stood in the plan before and stayed as they were: their goods are not in {@code stock}
 * @param onlyCommunes codes that the order asked for; empty = all
 */
public record PlanBasis(
        Set<UUID> onlyDepots,
        Set<UUID> onlyVehicles,
        Set<String> onlyItems,
        List<String> items,
        List<StockThen> stock,
        List<VehicleThen> vehicles,
        List<WaterStep> steps,
        Set<UUID> reports,
        List<StopThen> stops,
        List<LonLat> landings,
        List<Home> homes,
        boolean night,
        @Nullable Instant stockSince,
        List<ClaimedThen> claimed,
        Set<Integer> stood,
        Set<String> onlyCommunes) {
    public PlanBasis {
        // Plans that were kept before communes could be chosen say nothing of them.
        onlyCommunes = Objects.requireNonNullElse(onlyCommunes, Set.of());
        stood = Objects.requireNonNullElse(stood, Set.of());
        // Plans that were kept before tours could be claimed say nothing of it.
        claimed = Objects.requireNonNullElse(claimed, List.of());
    }

    /** The same for a plan in which fewer tours stand as they are. */
    public PlanBasis with(List<StockThen> newStock, Set<Integer> newStood) {
        return new PlanBasis(
                onlyDepots,
                onlyVehicles,
                onlyItems,
                items,
                newStock,
                vehicles,
                steps,
                reports,
                stops,
                landings,
                homes,
                night,
                stockSince,
                claimed,
                newStood,
                onlyCommunes);
    }

    /**
     * @param plan on whose tour the claim is
     * @param handOvers what it brings to whom
     */
    public record ClaimedThen(int tour, UUID plan, UUID claim, List<HandOver> handOvers) {}

    /**
     * @param milli as it was counted, in thousandths of the item's unit
     * @param leftMilli less what trips had taken that were under way or done
     */
    public record StockThen(UUID depot, String item, long milli, long leftMilli) {}

    public record VehicleThen(UUID id, String name) {}

    /** A {@link StopDraft} and its name in the plan. */
    public record StopThen(String name, LonLat place, double walkM, int cannotWade, boolean byRoad) {}

    /**
     * One household; amounts in thousandths.
     *
     * @param stop names the stop in the plan; null when it became part of none
     * @param asked what it lacked
     * @param brought what of that trips brought that were under way or done
     * @param given its share of the stock for the rest; all of the rest where nothing reaches
     * @param critical whether some of it was critical
     */
    public record Home(
            UUID household,
            @Nullable String stop,
            List<Long> asked,
            List<Long> brought,
            List<Long> given,
            boolean critical) {}
}
