package vn.reliefmap.routing;

import java.time.Instant;

/**
 * An offer to leave later, never taken in silence.
 *
 * @param leaveAt start of a step of the water
 * @param arriveAt when the place is reached then
 */
public record LaterStart(Instant leaveAt, Instant arriveAt) {}
