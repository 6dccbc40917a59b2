package vn.reliefmap.flood.internal;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Polygon;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import vn.reliefmap.basemap.BasemapFeatures;
import vn.reliefmap.basemap.CurrentBasemap;
import vn.reliefmap.store.DataChanged;
import vn.reliefmap.store.Topic;

/** The ground of the current road import and of all heights imported, read when it is first asked for. Thread-safe. */
@Component
class CurrentGround {
    private final BasemapFeatures basemap;
    private final ElevationStore heights;
    private @Nullable PermanentWater permanent;
    private Elevation elevation = Elevation.NONE;
    private boolean elevationMayHaveChanged = true;
    private Ground ground = Ground.NONE;

    CurrentGround(BasemapFeatures basemap, ElevationStore heights) {
        this.basemap = basemap;
        this.heights = heights;
    }

    /** The same object until the roads or the heights change. */
    synchronized Ground get() {
        PermanentWater water = permanent == null ? readPermanent() : permanent;
        permanent = water;
        if (elevationMayHaveChanged) {
            List<ElevationStore.Lattice> grids = heights.list();
            elevation = grids.equals(elevation.lattices()) ? elevation : new Elevation(grids, heights::tile);
            elevationMayHaveChanged = false;
        }
        if (ground.permanent() != water || ground.elevation() != elevation) {
            ground = new Ground(water, elevation);
        }
        return ground;
    }

    private PermanentWater readPermanent() {
        List<Polygon> polygons = new ArrayList<>();
        basemap.findCurrent()
                .map(CurrentBasemap::importId)
                .ifPresent(id -> basemap.eachPermanentWater(id, area -> {
                    for (int i = 0; i < area.getNumGeometries(); i++) {
                        polygons.add((Polygon) area.getGeometryN(i));
                    }
                }));
        return new PermanentWater(polygons);
    }

    /** Looks again before the next answer. */
    synchronized void forgetElevation() {
        elevationMayHaveChanged = true;
    }

    /** Before routing hears that there are other roads or other water, and asks. */
    @EventListener
    @Order(0)
    synchronized void onChange(DataChanged change) {
        if (change.topic() == Topic.ROADS) {
            permanent = null;
        }
        if (change.topic() == Topic.WATER) {
            forgetElevation();
        }
    }
}
