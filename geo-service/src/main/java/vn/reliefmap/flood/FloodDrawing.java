package vn.reliefmap.flood;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.MultiPolygon;
import vn.reliefmap.geo.Bbox;

/** The water of a picture as areas to draw. Thread-safe; what was drawn is kept in memory. */
public interface FloodDrawing {
    /** Most zoomed-in level that still simplifies: from here on, half a pixel is about 0.6 m. */
    int FINEST_ZOOM = 17;

    /**
     * The areas for a map.
     *
     * @param box what the map shows; null = all. The areas reach a little further, so that no cut edge is seen
     * @param zoom 0 to 22, as Leaflet counts; lines are simplified to half a pixel
     */
    Drawn draw(WaterPicture picture, @Nullable Bbox box, int zoom);

    /**
     * Areas in longitude and latitude (EPSG:4326), clipped. Each polygon is valid by itself; since each is simplified by
     * itself, neighbours may overlap or part by up to a pixel.
     *
     * @param water one area for each class that is there; D0 is left out. Before simplifying, the classes do not overlap
     * @param estimated where a depth is estimated from the height of the ground and says more than what was observed, by class of
     *     the estimate; lies over {@code water}. D0 is left out
     * @param footprint everything that was looked at; may be empty
     * @param tag the same for the same answer
     */
    record Drawn(
            Map<DepthClass, MultiPolygon> water,
            Map<DepthClass, MultiPolygon> estimated,
            MultiPolygon footprint,
            String tag) {}
}
