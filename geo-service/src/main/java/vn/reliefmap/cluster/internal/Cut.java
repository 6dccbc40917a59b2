package vn.reliefmap.cluster.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The fixed cells of a disaster as a tree. Communes and households are laid along a Hilbert curve; a cell is one stretch
 * of it. A cell of several communes is cut between communes, a cell of one commune between households, each time where
 * the curve crosses the widest line of the tile grid that leaves at least {@code least} households on both sides. So
 * each cell has at least that many, every cell but the smallest is exactly the union of two smaller ones, and any two
 * cells are nested or disjoint. The tree depends on who has a need and where, never on amounts, items or urgency.
 */
final class Cut {
    /** First household of the cell, a position in {@link Cells#order}. */
    final int from;
    /** One after the last household. */
    final int to;
    /** First and one after the last commune group with households in the cell. */
    final int groupFrom;

    final int groupTo;
    final @Nullable Cut first;
    final @Nullable Cut second;

    private Cut(int from, int to, int groupFrom, int groupTo, @Nullable Cut first, @Nullable Cut second) {
        this.from = from;
        this.to = to;
        this.groupFrom = groupFrom;
        this.groupTo = groupTo;
        this.first = first;
        this.second = second;
    }

    /** All households of one commune group: the cell that a list by commune shows. */
    boolean isWholeGroup(Cells cells) {
        return groupTo - groupFrom == 1 && from == cells.groupStart[groupFrom] && to == cells.groupStart[groupTo];
    }

    /** The tree with what its positions mean. */
    static final class Cells {
        /** Commune groups along the curve. */
        final List<CommuneGroups.Group> groups;
        /** The position of each group's first household, and the number of households at the end. */
        final int[] groupStart;
        /** Household indexes along the curve, group by group. */
        final int[] order;
        /** The cell of all households. */
        final Cut root;

        private Cells(List<CommuneGroups.Group> groups, int[] groupStart, int[] order, Cut root) {
            this.groups = groups;
            this.groupStart = groupStart;
            this.order = order;
            this.root = root;
        }
    }

    /** Cuts at least one group; each has at least {@code least} households. */
    static Cells cells(NeedColumns columns, List<CommuneGroups.Group> unordered, int least) {
        List<CommuneGroups.Group> groups = new ArrayList<>(unordered);
        groups.sort(Comparator.comparingLong(g -> Hilbert.code(g.lon(), g.lat())));
        int[] groupStart = new int[groups.size() + 1];
        int[] groupLines = new int[groups.size()];
        for (int g = 0; g < groups.size(); g++) {
            groupStart[g + 1] = groupStart[g] + groups.get(g).households;
            groupLines[g] = g == 0 ? -1 : Hilbert.lineBetween(code(groups.get(g - 1)), code(groups.get(g)));
        }
        int[] order = new int[columns.households];
        byte[] lines = new byte[columns.households];
        for (int g = 0; g < groups.size(); g++) {
            layOut(columns, groups.get(g).members, groupStart[g], order, lines);
        }
        Cut root = new Cutter(groupStart, groupLines, lines, least).groups(0, groups.size());
        return new Cells(groups, groupStart, order, root);
    }

    private static long code(CommuneGroups.Group group) {
        return Hilbert.code(group.lon(), group.lat());
    }

    /** Sorts a group's households along the curve; households at one place keep the order of their ids. */
    private static void layOut(NeedColumns columns, int[] members, int start, int[] order, byte[] lines) {
        int indexBits = 63 - 2 * Hilbert.BITS;
        if (members.length > 1 << indexBits) {
            throw new IllegalStateException("more than 2^" + indexBits + " households in one commune");
        }
        long[] keys = new long[members.length];
        for (int i = 0; i < members.length; i++) {
            keys[i] = Hilbert.code(columns.lon[members[i]], columns.lat[members[i]]) << indexBits | i;
        }
        Arrays.sort(keys);
        for (int i = 0; i < keys.length; i++) {
            order[start + i] = members[(int) (keys[i] & (1L << indexBits) - 1)];
            lines[start + i] =
                    (byte) (i == 0 ? -1 : Hilbert.lineBetween(keys[i - 1] >> indexBits, keys[i] >> indexBits));
        }
    }

    /** Finds where to cut. The depth of the recursion is at most about four cuts per level of the grid. */
    private static final class Cutter {
        private final int[] groupStart;
        private final int[] groupLines;
        private final byte[] lines;
        private final int least;

        Cutter(int[] groupStart, int[] groupLines, byte[] lines, int least) {
            this.groupStart = groupStart;
            this.groupLines = groupLines;
            this.lines = lines;
            this.least = least;
        }

        Cut groups(int from, int to) {
            if (to - from == 1) {
                return households(groupStart[from], groupStart[to], from);
            }
            int best = from + 1;
            for (int i = from + 2; i < to; i++) {
                best = better(groupLines[i], i, groupLines[best], best, from + to) ? i : best;
            }
            return new Cut(groupStart[from], groupStart[to], from, to, groups(from, best), groups(best, to));
        }

        Cut households(int from, int to, int group) {
            int best = from + least;
            for (int i = best + 1; i <= to - least; i++) {
                best = better(lines[i], i, lines[best], best, from + to) ? i : best;
            }
            // Households at one and the same place stay together: a line between them would mean nothing.
            if (best > to - least || lines[best] < 0) {
                return new Cut(from, to, group, group + 1, null, null);
            }
            return new Cut(from, to, group, group + 1, households(from, best, group), households(best, to, group));
        }

        /** The wider line, or of two as wide the one nearer the middle. */
        private static boolean better(int line, int at, int bestLine, int bestAt, int twiceMiddle) {
            return line > bestLine
                    || (line == bestLine && Math.abs(2 * at - twiceMiddle) < Math.abs(2 * bestAt - twiceMiddle));
        }
    }
}
