package vn.reliefmap.plan;

import java.util.Arrays;
import java.util.List;

/**
 * The packs of one item that receivers lack, in one fixed order: each next pack goes where the score, weight × share
 * still lacking, is highest at that moment. Equals are decided by the order of the receivers.
 */
final class ScoredPacks {
    private final long[] packs;
    private final double[] weight;
    private final long[] neededMilli;
    private final long packMilli;
    private final double most;

    private ScoredPacks(long[] packs, double[] weight, long[] neededMilli, long packMilli) {
        this.packs = packs;
        this.weight = weight;
        this.neededMilli = neededMilli;
        this.packMilli = packMilli;
        this.most = Arrays.stream(weight).max().orElse(0) + 1;
    }

    /** Households or zones by the priority of the domain facts. */
    static ScoredPacks byPriority(List<AllocationNeed> needs, long packMilli) {
        return new ScoredPacks(
                needs.stream()
                        .mapToLong(need -> need.toCarryMilli() / packMilli)
                        .toArray(),
                needs.stream().mapToDouble(AllocationNeed::weight).toArray(),
                needs.stream().mapToLong(AllocationNeed::neededMilli).toArray(),
                packMilli);
    }

    /** Communes, always the least served first: the smallest share is as large as it can be. */
    static ScoredPacks leastServedFirst(long[] packs, long[] neededMilli, long packMilli) {
        double[] weight = new double[packs.length];
        Arrays.fill(weight, 1);
        return new ScoredPacks(packs, weight, neededMilli, packMilli);
    }

    /** Packs that the receivers from (included) to (excluded) lack. */
    long packs(int from, int to) {
        long sum = 0;
        for (int i = from; i < to; i++) {
            sum += packs[i];
        }
        return sum;
    }

    /** A level above every score. */
    double most() {
        return most;
    }

    /** How many of the receiver's packs score above the level. */
    long above(double level, int receiver) {
        if (level < 0) {
            return packs[receiver];
        }
        if (weight[receiver] == 0) {
            return 0;
        }
        // Before its pack number j the receiver lacks (packs − j) · pack of what it needs.
        double first = packs[receiver] - level * neededMilli[receiver] / weight[receiver] / packMilli;
        return Math.max(0, Math.min(packs[receiver], (long) Math.ceil(first)));
    }

    long above(double level, int from, int to) {
        long sum = 0;
        for (int i = from; i < to; i++) {
            sum += above(level, i);
        }
        return sum;
    }

    /** Gives the first packs of the order to the receivers from (included) to (excluded), and writes them down. */
    void give(int from, int to, long amount, long[] given) {
        double level = Threshold.smallest(0, most, amount, l -> above(l, from, to));
        double below = Threshold.below(level);
        long rest = amount - above(level, from, to);
        for (int i = from; i < to; i++) {
            long base = above(level, i);
            long more = Math.min(rest, above(below, i) - base);
            given[i] = base + more;
            rest -= more;
        }
    }
}
