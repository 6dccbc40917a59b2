package vn.reliefmap.routing.internal;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.PriorityQueue;

/**
 * Dijkstra for boats, written anew and plainly from the rules: eight neighbours, and a slanting step needs water beside
 * it. Knows nothing of {@link BoatSearch}.
 */
final class PlainBoats {
    private final BoatRule rule;
    private final BoatGrid grid;
    private final double[] meters;

    private record Reached(int cell, double meters) {}

    private PlainBoats(BoatRule rule) {
        this.rule = rule;
        this.grid = rule.water().grid();
        this.meters = new double[grid.cells()];
        Arrays.fill(meters, Double.POSITIVE_INFINITY);
    }

    /** Metres from a cell to each goal, infinite where no water leads; the search ends when all goals are known. */
    static double[] meters(BoatRule rule, int from, Collection<Integer> goals) {
        PlainBoats boats = new PlainBoats(rule);
        boats.search(from, goals);
        return goals.stream().mapToDouble(goal -> boats.meters[goal]).toArray();
    }

    private void search(int from, Collection<Integer> goals) {
        BitSet open = new BitSet();
        goals.forEach(open::set);
        PriorityQueue<Reached> queue = new PriorityQueue<>((a, b) -> Double.compare(a.meters(), b.meters()));
        meters[from] = 0;
        queue.add(new Reached(from, 0));
        while (!queue.isEmpty() && !open.isEmpty()) {
            Reached here = queue.remove();
            if (here.meters() > meters[here.cell()]) {
                continue;
            }
            open.clear(here.cell());
            for (int dy = -1; dy <= 1; dy++) {
                for (int dx = -1; dx <= 1; dx++) {
                    step(here, dx, dy, queue);
                }
            }
        }
    }

    private void step(Reached here, int dx, int dy, PriorityQueue<Reached> queue) {
        int column = here.cell() % grid.columns();
        int row = here.cell() / grid.columns();
        if (!grid.contains(column + dx, row + dy) || (dx == 0 && dy == 0)) {
            return;
        }
        int next = grid.cell(column + dx, row + dy);
        boolean beside = dx == 0
                || dy == 0
                || rule.passes(grid.cell(column + dx, row))
                || rule.passes(grid.cell(column, row + dy));
        double there = here.meters() + grid.stepM(here.cell(), next);
        if (rule.passes(next) && beside && there < meters[next]) {
            meters[next] = there;
            queue.add(new Reached(next, there));
        }
    }
}
