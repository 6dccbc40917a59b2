package vn.reliefmap.basemap.internal;

import com.graphhopper.reader.ReaderElement;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.reliefmap.basemap.AreaKind;
import vn.reliefmap.basemap.LineKind;

/** What the tags of an OpenStreetMap element mean for the base map, and from which zoom it is drawn. */
final class OsmClasses {
    /** A line's kind and class, and the least zoom it is drawn at. */
    record LineClass(LineKind kind, String word, int minZoom) {}

    private static final Map<String, Integer> ROAD_ZOOMS = Map.ofEntries(
            Map.entry("motorway", 6),
            Map.entry("motorway_link", 11),
            Map.entry("trunk", 6),
            Map.entry("trunk_link", 11),
            Map.entry("primary", 8),
            Map.entry("primary_link", 12),
            Map.entry("secondary", 10),
            Map.entry("secondary_link", 14),
            Map.entry("tertiary", 11),
            Map.entry("tertiary_link", 14),
            Map.entry("unclassified", 13),
            Map.entry("residential", 14),
            Map.entry("living_street", 14),
            Map.entry("road", 14),
            Map.entry("busway", 15),
            Map.entry("pedestrian", 15),
            Map.entry("service", 16),
            Map.entry("track", 15));
    private static final int PATH_ZOOM = 16;
    private static final Set<String> NOT_BUILT =
            Set.of("construction", "proposed", "abandoned", "razed", "platform", "no");
    private static final Map<String, LineClass> WATERWAYS = Map.of(
            "river", new LineClass(LineKind.RIVER, "river", 8),
            "canal", new LineClass(LineKind.CANAL, "canal", 11),
            "stream", new LineClass(LineKind.STREAM, "stream", 13),
            "drain", new LineClass(LineKind.STREAM, "drain", 15),
            "ditch", new LineClass(LineKind.STREAM, "ditch", 15));
    private static final Set<String> RAILS = Set.of("rail", "narrow_gauge", "light_rail");
    private static final Map<String, Integer> PLACE_ZOOMS = Map.ofEntries(
            Map.entry("city", 6),
            Map.entry("island", 9),
            Map.entry("archipelago", 7),
            Map.entry("town", 9),
            Map.entry("suburb", 12),
            Map.entry("village", 12),
            Map.entry("quarter", 13),
            Map.entry("islet", 13),
            Map.entry("hamlet", 14),
            Map.entry("neighbourhood", 14),
            Map.entry("isolated_dwelling", 15),
            Map.entry("locality", 15));
    private static final Set<String> BUILT_UP_USES =
            Set.of("residential", "commercial", "retail", "industrial", "construction");

    private OsmClasses() {}

    /** The line a way is drawn as, or null when it is none. */
    static @Nullable LineClass line(ReaderElement way) {
        String highway = tag(way, "highway");
        if (highway != null && !NOT_BUILT.contains(highway)) {
            return new LineClass(LineKind.ROAD, highway, ROAD_ZOOMS.getOrDefault(highway, PATH_ZOOM));
        }
        String waterway = tag(way, "waterway");
        if (waterway != null && WATERWAYS.containsKey(waterway)) {
            return WATERWAYS.get(waterway);
        }
        String railway = tag(way, "railway");
        if (railway != null && RAILS.contains(railway)) {
            return new LineClass(LineKind.RAIL, railway, tag(way, "service") == null ? 8 : 14);
        }
        return "coastline".equals(tag(way, "natural")) ? new LineClass(LineKind.COASTLINE, "coastline", 0) : null;
    }

    /** The area a closed way or a multipolygon encloses, or null when it is none of ours. */
    static @Nullable AreaKind area(ReaderElement element) {
        String natural = tag(element, "natural");
        String landuse = tag(element, "landuse");
        if ("sea".equals(tag(element, "place")) || "sea".equals(tag(element, "water"))) {
            return AreaKind.SEA;
        }
        if ("water".equals(natural)
                || "riverbank".equals(tag(element, "waterway"))
                || "reservoir".equals(landuse)
                || "basin".equals(landuse)) {
            return "lagoon".equals(tag(element, "water")) ? AreaKind.LAGOON : AreaKind.WATER;
        }
        if ("wood".equals(natural) || "forest".equals(landuse)) {
            return AreaKind.WOOD;
        }
        return landuse != null && BUILT_UP_USES.contains(landuse) ? AreaKind.BUILT_UP : null;
    }

    /** Water that is there all year: what OpenStreetMap calls seasonal, and basins, which may be dry, are not. */
    static boolean permanentWater(ReaderElement element) {
        boolean water = "water".equals(tag(element, "natural"))
                || "riverbank".equals(tag(element, "waterway"))
                || "reservoir".equals(tag(element, "landuse"));
        return water
                && !"basin".equals(tag(element, "water"))
                && !"basin".equals(tag(element, "landuse"))
                && no(element, "intermittent")
                && no(element, "seasonal")
                && no(element, "tidal");
    }

    private static boolean no(ReaderElement element, String key) {
        String value = tag(element, key);
        return value == null || "no".equals(value);
    }

    static boolean building(ReaderElement element) {
        String building = tag(element, "building");
        return building != null && !"no".equals(building);
    }

    /** The least zoom the place is named at, or null when it is a place that is never named. */
    static @Nullable Integer placeZoom(@Nullable String kind) {
        return kind == null ? null : PLACE_ZOOMS.get(kind);
    }

    static boolean bridge(ReaderElement way) {
        String bridge = tag(way, "bridge");
        return bridge != null && !"no".equals(bridge);
    }

    /** The least zoom at which an area of this size covers four pixels, a tint of the ground 64. */
    static int areaZoom(AreaKind kind, double areaM2, double latitude) {
        int leastPx = kind == AreaKind.WOOD || kind == AreaKind.BUILT_UP ? 64 : 4;
        double metersPerPixel = 156_543.03 * Math.cos(Math.toRadians(latitude));
        int zoom = 5;
        while (zoom < 16 && areaM2 < leastPx * Math.pow(metersPerPixel / (1 << zoom), 2)) {
            zoom++;
        }
        return zoom;
    }

    static @Nullable String tag(ReaderElement element, String key) {
        Object value = element.getTag(key, (Object) null);
        return value == null ? null : value.toString();
    }
}
