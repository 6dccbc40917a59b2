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

    boolean passes(int cell) {
        return deepEnough(water.depthMm(cell)) && slowEnough(cell);
    }

    private boolean slowEnough(int cell) {
        return !(water.currentMs(cell) > (float) mostCurrentMs);
    }

    private boolean deepEnough(short depth) {
        return BoatWater.shallowestMm(depth) >= Math.max(1, needsMm) && (depth > 0 || !confirmedOnly);
    }
}
