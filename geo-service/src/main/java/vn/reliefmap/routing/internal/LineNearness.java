package vn.reliefmap.routing.internal;

import java.util.function.Predicate;
import org.locationtech.jts.geom.Coordinate;
import vn.reliefmap.geo.Geometries;

/** How much of one line runs along another, looked at every few metres. For lines of a few kilometres at most. */
final class LineNearness {
    private static final double STEP_M = 5;
    private static final double M_PER_DEGREE = 111_195;
    /** So near its end a place still counts as lying on the line, not beyond it. */
    private static final double AT_END_M = 1;

    private final Coordinate[] line;
    private final double toleranceM;
    private final double eastM;

    LineNearness(Coordinate[] line, double toleranceM) {
        this.line = line;
        this.toleranceM = toleranceM;
        this.eastM = M_PER_DEGREE * Math.cos(Math.toRadians(line[0].y));
    }

    /** Share of the other line that runs along this one, 0 to 1; what only goes on beyond its ends does not count. */
    double share(Coordinate[] other) {
        return share(other, place -> near(place, true));
    }

    /** True within the tolerance of the line, its ends included. */
    boolean touches(Coordinate place) {
        return near(place, false);
    }

    /** Share of a line whose places fulfil the condition. */
    static double share(Coordinate[] line, Predicate<Coordinate> condition) {
        int places = 0;
        int fulfilled = 0;
        for (int i = 1; i < line.length; i++) {
            int steps = 1 + (int) (Geometries.distanceMeters(line[i - 1], line[i]) / STEP_M);
            for (int s = 0; s < steps; s++) {
                double at = (s + 0.5) / steps;
                places++;
                Coordinate place = new Coordinate(
                        line[i - 1].x + at * (line[i].x - line[i - 1].x),
                        line[i - 1].y + at * (line[i].y - line[i - 1].y));
                fulfilled += condition.test(place) ? 1 : 0;
            }
        }
        return places == 0 ? 0 : (double) fulfilled / places;
    }

    private boolean near(Coordinate place, boolean notBeyondTheEnds) {
        double best = Double.POSITIVE_INFINITY;
        boolean beyond = false;
        for (int i = 1; i < line.length; i++) {
            double ax = (line[i - 1].x - place.x) * eastM;
            double ay = (line[i - 1].y - place.y) * M_PER_DEGREE;
            double dx = (line[i].x - line[i - 1].x) * eastM;
            double dy = (line[i].y - line[i - 1].y) * M_PER_DEGREE;
            double length2 = dx * dx + dy * dy;
            double along = length2 == 0 ? 0 : -(ax * dx + ay * dy) / length2;
            double on = Math.max(0, Math.min(1, along));
            double distanceM = Math.hypot(ax + on * dx, ay + on * dy);
            if (distanceM < best) {
                best = distanceM;
                beyond = (i == 1 && along < 0) || (i == line.length - 1 && along > 1);
            }
        }
        return best <= (beyond && notBeyondTheEnds ? Math.min(toleranceM, AT_END_M) : toleranceM);
    }
}
