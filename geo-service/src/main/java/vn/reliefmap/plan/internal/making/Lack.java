package vn.reliefmap.plan.internal.making;

import java.util.Arrays;
import java.util.List;
import vn.reliefmap.cluster.Demand;

/**
 * What one household lacks now, of the items and in the communes that a plan was for.
 *
 * @param milli by the plan's items, in thousandths
 * @param other thousandths of items that the plan did not know
 * @param critical whether some of it is
 */
record Lack(List<Long> milli, long other, boolean critical) {
    static Lack of(Demand demand, int place, PlanBasis basis) {
        long[] milli = new long[basis.items().size()];
        long other = 0;
        boolean asked = OnlyThese.in(basis.onlyCommunes(), demand, place);
        for (int line = 0; asked && line < demand.lines(place); line++) {
            String code = demand.items().get(demand.item(place, line));
            int item = basis.items().indexOf(code);
            long carry = demand.carryMilli(place, line);
            if (!basis.onlyItems().isEmpty() && !basis.onlyItems().contains(code)) {
                continue;
            }
            if (item >= 0) {
                milli[item] += carry;
            } else {
                other += carry;
            }
        }
        Lack lack = new Lack(Arrays.stream(milli).boxed().toList(), other, false);
        return new Lack(lack.milli(), other, lack.some() && PlanMemory.critical(demand, place));
    }

    boolean some() {
        return other > 0 || milli.stream().anyMatch(one -> one > 0);
    }

    boolean moreThan(PlanBasis.Home then) {
        boolean more = other > 0;
        for (int item = 0; item < milli.size(); item++) {
            more |= milli.get(item) > then.asked().get(item);
        }
        return more;
    }

    boolean lessThan(PlanBasis.Home then) {
        boolean less = false;
        for (int item = 0; item < milli.size(); item++) {
            less |= milli.get(item) < then.asked().get(item);
        }
        return less;
    }
}
