package vn.reliefmap.plan;

import java.util.function.DoubleToLongFunction;

/** Finds the level at which a count that falls with the level fits into an amount. */
final class Threshold {
    /** Stands below level 0: what weighs nothing is counted only here. */
    static final double BELOW_ALL = -1;

    private Threshold() {}

    /**
     * The smallest level between the two, to the last bit of a double, whose count is not above the amount.
     *
     * @param least 0 or more
     * @param most its count is not above the amount
     */
    static double smallest(double least, double most, long amount, DoubleToLongFunction count) {
        long low = Double.doubleToLongBits(least);
        long high = Double.doubleToLongBits(most);
        while (low < high) {
            long middle = (low + high) >>> 1;
            if (count.applyAsLong(Double.longBitsToDouble(middle)) <= amount) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return Double.longBitsToDouble(high);
    }

    /** The next level below; what is counted there and not at the level are the equals of the level. */
    static double below(double level) {
        return level == 0 ? BELOW_ALL : Math.nextDown(level);
    }
}
