package vn.reliefmap.plan.internal.papers;

import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.MultiPolygon;
import vn.reliefmap.flood.DepthClass;
import vn.reliefmap.geo.LonLat;
import vn.reliefmap.plan.PlannedTour;

/**
 * What the map of a run sheet shows. All geometry is EPSG:4326, x = longitude; it may reach beyond the frame.
 *
 * @param permanent rivers, lakes, the sea
 * @param rivers those that the base map has as lines
 * @param flood by class
 * @param communes outlines with their names
 * @param places named settlements, the largest first
 */
record SheetMap(
        MapFrame frame,
        List<MultiPolygon> permanent,
        List<LineString> rivers,
        Map<DepthClass, MultiPolygon> flood,
        List<Road> roads,
        List<Commune> communes,
        List<Settlement> places,
        PlannedTour tour) {

    /** @param rank 0 for a lane, 1 for a road between villages, 2 for a main road */
    record Road(int rank, LineString line) {}

    record Commune(String name, MultiPolygon outline) {}

    record Settlement(String name, LonLat at) {}
}
