package vn.reliefmap.demo.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.UnaryUnionNG;
import org.locationtech.jts.simplify.TopologyPreservingSimplifier;
import vn.reliefmap.geo.Geometries;

/**
 * Lets the rivers rise over the {@link Ground} in six steps. While the water rises each step holds the one before it,
 * at every depth; the last step falls.
 */
final class RisingWater {
    /** Where one depth class ends and the next begins, metres; the classes d1 to d5 of the legend. */
    static final double[] CLASSES_M = {0.1, 0.3, 0.6, 1.2, 2.0};

    /**
     * What is said of each class, metres. In d1 a motorbike still crawls (closed at 0.25 m), in d2 only a truck does
     * (closed at 0.6 m), from d3 on no wheels: domain facts, section 2.
     */
    static final double[] SAID_M = {0.2, 0.4, 1.0, 1.8, 2.8};

    private static final int[] HOURS = {-9, -6, -3, 0, 3, 6};
    private static final double[] WATER_M = {0.7, 1.1, 1.5, 1.85, 2.1, 1.7};
    private static final int FIRST_FORECAST = 4;
    private static final PrecisionModel GRID = new PrecisionModel(1);

    private final Ground ground;
    private final Raster raster;
    private final double toleranceM;
    private final double leastM2;

    private RisingWater(Ground ground) {
        this.ground = ground;
        this.raster = ground.raster();
        this.toleranceM = raster.cellM() * 0.22;
        this.leastM2 = raster.cellM() * raster.cellM() * 2.5;
    }

    /** @param unmeasured where nobody measured a depth, plane metres; may be empty */
    static List<FloodStep> steps(Ground ground, Geometry unmeasured) {
        RisingWater water = new RisingWater(ground);
        List<FloodStep> steps = new ArrayList<>();
        List<Geometry> before = List.of();
        for (int i = 0; i < HOURS.length; i++) {
            boolean rising = i == 0 || WATER_M[i] >= WATER_M[i - 1];
            List<Geometry> deeper = water.deeperThan(WATER_M[i], rising ? before : List.of());
            List<FloodStep.Band> bands = water.bands(deeper, unmeasured);
            steps.add(new FloodStep(i + 1, HOURS[i], i >= FIRST_FORECAST, WATER_M[i], bands, deeper.get(0)));
            before = deeper;
        }
        return steps;
    }

    /** How high the water stands at a step, metres above the rivers' ordinary level. */
    static double waterM(int step) {
        return WATER_M[step - 1];
    }

    /** The highest water of all steps. */
    static double peakM() {
        return Arrays.stream(WATER_M).max().orElse(0);
    }

    /** Hours from the base time, by step. */
    static int hours(int step) {
        return HOURS[step - 1];
    }

    /** The ragged round area around a place where nobody measured, plane metres. */
    static Geometry unmeasuredAround(Coordinate centre, double radiusM, Noise ragged) {
        List<Coordinate> ring = new ArrayList<>();
        for (int i = 0; i < 48; i++) {
            double angle = 2 * Math.PI * i / 48;
            double x = centre.x + radiusM * StrictMath.cos(angle);
            double y = centre.y + radiusM * StrictMath.sin(angle);
            double swell = 1 + 0.3 * ragged.at(x, y);
            ring.add(new Coordinate(
                    Math.rint(centre.x + swell * (x - centre.x)), Math.rint(centre.y + swell * (y - centre.y))));
        }
        ring.add(ring.get(0).copy());
        return Plane.METRES.createPolygon(ring.toArray(Coordinate[]::new));
    }

    /** The areas deeper than each class limit: each inside the one before, and holding the earlier step's. */
    private List<Geometry> deeperThan(double waterM, List<Geometry> before) {
        double[] heights = ground.heightsM();
        double[] depths = new double[heights.length];
        for (int cell = 0; cell < depths.length; cell++) {
            depths[cell] = Math.max(-1, waterM - heights[cell]);
        }
        List<Geometry> deeper = new ArrayList<>();
        for (int i = 0; i < CLASSES_M.length; i++) {
            Geometry traced = Contours.atLeast(raster, depths, CLASSES_M[i], leastM2);
            Geometry area = clean(TopologyPreservingSimplifier.simplify(traced, toleranceM));
            if (!before.isEmpty()) {
                area = overlay(area, before.get(i), OverlayNG.UNION);
            }
            if (i > 0) {
                area = overlay(area, deeper.get(i - 1), OverlayNG.INTERSECTION);
            }
            deeper.add(area);
        }
        return deeper;
    }

    private List<FloodStep.Band> bands(List<Geometry> deeper, Geometry unmeasured) {
        List<FloodStep.Band> bands = new ArrayList<>();
        for (int i = 0; i < deeper.size(); i++) {
            Geometry band = deeper.get(i);
            if (i + 1 < deeper.size()) {
                band = overlay(band, deeper.get(i + 1), OverlayNG.DIFFERENCE);
            }
            band = overlay(band, unmeasured, OverlayNG.DIFFERENCE);
            bands.add(new FloodStep.Band(SAID_M[i], inDegrees(band)));
        }
        bands.add(new FloodStep.Band(null, inDegrees(overlay(deeper.get(0), unmeasured, OverlayNG.INTERSECTION))));
        return bands;
    }

    /** The polygons in degrees; the rare one that rounding made touch itself is mended. */
    private List<Polygon> inDegrees(Geometry metres) {
        List<Polygon> polygons = new ArrayList<>();
        MultiPolygon all = Geometries.multiPolygon(metres);
        for (int i = 0; i < all.getNumGeometries(); i++) {
            Geometry degrees = new InDegrees(ground.plane()).transform(all.getGeometryN(i));
            if (!degrees.isValid()) {
                degrees = GeometryFixer.fix(degrees);
            }
            MultiPolygon parts = Geometries.multiPolygon(degrees);
            for (int k = 0; k < parts.getNumGeometries(); k++) {
                polygons.add((Polygon) parts.getGeometryN(k));
            }
        }
        return polygons;
    }

    private Geometry clean(Geometry area) {
        return polygonsOf(UnaryUnionNG.union(area, GRID));
    }

    private static Geometry overlay(Geometry a, Geometry b, int operation) {
        return polygonsOf(OverlayNG.overlay(a, b, operation, GRID));
    }

    private static Geometry polygonsOf(Geometry geometry) {
        MultiPolygon all = Geometries.multiPolygon(geometry);
        Polygon[] parts = new Polygon[all.getNumGeometries()];
        for (int i = 0; i < parts.length; i++) {
            parts[i] = (Polygon) all.getGeometryN(i);
        }
        return Plane.METRES.createMultiPolygon(parts);
    }
}
