package vn.reliefmap.routing.http;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.CoordinateList;
import org.locationtech.jts.geom.LineString;
import vn.reliefmap.geo.Geometries;
import vn.reliefmap.geo.LonLat;
import vn.reliefmap.passability.VehicleClass;
import vn.reliefmap.routing.RouteAnswer;
import vn.reliefmap.routing.RouteEnd;
import vn.reliefmap.routing.RouteStretch;
import vn.reliefmap.routing.RouteWater;
import vn.reliefmap.routing.SnappedPlace;

/** The answer to a question for a way; status 200 in all cases, for "no way" is an answer. */
sealed interface RouteResponse {

    /** A way. */
    record Way(
            boolean found,
            VehicleClass vehicle,
            LineString line,
            double distanceM,
            double durationS,
            double deepestM,
            double unobservedM,
            double slowM,
            List<RouteStretch> stretches,
            @Nullable RouteWater water,
            Snapped snapped,
            int bridgesUnconfirmed)
            implements RouteResponse {}

    /** A way by boat: the fields of {@link Way}, and what counts on water. */
    record Waterway(
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
            @Nullable RouteWater water,
            Snapped snapped,
            int bridgesUnconfirmed)
            implements RouteResponse {}

    /** A way by truck and boat: the fields of {@link Way} for both together, stretches of the road part only. */
    record Itinerary(
            boolean found,
            VehicleClass vehicle,
            LineString line,
            double distanceM,
            double durationS,
            double deepestM,
            double needsConfirmationM,
            double unobservedM,
            double slowM,
            List<RouteStretch> stretches,
            List<Leg> legs,
            Transfer transfer,
            @Nullable RouteWater water,
            Snapped snapped,
            int bridgesUnconfirmed)
            implements RouteResponse {}

    /** The part of an itinerary on one vehicle. */
    record Leg(
            VehicleClass vehicle,
            LineString line,
            double distanceM,
            double durationS,
            double deepestM,
            double needsConfirmationM) {}

    /** Where the goods change over, [lon, lat], and how long that takes. */
    record Transfer(List<Double> at, double waitS) {}

    /** No way, and why. */
    record NoWay(
            boolean found,
            VehicleClass vehicle,
            Reason reason,
            RouteEnd end,
            @Nullable Double depthM,
            boolean unknownDepth,
            @Nullable Double closesAtM,
            @Nullable List<Double> at,
            @Nullable String roadName,
            String vi,
            String en,
            @Nullable RouteWater water,
            Snapped snapped)
            implements RouteResponse {}

    /** Why there is no way. */
    enum Reason {
        CUT_OFF,
        FAR_FROM_ROAD,
        NO_CONNECTION,
        /** No water deep enough for the boat near an end. */
        FAR_FROM_WATER,
        /** No place where a truck and a boat meet. */
        NO_LANDING;

        @JsonValue
        String word() {
            return name().toLowerCase(Locale.ROOT);
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

    static RouteResponse of(RouteAnswer answer) {
        if (answer instanceof RouteAnswer.Found way) {
            return new Way(
                    true,
                    way.vehicle(),
                    way.line(),
                    way.distanceM(),
                    tenths(way.durationS()),
                    way.deepestM(),
                    way.unobservedM(),
                    way.slowM(),
                    way.stretches(),
                    way.water(),
                    Snapped.of(way.snapped()),
                    way.bridgesUnconfirmed());
        }
        if (answer instanceof RouteAnswer.Afloat way) {
            return afloat(way);
        }
        if (answer instanceof RouteAnswer.Transferred both) {
            return itinerary(both);
        }
        if (answer instanceof RouteAnswer.CutOff cutOff) {
            return noWay(
                    cutOff,
                    Reason.CUT_OFF,
                    cutOff.depthM(),
                    cutOff.unknownDepth(),
                    cutOff.closesAtM(),
                    cutOff.at(),
                    cutOff.roadName());
        }
        if (answer instanceof RouteAnswer.FarFromRoad far) {
            return noWay(far, Reason.FAR_FROM_ROAD, null, false, null, null, null);
        }
        if (answer instanceof RouteAnswer.FarFromWater far) {
            return noWay(far, Reason.FAR_FROM_WATER, far.depthM(), false, far.needsM(), null, null);
        }
        if (answer instanceof RouteAnswer.NoLanding none) {
            return noWay(none, Reason.NO_LANDING, null, false, null, null, null);
        }
        return noWay((RouteAnswer.NoWay) answer, Reason.NO_CONNECTION, null, false, null, null, null);
    }

    private static Waterway afloat(RouteAnswer.Afloat way) {
        return new Waterway(
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
                way.water(),
                Snapped.of(way.snapped()),
                0);
    }

    private static Itinerary itinerary(RouteAnswer.Transferred both) {
        RouteAnswer.Found road = both.road();
        RouteAnswer.Afloat boat = both.boat();
        CoordinateList line = new CoordinateList(road.line().getCoordinates());
        line.add(boat.line().getCoordinates(), false);
        return new Itinerary(
                true,
                both.vehicle(),
                Geometries.FACTORY.createLineString(line.toCoordinateArray()),
                tenths(road.distanceM() + boat.distanceM()),
                tenths(both.durationS()),
                Math.max(road.deepestM(), boat.deepestM()),
                boat.needsConfirmationM(),
                road.unobservedM(),
                road.slowM(),
                road.stretches(),
                List.of(
                        new Leg(
                                road.vehicle(),
                                road.line(),
                                road.distanceM(),
                                tenths(road.durationS()),
                                road.deepestM(),
                                0),
                        new Leg(
                                boat.vehicle(),
                                boat.line(),
                                boat.distanceM(),
                                tenths(boat.durationS()),
                                boat.deepestM(),
                                boat.needsConfirmationM())),
                new Transfer(position(both.at()), both.waitS()),
                both.water(),
                Snapped.of(both.snapped()),
                road.bridgesUnconfirmed());
    }

    private static double tenths(double number) {
        return Math.round(number * 10) / 10.0;
    }

    private static NoWay noWay(
            RouteAnswer.NoWay answer,
            Reason reason,
            @Nullable Double depthM,
            boolean unknownDepth,
            @Nullable Double closesAtM,
            @Nullable LonLat at,
            @Nullable String roadName) {
        return new NoWay(
                false,
                answer.vehicle(),
                reason,
                answer.end(),
                depthM,
                unknownDepth,
                closesAtM,
                at == null ? null : position(at),
                roadName,
                answer.vi(),
                answer.en(),
                answer.water(),
                Snapped.of(answer.snapped()));
    }

    private static List<Double> position(LonLat place) {
        return List.of(Math.round(place.lon() * 1e6) / 1e6, Math.round(place.lat() * 1e6) / 1e6);
    }
}
