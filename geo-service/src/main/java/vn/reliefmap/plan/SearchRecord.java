package vn.reliefmap.plan;

/**
 * How a plan was found; {@link SearchLimits#again} repeats it.
 *
 * @param iterations length the search was laid out for
 * @param done iterations made in all
 * @param stopped true when it was stopped or ran out of time before it was done
 * @param elapsedS seconds by the clock of the limits
 */
public record SearchRecord(long seed, long iterations, long done, boolean stopped, double elapsedS) {}
