package vn.reliefmap.plan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Divides one item; made for one division. */
final class ItemDivision {
    private final FairnessRule rule;
    private final AllocationStock stock;
    private final List<AllocationNeed> needs;
    private final long packMilli;
    private final long[] given;
    /** Where each commune's receivers begin, and their end. */
    private final int[] first;

    private final long[] threat;
    private final long[] floor;

    /** @param needs by commune and id */
    ItemDivision(FairnessRule rule, AllocationStock stock, List<AllocationNeed> needs) {
        this.rule = rule;
        this.stock = stock;
        this.needs = needs;
        this.packMilli = stock.packMilli();
        this.given = new long[needs.size()];
        this.first = communes(needs);
        this.threat = new long[first.length - 1];
        this.floor = new long[first.length - 1];
        Set<String> ids = new HashSet<>();
        for (AllocationNeed need : needs) {
            if (!ids.add(need.id())) {
                throw new IllegalArgumentException("two needs " + need.id() + " of " + need.item());
            }
        }
    }

    private static int[] communes(List<AllocationNeed> needs) {
        List<Integer> starts = new ArrayList<>();
        for (int i = 0; i < needs.size(); i++) {
            if (i == 0
                    || !Objects.equals(needs.get(i).commune(), needs.get(i - 1).commune())) {
                starts.add(i);
            }
        }
        starts.add(needs.size());
        return starts.stream().mapToInt(Integer::intValue).toArray();
    }

    Allocation.OfItem divide() {
        long packs = stock.stockMilli() / packMilli;
        packs -= give(true, packs);
        give(false, packs);
        return new DivisionReport(rule, stock, needs, first, given, floor, threat).ofItem();
    }

    /** Gives to the threats to life, or to all others; returns the packs given. */
    private long give(boolean threats, long packs) {
        List<AllocationNeed> some = new ArrayList<>();
        List<Integer> places = new ArrayList<>();
        int[] starts = new int[first.length];
        for (int commune = 0; commune < first.length - 1; commune++) {
            starts[commune] = some.size();
            for (int i = first[commune]; i < first[commune + 1]; i++) {
                if (needs.get(i).threatToLife() == threats) {
                    some.add(needs.get(i));
                    places.add(i);
                }
            }
        }
        starts[first.length - 1] = some.size();
        ScoredPacks scored = ScoredPacks.byPriority(some, packMilli);
        long amount = Math.min(packs, scored.packs(0, some.size()));
        long[] got = new long[some.size()];
        if (threats) {
            scored.give(0, some.size(), amount, got);
        } else {
            shareByCommune(scored, starts, amount, got);
        }
        for (int i = 0; i < got.length; i++) {
            given[places.get(i)] = got[i];
        }
        if (threats) {
            for (int commune = 0; commune < threat.length; commune++) {
                for (int i = starts[commune]; i < starts[commune + 1]; i++) {
                    threat[commune] += got[i];
                }
            }
        }
        return amount;
    }

    /**
     * Every commune gets its floor at least; what is not bound by a floor goes to the highest scores of the province.
     * Each pack has one place in a fixed order, and a commune's floor pays for its first ones; so neither a larger floor
     * nor more free packs take a pack from anybody.
     */
    private void shareByCommune(ScoredPacks scored, int[] starts, long amount, long[] got) {
        int communes = starts.length - 1;
        long[] lacking = new long[communes];
        long[] neededMilli = new long[communes];
        for (int c = 0; c < communes; c++) {
            lacking[c] = scored.packs(starts[c], starts[c + 1]);
            for (int i = first[c]; i < first[c + 1]; i++) {
                neededMilli[c] += needs.get(i).neededMilli();
            }
        }
        long shared = rule.shared(amount, scored.packs(0, starts[communes]));
        long[] floors = new long[communes];
        ScoredPacks.leastServedFirst(lacking, neededMilli, packMilli).give(0, communes, shared, floors);
        double level = Threshold.smallest(0, scored.most(), amount, l -> {
            long sum = 0;
            for (int c = 0; c < communes; c++) {
                sum += Math.max(floors[c], scored.above(l, starts[c], starts[c + 1]));
            }
            return sum;
        });
        long free = amount;
        long[] counted = new long[communes];
        for (int c = 0; c < communes; c++) {
            counted[c] = scored.above(level, starts[c], starts[c + 1]);
            free -= Math.max(floors[c], counted[c]);
        }
        double below = Threshold.below(level);
        for (int c = 0; c < communes && free > 0; c++) {
            long equals = scored.above(below, starts[c], starts[c + 1]) - counted[c];
            long before = Math.max(floors[c], counted[c]);
            counted[c] = Math.min(counted[c] + equals, before + free);
            free -= Math.max(floors[c], counted[c]) - before;
        }
        for (int c = 0; c < communes; c++) {
            scored.give(starts[c], starts[c + 1], Math.max(floors[c], counted[c]), got);
            floor[c] = floors[c];
        }
    }
}
