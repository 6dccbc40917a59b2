package vn.reliefmap.demo.internal;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;

/** One settlement of the sketch with its lanes and houses; plane metres. */
record Village(Sketch.Place place, Coordinate centre, List<Stroke> lanes, List<House> houses) {

    /** A house by its middle and the unit vector along its lane. */
    record House(Coordinate middle, Coordinate along) {}

    /** Draws lanes that follow the river, and houses on both sides of them. */
    static Village draw(Sketch.Place place, SketchLand land, long seed) {
        Chance chance = Chance.of(seed, "village " + place.name());
        Coordinate middle = land.plane().metres(place.at().get(0), place.at().get(1));
        Coordinate centre = new Coordinate(Math.rint(middle.x), Math.rint(middle.y));
        boolean town = !place.kind().equals("village");
        Integer counted = place.houses();
        int wanted = counted != null ? counted : 66 + chance.below(78);
        double areaM2 = wanted * (town ? 1050.0 : 1900.0);
        double aspect = town ? 1.35 : chance.between(1.6, 2.6);
        double length = Math.sqrt(areaM2 * aspect);
        double breadth = length / aspect;
        Coordinate along = axis(land, centre, chance);

        Frame frame = new Frame(centre, along, new Noise(seed ^ 21, 260), new Noise(seed ^ 22, 260));
        Noise edge = new Noise(seed ^ 23, 240);
        List<Stroke> lanes = new ArrayList<>();
        double spacing = town ? 112 : 130;
        int rows = Math.max(1, (int) (breadth / (spacing * 1.25)));
        for (int row = -rows / 2; row <= (rows + 1) / 2; row++) {
            boolean main = row == 0;
            List<Coordinate> line = frame.row(row * breadth / (rows + 1), length);
            addRuns(lanes, line, land, frame, edge, length, breadth, main, lane(place, town, main, chance));
        }
        int columns = Math.max(2, (int) (length / spacing));
        for (int column = 0; column <= columns; column++) {
            double at = ((double) column / columns - 0.5) * length + chance.between(-15, 15);
            double from = chance.happens(0.3) ? 0 : -breadth / 2;
            double to = from < 0 && chance.happens(0.35) ? 0 : breadth / 2;
            List<Coordinate> line = frame.column(at, from, to);
            addRuns(lanes, line, land, frame, edge, length, breadth, false, lane(place, town, false, chance));
        }
        return new Village(place, centre, lanes, houses(lanes, wanted, town, land, chance));
    }

    private static Coordinate axis(SketchLand land, Coordinate centre, Chance chance) {
        SketchLand.Along river = land.nearestCourse(centre);
        double turn = river.distanceM() < 1500 ? chance.between(-0.15, 0.15) : chance.between(-0.7, 0.7);
        double cos = StrictMath.cos(turn);
        double sin = StrictMath.sin(turn);
        Coordinate d = river.direction();
        return new Coordinate(d.x * cos - d.y * sin, d.x * sin + d.y * cos);
    }

    private static Stroke lane(Sketch.Place place, boolean town, boolean main, Chance chance) {
        if (main) {
            return new Stroke(5, town ? "tertiary" : "unclassified", "Đường trung tâm " + place.name(), "", List.of());
        }
        double kind = chance.next();
        String highway = kind < (town ? 0.85 : 0.55) ? "residential" : kind < 0.9 ? "path" : "footway";
        return new Stroke(highway.equals("residential") ? 7 : 8, highway, "", "", List.of());
    }

    /** Keeps the parts of a lane that lie inside the ragged outline of the village and on dry ground. */
    private static void addRuns(
            List<Stroke> lanes,
            List<Coordinate> line,
            SketchLand land,
            Frame frame,
            Noise edge,
            double length,
            double breadth,
            boolean main,
            Stroke like) {
        List<Coordinate> run = new ArrayList<>();
        for (Coordinate c : line) {
            Coordinate local = frame.local(c);
            double u = 2 * local.x / length;
            double v = 2 * local.y / breadth;
            boolean inside = main || u * u + v * v < 1.15 + 0.45 * edge.at(c.x, c.y);
            if (inside && land.dry(c)) {
                run.add(c);
            } else {
                close(lanes, run, like);
                run = new ArrayList<>();
            }
        }
        close(lanes, run, like);
    }

    private static void close(List<Stroke> lanes, List<Coordinate> run, Stroke like) {
        if (run.size() >= 3) {
            lanes.add(new Stroke(like.rank(), like.highway(), like.name(), like.ref(), run));
        }
    }

    private static List<House> houses(List<Stroke> lanes, int wanted, boolean town, SketchLand land, Chance chance) {
        List<House> sites = new ArrayList<>();
        for (Stroke lane : lanes) {
            for (int i = 0; i + 1 < lane.line().size(); i++) {
                Coordinate a = lane.line().get(i);
                Coordinate b = lane.line().get(i + 1);
                Coordinate along = Curves.direction(List.of(a, b), 0);
                for (double at = chance.between(2, 9); at < a.distance(b); at += chance.between(11, town ? 14 : 18)) {
                    double side = (chance.happens(0.5) ? 1 : -1) * chance.between(10, town ? 15 : 24);
                    Coordinate middle = new Coordinate(
                            Math.rint(a.x + along.x * at - along.y * side),
                            Math.rint(a.y + along.y * at + along.x * side));
                    if (land.dry(middle)) {
                        sites.add(new House(middle, along));
                    }
                }
            }
        }
        while (sites.size() > wanted) {
            sites.set(chance.below(sites.size()), sites.get(sites.size() - 1));
            sites.remove(sites.size() - 1);
        }
        return sites;
    }

    /** The village's own axes, slightly warped so that no lane is ruled. */
    private record Frame(Coordinate centre, Coordinate along, Noise east, Noise north) {
        private static final double STEP_M = 38;
        private static final double WARP_M = 26;

        List<Coordinate> row(double v, double length) {
            List<Coordinate> line = new ArrayList<>();
            int steps = (int) Math.ceil(length / STEP_M);
            for (int i = 0; i <= steps; i++) {
                line.add(plane(((double) i / steps - 0.5) * length, v));
            }
            return line;
        }

        List<Coordinate> column(double u, double from, double to) {
            List<Coordinate> line = new ArrayList<>();
            int steps = Math.max(1, (int) Math.ceil((to - from) / STEP_M));
            for (int i = 0; i <= steps; i++) {
                line.add(plane(u, from + (to - from) * i / steps));
            }
            return line;
        }

        Coordinate plane(double u, double v) {
            double x = centre.x + along.x * u - along.y * v;
            double y = centre.y + along.y * u + along.x * v;
            return new Coordinate(x + WARP_M * east.at(x, y), y + WARP_M * north.at(x, y));
        }

        Coordinate local(Coordinate c) {
            double dx = c.x - centre.x;
            double dy = c.y - centre.y;
            return new Coordinate(dx * along.x + dy * along.y, dy * along.x - dx * along.y);
        }
    }
}
