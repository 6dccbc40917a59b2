package vn.reliefmap.routing.internal;

/**
 * Where a boat may go.
 *
 * @param water the depths
 * @param needsMm least depth it floats in
 * @param mostCurrentMs fastest current it goes in, metres per second; where none is known it may go
 * @param confirmedOnly false when water of unknown depth may be tried
 */
record BoatRule(BoatWater water, short needsMm, double mostCurrentMs, boolean confirmedOnly) {
    /** Whatever the current. */
    BoatRule(BoatWater water, short needsMm, boolean confirmedOnly) {
        this(water, needsMm, Double.POSITIVE_INFINITY, confirmedOnly);
    }

    /** All cells that it passes, for searches. */
    BoatCells cells() {
        return water.cells(this);
    }

    /** The same in another water. */
    BoatRule in(BoatWater other) {
        return new BoatRule(other, needsMm, mostCurrentMs, confirmedOnly);
    }

    boolean passes(int cell) {
        return cells().passes(cell);
    }

    /** In water so deep and so fast; NaN = the current is not known. */
    boolean floatsIn(short depthMm, float currentMs) {
        boolean deepEnough = BoatWater.shallowestMm(depthMm) >= Math.max(1, needsMm) && (depthMm > 0 || !confirmedOnly);
        return deepEnough && !(currentMs > (float) mostCurrentMs);
    }
}
