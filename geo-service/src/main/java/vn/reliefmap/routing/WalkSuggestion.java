package vn.reliefmap.routing;

import org.locationtech.jts.geom.LineString;
import vn.reliefmap.geo.LonLat;

/**
 * Where the vehicle gets to, and from where the place that it does not reach can be walked or waded. An offer: nobody is
 * sent there unless asked for.
 *
 * @param point on a passable road that the other end has a way to
 * @param line the walk, from that point to the place, EPSG:4326
 * @param distanceM its length
 * @param walkDepthM deepest known water on it, always below the depth that stops people on foot
 * @param wadeM metres of it through water
 * @param unobservedM metres of it where nobody looked for water
 * @param vi why it is offered, Vietnamese
 * @param en the same in English
 */
public record WalkSuggestion(
        LonLat point,
        LineString line,
        double distanceM,
        double walkDepthM,
        double wadeM,
        double unobservedM,
        String vi,
        String en) {}
