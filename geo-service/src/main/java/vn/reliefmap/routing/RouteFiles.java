package vn.reliefmap.routing;

/** Writes ways for other programs. Thread-safe; both methods throw a {@code NO_WAY} problem (422) when there is no way. */
public interface RouteFiles {
    /**
     * GPX 1.1: a track for the way and for each other way (a segment for each vehicle), and a waypoint for each step, the
     * transfer among them, with its words in Vietnamese. Points carry times where the answer knows its departure. UTF-8.
     */
    byte[] gpx(RouteAdvice advice);

    /**
     * A GeoJSON FeatureCollection, longitude first: lines with {@code kind} {@code way} (one for each vehicle) or {@code
     * other}, and points with {@code kind} {@code step}. UTF-8.
     */
    byte[] geoJson(RouteAdvice advice);
}
