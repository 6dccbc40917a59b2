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

    /** About 11 m; a longer ring without width is a line, not an area. */
    private static final double LONGEST_SLIVER_DEG = 1e-4;

    /** Half of the sixth decimal, about 5 cm: what rounding takes from each side of a sliver. */
    private static final double ROUNDING_DEG = 5e-7;

    /**
     * The areas of a geometry in longitude and latitude, mended when they are not valid. Points and lines in it are left
     * out. A sliver of a few metres that rounding has pressed flat gets the width of the rounding back, so that the
     * place is not lost.
     */
    public static Repair of(Geometry geometry) {
        MultiPolygon areas = Geometries.multiPolygon(geometry);
        if (areas.isValid()) {
            return new Repair(areas, false);
        }
        MultiPolygon fixed = Geometries.multiPolygon(GeometryFixer.fix(areas));
        if (fixed.isEmpty() && !areas.isEmpty() && areas.getEnvelopeInternal().getDiameter() <= LONGEST_SLIVER_DEG) {
            Geometry flat = areas.getFactory().createMultiPointFromCoords(areas.getCoordinates());
            fixed = Geometries.multiPolygon(flat.convexHull().buffer(ROUNDING_DEG, 1));
        }
        return new Repair(fixed, true);
    }
}
