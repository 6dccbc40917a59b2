package vn.reliefmap.routing.internal;

import com.graphhopper.util.shapes.BBox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.springframework.stereotype.Component;
import vn.reliefmap.basemap.BasemapFeatures;

/** Builds the grid for boats beside the road graph of an import, from the waters of its base map. */
@Component
class BoatGridImport {
    /** Name of the grid's file in the folder of a graph. */
    static final String FILE = "boats";

    /** So far beyond the roads boats may go, in degrees: about 2 km. */
    private static final double GROWN_DEGREES = 0.02;

    private final BasemapFeatures basemap;
    private final BoatSettings settings;

    BoatGridImport(BasemapFeatures basemap, BoatSettings settings) {
        this.basemap = basemap;
        this.settings = settings;
    }

    /**
     * Writes the grid into the folder.
     *
     * @param importId its base map must be there already; it need not be current
     * @param roads the box around all roads
     */
    void build(Path osmFile, long importId, BBox roads, Path folder) {
        Envelope box = new Envelope(roads.minLon, roads.maxLon, roads.minLat, roads.maxLat);
        box.expandBy(GROWN_DEGREES);
        BoatGrid grid = BoatGrid.over(box, settings.cellM());
        BoatGridPainter painter = new BoatGridPainter(grid);
        basemap.eachNavigableWater(importId, painter::permanent);
        BoatBarriers barriers = BoatBarriers.read(osmFile);
        for (Coordinate[] line : barriers.lines()) {
            painter.barred(line);
        }
        barriers.points().forEach(painter::barred);
        try {
            grid.write(folder.resolve(FILE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
