package vn.reliefmap.demo.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.index.strtree.STRtree;

/**
 * Decides where roads run: the highways of the sketch, the lanes of its villages, ways from village to village, and field
 * tracks. Plane metres; roads are drawn whole here and cut later ({@link RoadNetwork}).
 */
final class RoadPlan {
    private static final Map<String, Integer> RANKS =
            Map.of("motorway", 0, "trunk", 0, "primary", 1, "secondary", 2, "tertiary", 3);
    /** A way to a neighbour village is not worth drawing when a better road runs beside it. */
    private static final double BESIDE_M = 200;

    private static final double TRACK_CELL_M = 950;

    private final SketchLand land;
    private final long seed;
    private final List<Stroke> highways = new ArrayList<>();
    private final List<Stroke> strokes = new ArrayList<>();
    private final STRtree highwayIndex = new STRtree();

    RoadPlan(Sketch sketch, SketchLand land, List<Village> villages, long seed) {
        this.land = land;
        this.seed = seed;
        for (Sketch.Road road : sketch.roads()) {
            highways.add(highway(road));
        }
        for (Stroke highway : highways) {
            if (!highway.highway().equals("motorway")) {
                LineString line = Plane.METRES.createLineString(highway.line().toArray(Coordinate[]::new));
                highwayIndex.insert(line.getEnvelopeInternal(), line);
            }
        }
        strokes.addAll(highways);
        strokes.addAll(links(villages));
        villages.forEach(village -> strokes.addAll(village.lanes()));
        strokes.addAll(tracks());
        strokes.sort((a, b) -> Integer.compare(a.rank(), b.rank()));
    }

    /** All roads, the better ones first. */
    List<Stroke> strokes() {
        return strokes;
    }

    private Stroke highway(Sketch.Road road) {
        String kind = road.highway() == null ? "tertiary" : road.highway();
        String ref = road.ref() == null ? "" : road.ref();
        return new Stroke(
                RANKS.getOrDefault(kind, 3), kind, road.name(), ref, Curves.through(land.metres(road.points()), 160));
    }

    /** Ways between villages that have no third one between them (Gabriel's rule), where no wide river parts them. */
    private List<Stroke> links(List<Village> villages) {
        List<Stroke> links = new ArrayList<>();
        Noise east = new Noise(seed ^ 31, 700);
        Noise north = new Noise(seed ^ 32, 700);
        for (int i = 0; i < villages.size(); i++) {
            for (int k = i + 1; k < villages.size(); k++) {
                Coordinate a = villages.get(i).centre();
                Coordinate b = villages.get(k).centre();
                if (a.distance(b) > 6500 || !neighbours(villages, i, k) || land.widestWaterM(a, b) > 60) {
                    continue;
                }
                List<Coordinate> line = Curves.bent(Curves.through(List.of(a, b), 130), east, north, 110);
                if (besideHighway(line) < 0.6) {
                    links.add(new Stroke(
                            4,
                            "unclassified",
                            "Đường liên thôn " + villages.get(i).place().name() + " – "
                                    + villages.get(k).place().name(),
                            "",
                            line));
                }
            }
        }
        return links;
    }

    private static boolean neighbours(List<Village> villages, int i, int k) {
        Coordinate a = villages.get(i).centre();
        Coordinate b = villages.get(k).centre();
        Coordinate middle = new Coordinate((a.x + b.x) / 2, (a.y + b.y) / 2);
        double radius = a.distance(b) / 2;
        for (int n = 0; n < villages.size(); n++) {
            if (n != i && n != k && villages.get(n).centre().distance(middle) < radius) {
                return false;
            }
        }
        return true;
    }

    /** The share of the line's vertices that a highway passes closely. */
    private double besideHighway(List<Coordinate> line) {
        int beside = 0;
        for (Coordinate c : line) {
            Envelope around = new Envelope(c);
            around.expandBy(BESIDE_M);
            for (Object found : highwayIndex.query(around)) {
                if (((LineString) found).distance(Plane.METRES.createPoint(c)) < BESIDE_M) {
                    beside++;
                    break;
                }
            }
        }
        return (double) beside / line.size();
    }

    /** Field tracks and dikes: a crooked net over the low land, with many gaps. */
    private List<Stroke> tracks() {
        List<Stroke> tracks = new ArrayList<>();
        Chance chance = Chance.of(seed, "tracks");
        Noise east = new Noise(seed ^ 41, 1300);
        Noise north = new Noise(seed ^ 42, 1300);
        int columns = (int) ((land.northEast().x - land.southWest().x) / TRACK_CELL_M) + 12;
        int rows = (int) ((land.northEast().y - land.southWest().y) / TRACK_CELL_M) + 12;
        for (int i = -columns; i < columns; i++) {
            for (int k = -rows; k < rows; k++) {
                Coordinate a = corner(i, k, east, north);
                double keep = Math.max(share(a), 0);
                boolean goesEast = chance.happens(keep);
                boolean goesNorth = chance.happens(keep);
                double bow = chance.between(-70, 70);
                if (goesEast) {
                    tracks.add(track(a, corner(i + 1, k, east, north), bow));
                }
                if (goesNorth) {
                    tracks.add(track(a, corner(i, k + 1, east, north), -bow));
                }
            }
        }
        return tracks;
    }

    private Coordinate corner(int i, int k, Noise east, Noise north) {
        // The fields are laid out along the coast, which runs from south-east to north-west.
        double u = i * TRACK_CELL_M;
        double v = k * TRACK_CELL_M * 1.15;
        double x = 0.78 * u + 0.62 * v;
        double y = -0.62 * u + 0.78 * v;
        return new Coordinate(x + 260 * east.at(x, y), y + 260 * north.at(x, y));
    }

    private double share(Coordinate a) {
        if (!land.dry(a) || land.hilly(a)) {
            return 0;
        }
        double river = land.nearestCourse(a).distanceM();
        return river < 3200 ? 0.3 : 0.08;
    }

    private Stroke track(Coordinate a, Coordinate b, double bow) {
        double length = Math.max(1, a.distance(b));
        Coordinate middle = new Coordinate(
                (a.x + b.x) / 2 - (b.y - a.y) / length * bow, (a.y + b.y) / 2 + (b.x - a.x) / length * bow);
        return new Stroke(9, "track", "", "", Curves.through(List.of(a, middle, b), 240));
    }
}
