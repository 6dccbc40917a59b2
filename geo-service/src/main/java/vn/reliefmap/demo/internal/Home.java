package vn.reliefmap.demo.internal;

import org.locationtech.jts.geom.Coordinate;

/**
 * One simulated household before it has a commune and needs.
 *
 * @param at plane metres
 */
record Home(Coordinate at, int people, int vulnerablePeople) {}
