package vn.reliefmap.cluster;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.reliefmap.kernel.HouseholdId;
import vn.reliefmap.need.Urgency;
import vn.reliefmap.routing.PlaceColumns;

/**
 * What is to be brought to the households of one disaster, as columns: places by number, and the lines of each place by
 * number. The needs still to carry, or what an allocation gives of them. Amounts are in thousandths of the item's unit.
 * Immutable.
 */
public interface Demand extends PlaceColumns {
    /** Codes of items that lines point to. */
    List<String> items();

    HouseholdId household(int place);

    int vulnerablePeople(int place);

    /** Code of the commune; null in none. */
    @Nullable
    String commune(int place);

    /** How many items the household ever asked for. */
    int lines(int place);

    /** Index into {@link #items()}. */
    int item(int place, int line);

    Urgency urgency(int place, int line);

    /** All that was asked for, above 0. */
    long neededMilli(int place, int line);

    /** What is to be brought, 0 or more. */
    long carryMilli(int place, int line);

    /** True when something is to be brought there that nobody confirmed in time. */
    default boolean unconfirmed(int place) {
        return false;
    }

    /** True when the place stands for a hamlet or commune and leads to no house. */
    default boolean approximate(int place) {
        return false;
    }
}
