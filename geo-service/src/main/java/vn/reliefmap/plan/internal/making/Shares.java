package vn.reliefmap.plan.internal.making;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import vn.reliefmap.cluster.Demand;
import vn.reliefmap.plan.AllocatedDemand;
import vn.reliefmap.plan.Allocation;
import vn.reliefmap.plan.AllocationStock;
import vn.reliefmap.plan.FairAllocation;
import vn.reliefmap.plan.FairnessRule;
import vn.reliefmap.plan.Load;

/** Divides the stock between the households that a vehicle can reach; what cannot be reached takes nothing from anybody. */
final class Shares {
    private static final int NOT_REACHED = -1;

    private final Allocation allocation;
    private final AllocatedDemand given;
    /** By place of the whole demand: its place among those reached. */
    private final int[] reachedPlace;

    private Shares(Allocation allocation, AllocatedDemand given, int[] reachedPlace) {
        this.allocation = allocation;
        this.given = given;
        this.reachedPlace = reachedPlace;
    }

    /**
     * @param reached by place of the demand
     * @param cutOff by place: behind water for wheels
     */
    static Shares of(PlanParts parts, boolean[] reached, boolean[] cutOff) {
        int[] places = IntStream.range(0, reached.length)
                .filter(place -> reached[place])
                .toArray();
        Demand demand = PickedDemand.of(parts.demand(), places);
        // Nobody writes down yet when aid last came to a household.
        Allocation allocation = new FairAllocation(FairnessRule.DEFAULT)
                .allocate(
                        AllocatedDemand.needs(
                                demand, place -> cutOff[places[place]], place -> Double.POSITIVE_INFINITY),
                        stock(parts, carried(demand, IntStream.range(0, demand.size()))));
        int[] reachedPlace = new int[reached.length];
        Arrays.fill(reachedPlace, NOT_REACHED);
        for (int place = 0; place < places.length; place++) {
            reachedPlace[places[place]] = place;
        }
        return new Shares(allocation, new AllocatedDemand(demand, allocation), reachedPlace);
    }

    /** Short stock is divided in whole units, which people can hand over; enough stock is given to the last gram. */
    private static List<AllocationStock> stock(PlanParts parts, Load wanted) {
        Load all = parts.allStock();
        List<AllocationStock> lines = new ArrayList<>();
        for (int item = 0; item < wanted.goods(); item++) {
            long lying = all.thousandths(item);
            boolean enough = lying >= wanted.thousandths(item);
            lines.add(new AllocationStock(parts.items().get(item).code(), lying, enough ? 1 : Load.UNIT));
        }
        return lines;
    }

    Allocation allocation() {
        return allocation;
    }

    /** What these households get together. */
    Load given(List<Integer> members) {
        return carried(
                given, members.stream().mapToInt(member -> reachedPlace[member]).filter(place -> place != NOT_REACHED));
    }

    /** What these households are to get in all, however short the stock. */
    static Load wanted(PlanParts parts, List<Integer> members) {
        return carried(parts.demand(), members.stream().mapToInt(Integer::intValue));
    }

    static Load carried(Demand demand, IntStream places) {
        long[] sums = new long[demand.items().size()];
        places.forEach(place -> {
            for (int line = 0; line < demand.lines(place); line++) {
                sums[demand.item(place, line)] += demand.carryMilli(place, line);
            }
        });
        return Load.ofThousandths(sums);
    }
}
