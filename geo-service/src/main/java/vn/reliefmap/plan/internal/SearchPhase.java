package vn.reliefmap.plan.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import vn.reliefmap.plan.Good;
import vn.reliefmap.plan.Load;

/**
 * One search over some of the vehicles and stops: lays out its length, improves, and at the end cuts what found no place
 * into smaller parts that may find one.
 */
final class SearchPhase {
    /** The pace is measured over this share of the time, but not longer than a second. */
    private static final double PROBE = 0.05;

    private static final long LONGEST_PROBE_NS = Duration.ofSeconds(1).toNanos();
    private static final int MEND_ROUNDS = 2;
    /** Length of a round of mending, as a share of the search. */
    private static final double MEND = 0.1;

    private final Ways ways;
    private final int[] pool;
    private final boolean[] active;
    private final SearchBudget budget;

    /** Rows, the parts that found no place, and what both cost. */
    record Outcome(List<Row> rows, List<Part> absent, double cost) {}

    SearchPhase(Ways ways, int[] pool, boolean[] active, SearchBudget budget) {
        this.ways = ways;
        this.pool = pool;
        this.active = active;
        this.budget = budget;
    }

    /**
     * @param before rows to begin with; none to begin from nothing
     * @param share of all phases that this one and those before it are, 0–1
     */
    Outcome run(List<Part> parts, List<Row> before, double begun, double share) {
        if (parts.isEmpty()) {
            return new Outcome(List.of(), List.of(), 0);
        }
        double warmth = before.isEmpty() ? 1 : 0.1;
        SearchModel model = new SearchModel(ways, pool, parts, active);
        if (budget.iterations() == 0) {
            budget.iterations(layOut(model, before, share - begun));
        }
        long length = budget.iterations();
        Annealing search = started(model, before);
        long[] done = {0};
        search.improve(length, warmth, () -> budget.next(search, begun + (share - begun) * 0.9 * done[0]++ / length));
        Outcome outcome = new Outcome(search.best(), search.absent(), search.bestCost());
        for (int round = 0; round < MEND_ROUNDS && !outcome.absent().isEmpty(); round++) {
            outcome = mend(outcome, Math.max(1, (long) (length * MEND)), share);
        }
        return outcome;
    }

    private Annealing started(SearchModel model, List<Row> rows) {
        IdentityHashMap<Part, Integer> indexes = new IdentityHashMap<>();
        for (int p = 0; p < model.size(); p++) {
            indexes.put(model.parts.get(p), p);
        }
        Annealing search = new Annealing(model, budget.seed());
        search.start(rows, indexes);
        return search;
    }

    /** Searches for a moment, only to see how many iterations the time allows. */
    private long layOut(SearchModel model, List<Row> before, double share) {
        long probeNs = Math.min(LONGEST_PROBE_NS, (long) (budget.leftNs() * PROBE * share));
        long began = budget.elapsedNs();
        Annealing probe = started(model, before);
        long[] count = {0};
        long[] half = {0, began};
        probe.improve(Long.MAX_VALUE, 1, () -> {
            long now = budget.elapsedNs();
            count[0]++;
            if (half[0] == 0 && now - began >= probeNs / 2) {
                half[0] = count[0];
                half[1] = now;
            }
            return now - began < probeNs;
        });
        double perNs = (count[0] - half[0]) / (double) Math.max(1, budget.elapsedNs() - half[1]);
        return Math.max(1000, (long) (perNs * budget.leftNs() * share * (1 - MEND_ROUNDS * MEND / 2)));
    }

    private Outcome mend(Outcome outcome, long length, double share) {
        SearchModel model = new SearchModel(ways, pool, all(outcome.rows(), outcome.absent()), active);
        SearchState left = started(model, outcome.rows()).state();
        List<Part> smaller = new ArrayList<>();
        boolean some = false;
        for (Part part : outcome.absent()) {
            List<Part> pieces = pieces(part, left);
            some |= pieces.size() > 1;
            smaller.addAll(pieces);
        }
        if (!some) {
            return outcome;
        }
        SearchModel mended = new SearchModel(ways, pool, all(outcome.rows(), smaller), active);
        Annealing search = started(mended, outcome.rows());
        search.improve(length, 0.1, () -> budget.next(search, share));
        return new Outcome(search.best(), search.absent(), search.bestCost());
    }

    private static List<Part> all(List<Row> rows, List<Part> more) {
        List<Part> all = new ArrayList<>();
        rows.forEach(row -> row.trips().forEach(trip -> all.addAll(trip.parts())));
        all.addAll(more);
        return all;
    }

    /** What some source still has of it and the rest; or, if one has it all, two halves. */
    private List<Part> pieces(Part part, SearchState left) {
        List<Good> goods = ways.problem().goods();
        Load share = Load.none(goods.size());
        for (int s = 0; s < ways.sources().size(); s++) {
            Load there = left.stockLeft(s);
            if (part.load().within(there)) {
                share = Splitting.half(part.load());
                break;
            }
            Load some = PartMaker.wholeUnits(part.load(), part.load().atMost(there));
            if (some.massKg(goods) > share.massKg(goods) || share.isNothing()) {
                share = some;
            }
        }
        Load rest = part.load().minus(share);
        return share.isNothing() || rest.isNothing() ? List.of(part) : List.of(part.with(share), part.with(rest));
    }
}
