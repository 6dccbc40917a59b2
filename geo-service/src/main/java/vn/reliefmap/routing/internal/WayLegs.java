package vn.reliefmap.routing.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LineString;
import vn.reliefmap.geo.Geometries;
import vn.reliefmap.kernel.Problem;
import vn.reliefmap.passability.VehicleClass;
import vn.reliefmap.routing.NoWay;
import vn.reliefmap.routing.RouteAnswer;
import vn.reliefmap.routing.RouteStep;
import vn.reliefmap.routing.RouteTimes;

/**
 * A way of any kind as files need it.
 *
 * @param departAt null when the answer does not know
 */
record WayLegs(
        List<Leg> legs,
        List<RouteStep> steps,
        double durationS,
        @Nullable Instant departAt) {

    /** The part on one vehicle; {@code fromS} and {@code fromM} count from the start of the whole way. */
    record Leg(
            VehicleClass vehicle,
            LineString line,
            double distanceM,
            double durationS,
            double deepestM,
            double fromS,
            double fromM) {}

    /** Throws {@code NO_WAY} (422), with the words of the answer, when there is none. */
    static WayLegs of(RouteAnswer answer) {
        if (answer instanceof RouteAnswer.Found way) {
            return new WayLegs(List.of(leg(way)), way.steps(), way.durationS(), departAt(way.times()));
        }
        if (answer instanceof RouteAnswer.Afloat way) {
            return new WayLegs(List.of(leg(way, 0, 0)), way.steps(), way.durationS(), departAt(way.times()));
        }
        if (answer instanceof RouteAnswer.Transferred both) {
            RouteAnswer.Found road = both.road();
            return new WayLegs(
                    List.of(leg(road), leg(both.boat(), road.durationS() + both.waitS(), road.distanceM())),
                    both.steps(),
                    both.durationS(),
                    departAt(both.times()));
        }
        NoWay none = (NoWay) answer;
        throw new Problem("NO_WAY", 422, none.vi(), none.en(), null, null).asException();
    }

    private static @Nullable Instant departAt(@Nullable RouteTimes times) {
        return times == null ? null : times.departAt();
    }

    private static Leg leg(RouteAnswer.Found way) {
        return new Leg(way.vehicle(), way.line(), way.distanceM(), way.durationS(), way.deepestM(), 0, 0);
    }

    private static Leg leg(RouteAnswer.Afloat way, double fromS, double fromM) {
        return new Leg(way.vehicle(), way.line(), way.distanceM(), way.durationS(), way.deepestM(), fromS, fromM);
    }

    /** When each position of a leg is passed, by the times of the steps; empty when the departure is not known. */
    List<Instant> times(Leg leg) {
        Instant start = departAt;
        if (start == null) {
            return List.of();
        }
        List<Instant> times = new ArrayList<>();
        Coordinate[] line = leg.line().getCoordinates();
        double lengthM = Geometries.lengthMeters(leg.line());
        double doneM = 0;
        for (int i = 0; i < line.length; i++) {
            doneM += i == 0 ? 0 : Geometries.distanceMeters(line[i - 1], line[i]);
            double alongM = leg.fromM() + (lengthM == 0 ? 0 : doneM / lengthM * leg.distanceM());
            times.add(start.plusMillis(Math.round(secondsAt(alongM) * 1000)));
        }
        return times;
    }

    private double secondsAt(double alongM) {
        double seconds = 0;
        for (RouteStep step : steps) {
            if (step.distanceM() > 0 && alongM < step.fromM() + step.distanceM()) {
                double share = Math.max(0, alongM - step.fromM()) / step.distanceM();
                return Math.min(durationS, seconds + share * step.durationS());
            }
            seconds += step.durationS();
        }
        return durationS;
    }
}
