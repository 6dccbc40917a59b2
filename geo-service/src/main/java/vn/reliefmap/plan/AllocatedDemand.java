package vn.reliefmap.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import org.jspecify.annotations.Nullable;
import vn.reliefmap.cluster.Demand;
import vn.reliefmap.kernel.HouseholdId;
import vn.reliefmap.need.Urgency;

/**
 * What an allocation gives of a demand: the same households and lines with what is brought instead of what is lacking, so
 * that delivery zones are cut from it. Immutable.
 */
public final class AllocatedDemand implements Demand {
    private final Demand whole;
    private final List<Map<String, Long>> givenMilli;

    /** @param allocation of the needs that {@link #needs} made from the same demand */
    public AllocatedDemand(Demand whole, Allocation allocation) {
        this.whole = whole;
        this.givenMilli = new ArrayList<>();
        Map<String, Map<String, Long>> byItem = new HashMap<>();
        for (Allocation.OfItem item : allocation.items()) {
            Map<String, Long> given = new HashMap<>();
            item.receivers().forEach(receiver -> given.put(receiver.need().id(), receiver.allocatedMilli()));
            byItem.put(item.item(), given);
        }
        whole.items().forEach(item -> givenMilli.add(byItem.getOrDefault(item, Map.of())));
    }

    /**
     * A demand as needs to divide stock between; a critical need is a threat to life.
     *
     * @param cutOff whether no wheels reach the place
     * @param hoursSinceAid by place; positive infinity when nothing ever came
     */
    public static List<AllocationNeed> needs(Demand demand, IntPredicate cutOff, IntToDoubleFunction hoursSinceAid) {
        List<AllocationNeed> needs = new ArrayList<>();
        for (int place = 0; place < demand.size(); place++) {
            boolean behindWater = cutOff.test(place);
            for (int line = 0; line < demand.lines(place); line++) {
                needs.add(new AllocationNeed(
                        demand.household(place).toString(),
                        demand.items().get(demand.item(place, line)),
                        demand.commune(place),
                        demand.neededMilli(place, line),
                        demand.carryMilli(place, line),
                        demand.people(place),
                        demand.vulnerablePeople(place) > 0,
                        hoursSinceAid.applyAsDouble(place),
                        behindWater,
                        behindWater && demand.unconfirmed(place),
                        demand.urgency(place, line) == Urgency.CRITICAL));
            }
        }
        return needs;
    }

    @Override
    public long carryMilli(int place, int line) {
        return givenMilli.get(item(place, line)).getOrDefault(household(place).toString(), 0L);
    }

    @Override
    public List<String> items() {
        return whole.items();
    }

    @Override
    public int size() {
        return whole.size();
    }

    @Override
    public double lon(int place) {
        return whole.lon(place);
    }

    @Override
    public double lat(int place) {
        return whole.lat(place);
    }

    @Override
    public int people(int place) {
        return whole.people(place);
    }

    @Override
    public HouseholdId household(int place) {
        return whole.household(place);
    }

    @Override
    public int vulnerablePeople(int place) {
        return whole.vulnerablePeople(place);
    }

    @Override
    public @Nullable String commune(int place) {
        return whole.commune(place);
    }

    @Override
    public int lines(int place) {
        return whole.lines(place);
    }

    @Override
    public int item(int place, int line) {
        return whole.item(place, line);
    }

    @Override
    public Urgency urgency(int place, int line) {
        return whole.urgency(place, line);
    }

    @Override
    public long neededMilli(int place, int line) {
        return whole.neededMilli(place, line);
    }

    @Override
    public boolean unconfirmed(int place) {
        return whole.unconfirmed(place);
    }

    @Override
    public boolean approximate(int place) {
        return whole.approximate(place);
    }
}
