package vn.reliefmap.plan.internal.making;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.reliefmap.need.Urgency;
import vn.reliefmap.plan.Allocation;
import vn.reliefmap.plan.AllocationNeed;
import vn.reliefmap.plan.AllocationStock;
import vn.reliefmap.plan.FairAllocation;
import vn.reliefmap.plan.FairnessRule;
import vn.reliefmap.plan.Load;

/** Divides the stock between the households that a vehicle can reach; what cannot be reached takes nothing from anybody. */
final class Shares {
    private final PlanParts parts;
    private final Allocation allocation;
    private final long[][] milli;

    private Shares(PlanParts parts, Allocation allocation, long[][] milli) {
        this.parts = parts;
        this.allocation = allocation;
        this.milli = milli;
    }

    /**
     * @param reached by place of the demand
     * @param cutOff by place: behind water for wheels
     */
    static Shares of(PlanParts parts, boolean[] reached, boolean[] cutOff) {
        var demand = parts.demand();
        List<AllocationNeed> needs = new ArrayList<>();
        long[] wanted = new long[parts.items().size()];
        for (int place = 0; place < demand.size(); place++) {
            for (int line = 0; reached[place] && line < demand.lines(place); line++) {
                if (demand.carryMilli(place, line) > 0) {
                    wanted[demand.item(place, line)] += demand.carryMilli(place, line);
                    needs.add(new AllocationNeed(
                            Integer.toString(place),
                            demand.items().get(demand.item(place, line)),
                            demand.commune(place),
                            demand.neededMilli(place, line),
                            demand.carryMilli(place, line),
                            demand.people(place),
                            demand.vulnerablePeople(place) > 0,
                            Double.POSITIVE_INFINITY,
                            cutOff[place],
                            demand.urgency(place, line) == Urgency.CRITICAL));
                }
            }
        }
        Allocation allocation = new FairAllocation(FairnessRule.DEFAULT).allocate(needs, stock(parts, wanted));
        return new Shares(parts, allocation, amounts(parts, allocation));
    }

    /** Short stock is divided in whole units, which people can hand over; enough stock is given to the last gram. */
    private static List<AllocationStock> stock(PlanParts parts, long[] wanted) {
        Load all = parts.allStock();
        List<AllocationStock> lines = new ArrayList<>();
        for (int item = 0; item < wanted.length; item++) {
            long lying = all.thousandths(item);
            lines.add(
                    new AllocationStock(parts.items().get(item).code(), lying, lying >= wanted[item] ? 1 : Load.UNIT));
        }
        return lines;
    }

    private static long[][] amounts(PlanParts parts, Allocation allocation) {
        var demand = parts.demand();
        Map<String, Integer> codes = new HashMap<>();
        for (int item = 0; item < demand.items().size(); item++) {
            codes.put(demand.items().get(item), item);
        }
        long[][] milli = new long[demand.size()][];
        for (int place = 0; place < milli.length; place++) {
            milli[place] = new long[demand.lines(place)];
        }
        for (Allocation.OfItem divided : allocation.items()) {
            Integer item = codes.get(divided.item());
            for (Allocation.Receiver receiver : divided.receivers()) {
                int place = Integer.parseInt(receiver.need().id());
                for (int line = 0; line < milli[place].length; line++) {
                    if (item != null && demand.item(place, line) == item) {
                        milli[place][line] = receiver.allocatedMilli();
                    }
                }
            }
        }
        return milli;
    }

    Allocation allocation() {
        return allocation;
    }

    /** What these households get together. */
    Load given(List<Integer> members) {
        long[] sums = new long[parts.items().size()];
        for (int member : members) {
            for (int line = 0; line < milli[member].length; line++) {
                sums[parts.demand().item(member, line)] += milli[member][line];
            }
        }
        return Load.ofThousandths(sums);
    }

    /** What these households are to get in all, however short the stock. */
    static Load wanted(PlanParts parts, List<Integer> members) {
        long[] sums = new long[parts.items().size()];
        for (int member : members) {
            for (int line = 0; line < parts.demand().lines(member); line++) {
                sums[parts.demand().item(member, line)] += parts.demand().carryMilli(member, line);
            }
        }
        return Load.ofThousandths(sums);
    }
}
