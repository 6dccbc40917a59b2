package vn.reliefmap.plan;

/**
 * What there is of one item in all depots together, in thousandths of its unit.
 *
 * @param stockMilli 0 or more
 * @param packMilli nobody gets less or a part of it: 1000 for what is counted, 1 for what is poured, above 0
 */
public record AllocationStock(String item, long stockMilli, long packMilli) {
    public AllocationStock {
        if (stockMilli < 0 || packMilli <= 0) {
            throw new IllegalArgumentException("stock is 0 or more, a pack is more than 0");
        }
    }
}
