package vn.reliefmap.routing.internal;

import com.carrotsearch.hppc.LongHashSet;
import com.carrotsearch.hppc.LongIntHashMap;
import com.graphhopper.reader.ReaderElement;
import com.graphhopper.reader.ReaderNode;
import com.graphhopper.reader.ReaderWay;
import com.graphhopper.reader.osm.OSMInputFile;
import com.graphhopper.reader.osm.SkipOptions;
import java.io.IOException;
import java.nio.file.Path;
import javax.xml.stream.XMLStreamException;
import org.locationtech.jts.geom.Coordinate;
import vn.reliefmap.geo.Geometries;
import vn.reliefmap.kernel.ImportLog;
import vn.reliefmap.kernel.ProblemException;

/**
 * What a road extract holds, counted before anything is built from it. Reads the file twice; memory grows with the nodes
 * of its roads, about 40 bytes each.
 *
 * @param ways highway ways in the file, whatever their kind
 * @param roads those of them that our rules take into the graph
 * @param lengthM length of all highway ways in metres, as far as their nodes are in the file
 * @param roadLengthM the same of those that our rules take
 * @param elements nodes, ways and relations
 */
record RoadFile(long ways, long roads, double lengthM, double roadLengthM, long elements) {

    /** Reads the whole file; throws a {@code ROADS_FILE_…} problem when it cannot be used. */
    static RoadFile read(Path file, ImportLog log) {
        RoadFileForm.check(file);
        try {
            Nodes nodes = new Nodes(new LongHashSet());
            long elements = nodes.readWays(file, log);
            if (nodes.roads == 0) {
                throw RoadFileProblems.noRoads(file);
            }
            nodes.readLengths(file);
            return new RoadFile(nodes.ways, nodes.roads, nodes.lengthM, nodes.roadLengthM, elements);
        } catch (ProblemException e) {
            throw e;
        } catch (IOException | XMLStreamException | RuntimeException e) {
            throw RoadFileProblems.broken(file, e);
        }
    }

    /** The two passes over the file, and what they find. */
    private static final class Nodes {
        private static final double SCALE = 1e7;

        private final LongHashSet needed;
        private long ways;
        private long roads;
        private double lengthM;
        private double roadLengthM;

        Nodes(LongHashSet needed) {
            this.needed = needed;
        }

        long readWays(Path file, ImportLog log) throws IOException, XMLStreamException {
            long elements = 0;
            ReaderElement.Type last = ReaderElement.Type.NODE;
            try (OSMInputFile input =
                    new OSMInputFile(file.toFile()).setWorkerThreads(1).open()) {
                for (ReaderElement e = input.getNext(); e != null; e = input.getNext()) {
                    if (e.getType() == ReaderElement.Type.FILEHEADER) {
                        continue;
                    }
                    if (rank(e.getType()) < rank(last)) {
                        throw RoadFileProblems.order(file, e.getType(), last);
                    }
                    last = e.getType();
                    if (e instanceof ReaderWay way && way.hasTag("highway")) {
                        take(way);
                    }
                    if (++elements % 1000 == 0) {
                        log.progress(elements);
                    }
                }
            }
            log.progress(elements);
            return elements;
        }

        private void take(ReaderWay way) {
            ways++;
            if (new WayTags(way).isRoad()) {
                roads++;
            }
            for (int i = 0; i < way.getNodes().size(); i++) {
                needed.add(way.getNodes().get(i));
            }
        }

        void readLengths(Path file) throws IOException, XMLStreamException {
            LongIntHashMap places = new LongIntHashMap(needed.size());
            int[] lon = new int[needed.size()];
            int[] lat = new int[needed.size()];
            SkipOptions noRelations = new SkipOptions(false, false, true);
            try (OSMInputFile input = new OSMInputFile(file.toFile())
                    .setWorkerThreads(1)
                    .setSkipOptions(noRelations)
                    .open()) {
                for (ReaderElement e = input.getNext(); e != null; e = input.getNext()) {
                    if (e instanceof ReaderNode node && needed.contains(node.getId())) {
                        int place = places.size();
                        if (places.putIfAbsent(node.getId(), place)) {
                            lon[place] = (int) Math.round(node.getLon() * SCALE);
                            lat[place] = (int) Math.round(node.getLat() * SCALE);
                        }
                    } else if (e instanceof ReaderWay way && way.hasTag("highway")) {
                        measure(way, places, lon, lat);
                    }
                }
            }
        }

        private void measure(ReaderWay way, LongIntHashMap places, int[] lon, int[] lat) {
            double length = 0;
            Coordinate before = null;
            for (int i = 0; i < way.getNodes().size(); i++) {
                int place = places.getOrDefault(way.getNodes().get(i), -1);
                Coordinate here = place < 0 ? null : new Coordinate(lon[place] / SCALE, lat[place] / SCALE);
                if (before != null && here != null) {
                    length += Geometries.distanceMeters(before, here);
                }
                before = here;
            }
            lengthM += length;
            if (new WayTags(way).isRoad()) {
                roadLengthM += length;
            }
        }

        private static int rank(ReaderElement.Type type) {
            return switch (type) {
                case NODE -> 0;
                case WAY -> 1;
                default -> 2;
            };
        }
    }
}
