package vn.reliefmap.flood.internal;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import vn.reliefmap.flood.DepthClass;
import vn.reliefmap.geo.Geometries;

/**
 * The whole plane of a picture cut into areas of one depth class each, by the same rules as {@link MergedPicture}, which
 * answers for single places. Immutable. Costs some overlays for each observation whose water still shows.
 */
final class MergedFaces {
    private final Map<DepthClass, MultiPolygon> water = new EnumMap<>(DepthClass.class);
    private final MultiPolygon seen;

    private MergedFaces(Map<DepthClass, List<Geometry>> parts, Geometry seen) {
        parts.forEach((depthClass, areas) -> {
            MultiPolygon area = Geometries.multiPolygon(union(areas));
            if (!area.isEmpty()) {
                water.put(depthClass, area);
            }
        });
        this.seen = Geometries.multiPolygon(seen);
    }

    Map<DepthClass, MultiPolygon> water() {
        return water;
    }

    /** Everything that was looked at. */
    MultiPolygon seen() {
        return seen;
    }

    static MergedFaces of(MergedPicture picture) {
        Map<DepthClass, List<Geometry>> parts = new EnumMap<>(DepthClass.class);
        Geometry seen = empty();
        // Wet by a newer observation that did not know the depth.
        Geometry seeking = empty();
        for (Observation observation : picture.newestFirst()) {
            boolean settled = seen.contains(Geometries.FACTORY.toGeometry(observation.extent()));
            if (settled && seeking.isEmpty()) {
                continue;
            }
            Layers layers = Layers.of(observation, seen, seeking);
            for (Map.Entry<DepthClass, Geometry> layer : layers.depths.entrySet()) {
                add(parts, layer.getKey(), overlay(seeking, layer.getValue(), OverlayNG.INTERSECTION));
                seeking = overlay(seeking, layer.getValue(), OverlayNG.DIFFERENCE);
            }
            // Found dry here: what stands there now is new water, and nobody measured it.
            Geometry noWater = overlay(seeking, layers.unknown, OverlayNG.DIFFERENCE);
            add(parts, DepthClass.UNKNOWN, overlay(noWater, layers.looked, OverlayNG.INTERSECTION));
            seeking = overlay(
                    overlay(seeking, layers.unknown, OverlayNG.INTERSECTION),
                    overlay(noWater, layers.looked, OverlayNG.DIFFERENCE),
                    OverlayNG.UNION);
            if (settled) {
                continue;
            }
            for (Map.Entry<DepthClass, Geometry> layer : layers.depths.entrySet()) {
                add(parts, layer.getKey(), overlay(layer.getValue(), seen, OverlayNG.DIFFERENCE));
            }
            Geometry fresh = overlay(layers.unknown, seen, OverlayNG.DIFFERENCE);
            seeking = overlay(seeking, fresh, OverlayNG.UNION);
            seen = overlay(seen, layers.looked, OverlayNG.UNION);
        }
        add(parts, DepthClass.UNKNOWN, seeking);
        return new MergedFaces(parts, seen);
    }

    private static void add(Map<DepthClass, List<Geometry>> parts, DepthClass depthClass, Geometry area) {
        if (!area.isEmpty()) {
            parts.computeIfAbsent(depthClass, c -> new ArrayList<>()).add(area);
        }
    }

    private static Geometry empty() {
        return Geometries.FACTORY.createMultiPolygon();
    }

    private static Geometry overlay(Geometry a, Geometry b, int operation) {
        if (operation != OverlayNG.UNION && (a.isEmpty() || b.isEmpty())) {
            return operation == OverlayNG.DIFFERENCE ? a : empty();
        }
        if (operation == OverlayNG.INTERSECTION && !a.getEnvelopeInternal().intersects(b.getEnvelopeInternal())) {
            return empty();
        }
        return Geometries.multiPolygon(OverlayNGRobust.overlay(a, b, operation));
    }

    private static Geometry union(List<Geometry> areas) {
        GeometryFactory factory = Geometries.FACTORY;
        return areas.size() == 1
                ? areas.get(0)
                : Geometries.multiPolygon(
                        OverlayNGRobust.union(factory.createGeometryCollection(areas.toArray(Geometry[]::new))));
    }

    /**
     * One observation as areas that do not overlap: where polygons do, the deepest counts, and a depth counts before an
     * unknown one.
     */
    private record Layers(Map<DepthClass, Geometry> depths, Geometry unknown, Geometry looked) {
        /**
         * Faces that newer observations have settled are left out: nothing of them shows.
         *
         * @param seen what newer observations looked at
         * @param seeking the part of it that still needs a depth
         */
        static Layers of(Observation observation, Geometry seen, Geometry seeking) {
            PreparedGeometry covered = PreparedGeometryFactory.prepare(seen);
            PreparedGeometry open = PreparedGeometryFactory.prepare(seeking);
            Map<DepthClass, List<Geometry>> raw = new EnumMap<>(DepthClass.class);
            List<Geometry> all = new ArrayList<>();
            for (Observation.Face face : observation.faces()) {
                if (covered.covers(face.polygon()) && !open.intersects(face.polygon())) {
                    continue;
                }
                all.add(face.polygon());
                if (face.isWater()) {
                    DepthClass depthClass = face.depthKnown() ? DepthClass.of(face.depthM()) : DepthClass.UNKNOWN;
                    raw.computeIfAbsent(depthClass, c -> new ArrayList<>()).add(face.polygon());
                }
            }
            Map<DepthClass, Geometry> depths = new EnumMap<>(DepthClass.class);
            Geometry deeper = empty();
            DepthClass[] classes = DepthClass.values();
            for (int i = classes.length - 1; i >= 0; i--) {
                List<Geometry> own = classes[i] == DepthClass.UNKNOWN ? null : raw.get(classes[i]);
                if (own == null) {
                    continue;
                }
                Geometry layer = union(own);
                depths.put(classes[i], overlay(layer, deeper, OverlayNG.DIFFERENCE));
                deeper = deeper.isEmpty() ? layer : overlay(deeper, layer, OverlayNG.UNION);
            }
            List<Geometry> unknownRaw = raw.get(DepthClass.UNKNOWN);
            Geometry unknown = unknownRaw == null ? empty() : overlay(union(unknownRaw), deeper, OverlayNG.DIFFERENCE);
            Geometry looked = observation.footprint();
            if (!looked.contains(Geometries.FACTORY.toGeometry(observation.extent()))) {
                all.add(looked);
                looked = union(all);
            }
            return new Layers(depths, unknown, looked);
        }
    }
}
