package vn.reliefmap.plan;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;

/**
 * How much of each good, in thousandths of its unit (as exact as the database keeps needs and stock), so that sums agree
 * to the last unit. Never changes; no quantity is below 0.
 */
public final class Load {
    /** Quantities are counted in thousandths of a unit. */
    public static final long UNIT = 1000;

    private final long[] thousandths;

    private Load(long[] thousandths) {
        for (long quantity : thousandths) {
            if (quantity < 0) {
                throw new IllegalArgumentException("below zero: " + Arrays.toString(thousandths));
            }
        }
        this.thousandths = thousandths;
    }

    /** Nothing of so many goods. */
    public static Load none(int goods) {
        return new Load(new long[goods]);
    }

    /** One quantity per good, in thousandths of its unit. */
    public static Load ofThousandths(long... thousandths) {
        return new Load(thousandths.clone());
    }

    /** One quantity per good, in whole units. */
    public static Load ofUnits(long... units) {
        return new Load(
                Arrays.stream(units).map(u -> Math.multiplyExact(u, UNIT)).toArray());
    }

    /** This load with another quantity of one good. */
    public Load with(int good, long quantity) {
        long[] changed = thousandths.clone();
        changed[good] = quantity;
        return new Load(changed);
    }

    public int goods() {
        return thousandths.length;
    }

    /** Thousandths of a unit. */
    public long thousandths(int good) {
        return thousandths[good];
    }

    /** In the good's unit, exact. */
    public BigDecimal units(int good) {
        return BigDecimal.valueOf(thousandths[good], 3).stripTrailingZeros();
    }

    public boolean isNothing() {
        for (long quantity : thousandths) {
            if (quantity > 0) {
                return false;
            }
        }
        return true;
    }

    public Load plus(Load other) {
        long[] sum = thousandths.clone();
        for (int g = 0; g < sum.length; g++) {
            sum[g] = Math.addExact(sum[g], other.thousandths[g]);
        }
        return new Load(sum);
    }

    /** What is left without the other load, which must be within this one. */
    public Load minus(Load other) {
        long[] rest = thousandths.clone();
        for (int g = 0; g < rest.length; g++) {
            rest[g] -= other.thousandths[g];
        }
        return new Load(rest);
    }

    /** The smaller quantity of each good. */
    public Load atMost(Load limit) {
        long[] least = thousandths.clone();
        for (int g = 0; g < least.length; g++) {
            least[g] = Math.min(least[g], limit.thousandths[g]);
        }
        return new Load(least);
    }

    /** True when the other load has at least as much of every good. */
    public boolean within(Load other) {
        for (int g = 0; g < thousandths.length; g++) {
            if (thousandths[g] > other.thousandths[g]) {
                return false;
            }
        }
        return true;
    }

    /** Mass in kilograms. */
    public double massKg(List<Good> goods) {
        double kg = 0;
        for (int g = 0; g < thousandths.length; g++) {
            kg += thousandths[g] * goods.get(g).unitKg() / UNIT;
        }
        return kg;
    }

    /** Volume in cubic metres. */
    public double volumeM3(List<Good> goods) {
        double m3 = 0;
        for (int g = 0; g < thousandths.length; g++) {
            m3 += thousandths[g] * goods.get(g).unitM3() / UNIT;
        }
        return m3;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Load that && Arrays.equals(thousandths, that.thousandths);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(thousandths);
    }

    @Override
    public String toString() {
        return Arrays.toString(thousandths) + "/1000";
    }
}
