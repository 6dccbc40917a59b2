package vn.reliefmap.routing.http;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.CoordinateList;
import org.locationtech.jts.geom.LineString;
import vn.reliefmap.access.Callers;
import vn.reliefmap.geo.Geometries;
import vn.reliefmap.geo.LonLat;
import vn.reliefmap.passability.VehicleClass;
import vn.reliefmap.routing.NoWay;
import vn.reliefmap.routing.OtherWay;
import vn.reliefmap.routing.RouteAdvice;
import vn.reliefmap.routing.RouteAnswer;
import vn.reliefmap.routing.RouteConfidence;
import vn.reliefmap.routing.RouteStep;
import vn.reliefmap.routing.RouteStretch;
import vn.reliefmap.routing.RouteTimes;
import vn.reliefmap.routing.RouteWater;
import vn.reliefmap.routing.SnappedPlace;

/** The answer to a question for a way; status 200 in all cases, for "no way" is an answer. */
sealed interface RouteResponse permits RouteResponse.Way, NoWayResponse {

    /**
     * A way on the road, over water, or both one after the other.
     *
     * @param shallowestM over water only: shallowest known water, which decides
     * @param needsConfirmationM metres over flood water of unknown depth, by boat
     * @param unobservedM metres of road that nobody looked at; so do {@code slowM}, {@code stretches} and {@code
     *     bridgesUnconfirmed} tell of the road alone
     * @param steps the turn list
     * @param legs of an itinerary by truck and boat, one for each vehicle; else null
     * @param transfer of an itinerary; else null
     * @param water at the departure
     * @param times of a way under water: when it is gone and by which steps of the water; else null
     * @param alternatives other ways by road, as many as were asked for and are worth it
     */
    record Way(
            boolean found,
            VehicleClass vehicle,
            LineString line,
            double distanceM,
            double durationS,
            double deepestM,
            @Nullable Double shallowestM,
            double needsConfirmationM,
            double unobservedM,
            double slowM,
            List<RouteStretch> stretches,
            List<Step> steps,
            @Nullable List<Leg> legs,
            @Nullable Transfer transfer,
            RouteConfidence confidence,
            List<Alternative> alternatives,
            @Nullable RouteWater water,
            Snapped snapped,
            int bridgesUnconfirmed,
            @Nullable RouteTimes times)
            implements RouteResponse {}

    /** A way beside the quickest one, and what it is like. */
    record Alternative(OtherWay.Kind kind, String vi, String en, Way way) {
        static Alternative of(OtherWay other) {
            return new Alternative(
                    other.kind(), other.vi(), other.en(), road(other.way(), other.confidence(), List.of()));
        }
    }

    /** The part of an itinerary on one vehicle. */
    record Leg(
            VehicleClass vehicle,
            LineString line,
            double distanceM,
            double durationS,
            double deepestM,
            @Nullable Double shallowestM,
            double needsConfirmationM) {}

    /** Where the goods change over, [lon, lat], and how long that takes. */
    record Transfer(List<Double> at, double waitS) {}

    /** One entry of the turn list; {@code at} is [lon, lat], {@code fromM} counts from the start of the whole way. */
    record Step(
            RouteStep.Turn turn,
            VehicleClass vehicle,
            List<Double> at,
            double fromM,
            double distanceM,
            double durationS,
            @Nullable String roadName,
            @Nullable Integer exit,
            double depthM,
            String vi,
            String en) {
        static Step of(RouteStep step) {
            return new Step(
                    step.turn(),
                    step.vehicle(),
                    position(step.at()),
                    step.fromM(),
                    step.distanceM(),
                    step.durationS(),
                    step.roadName(),
                    step.exit(),
                    step.depthM(),
                    step.vi(),
                    step.en());
        }
    }

    /** Where the two places meet their roads. */
    record Snapped(Place from, Place to) {
        static Snapped of(SnappedPlace.Pair pair) {
            return new Snapped(Place.of(pair.from()), Place.of(pair.to()));
        }
    }

