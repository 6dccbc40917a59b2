package vn.reliefmap.cluster.internal;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.reliefmap.cluster.CommuneNeeds;
import vn.reliefmap.cluster.ItemLack;
import vn.reliefmap.need.Urgency;

/** Adds up rows of sums and says what they mean. One use, one thread. */
final class LackReader {
    private final CatalogueItems items;
    private final SumColumns sums;
    private final SumColumns.Adder adder;

    LackReader(CatalogueItems items, SumColumns sums) {
        this.items = items;
        this.sums = sums;
        this.adder = new SumColumns.Adder(items.codes().size());
    }

    void add(int rowFrom, int rowTo, BitSet wanted) {
        for (int row = rowFrom; row < rowTo; row++) {
            if (wanted.get(sums.item[row])) {
                adder.row(sums, row);
            }
        }
    }

    /** The items met, the one lacking most first: largest open share times people. */
    List<ItemLack> lacks() {
        List<Ranked> ranked = new ArrayList<>();
        for (int i = adder.first(); i >= 0; i = adder.next(i)) {
            double share = (double) adder.amount(i, SumColumns.OPEN) / adder.amount(i, SumColumns.NEEDED);
            ranked.add(new Ranked(share * adder.people(i), lack(i)));
        }
        ranked.sort((a, b) -> Double.compare(b.weight, a.weight));
        return ranked.stream().map(Ranked::lack).toList();
    }

    private record Ranked(double weight, ItemLack lack) {}

    private ItemLack lack(int i) {
        return new ItemLack(
                items.codes().get(i),
                items.lackGroups().get(i),
                units(adder.amount(i, SumColumns.NEEDED)),
                units(adder.amount(i, SumColumns.PLEDGED)),
                units(adder.amount(i, SumColumns.CLAIMED)),
                units(adder.amount(i, SumColumns.DELIVERED)),
                units(adder.amount(i, SumColumns.OPEN)),
                adder.households(i),
                adder.people(i));
    }

    /** The highest among open needs; null when nothing is open. */
    @Nullable
    Urgency urgency() {
        int highest = -1;
        for (int i = adder.first(); i >= 0; i = adder.next(i)) {
            if (adder.households(i) > 0) {
                highest = Math.max(highest, adder.urgency(i));
            }
        }
        return highest < 0 ? null : Urgency.ofLevel(highest);
    }

    @Nullable
    Instant oldest() {
        long oldest = Long.MAX_VALUE;
        for (int i = adder.first(); i >= 0; i = adder.next(i)) {
            oldest = Math.min(oldest, adder.oldestMs(i));
        }
        return oldest == Long.MAX_VALUE ? null : Instant.ofEpochMilli(oldest);
    }

    @Nullable
    Instant newest() {
        long newest = Long.MIN_VALUE;
        for (int i = adder.first(); i >= 0; i = adder.next(i)) {
            newest = Math.max(newest, adder.newestMs(i));
        }
        return newest == Long.MIN_VALUE ? null : Instant.ofEpochMilli(newest);
    }

    CommuneNeeds communeNeeds(ShownCommunes name, int households, int people) {
        return new CommuneNeeds(
                name.code(),
                name.fullName(),
                name.joined(),
                name.joinedCodes(),
                name.outside(),
                households,
                people,
                urgency(),
                oldest(),
                newest(),
                lacks());
    }

    /** Thousandths as a plain number without idle zeros: 1500 → 1.5, 2000 → 2. */
    private static BigDecimal units(long thousandths) {
        if (thousandths % 1000 == 0) {
            return BigDecimal.valueOf(thousandths / 1000);
        }
        return BigDecimal.valueOf(thousandths, 3).stripTrailingZeros();
    }
}
