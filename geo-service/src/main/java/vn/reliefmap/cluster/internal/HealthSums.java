package vn.reliefmap.cluster.internal;

import java.util.Arrays;
import java.util.BitSet;

/**
 * What is published of medicine: ready sums of groups of households (see {@link PublishedHealth}). A cell that holds such a group
 * only in part tells nothing of medicine. Without groups everything is told, as it is for those who see the needs of now.
 */
final class HealthSums {
    final SumColumns sums = new SumColumns();
    /** The group of each household; −1 in none. */
    private int[] groupOf;

    private int[] rowFrom = new int[16];
    private int groups;
    /** Set where a group begins before that position of the order and ends behind it. */
    private final BitSet inside = new BitSet();
    /** The group that ends with that position; −1 for none. */
    private int[] endsWith = new int[0];

    HealthSums(int households) {
        groupOf = new int[households];
        Arrays.fill(groupOf, -1);
    }

    /** A group whose rows come next; its number. */
    int group() {
        if (groups + 1 >= rowFrom.length) {
            rowFrom = Arrays.copyOf(rowFrom, rowFrom.length * 2);
        }
        rowFrom[groups] = sums.rows;
        return groups++;
    }

    void member(int household, int group) {
        groupOf[household] = group;
    }

    /** To be called once, when the order of the households is known. */
    void layOut(int[] order) {
        rowFrom = Arrays.copyOf(rowFrom, groups + 1);
        rowFrom[groups] = sums.rows;
        int[] first = new int[groups];
        int[] last = new int[groups];
        Arrays.fill(first, -1);
        for (int i = 0; i < order.length; i++) {
            int group = groupOf[order[i]];
            if (group >= 0) {
                first[group] = first[group] < 0 ? i : first[group];
                last[group] = i;
            }
        }
        endsWith = new int[order.length];
        Arrays.fill(endsWith, -1);
        for (int group = 0; group < groups; group++) {
            if (first[group] >= 0) {
                inside.set(first[group] + 1, last[group] + 1);
                endsWith[last[group]] = group;
            }
        }
    }

    /** Whether the stretch of the order holds each group whole or not at all. */
    boolean whole(int from, int to) {
        return !inside.get(from) && !inside.get(to);
    }

    /** Adds the group that ends with a position of the order. */
    void addTo(SumColumns.Adder adder, int position) {
        int group = endsWith[position];
        if (group >= 0) {
            for (int row = rowFrom[group]; row < rowFrom[group + 1]; row++) {
                adder.row(sums, row);
            }
        }
    }
}
