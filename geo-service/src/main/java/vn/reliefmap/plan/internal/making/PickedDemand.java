package vn.reliefmap.plan.internal.making;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.reliefmap.cluster.Demand;
import vn.reliefmap.kernel.HouseholdId;
import vn.reliefmap.need.Urgency;

/** Some households of a demand, in the order given, with amounts of their own. */
final class PickedDemand implements Demand {
    private final Demand all;
    private final int[] places;
    private final long[][] carryMilli;

    /**
     * @param places of the whole demand
     * @param carryMilli by place here and line
     */
    PickedDemand(Demand all, int[] places, long[][] carryMilli) {
        this.all = all;
        this.places = places;
        this.carryMilli = carryMilli;
    }

    /** The same amounts as in the whole demand. */
    static PickedDemand of(Demand all, int[] places) {
        long[][] carry = new long[places.length][];
        for (int p = 0; p < places.length; p++) {
            carry[p] = new long[all.lines(places[p])];
            for (int line = 0; line < carry[p].length; line++) {
                carry[p][line] = all.carryMilli(places[p], line);
            }
        }
        return new PickedDemand(all, places, carry);
    }

    /** The place of the whole demand. */
    int origin(int place) {
        return places[place];
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
        return carryMilli[place][line];
    }

    @Override
    public Urgency urgency(int place, int line) {
        return all.urgency(places[place], line);
    }
}
