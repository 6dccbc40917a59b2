package vn.reliefmap.kernel;

/**
 * How figures are rounded before everyone sees them, where the same households are counted in many ways (at each step of the
 * water, for each class of vehicle): two exact counts that differ by one household would tell of it. Rounded to five
 * households and what five of them need, they differ by nothing or by so many (domain facts, section 5: k = 5).
 */
public final class PublicFigures {
    private static final long HOUSEHOLDS = 5;
    private static final long PEOPLE = 10;

    private PublicFigures() {}

    /** The fewest households that what everyone sees may speak of: five, or ten where it tells of health. */
    public static int fewest(boolean ofHealth) {
        return ofHealth ? 10 : 5;
    }

    /** To the nearest five. */
    public static long households(long exact) {
        return nearest(exact, HOUSEHOLDS);
    }

    /** To the nearest ten; five households have more people than that. */
    public static long people(long exact) {
        return nearest(exact, PEOPLE);
    }

    /**
     * To the nearest 1, 2 or 5 with zeros that is no less than what five households have on average.
     *
     * @param households that have it together, 1 or more
     */
    public static double amount(double exact, long households) {
        double step = step(exact, households);
        return step == 0 ? 0 : Math.round(exact / step) * step;
    }

    /** The same rounded down, so that whoever gives as much is not refused. */
    public static double amountAtMost(double exact, long households) {
        double step = step(exact, households);
        return step == 0 ? 0 : Math.floor(exact / step) * step;
    }

    /** 0 for nothing. */
    private static double step(double exact, long households) {
        double five = exact * HOUSEHOLDS / households;
        if (five <= 0) {
            return 0;
        }
        double ten = Math.pow(10, Math.floor(Math.log10(five)));
        for (int factor : new int[] {1, 2, 5, 10}) {
            if (ten * factor >= five) {
                return ten * factor;
            }
        }
        throw new IllegalStateException("ten times the power of ten below it is not below it");
    }

    private static long nearest(long exact, long step) {
        return (exact + step / 2) / step * step;
    }
}
