package vn.reliefmap.flood.internal;

import java.util.List;
import java.util.function.Consumer;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.LinearComponentExtracter;
import org.locationtech.jts.index.chain.MonotoneChain;
import org.locationtech.jts.index.chain.MonotoneChainBuilder;
import org.locationtech.jts.index.hprtree.HPRtree;

/** Rivers, lakes and lagoons that are there all year, indexed. Immutable; safe for many threads. */
final class PermanentWater {
    static final PermanentWater NONE = new PermanentWater(List.of());

    private final Envelope extent = new Envelope();
    private final HPRtree areas = new HPRtree();
    private final HPRtree outlines = new HPRtree();

    /** @param polygons valid; they may overlap */
    PermanentWater(List<Polygon> polygons) {
        for (Polygon polygon : polygons) {
            Envelope box = polygon.getEnvelopeInternal();
            extent.expandToInclude(box);
            areas.insert(box, new Area(box, new IndexedPointInAreaLocator(polygon)));
            for (Object ring : LinearComponentExtracter.getLines(polygon)) {
                for (Object o : MonotoneChainBuilder.getChains(((Geometry) ring).getCoordinates())) {
                    MonotoneChain chain = (MonotoneChain) o;
                    outlines.insert(chain.getEnvelope(), chain);
                }
            }
        }
        areas.build();
        outlines.build();
    }

    private record Area(Envelope box, IndexedPointInAreaLocator inside) {}

    /** {@link Location#INTERIOR} in the water, {@link Location#BOUNDARY} on a shore, {@link Location#EXTERIOR} on land. */
    int locate(Coordinate p) {
        if (!extent.intersects(p)) {
            return Location.EXTERIOR;
        }
        int[] where = {Location.EXTERIOR};
        areas.query(new Envelope(p), item -> {
            Area area = (Area) item;
            if (where[0] != Location.INTERIOR && area.box.intersects(p)) {
                int found = area.inside.locate(p);
                where[0] = found == Location.EXTERIOR ? where[0] : found;
            }
        });
        return where[0];
    }

    /** True in the water; the shore itself is land. */
    boolean holds(Coordinate p) {
        return locate(p) == Location.INTERIOR;
    }

    /** False when no water can be inside the box. */
    boolean isNear(Envelope box) {
        if (!extent.intersects(box)) {
            return false;
        }
        boolean[] near = {false};
        areas.query(box, item -> near[0] |= ((Area) item).box.intersects(box));
        return near[0];
    }

    /** Hands out each piece of shore whose box meets the given box. */
    void outlinesNear(Envelope box, Consumer<MonotoneChain> each) {
        outlines.query(box, item -> each.accept((MonotoneChain) item));
    }
}
