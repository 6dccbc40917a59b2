package vn.reliefmap.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who gets how much of every item that is needed or in stock; items by code. Nothing is lost: in each item,
 * {@code allocated + short = to carry} and {@code allocated + left = stock}. Amounts are in thousandths of the unit.
 */
public record Allocation(List<OfItem> items) {

    /**
     * One item's division.
     *
     * @param leftMilli stays in the depots
     * @param before how fairly people were served by what was delivered or is under way
     * @param after the same with the allocation
     * @param communes by code, households in no commune last
     * @param receivers by id, those who get nothing included
     */
    public record OfItem(
            String item,
            long stockMilli,
            long toCarryMilli,
            long allocatedMilli,
            long shortMilli,
            long leftMilli,
            Fairness before,
            Fairness after,
            List<OfCommune> communes,
            List<Receiver> receivers) {}

    /**
     * @param servedShare of all that was asked for, 0 to 1
     * @param gini of the receivers' served shares, each counted by its people: 0 when all are equal
     */
    public record Fairness(double servedShare, double gini) {}

    /**
     * @param floorMilli what the commune was sure of before the priority decided
     * @param threatMilli what went to threats to life, before every floor
     * @param behind true when its served share ends more than the rule's gap below the province's, which only threats to
     *     life elsewhere, what was served before, or the size of a pack bring about
     */
    public record OfCommune(
            @Nullable String commune,
            long neededMilli,
            long toCarryMilli,
            long allocatedMilli,
            long floorMilli,
            long threatMilli,
            double servedShareBefore,
            double servedShareAfter,
            boolean behind) {}

    /** @param shortMilli what the receiver still lacks then */
    public record Receiver(AllocationNeed need, long allocatedMilli, long shortMilli) {}
}
