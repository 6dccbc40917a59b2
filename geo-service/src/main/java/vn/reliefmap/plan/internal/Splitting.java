package vn.reliefmap.plan.internal;

import java.util.ArrayList;
import java.util.List;
import vn.reliefmap.plan.Good;
import vn.reliefmap.plan.Load;

/** Cuts a load into shares, whole units where it can, so that no unit is lost: the shares and the rest are the load. */
final class Splitting {
    private static final double ROUNDING = 1e-9;

    private Splitting() {}

    /**
     * As much of a load as goes into so much room, good by good; single units are not broken up unless the load asks for
     * less than one.
     */
    static Load fill(Load load, double roomKg, double roomM3, List<Good> goods) {
        Load share = Load.none(load.goods());
        double kg = roomKg + ROUNDING;
        double m3 = roomM3 + ROUNDING;
        for (int g = 0; g < load.goods(); g++) {
            Good good = goods.get(g);
            double most = Math.min(units(kg, good.unitKg()), units(m3, good.unitM3()));
            long quantity = load.thousandths(g);
            if (quantity > most * Load.UNIT) {
                quantity = (long) Math.floor(most) * Load.UNIT;
            }
            share = share.with(g, quantity);
            kg -= quantity * good.unitKg() / Load.UNIT;
            m3 -= quantity * good.unitM3() / Load.UNIT;
        }
        return share;
    }

    private static double units(double room, double perUnit) {
        return perUnit > 0 ? Math.max(0, room / perUnit) : Double.POSITIVE_INFINITY;
    }

    /** Shares of at most this size, at most so many; what then is left of the load is in none of them. */
    static List<Load> shares(Load load, double mostKg, double mostM3, int mostShares, List<Good> goods) {
        List<Load> shares = new ArrayList<>();
        Load rest = load;
        while (!rest.isNothing() && shares.size() < mostShares) {
            Load share = fill(rest, mostKg, mostM3, goods);
            if (share.isNothing()) {
                break;
            }
            shares.add(share);
            rest = rest.minus(share);
        }
        return shares;
    }

    /** About half of each good, in whole units where there are several. */
    static Load half(Load load) {
        Load half = load;
        for (int g = 0; g < load.goods(); g++) {
            long quantity = load.thousandths(g);
            half = half.with(g, quantity / Load.UNIT / 2 * Load.UNIT);
        }
        return half;
    }
}
