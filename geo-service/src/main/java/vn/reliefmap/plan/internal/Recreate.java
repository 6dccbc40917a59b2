package vn.reliefmap.plan.internal;

import java.util.Arrays;
import java.util.Comparator;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import vn.reliefmap.plan.Source;
import vn.reliefmap.plan.TimeWindow;

/** Puts absent parts back, each at its cheapest place, in one of several orders; a threat to life always first. */
final class Recreate {
    /** Of the parts that were absent before, so many are tried again. */
    private static final int OLD_ONES = 10;

    private final SearchModel model;
    private final SearchState state;
    private final SplittableRandom random;
    private final Insertion insertion;
    /** Rank of each part in each order. */
    private final int[][] ranks;

    private final int[] lots;
    private int lotsTotal;

    Recreate(SearchState state, SplittableRandom random) {
        this.model = state.model;
        this.state = state;
        this.random = random;
        insertion = new Insertion(state, random);
        boolean windows = IntStream.range(0, model.size())
                .anyMatch(p -> model.opens[p] > 0 || model.closes[p] < TimeWindow.END_OF_TIME);
        double[] far = new double[model.size()];
        Arrays.setAll(far, this::fromNearestSource);
        double[] size = new double[model.size()];
        double mostKg = Arrays.stream(model.kg).max().orElse(0) + 1e-9;
        double mostM3 = Arrays.stream(model.m3).max().orElse(0) + 1e-9;
        Arrays.setAll(size, p -> Math.max(model.kg[p] / mostKg, model.m3[p] / mostM3));
        ranks = new int[][] {
            ranks(p -> -size[p]),
            ranks(p -> -far[p]),
            ranks(p -> far[p]),
            ranks(p -> model.closes[p] - model.opens[p]),
            ranks(p -> model.opens[p]),
            ranks(p -> -model.closes[p]),
            ranks(p -> -model.penalty[p]),
        };
        boolean values = Arrays.stream(model.penalty).distinct().count() > 1;
        lots = new int[] {4, 2, 1, windows ? 2 : 0, windows ? 2 : 0, windows ? 2 : 0, values ? 2 : 0};
        lotsTotal = 4 + Arrays.stream(lots).sum();
    }

    private double fromNearestSource(int part) {
        double nearest = Double.POSITIVE_INFINITY;
        for (int v = 0; v < model.vehicles; v++) {
            if (model.mayServe[v][part]) {
                for (int s = 0; s < model.sources.size(); s++) {
                    Source source = model.sources.get(s);
                    if (model.mayLoad[v][s]) {
                        nearest = Math.min(nearest, model.seconds(v, source.place(), model.place[part]));
                    }
                }
            }
        }
        return nearest;
    }

    private int[] ranks(IntToDoubleFunction key) {
        int[] ranks = new int[model.size()];
        int[] order = IntStream.range(0, model.size())
                .boxed()
                .sorted(Comparator.comparing((Integer p) -> !model.parts.get(p).threatToLife())
                        .thenComparingDouble(key::applyAsDouble))
                .mapToInt(Integer::intValue)
                .toArray();
        for (int rank = 0; rank < order.length; rank++) {
            ranks[order[rank]] = rank;
        }
        return ranks;
    }

    /** Tries all parts that are absent. */
    void everything() {
        run(0);
    }

    /** @param old how many of the absent parts were so before this iteration; they stand first */
    void run(int old) {
        int first = Math.max(0, old - OLD_ONES);
        for (int i = old - 1; i >= first && first > 0; i--) {
            int other = random.nextInt(i + 1);
            int part = state.absent[i];
            state.absent[i] = state.absent[other];
            state.absent[other] = part;
        }
        long[] order = new long[state.absentCount - first];
        int @Nullable [] rank = draw();
        for (int i = 0; i < order.length; i++) {
            int part = state.absent[first + i];
            long key = rank != null
                    ? rank[part]
                    : random.nextInt(1 << 20) + (model.parts.get(part).threatToLife() ? 0 : 1 << 20);
            order[i] = key << 32 | part;
        }
        Arrays.sort(order);
        int left = first;
        for (long one : order) {
            int part = (int) one;
            if (!insertion.find(part)
                    || insertion.bestDelta >= model.penalty[part]
                    || !state.insert(part, insertion.bestVehicle, insertion.bestPosition, insertion.bestSource)) {
                state.absent[left++] = part;
            }
        }
        state.absentCount = left;
    }

    private int @Nullable [] draw() {
        int lot = random.nextInt(lotsTotal) - 4;
        for (int order = 0; lot >= 0; order++) {
            lot -= lots[order];
            if (lot < 0) {
                return ranks[order];
            }
        }
        return null;
    }
}
