package vn.reliefmap.routing.internal;

/**
 * Where a boat may go.
 *
 * @param water the depths
 * @param needsMm least depth it floats in
 * @param confirmedOnly false when water of unknown depth may be tried
 */
record BoatRule(BoatWater water, short needsMm, boolean confirmedOnly) {
    boolean passes(int cell) {
        short depth = water.depthMm(cell);
        return depth == BoatWater.UNKNOWN ? !confirmedOnly : depth > 0 && depth >= needsMm;
    }
}
