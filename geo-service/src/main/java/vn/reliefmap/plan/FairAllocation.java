package vn.reliefmap.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Divides short stock before anything is routed. Threats to life come first; then part of the stock is shared between
 * communes so that the least served is served best, and the rest goes where the priority score is highest. More stock
 * never leaves anybody with less, and the order of the lists does not matter. A pure function; thread-safe.
 */
public final class FairAllocation {
    private static final Comparator<AllocationNeed> ORDER = Comparator.comparing(
                    AllocationNeed::commune, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(AllocationNeed::id);

    private final FairnessRule rule;

    public FairAllocation(FairnessRule rule) {
        this.rule = rule;
    }

    /**
     * Each item by itself. An item without a stock line has none. Throws IllegalArgumentException for two needs of one
     * id and item, or two stock lines of one item.
     */
    public Allocation allocate(List<AllocationNeed> needs, List<AllocationStock> stock) {
        Map<String, AllocationStock> stocks = new TreeMap<>();
        for (AllocationStock line : stock) {
            if (stocks.put(line.item(), line) != null) {
                throw new IllegalArgumentException("two stock lines of " + line.item());
            }
        }
        Map<String, List<AllocationNeed>> byItem = new TreeMap<>();
        needs.forEach(need ->
                byItem.computeIfAbsent(need.item(), item -> new ArrayList<>()).add(need));
        stocks.keySet().forEach(item -> byItem.computeIfAbsent(item, i -> new ArrayList<>()));
        List<Allocation.OfItem> items = new ArrayList<>();
        byItem.forEach((item, wanted) -> {
            wanted.sort(ORDER);
            AllocationStock line = stocks.getOrDefault(item, new AllocationStock(item, 0, 1));
            items.add(new ItemDivision(rule, line, wanted).divide());
        });
        return new Allocation(List.copyOf(items));
    }
}
