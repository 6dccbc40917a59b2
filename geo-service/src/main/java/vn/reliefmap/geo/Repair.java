package vn.reliefmap.geo;

import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.util.GeometryFixer;

/**
 * Areas as they should be: valid by the OGC rules (no ring crosses itself, holes inside, no overlap).
 *
 * @param area valid, EPSG:4326; empty when nothing with an area was left
 * @param changed true when the geometry was not valid and had to be mended
 */
public record Repair(MultiPolygon area, boolean changed) {

    /** The areas of a geometry, mended when they are not valid. Points and lines in it are left out. */
    public static Repair of(Geometry geometry) {
        MultiPolygon areas = Geometries.multiPolygon(geometry);
        if (areas.isValid()) {
            return new Repair(areas, false);
        }
        return new Repair(Geometries.multiPolygon(GeometryFixer.fix(areas)), true);
    }
}
