package vn.reliefmap.plan.internal;

import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import vn.reliefmap.plan.SearchWatch.Progress;

/**
 * Ruins and recreates tours over and over. A worse outcome is taken with a chance that shrinks as the search goes on, and the
 * best is kept (simulated annealing).
 */
final class Annealing implements SearchBudget.Progressing {
    /** First and last temperature, as shares of what one visit costs on average in the first plan. */
    private static final double HOT = 0.3;

    private static final double COLD = 0.01;

    private final SearchModel model;
    private final SearchState state;
    private final SplittableRandom random;
    private final Recreate recreate;
    private final Ruin ruin;

    private SearchRoute[] best;
    private int[] bestAbsent = new int[0];
    private double bestCost;
    private long iteration;

    Annealing(SearchModel model, long seed) {
        this.model = model;
        state = new SearchState(model);
        random = new SplittableRandom(seed);
        recreate = new Recreate(state, random);
        ruin = new Ruin(state, random);
        best = state.routes.clone();
    }

    /** A first plan: rows that are there already as far as they can be driven, then every part at its cheapest place. */
    void start(List<Row> rows, IdentityHashMap<Part, Integer> indexes) {
        state.begin(++iteration);
        for (Row row : rows) {
            take(row, indexes);
        }
        state.absentCount = 0;
        for (int p = 0; p < model.size(); p++) {
            if (state.routeOf[p] == SearchState.ABSENT) {
                state.absent[state.absentCount++] = p;
            }
        }
        recreate.everything();
        keepBest(state.cost());
    }

    private void take(Row row, IdentityHashMap<Part, Integer> indexes) {
        int vehicle = row.vehicle();
        for (Row.RowTrip trip : row.trips()) {
            boolean loaded = false;
            for (Part part : trip.parts()) {
                Integer index = indexes.get(part);
                if (index != null && fits(vehicle, trip.source(), index, loaded)) {
                    int end = state.routes[vehicle].length;
                    loaded |= state.insert(index, vehicle, end, loaded ? -1 : trip.source());
                }
            }
        }
    }

    private boolean fits(int vehicle, int source, int part, boolean loaded) {
        SearchRoute route = state.routes[vehicle];
        if (!model.mayServe[vehicle][part] || !model.mayLoad[vehicle][source] || !state.inStock(part, source)) {
            return false;
        }
        return loaded ? route.roomAtEnd(part) : route.trips < model.tripsLeft[vehicle];
    }

    /**
     * Improves the plan.
     *
     * @param iterations the temperature falls over so many
     * @param warmth 1 to search widely, less to stay near the plan that is there
     * @param goOn asked before each iteration
     */
    void improve(long iterations, double warmth, BooleanSupplier goOn) {
        if (model.size() == 0) {
            return;
        }
        int served = Math.max(1, model.size() - state.absentCount);
        double visit = Math.max(1e-9, state.routesCost() / served);
        double from = HOT * visit * warmth;
        double falls = Math.log(COLD / (HOT * Math.max(warmth, COLD))) / iterations;
        double cost = state.cost();
        for (long i = 1; i <= iterations && goOn.getAsBoolean(); i++) {
            double temperature = from * Math.exp(falls * i);
            state.begin(++iteration);
            int absent = state.absentCount;
            ruin.run();
            recreate.run(absent);
            double changed = state.cost();
            if (changed < cost - temperature * Math.log(random.nextDouble())) {
                cost = changed;
                if (changed < bestCost - 1e-9) {
                    keepBest(changed);
                }
            } else {
                state.takeBack();
            }
        }
    }

    private void keepBest(double cost) {
        bestCost = cost;
        best = state.routes.clone();
        bestAbsent = Arrays.copyOf(state.absent, state.absentCount);
    }

    /** The best plan, one row for each vehicle that is used. */
    List<Row> best() {
        return Arrays.stream(best)
                .filter(route -> route.length > 0)
                .map(SearchRoute::row)
                .toList();
    }

    /** Of the best plan, with what it leaves out. */
    double bestCost() {
        return bestCost;
    }

    /** The parts that the best plan leaves out. */
    List<Part> absent() {
        return Arrays.stream(bestAbsent).sorted().mapToObj(model.parts::get).toList();
    }

    SearchState state() {
        return state;
    }

    @Override
    public Progress progress(double share, long done) {
        int stops = (int) Arrays.stream(bestAbsent)
                .map(p -> model.parts.get(p).stop())
                .distinct()
                .count();
        double ways = Arrays.stream(best).mapToDouble(route -> route.cost).sum();
        return new Progress(share, done, ways, stops);
    }
}
