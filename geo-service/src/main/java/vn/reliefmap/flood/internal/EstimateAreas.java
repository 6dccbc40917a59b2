package vn.reliefmap.flood.internal;

import java.awt.geom.AffineTransform;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import vn.reliefmap.flood.DepthClass;
import vn.reliefmap.geo.Crs;
import vn.reliefmap.geo.Geometries;
import vn.reliefmap.geo.Grid;
import vn.reliefmap.geo.GridAreas;

/**
 * Where a picture's depth is estimated, as areas of one depth class each, for the eye: cells as large as those of the heights, or so
 * large that there are at most about 250,000 of them, each judged at its middle.
 */
final class EstimateAreas {
    private static final int MOST_CELLS = 250_000;
    private static final List<DepthClass> CLASSES = List.of(DepthClass.values());

    private EstimateAreas() {}

    static Map<DepthClass, MultiPolygon> of(MergedPicture picture) {
        Elevation elevation = picture.ground().elevation();
        Envelope box = new Envelope();
        picture.newestFirst().stream().filter(Observation::hasUnknown).forEach(o -> box.expandToInclude(o.extent()));
        Envelope known = box.intersection(elevation.extent());
        if (elevation.isEmpty() || known.isNull() || known.getArea() == 0) {
            return Map.of();
        }
        double step = Math.max(elevation.finestDeg(), Math.sqrt(known.getArea() / MOST_CELLS));
        int columns = (int) Math.ceil(known.getWidth() / step);
        int rows = (int) Math.ceil(known.getHeight() / step);
        float[] depths = new float[columns * rows];
        Arrays.fill(depths, Float.NaN);
        List<Envelope> wet = picture.wetEnvelopes();
        for (int i = 0; i < depths.length; i++) {
            int row = i / columns;
            Coordinate middle =
                    new Coordinate(known.getMinX() + (i % columns + 0.5) * step, known.getMaxY() - (row + 0.5) * step);
            if (wet.stream().anyMatch(w -> w.contains(middle))) {
                depths[i] = (float) picture.floodAt(middle).estimatedM();
            }
        }
        Grid grid = new Grid(
                columns,
                rows,
                depths,
                new AffineTransform(step, 0, 0, -step, known.getMinX(), known.getMaxY()),
                new Crs(Crs.LON_LAT));
        Map<DepthClass, List<Polygon>> parts = new EnumMap<>(DepthClass.class);
        GridAreas.each(
                grid,
                depth -> Float.isNaN(depth) ? -1 : CLASSES.indexOf(DepthClass.of(depth)),
                area -> parts.computeIfAbsent(CLASSES.get(area.band()), c -> new ArrayList<>())
                        .add(area.polygon()));
        Map<DepthClass, MultiPolygon> areas = new EnumMap<>(DepthClass.class);
        parts.forEach((depthClass, polygons) ->
                areas.put(depthClass, Geometries.FACTORY.createMultiPolygon(polygons.toArray(Polygon[]::new))));
        return areas;
    }
}
