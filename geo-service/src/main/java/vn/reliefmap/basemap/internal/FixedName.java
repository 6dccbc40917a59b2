package vn.reliefmap.basemap.internal;

import java.util.List;
import org.locationtech.jts.geom.Coordinate;

/**
 * A name that stands on the map whatever was imported: Vietnam's islands off the middle coast and its two
 * archipelagos, the largest islands of which are named from zoom 9 on.
 *
 * @param minZoom zoom from which it is shown
 * @param dot whether a dot marks the island
 */
record FixedName(String text, Coordinate at, int minZoom, boolean dot) {
    static final List<FixedName> ALL = List.of(
            new FixedName("Quần đảo Hoàng Sa (Việt Nam)", new Coordinate(112.0, 16.5), 5, false),
            new FixedName("Quần đảo Trường Sa (Việt Nam)", new Coordinate(114.0, 10.0), 5, false),
            new FixedName("Cồn Cỏ", new Coordinate(107.34, 17.16), 5, true),
            new FixedName("Đảo Phú Lâm (Việt Nam)", new Coordinate(112.33, 16.83), 9, true),
            new FixedName("Đảo Hoàng Sa (Việt Nam)", new Coordinate(111.61, 16.53), 9, true),
            new FixedName("Đảo Trường Sa (Việt Nam)", new Coordinate(111.92, 8.645), 9, true),
            new FixedName("Đảo Song Tử Tây (Việt Nam)", new Coordinate(114.33, 11.43), 9, true),
            new FixedName("Đảo Nam Yết (Việt Nam)", new Coordinate(114.36, 10.18), 9, true));
}
