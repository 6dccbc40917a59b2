package vn.reliefmap.plan.internal;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Takes strings of neighbouring parts off neighbouring tours, so that new room opens in one area: "slack induction by string
 * removals" (Christiaens and Vanden Berghe, Transportation Science 54(2), 2020), with their parameters.
 */
final class Ruin {
    private static final double MEAN_REMOVED = 10;
    private static final double LONGEST_STRING = 10;
    private static final double SPLIT = 0.5;
    private static final double SPLIT_GROWS = 0.01;
    private static final int NEIGHBOURS = 300;

    private final SearchModel model;
    private final SearchState state;
    private final SplittableRandom random;
    private final int[][] neighbours;
    private final boolean[] ruined;
    private final int[] positions;
    private boolean[] marked = new boolean[64];

    Ruin(SearchState state, SplittableRandom random) {
        this.model = state.model;
        this.state = state;
        this.random = random;
        ruined = new boolean[model.vehicles];
        positions = new int[model.size()];
        neighbours = new int[model.size()][];
        for (int p = 0; p < neighbours.length; p++) {
            neighbours[p] = nearest(p);
        }
    }

    private int[] nearest(int part) {
        int n = model.size();
        long[] byWay = new long[n];
        for (int other = 0; other < n; other++) {
            long way = Integer.MAX_VALUE;
            for (int[] durations : model.durationsByClass()) {
                long there = durations[model.place[part] * model.places + model.place[other]];
                long back = durations[model.place[other] * model.places + model.place[part]];
                way = Math.min(way, (there + back) / 2);
            }
            byWay[other] = (other == part ? -1 : way) << 32 | other;
        }
        Arrays.sort(byWay);
        int[] nearest = new int[Math.min(n, NEIGHBOURS)];
        Arrays.setAll(nearest, i -> (int) byWay[i]);
        return nearest;
    }

    void run() {
        int used = 0;
        int carried = 0;
        for (SearchRoute route : state.routes) {
            if (route.partCount > 0) {
                used++;
                carried += route.partCount;
            }
        }
        if (carried == 0) {
            return;
        }
        double longest = Math.min(LONGEST_STRING, (double) carried / used);
        double mostStrings = 4 * MEAN_REMOVED / (1 + longest) - 1;
        int strings = (int) (random.nextDouble() * mostStrings + 1);
        int seed = random.nextInt(model.size());
        Arrays.fill(ruined, false);
        for (int i = 0; i < neighbours[seed].length && strings > 0; i++) {
            int part = neighbours[seed][i];
            int vehicle = state.routeOf[part];
            if (vehicle >= 0 && !ruined[vehicle]) {
                ruined[vehicle] = true;
                strings--;
                int most = (int) Math.min(state.routes[vehicle].partCount, longest);
                takeString(state.routes[vehicle], part, 1 + random.nextInt(Math.max(1, most)));
            }
        }
    }

    private void takeString(SearchRoute route, int around, int size) {
        if (marked.length < route.length) {
            marked = new boolean[route.length * 2];
        }
        Arrays.fill(marked, 0, route.length, false);
        int count = 0;
        int centre = 0;
        for (int i = 0; i < route.length; i++) {
            if (route.nodes[i] >= 0) {
                if (route.nodes[i] == around) {
                    centre = count;
                }
                positions[count++] = i;
            }
        }
        int kept = 0;
        if (size > 1 && size < count && random.nextDouble() < SPLIT) {
            kept = 1;
            while (size + kept < count && random.nextDouble() < SPLIT_GROWS) {
                kept++;
            }
        }
        int span = size + kept;
        int earliest = Math.max(0, centre - span + 1);
        int latest = Math.min(centre, count - span);
        int first = earliest + random.nextInt(latest - earliest + 1);
        int keepFrom = kept == 0 ? span : 1 + random.nextInt(Math.max(1, size - 1));
        for (int i = 0; i < span; i++) {
            if (i < keepFrom || i >= keepFrom + kept) {
                marked[positions[first + i]] = true;
            }
        }
        state.remove(route.vehicle, marked);
    }
}
