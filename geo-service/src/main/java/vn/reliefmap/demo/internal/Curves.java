package vn.reliefmap.demo.internal;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;

/** Turns a few hand-drawn points into the line they stand for; plane metres. */
final class Curves {
    private Curves() {}

    /** A smooth line (Catmull–Rom) through all points, a vertex about every {@code stepM} metres. */
    static List<Coordinate> through(List<Coordinate> points, double stepM) {
        List<Coordinate> line = new ArrayList<>();
        for (int i = 0; i + 1 < points.size(); i++) {
            Coordinate before = points.get(Math.max(0, i - 1));
            Coordinate a = points.get(i);
            Coordinate b = points.get(i + 1);
            Coordinate after = points.get(Math.min(points.size() - 1, i + 2));
            int steps = Math.max(1, (int) Math.rint(a.distance(b) / stepM));
            for (int k = 0; k < steps; k++) {
                double t = (double) k / steps;
                line.add(new Coordinate(bend(before.x, a.x, b.x, after.x, t), bend(before.y, a.y, b.y, after.y, t)));
            }
        }
        line.add(points.get(points.size() - 1).copy());
        return line;
    }

    /** The line moved by smooth noise over the plane: lines that met before still meet. */
    static List<Coordinate> shaken(List<Coordinate> line, Noise east, Noise north, double byM) {
        List<Coordinate> shaken = new ArrayList<>(line.size());
        for (Coordinate c : line) {
            shaken.add(new Coordinate(c.x + byM * east.at(c.x, c.y), c.y + byM * north.at(c.x, c.y)));
        }
        return shaken;
    }

    /** The line bent sideways by smooth noise; its ends stay where they are. */
    static List<Coordinate> bent(List<Coordinate> line, Noise east, Noise north, double byM) {
        List<Coordinate> bent = new ArrayList<>(line.size());
        int last = line.size() - 1;
        for (int i = 0; i <= last; i++) {
            Coordinate c = line.get(i);
            double hold = Math.min(1, Math.min(i, last - i) / 4.0);
            bent.add(new Coordinate(c.x + byM * hold * east.at(c.x, c.y), c.y + byM * hold * north.at(c.x, c.y)));
        }
        return bent;
    }

    /** Unit vector along the line at a vertex. */
    static Coordinate direction(List<Coordinate> line, int vertex) {
        Coordinate a = line.get(Math.max(0, vertex - 1));
        Coordinate b = line.get(Math.min(line.size() - 1, vertex + 1));
        double length = Math.max(1e-9, a.distance(b));
        return new Coordinate((b.x - a.x) / length, (b.y - a.y) / length);
    }

    private static double bend(double p0, double p1, double p2, double p3, double t) {
        double a = 2 * p1;
        double b = p2 - p0;
        double c = 2 * p0 - 5 * p1 + 4 * p2 - p3;
        double d = 3 * p1 - p0 - 3 * p2 + p3;
        return 0.5 * (a + t * (b + t * (c + t * d)));
    }
}
