package vn.reliefmap.admin;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.MultiPolygon;
import vn.reliefmap.geo.Bbox;

/** The outlines of present units, for drawing. Thread-safe; one simplified set is kept for each zoom. */
public interface AdminOutlines {
    /**
     * Outlines whose box meets the given one (all when null), simplified to half a pixel of the zoom. Neighbours keep
     * their common border.
     *
     * @param zoom map zoom, 0–22; from 15 on the outlines are as they were imported
     */
    List<Outlined> at(int zoom, @Nullable Bbox box);

    /** Present units whose outline's box meets the given one. */
    List<AdminUnit> unitsIn(Bbox box);

    /** @param area EPSG:4326, x = longitude, never empty in the file, perhaps simplified to nothing at a far zoom */
    record Outlined(AdminUnit unit, MultiPolygon area) {}
}
