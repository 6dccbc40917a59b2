package vn.reliefmap.basemap;

import org.jspecify.annotations.Nullable;
import vn.reliefmap.geo.Bbox;

/**
 * The import the map is drawn from.
 *
 * @param importId row of {@code road_import}
 * @param sourceName the file it came from
 * @param simulated whether its roads are made up
 * @param box around its roads, or null when it has none
 */
public record CurrentBasemap(
        long importId,
        String sourceName,
        boolean simulated,
        @Nullable Bbox box) {}
