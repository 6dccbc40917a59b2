package vn.reliefmap.admin.internal;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.coverage.CoverageSimplifier;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateFilter;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.MultiPolygon;
import vn.reliefmap.admin.internal.OutlineIndex.Outline;
import vn.reliefmap.geo.Geometries;

/**
 * Leaves out corners that a zoom level cannot show. Common borders are simplified once for both neighbours, so no gaps
 * open; where the file itself has hairline gaps, each side is simplified for itself.
 */
final class OutlineSimplifier {
    /** From this zoom on the outlines are drawn as they are. */
    private static final int FULL_DETAIL_ZOOM = 15;

    private static final double DEGREES_PER_PIXEL_AT_ZOOM_0 = 360.0 / 256;

    private OutlineSimplifier() {}

    static List<Outline> simplify(List<Outline> outlines, int zoom) {
        if (zoom >= FULL_DETAIL_ZOOM || outlines.isEmpty()) {
            return outlines;
        }
        double pixel = DEGREES_PER_PIXEL_AT_ZOOM_0 / (1 << zoom);
        double grain = Math.pow(10, Math.ceil(-Math.log10(pixel / 8)));
        List<Outline> simple = new ArrayList<>(outlines.size());
        for (boolean simulated : new boolean[] {false, true}) {
            List<Outline> layer =
                    outlines.stream().filter(o -> o.simulated() == simulated).toList();
            if (!layer.isEmpty()) {
                Geometry[] areas = layer.stream().map(Outline::area).toArray(Geometry[]::new);
                Geometry[] reduced = new CoverageSimplifier(areas).simplify(pixel);
                for (int i = 0; i < reduced.length; i++) {
                    simple.add(new Outline(layer.get(i).code(), simulated, rounded(reduced[i], grain)));
                }
            }
        }
        return simple;
    }

    /** Rounds every corner alike, so that common borders stay common; the text gets shorter by a third. */
    private static MultiPolygon rounded(Geometry area, double grain) {
        MultiPolygon copy = Geometries.multiPolygon(area.copy());
        copy.apply((CoordinateFilter) c -> round(c, grain));
        copy.geometryChanged();
        return copy;
    }

    private static void round(Coordinate c, double grain) {
        c.x = Math.round(c.x * grain) / grain;
        c.y = Math.round(c.y * grain) / grain;
    }
}
