package vn.reliefmap.demo.internal;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import vn.reliefmap.basemap.AreaKind;
import vn.reliefmap.basemap.BasemapFeatures;
import vn.reliefmap.basemap.LineKind;
import vn.reliefmap.basemap.MapArea;
import vn.reliefmap.basemap.MapLine;
import vn.reliefmap.basemap.MapPlace;
import vn.reliefmap.geo.Bbox;
import vn.reliefmap.geo.LonLat;
import vn.reliefmap.kernel.Problem;

/**
 * What a demo is made from: the roads, waters, places and buildings of one extract. EPSG:4326, longitude first.
 *
 * @param box around the roads, without the stray ones of long relations
 * @param areas water, lagoons, sea and woods
 * @param buildings their middles; may be empty
 */
record DemoLand(
        Bbox box,
        List<MapLine> roads,
        List<MapLine> rivers,
        List<MapArea> areas,
        List<MapPlace> places,
        List<LonLat> buildings) {
    /** One road vertex in this many may lie outside the box on each side. */
    private static final int STRAY_SHARE = 5000;

    private static final double MARGIN_DEGREES = 0.002;

    /** Reads the current import; throws {@code NO_ROADS} (503) when there is none. */
    static DemoLand of(BasemapFeatures basemap) {
        Bbox whole = basemap.findCurrent().map(current -> current.box()).orElseThrow(() -> Problem.unavailable(
                        "NO_ROADS",
                        "Chưa có mạng đường. Hãy nhập trước: ./relief import roads FILE.",
                        "There are no roads yet. Import some first: ./relief import roads FILE.")
                .asException());
        List<MapLine> roads = basemap.listLines(EnumSet.of(LineKind.ROAD), whole);
        Bbox box = boxAround(roads);
        return new DemoLand(
                box,
                roads,
                basemap.listLines(EnumSet.of(LineKind.RIVER, LineKind.CANAL, LineKind.STREAM), box),
                basemap.listAreas(EnumSet.of(AreaKind.WATER, AreaKind.LAGOON, AreaKind.SEA, AreaKind.WOOD), box),
                basemap.listPlaces(box),
                basemap.listBuildings(box));
    }

    Plane plane() {
        return new Plane((box.minLon() + box.maxLon()) / 2, (box.minLat() + box.maxLat()) / 2);
    }

    /** The box that holds nearly all road vertices. */
    static Bbox boxAround(List<MapLine> roads) {
        double[] lons = roads.stream()
                .flatMap(road -> Arrays.stream(road.line().getCoordinates()))
                .mapToDouble(c -> c.x)
                .sorted()
                .toArray();
        double[] lats = roads.stream()
                .flatMap(road -> Arrays.stream(road.line().getCoordinates()))
                .mapToDouble(c -> c.y)
                .sorted()
                .toArray();
        int stray = lons.length / STRAY_SHARE;
        int last = lons.length - 1 - stray;
        return new Bbox(
                lons[stray] - MARGIN_DEGREES,
                lats[stray] - MARGIN_DEGREES,
                lons[last] + MARGIN_DEGREES,
                lats[last] + MARGIN_DEGREES);
    }
}
