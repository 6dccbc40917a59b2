package vn.reliefmap.plan.internal.making;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.reliefmap.flood.WaterStep;

/**
 * What a plan was made from, kept beside it: to make it again with little change, and to tell what changed since. Names
 * households, so it never leaves the server.
 *
 * @param onlyItems asked for by the order; empty = all
 * @param items codes; amounts of homes follow their order
 * @param vehicles that could be sent
 * @param steps of the water that were known
 * @param reports of roads that were known
 * @param homes everyone who was to get something
 */
public record PlanBasis(
        Set<String> onlyItems,
        List<String> items,
        List<StockThen> stock,
        List<VehicleThen> vehicles,
        List<WaterStep> steps,
        Set<UUID> reports,
        List<Home> homes) {

    /** @param milli thousandths of the item's unit */
    public record StockThen(UUID depot, String item, long milli) {}

    public record VehicleThen(UUID id, String name) {}

    /**
     * One household.
     *
     * @param stop names the stop in the plan; null when it became part of none
     * @param carry what it was to get, in thousandths
     * @param given its share of the stock, in thousandths; all of it where nothing reaches
     * @param critical whether some of it was critical
     */
    public record Home(UUID household, @Nullable String stop, List<Long> carry, List<Long> given, boolean critical) {}
}
