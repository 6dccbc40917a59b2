package vn.reliefmap.flood.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import vn.reliefmap.geo.Geometries;

/** Boxes that hold all water of a picture, few enough to be asked in a loop. */
final class WetBoxes {
    private static final int MOST = 256;

    private WetBoxes() {}

    static List<Envelope> of(List<Observation> newestFirst) {
        List<Envelope> boxes = new ArrayList<>();
        List<PreparedGeometry> newerFootprints = new ArrayList<>();
        for (Observation observation : newestFirst) {
            for (Observation.Face face : observation.faces()) {
                Envelope box = face.polygon().getEnvelopeInternal();
                if (face.isWater() && !decidedByNewer(box, newerFootprints)) {
                    boxes.add(new Envelope(box));
                }
            }
            newerFootprints.add(PreparedGeometryFactory.prepare(observation.footprint()));
        }
        return List.copyOf(boxes.size() <= MOST ? boxes : joined(boxes));
    }

    /** Older water inside a newer footprint is water no more, unless the newer observation has a face of its own there. */
    private static boolean decidedByNewer(Envelope box, List<PreparedGeometry> newerFootprints) {
        for (PreparedGeometry footprint : newerFootprints) {
            if (footprint.contains(Geometries.FACTORY.toGeometry(box))) {
                return true;
            }
        }
        return false;
    }

    /** One box for all boxes whose centres share a cell of a 16 by 16 grid. */
    private static List<Envelope> joined(List<Envelope> boxes) {
        Envelope all = new Envelope();
        boxes.forEach(all::expandToInclude);
        Map<Integer, Envelope> cells = new HashMap<>();
        for (Envelope box : boxes) {
            Coordinate centre = box.centre();
            int x = (int) (15.99 * (centre.x - all.getMinX()) / Math.max(all.getWidth(), 1e-12));
            int y = (int) (15.99 * (centre.y - all.getMinY()) / Math.max(all.getHeight(), 1e-12));
            cells.computeIfAbsent(16 * y + x, k -> new Envelope()).expandToInclude(box);
        }
        return List.copyOf(cells.values());
    }
}
