package vn.reliefmap.plan.internal.making;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import vn.reliefmap.cluster.Demand;
import vn.reliefmap.kernel.HouseholdId;
import vn.reliefmap.need.Urgency;

/** Some households of a demand, in the order given, and of their needs those of some items. */
final class PickedDemand implements Demand {
    private final Demand all;
    private final int[] places;
    private final IntPredicate counts;
    private final @Nullable Brought less;

    /**
     * @param places of the whole demand
     * @param counts by index of the item; of the others nothing is to be brought
     */
    PickedDemand(Demand all, int[] places, IntPredicate counts) {
        this(all, places, counts, null);
    }

    /** @param less is taken off; null = nothing */
    PickedDemand(Demand all, int[] places, IntPredicate counts, @Nullable Brought less) {
        this.all = all;
        this.places = places;
        this.counts = counts;
        this.less = less;
    }

    static PickedDemand of(Demand all, int[] places) {
        return new PickedDemand(all, places, item -> true);
    }

    /** @param some places of this demand */
    PickedDemand pick(int[] some) {
        return new PickedDemand(
                all, Arrays.stream(some).map(place -> places[place]).toArray(), counts, less);
    }

    @Override
    public List<String> items() {
        return all.items();
    }

    @Override
    public int size() {
        return places.length;
    }

    @Override
    public double lon(int place) {
        return all.lon(places[place]);
    }

    @Override
    public double lat(int place) {
        return all.lat(places[place]);
    }

    @Override
    public int people(int place) {
        return all.people(places[place]);
    }

    @Override
    public HouseholdId household(int place) {
        return all.household(places[place]);
    }

    @Override
    public int vulnerablePeople(int place) {
        return all.vulnerablePeople(places[place]);
    }

    @Override
    public @Nullable String commune(int place) {
        return all.commune(places[place]);
    }

    @Override
    public int lines(int place) {
        return all.lines(places[place]);
    }

    @Override
    public int item(int place, int line) {
        return all.item(places[place], line);
    }

    @Override
    public long neededMilli(int place, int line) {
        return all.neededMilli(places[place], line);
    }

    @Override
    public long carryMilli(int place, int line) {
        int item = item(place, line);
        if (!counts.test(item)) {
            return 0;
        }
        long milli = all.carryMilli(places[place], line);
        return less == null
                ? milli
                : Math.max(0, milli - less.to(household(place).value(), items().get(item)));
    }

    @Override
    public Urgency urgency(int place, int line) {
        return all.urgency(places[place], line);
    }

    @Override
    public boolean unconfirmed(int place) {
        return all.unconfirmed(places[place]);
    }

    @Override
    public boolean approximate(int place) {
        return all.approximate(places[place]);
    }
}
