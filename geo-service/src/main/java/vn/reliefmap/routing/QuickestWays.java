package vn.reliefmap.routing;

import vn.reliefmap.geo.LonLat;

/**
 * The quickest ways from the nearest start to every place that wheels reach, all under one water: trees of road points,
 * which are junctions on those ways, and the points where places and starts meet their roads. Every piece of road between
 * two points that follow each other is passable. Immutable; equal searches give equal numbers.
 */
public interface QuickestWays {
    /** Road points, numbered so that the point before is always the smaller one. */
    int points();

    /** The point before it on its way from a start; −1 at a start. */
    int before(int point);

    /** Which start its way begins at. */
    int start(int point);

    /** Driving time from the start in seconds. */
    double seconds(int point);

    /** Way from the start in metres. */
    double metres(int point);

    /** Whether people on foot get through the water between the point before and this one; true at a start. */
    boolean wadeable(int point);

    boolean junction(int point);

    /** On the road, never a home. */
    LonLat at(int point);

    /** The road point of a place; −1 when it is cut off or far from every road. */
    int of(int place);
}
