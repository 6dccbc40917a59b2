package vn.reliefmap.routing.internal;

import com.carrotsearch.hppc.LongObjectHashMap;
import com.graphhopper.reader.ReaderElement;
import com.graphhopper.reader.ReaderNode;
import com.graphhopper.reader.ReaderWay;
import com.graphhopper.reader.osm.OSMInputFile;
import com.graphhopper.reader.osm.SkipOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;

/**
 * Weirs, dams and gates of a road extract: no boat passes them, however deep the water beside them is.
 *
 * @param lines those drawn as a line or an outline
 * @param points those drawn as a point
 */
record BoatBarriers(List<Coordinate[]> lines, List<Coordinate> points) {
    private static final Set<String> CLOSED = Set.of("weir", "dam", "lock_gate", "sluice_gate", "waterfall");

    /** Reads the file once, and its nodes again when there are lines; the file is known to be readable. */
    static BoatBarriers read(Path file) {
        List<ReaderWay> ways = new ArrayList<>();
        List<Coordinate> points = new ArrayList<>();
        each(file, new SkipOptions(false, false, true), element -> {
            if (!CLOSED.contains(element.getTag("waterway", ""))) {
                return;
            }
            if (element instanceof ReaderWay way) {
                ways.add(way);
            } else if (element instanceof ReaderNode node) {
                points.add(new Coordinate(node.getLon(), node.getLat()));
            }
        });
        return new BoatBarriers(ways.isEmpty() ? List.of() : lines(file, ways), List.copyOf(points));
    }

    private static List<Coordinate[]> lines(Path file, List<ReaderWay> ways) {
        LongObjectHashMap<@Nullable Coordinate> places = new LongObjectHashMap<>();
        for (ReaderWay way : ways) {
            for (int i = 0; i < way.getNodes().size(); i++) {
                places.put(way.getNodes().get(i), null);
            }
        }
        each(file, new SkipOptions(false, true, true), element -> {
            if (element instanceof ReaderNode node && places.containsKey(node.getId())) {
                places.put(node.getId(), new Coordinate(node.getLon(), node.getLat()));
            }
        });
        List<Coordinate[]> lines = new ArrayList<>();
        for (ReaderWay way : ways) {
            List<Coordinate> line = new ArrayList<>();
            for (int i = 0; i < way.getNodes().size(); i++) {
                line.add(places.get(way.getNodes().get(i)));
            }
            line.removeIf(Objects::isNull);
            lines.add(line.toArray(Coordinate[]::new));
        }
        return lines;
    }

    private static void each(Path file, SkipOptions skip, Consumer<ReaderElement> consumer) {
        try (OSMInputFile input = new OSMInputFile(file.toFile())
                .setWorkerThreads(1)
                .setSkipOptions(skip)
                .open()) {
            for (ReaderElement e = input.getNext(); e != null; e = input.getNext()) {
                consumer.accept(e);
            }
        } catch (IOException | XMLStreamException e) {
            throw RoadFileProblems.broken(file, e);
        }
    }
}
