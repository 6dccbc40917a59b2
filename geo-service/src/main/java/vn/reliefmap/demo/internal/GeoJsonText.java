package vn.reliefmap.demo.internal;

import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;

/** Builds GeoJSON text with six decimals (RFC 7946), the same on every machine. Not thread-safe. */
final class GeoJsonText {
    private final StringBuilder text = new StringBuilder("{\"type\":\"FeatureCollection\",\"features\":[");
    private boolean first = true;

    /** @param properties JSON members without their braces */
    void feature(String properties, Polygon polygon) {
        open(properties);
        text.append("{\"type\":\"Polygon\",\"coordinates\":");
        rings(polygon);
        text.append("}}");
    }

    void feature(String properties, MultiPolygon polygons) {
        open(properties);
        text.append("{\"type\":\"MultiPolygon\",\"coordinates\":[");
        for (int i = 0; i < polygons.getNumGeometries(); i++) {
            text.append(i == 0 ? "" : ",");
            rings((Polygon) polygons.getGeometryN(i));
        }
        text.append("]}}");
    }

    String finished() {
        return text + "\n]}\n";
    }

    static String member(String name, String value) {
        return '"' + name + "\":\"" + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    static String members(List<String> members) {
        return String.join(",", members);
    }

    private void open(String properties) {
        text.append(first ? "\n" : ",\n")
                .append("{\"type\":\"Feature\",\"properties\":{")
                .append(properties)
                .append("},\"geometry\":");
        first = false;
    }

    private void rings(Polygon polygon) {
        text.append('[');
        ring(polygon.getExteriorRing(), true);
        for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
            text.append(',');
            ring(polygon.getInteriorRingN(i), false);
        }
        text.append(']');
    }

    private void ring(LinearRing ring, boolean againstClock) {
        Coordinate[] c = org.locationtech.jts.algorithm.Orientation.isCCW(ring.getCoordinates()) == againstClock
                ? ring.getCoordinates()
                : ring.reverse().getCoordinates();
        text.append('[');
        for (int i = 0; i < c.length; i++) {
            text.append(i == 0 ? "[" : ",[")
                    .append(OsmXml.millionths(c[i].x))
                    .append(',')
                    .append(OsmXml.millionths(c[i].y))
                    .append(']');
        }
        text.append(']');
    }
}
