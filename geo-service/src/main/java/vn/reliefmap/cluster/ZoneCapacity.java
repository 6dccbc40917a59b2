package vn.reliefmap.cluster;

/**
 * What one vehicle takes on one way.
 *
 * @param kg above 0
 * @param m3 cubic metres, above 0
 * @param assumed true when no vehicle of the class is on any list, and a usual one is taken
 */
public record ZoneCapacity(double kg, double m3, boolean assumed) {
    public ZoneCapacity {
        if (!(kg > 0 && m3 > 0)) {
            throw new IllegalArgumentException("a capacity is above 0");
        }
    }

    /** The rounding of sums never makes a load too large. */
    public boolean fits(double loadKg, double loadM3) {
        return loadKg <= kg * (1 + 1e-9) && loadM3 <= m3 * (1 + 1e-9);
    }

    /** The larger of both shares that a load takes up; above 1 when it does not fit. */
    public double share(double loadKg, double loadM3) {
        return Math.max(loadKg / kg, loadM3 / m3);
    }
}
