package vn.reliefmap.flood;

import java.time.Instant;

/**
 * One moment for which there is water.
 *
 * @param at when it was observed, or is forecast for
 * @param forecast true when it is not an observation
 */
public record WaterStep(Instant at, boolean forecast) {}
