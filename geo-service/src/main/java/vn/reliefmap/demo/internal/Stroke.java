package vn.reliefmap.demo.internal;

import java.util.List;
import org.locationtech.jts.geom.Coordinate;

/**
 * One road as it is drawn, before it is cut where it meets other roads and water.
 *
 * @param rank which of two roads on the same ground stays: the smaller one
 * @param highway value of OpenStreetMap's {@code highway} tag
 * @param ref road number, or empty
 * @param line plane metres
 */
record Stroke(int rank, String highway, String name, String ref, List<Coordinate> line) {

    /** Highways that the sketch names carry a bridge over every water. */
    boolean alwaysBridged() {
        return rank <= 3;
    }

    boolean track() {
        return highway.equals("track");
    }
}
