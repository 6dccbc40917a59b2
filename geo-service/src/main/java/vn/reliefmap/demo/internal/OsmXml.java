package vn.reliefmap.demo.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;

/**
 * Collects nodes and ways and writes them as OpenStreetMap XML, sorted as extracts are. Nodes with the same metre are
 * one node when they are shared ({@link #way}). Not thread-safe.
 */
final class OsmXml {
    private final Plane plane;
    private final List<Coordinate> nodes = new ArrayList<>();
    private final List<String> nodeTags = new ArrayList<>();
    private final Map<Coordinate, Integer> shared = new HashMap<>();
    private final List<String> ways = new ArrayList<>();

    OsmXml(Plane plane) {
        this.plane = plane;
    }

    /** Adds a way; vertices on the same metre as another shared way's are its nodes too. */
    void way(List<Coordinate> line, String... tags) {
        List<Integer> ids = new ArrayList<>(line.size());
        for (Coordinate c : line) {
            Integer known = shared.get(c);
            if (known == null) {
                known = node(c, "");
                shared.put(c, known);
            }
            ids.add(known);
        }
        addWay(ids, tags);
    }

    /** Adds a closed way with nodes of its own; the first vertex is not repeated in {@code corners}. */
    void area(List<Coordinate> corners, String... tags) {
        List<Integer> ids = new ArrayList<>(corners.size() + 1);
        for (Coordinate c : corners) {
            ids.add(node(c, ""));
        }
        ids.add(ids.get(0));
        addWay(ids, tags);
    }

    /** Adds a line with nodes of its own. */
    void line(List<Coordinate> line, String... tags) {
        List<Integer> ids = new ArrayList<>(line.size());
        for (Coordinate c : line) {
            ids.add(node(c, ""));
        }
        addWay(ids, tags);
    }

    void point(Coordinate at, String... tags) {
        node(at, tags(tags));
    }

    int wayCount() {
        return ways.size();
    }

    int nodeCount() {
        return nodes.size();
    }

    private int node(Coordinate at, String tags) {
        nodes.add(at);
        nodeTags.add(tags);
        return nodes.size();
    }

    private void addWay(List<Integer> ids, String... tags) {
        StringBuilder xml = new StringBuilder();
        for (int id : ids) {
            xml.append("<nd ref=\"").append(id).append("\"/>");
        }
        ways.add(xml + tags(tags));
    }

    void write(OutputStream out) throws IOException {
        Writer xml = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        xml.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<osm version=\"0.6\" generator=\"relief-map demo\">\n");
        for (int i = 0; i < nodes.size(); i++) {
            Coordinate c = plane.degrees(nodes.get(i));
            String head = "<node id=\"" + (i + 1) + "\" lat=\"" + millionths(c.y) + "\" lon=\"" + millionths(c.x) + '"';
            xml.write(nodeTags.get(i).isEmpty() ? head + "/>\n" : head + ">" + nodeTags.get(i) + "</node>\n");
        }
        for (int i = 0; i < ways.size(); i++) {
            xml.write("<way id=\"" + (i + 1) + "\">" + ways.get(i) + "</way>\n");
        }
        xml.write("</osm>\n");
        xml.flush();
    }

    /** Degrees with six decimals, whatever the machine's language. */
    static String millionths(double degrees) {
        long whole = Math.round(degrees * 1e6);
        String digits = Long.toString(1_000_000 + Math.abs(whole) % 1_000_000).substring(1);
        return (whole < 0 ? "-" : "") + Math.abs(whole) / 1_000_000 + '.' + digits;
    }

    private static String tags(String... keysAndValues) {
        StringBuilder xml = new StringBuilder();
        for (int i = 0; i + 1 < keysAndValues.length; i += 2) {
            if (!keysAndValues[i + 1].isEmpty()) {
                xml.append("<tag k=\"")
                        .append(keysAndValues[i])
                        .append("\" v=\"")
                        .append(keysAndValues[i + 1]
                                .replace("&", "&amp;")
                                .replace("\"", "&quot;")
                                .replace("<", "&lt;"))
                        .append("\"/>");
            }
        }
        return xml.toString();
    }
}
