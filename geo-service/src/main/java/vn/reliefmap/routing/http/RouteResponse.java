package vn.reliefmap.routing.http;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.LineString;
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
        NO_CONNECTION;

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
                    Math.round(way.durationS() * 10) / 10.0,
                    way.deepestM(),
                    way.unobservedM(),
                    way.slowM(),
                    way.stretches(),
                    way.water(),
                    Snapped.of(way.snapped()),
                    way.bridgesUnconfirmed());
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
        return noWay((RouteAnswer.NoWay) answer, Reason.NO_CONNECTION, null, false, null, null, null);
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