    /** One of them; the point is [lon, lat]. */
    record Place(@Nullable List<Double> point, @Nullable Double distanceM) {
        static Place of(SnappedPlace place) {
            LonLat point = place.point();
            return new Place(point == null ? null : position(point), place.distanceM());
        }
    }

    static RouteResponse of(RouteAdvice advice) {
        RouteAnswer answer = advice.answer();
        if (answer instanceof RouteAnswer.Found way) {
            return road(way, advice.confidence(), advice.others());
        }
        if (answer instanceof RouteAnswer.Afloat way) {
            return afloat(way, advice.confidence());
        }
        if (answer instanceof RouteAnswer.Transferred both) {
            return itinerary(both, advice.confidence());
        }
        return NoWayResponse.of((NoWay) answer, advice);
    }

    private static Way road(RouteAnswer.Found way, RouteConfidence confidence, List<OtherWay> others) {
        return new Way(
                true,
                way.vehicle(),
                way.line(),
                way.distanceM(),
                tenths(way.durationS()),
                way.deepestM(),
                null,
                0,
                way.unobservedM(),
                way.slowM(),
                stretches(way),
                steps(way.steps()),
                null,
                null,
                confidence,
                others.stream().map(Alternative::of).toList(),
                way.water(),
                Snapped.of(way.snapped()),
                way.bridgesUnconfirmed(),
                way.times());
    }

    /** Names of officers are for those who work with them. */
    private static List<RouteStretch> stretches(RouteAnswer.Found way) {
        return Callers.rights().seesStaffNames()
                ? way.stretches()
                : way.stretches().stream().map(RouteStretch::withoutName).toList();
    }

    private static Way afloat(RouteAnswer.Afloat way, RouteConfidence confidence) {
        return new Way(
                true,
                way.vehicle(),
                way.line(),
                way.distanceM(),
                tenths(way.durationS()),
                way.deepestM(),
                way.shallowestM(),
                way.needsConfirmationM(),
                0,
                0,
                List.of(),
                steps(way.steps()),
                null,
                null,
                confidence,
                List.of(),
                way.water(),
                Snapped.of(way.snapped()),
                0,
                way.times());
    }

    private static Way itinerary(RouteAnswer.Transferred both, RouteConfidence confidence) {
        RouteAnswer.Found road = both.road();
        RouteAnswer.Afloat boat = both.boat();
        CoordinateList line = new CoordinateList(road.line().getCoordinates());
        line.add(boat.line().getCoordinates(), false);
        return new Way(
                true,
                both.vehicle(),
                Geometries.FACTORY.createLineString(line.toCoordinateArray()),
                tenths(road.distanceM() + boat.distanceM()),
                tenths(both.durationS()),
                Math.max(road.deepestM(), boat.deepestM()),
                boat.shallowestM(),
                boat.needsConfirmationM(),
                road.unobservedM(),
                road.slowM(),
                stretches(road),
                steps(both.steps()),
                List.of(leg(road), leg(boat)),
                new Transfer(position(both.at()), both.waitS()),
                confidence,
                List.of(),
                both.water(),
                Snapped.of(both.snapped()),
                road.bridgesUnconfirmed(),
                both.times());
    }

    private static Leg leg(RouteAnswer.Found road) {
        return new Leg(
                road.vehicle(), road.line(), road.distanceM(), tenths(road.durationS()), road.deepestM(), null, 0);
    }

    private static Leg leg(RouteAnswer.Afloat boat) {
        return new Leg(
                boat.vehicle(),
                boat.line(),
                boat.distanceM(),
                tenths(boat.durationS()),
                boat.deepestM(),
                boat.shallowestM(),
                boat.needsConfirmationM());
    }

    private static List<Step> steps(List<RouteStep> steps) {
        return steps.stream().map(Step::of).toList();
    }

    private static double tenths(double number) {
        return Math.round(number * 10) / 10.0;
    }

    static List<Double> position(LonLat place) {
        return List.of(Math.round(place.lon() * 1e6) / 1e6, Math.round(place.lat() * 1e6) / 1e6);
    }
}
