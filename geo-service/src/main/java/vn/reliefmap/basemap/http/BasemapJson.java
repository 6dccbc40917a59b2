package vn.reliefmap.basemap.http;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.reliefmap.basemap.CurrentBasemap;
import vn.reliefmap.geo.Bbox;

/** The loaded base map; every field is null when none is. */
record BasemapJson(
        @Nullable Long importId,
        @Nullable List<Double> bbox,
        @Nullable Boolean simulated,
        @Nullable String sourceName) {
    static final BasemapJson NONE = new BasemapJson(null, null, null, null);

    static BasemapJson of(CurrentBasemap basemap) {
        Bbox box = basemap.box();
        List<Double> bbox = box == null ? null : List.of(box.minLon(), box.minLat(), box.maxLon(), box.maxLat());
        return new BasemapJson(basemap.importId(), bbox, basemap.simulated(), basemap.sourceName());
    }
}
