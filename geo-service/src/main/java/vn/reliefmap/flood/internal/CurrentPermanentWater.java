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

/** The permanent water of the current road import, read when it is first asked for. Thread-safe. */
@Component
class CurrentPermanentWater {
    private final BasemapFeatures basemap;
    private @Nullable PermanentWater water;

    CurrentPermanentWater(BasemapFeatures basemap) {
        this.basemap = basemap;
    }

    /** The same object until the roads change. */
    synchronized PermanentWater get() {
        if (water == null) {
            List<Polygon> polygons = new ArrayList<>();
            basemap.findCurrent()
                    .map(CurrentBasemap::importId)
                    .ifPresent(id -> basemap.eachPermanentWater(id, area -> {
                        for (int i = 0; i < area.getNumGeometries(); i++) {
                            polygons.add((Polygon) area.getGeometryN(i));
                        }
                    }));
            water = new PermanentWater(polygons);
        }
        return water;
    }

    /** Before routing hears that there are other roads, and asks. */
    @EventListener
    @Order(0)
    synchronized void onChange(DataChanged change) {
        if (change.topic() == Topic.ROADS) {
            water = null;
        }
    }
}
