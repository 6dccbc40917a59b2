package vn.reliefmap.routing.internal;

import java.util.Arrays;
import java.util.BitSet;

/**
 * The cells that a kind of boat may use under one water, a bit for each, and which of them water joins. Immutable once
 * made; thread-safe.
 */
final class BoatCells {
    /** For every state of a cell and the eight around it, row by row from the south-west: the ways that are open. */
    private static final int[] OPEN = new int[1 << 9];

    /** For every way that led to a cell and all that are open there: those that may be the shortest way on. */
    private static final int[] ON = new int[BoatGrid.WAYS << BoatGrid.WAYS];

    static {
        for (int around = 0; around < OPEN.length; around++) {
            for (int way = 0; way < BoatGrid.WAYS; way++) {
                int dx = BoatGrid.DX[way];
                int dy = BoatGrid.DY[way];
                boolean beside = dx == 0 || dy == 0 || passes(around, dx, 0) || passes(around, 0, dy);
                OPEN[around] |= passes(around, dx, dy) && beside ? 1 << way : 0;
            }
        }
        for (int i = 0; i < ON.length; i++) {
            ON[i] = on(i >> BoatGrid.WAYS, i & ((1 << BoatGrid.WAYS) - 1));
        }
    }

    /**
     * Straight on, and half a turn to both sides; everything else is nearer without this cell. After a slanting step a sharper
     * turn is one around a corner: it may be the shortest where the cell on that side, just passed, is dry.
     */
    private static int on(int way, int open) {
        int wanted = bit(way - 1) | bit(way) | bit(way + 1);
        if (way % 2 == 1) {
            wanted |= (open & bit(way + 3)) == 0 ? bit(way + 2) : 0;
            wanted |= (open & bit(way - 3)) == 0 ? bit(way - 2) : 0;
        }
        return open & wanted;
    }

    private static int bit(int way) {
        return 1 << (way & (BoatGrid.WAYS - 1));
    }

    private final int columns;
    private final int rows;
    /** For each row, which begins and ends with a dry column; so do all rows with a dry one. */
    private final int words;

    private final long[] bits;
    private final BoatParts parts;

    BoatCells(BoatRule rule) {
        BoatGrid grid = rule.water().grid();
        columns = grid.columns();
        rows = grid.rows();
        words = (columns + 2 + 63) >> 6;
        bits = new long[Math.multiplyExact(rows + 2, words)];
        if (rule.water().steps().isEmpty()) {
            fill(rule, grid);
        } else {
            Arrays.fill(bits, -1L);
            rule.water().steps().forEach(step -> keep(rule.in(step).cells()));
        }
        parts = new BoatParts(this);
    }

    private static boolean passes(int around, int dx, int dy) {
        return (around >> (3 * (dy + 1) + dx + 1) & 1) != 0;
    }

    private void fill(BoatRule rule, BoatGrid grid) {
        BoatWater water = rule.water();
        BitSet permanent = grid.permanentBits();
        if (rule.floatsIn(water.permanentMm(), Float.NaN)) {
            permanent.stream().forEach(cell -> set(cell % columns, cell / columns, true));
        }
        water.eachPatch((column, row, endColumn, endRow, mm, currentMs) -> {
            boolean ashore = rule.floatsIn(mm, currentMs);
            boolean inRivers = rule.floatsIn(water.onRiver(mm), currentMs);
            for (int r = row; r < endRow; r++) {
                for (int c = column; c < endColumn; c++) {
                    set(c, r, permanent.get(grid.cell(c, r)) ? inRivers : ashore);
                }
            }
        });
        grid.barredBits().stream().forEach(cell -> set(cell % columns, cell / columns, false));
    }

    private void keep(BoatCells step) {
        for (int word = 0; word < bits.length; word++) {
            bits[word] &= step.bits[word];
        }
    }

    private void set(int column, int row, boolean passes) {
        int word = (row + 1) * words + ((column + 1) >> 6);
        long bit = 1L << (column + 1);
        bits[word] = passes ? bits[word] | bit : bits[word] & ~bit;
    }

    int columns() {
        return columns;
    }

    int rows() {
        return rows;
    }

    boolean passes(int cell) {
        return passes(cell % columns, cell / columns);
    }

    boolean passes(int column, int row) {
        return (bits[(row + 1) * words + ((column + 1) >> 6)] >>> (column + 1) & 1) != 0;
    }

    /** The ways that lead from a cell, a bit for each. */
    int ways(int column, int row) {
        return OPEN[three(column, row - 1) | three(column, row) << 3 | three(column, row + 1) << 6];
    }

    /** Those of them that the shortest ways go on by which came to the cell along a way. */
    int waysOn(int column, int row, int cameBy) {
        return ON[cameBy << BoatGrid.WAYS | ways(column, row)];
    }

    /** The cell and its neighbours in the west and east. */
    private int three(int column, int row) {
        int word = (row + 1) * words + (column >> 6);
        int shift = column & 63;
        long three = bits[word] >>> shift;
        if (shift > 61) {
            three |= bits[word + 1] << (64 - shift);
        }
        return (int) three & 7;
    }

    /** The first cell of the row from the column on that the boat may use, or may not; the end of the row if there is none. */
    int next(int column, int row, boolean passes) {
        int at = column;
        while (at < columns) {
            int shift = (at + 1) & 63;
            long rest = bits[(row + 1) * words + ((at + 1) >> 6)] >>> shift;
            int ahead = Long.numberOfTrailingZeros(passes ? rest : ~rest);
            if (ahead < 64 - shift) {
                return Math.min(columns, at + ahead);
            }
            at += 64 - shift;
        }
        return columns;
    }

    /** True when water joins two cells. */
    boolean joined(int one, int other) {
        int part = part(one);
        return part != BoatParts.NONE && part == part(other);
    }

    /** Names the joined water that a cell is in; {@link BoatParts#NONE} where the boat may not go. */
    int part(int cell) {
        return parts.of(cell % columns, cell / columns);
    }

    /** How many cells such a part has. */
    int size(int part) {
        return parts.size(part);
    }
}
