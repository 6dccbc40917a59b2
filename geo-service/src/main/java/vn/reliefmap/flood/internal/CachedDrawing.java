package vn.reliefmap.flood.internal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.locationtech.jts.simplify.TopologyPreservingSimplifier;
import org.springframework.stereotype.Component;
import vn.reliefmap.flood.DepthClass;
import vn.reliefmap.flood.FloodDrawing;
import vn.reliefmap.flood.WaterPicture;
import vn.reliefmap.geo.Bbox;
import vn.reliefmap.geo.Geometries;

/**
 * Draws in three steps, each kept: the picture's areas merged by class, simplified for a zoom, clipped to a box that
 * follows the grid of tiles, so that a map that is dragged a little asks for the same thing. Thread-safe.
 */
@Component
final class CachedDrawing implements FloodDrawing {
    /** No answer is finer than it could be seen: a box wider than this many tiles is drawn for a lower zoom. */
    private static final int MOST_TILES = 24;

    private static final double MARGIN_TILES = 0.125;

    private final ObservedWaters waters;
    private final Cache<String, Layers> merged =
            Caffeine.newBuilder().maximumSize(12).build();
    private final Cache<String, Layers> simplified =
            Caffeine.newBuilder().maximumSize(60).build();
    private final Cache<String, Drawn> clipped =
            Caffeine.newBuilder().maximumSize(400).build();

    CachedDrawing(ObservedWaters waters) {
        this.waters = waters;
    }

    /** True when the picture's areas are merged already. */
    boolean isReady(MergedPicture picture) {
        return merged.getIfPresent(picture.tag()) != null;
    }

    private record Layers(
            Map<DepthClass, MultiPolygon> water, Map<DepthClass, MultiPolygon> estimated, MultiPolygon footprint) {}

    @Override
    public Drawn draw(WaterPicture picture, @Nullable Bbox box, int zoom) {
        MergedPicture ours = picture instanceof MergedPicture m ? m : waters.merged(picture.disaster(), picture.at());
        int drawnZoom = Math.max(0, Math.min(zoom, FINEST_ZOOM));
        while (box != null && drawnZoom > 0 && box.maxLon() - box.minLon() > MOST_TILES * tileDeg(drawnZoom)) {
            drawnZoom--;
        }
        Envelope cells = box == null ? new Envelope(-180, 180, -90, 90) : cells(box, drawnZoom);
        String whole = ours.tag();
        String atZoom = whole + "-" + drawnZoom;
        String key =
                atZoom + "-" + cells.getMinX() + "," + cells.getMinY() + "," + cells.getMaxX() + "," + cells.getMaxY();
        int level = drawnZoom;
        return clipped.get(key, k -> {
            Layers layers = simplified.get(atZoom, z -> simplify(merged.get(whole, w -> merge(ours)), level));
            return new Drawn(
                    clip(layers.water, cells), clip(layers.estimated, cells), clip(layers.footprint, cells), key);
        });
    }

    private static Map<DepthClass, MultiPolygon> clip(Map<DepthClass, MultiPolygon> areas, Envelope cells) {
        Map<DepthClass, MultiPolygon> clipped = new EnumMap<>(DepthClass.class);
        areas.forEach((depthClass, area) -> {
            MultiPolygon part = clip(area, cells);
            if (!part.isEmpty()) {
                clipped.put(depthClass, part);
            }
        });
        return clipped;
    }

    private static Layers merge(MergedPicture picture) {
        MergedFaces faces = MergedFaces.of(picture);
        Map<DepthClass, MultiPolygon> water = new EnumMap<>(DepthClass.class);
        water.putAll(faces.water());
        water.remove(DepthClass.D0);
        Map<DepthClass, MultiPolygon> estimated = new EnumMap<>(DepthClass.class);
        estimated.putAll(EstimateAreas.of(picture));
        estimated.remove(DepthClass.D0);
        return new Layers(water, estimated, faces.seen());
    }

    private static Layers simplify(Layers layers, int zoom) {
        return new Layers(
                simplify(layers.water, zoom), simplify(layers.estimated, zoom), simplify(layers.footprint, zoom));
    }

    private static Map<DepthClass, MultiPolygon> simplify(Map<DepthClass, MultiPolygon> areas, int zoom) {
        Map<DepthClass, MultiPolygon> simple = new EnumMap<>(DepthClass.class);
        areas.forEach((depthClass, area) -> simple.put(depthClass, simplify(area, zoom)));
        return simple;
    }

    /** Polygon by polygon, to half a pixel; what is smaller than that goes. */
    private static MultiPolygon simplify(MultiPolygon area, int zoom) {
        double halfPixelDeg = tileDeg(zoom) / 512;
        List<Polygon> large = new ArrayList<>();
        for (int i = 0; i < area.getNumGeometries(); i++) {
            Envelope box = area.getGeometryN(i).getEnvelopeInternal();
            if (Math.max(box.getWidth(), box.getHeight()) >= halfPixelDeg) {
                large.add((Polygon) TopologyPreservingSimplifier.simplify(area.getGeometryN(i), halfPixelDeg));
            }
        }
        return Geometries.FACTORY.createMultiPolygon(large.toArray(Polygon[]::new));
    }

    private static MultiPolygon clip(MultiPolygon area, Envelope box) {
        if (box.contains(area.getEnvelopeInternal())) {
            return area;
        }
        Geometry frame = Geometries.FACTORY.toGeometry(box);
        List<Polygon> parts = new ArrayList<>();
        for (int i = 0; i < area.getNumGeometries(); i++) {
            Polygon polygon = (Polygon) area.getGeometryN(i);
            if (box.contains(polygon.getEnvelopeInternal())) {
                parts.add(polygon);
            } else if (box.intersects(polygon.getEnvelopeInternal())) {
                MultiPolygon cut =
                        Geometries.multiPolygon(OverlayNGRobust.overlay(polygon, frame, OverlayNG.INTERSECTION));
                for (int k = 0; k < cut.getNumGeometries(); k++) {
                    parts.add((Polygon) cut.getGeometryN(k));
                }
            }
        }
        return Geometries.FACTORY.createMultiPolygon(parts.toArray(Polygon[]::new));
    }

    /** The tiles that the box meets, and a little more. */
    private static Envelope cells(Bbox box, int zoom) {
        double tile = tileDeg(zoom);
        Envelope cells = new Envelope(
                Math.floor(box.minLon() / tile) * tile,
                Math.ceil(box.maxLon() / tile) * tile,
                Math.floor(box.minLat() / tile) * tile,
                Math.ceil(box.maxLat() / tile) * tile);
        cells.expandBy(MARGIN_TILES * tile);
        return cells;
    }

    private static double tileDeg(int zoom) {
        return 360.0 / (1 << zoom);
    }
}
