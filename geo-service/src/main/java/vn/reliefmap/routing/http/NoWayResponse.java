package vn.reliefmap.routing.http;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.LineString;
import vn.reliefmap.geo.LonLat;
import vn.reliefmap.passability.VehicleClass;
import vn.reliefmap.routing.HighRiver;
import vn.reliefmap.routing.LaterStart;
import vn.reliefmap.routing.NoWay;
import vn.reliefmap.routing.RoadSaid;
import vn.reliefmap.routing.RouteAdvice;
import vn.reliefmap.routing.RouteConfidence;
import vn.reliefmap.routing.RouteEnd;
import vn.reliefmap.routing.RouteWater;
import vn.reliefmap.routing.RunsAground;
import vn.reliefmap.routing.WalkSuggestion;

/** No way, and why; {@code later} is when there will be one, {@code suggestion} a walk, null for none. */
record NoWayResponse(
        boolean found,
        VehicleClass vehicle,
        NoWayWord reason,
        RouteEnd end,
        @Nullable Double depthM,
        boolean unknownDepth,
        @Nullable Double closesAtM,
        @Nullable List<Double> at,
        @Nullable String roadName,
        @Nullable RoadSaid said,
        @Nullable HighRiver river,
        String vi,
        String en,
        @Nullable Instant closesAt,
        @Nullable LaterStart later,
        RouteConfidence confidence,
        @Nullable Suggestion suggestion,
        @Nullable RouteWater water,
        RouteResponse.Snapped snapped)
        implements RouteResponse {
    /** From where the place can be walked to, [lon, lat]; never taken in silence. */
    record Suggestion(
            List<Double> point,
            LineString line,
            double distanceM,
            double walkDepthM,
            double wadeM,
            double unobservedM,
            String vi,
            String en) {
        static Suggestion of(WalkSuggestion walk) {
            return new Suggestion(
                    RouteResponse.position(walk.point()),
                    walk.line(),
                    walk.distanceM(),
                    walk.walkDepthM(),
                    walk.wadeM(),
                    walk.unobservedM(),
                    walk.vi(),
                    walk.en());
        }
    }

    static NoWayResponse of(NoWay answer, RouteAdvice advice) {
        if (answer instanceof NoWay.CutOff cutOff) {
            return noWay(
                    cutOff,
                    advice,
                    NoWayWord.CUT_OFF,
                    cutOff.depthM(),
                    cutOff.unknownDepth(),
                    cutOff.closesAtM(),
                    cutOff.at(),
                    cutOff.roadName(),
                    null,
                    cutOff.later());
        }
        if (answer instanceof NoWay.ClosesUnderWay closes) {
            return noWay(
                    closes,
                    advice,
                    NoWayWord.CLOSES_UNDER_WAY,
                    closes.depthM(),
                    closes.unknownDepth(),
                    closes.closesAtM(),
                    closes.at(),
                    closes.roadName(),
                    closes.closesAt(),
                    closes.later());
        }
        if (answer instanceof RunsAground aground) {
            return noWay(
                    aground,
                    advice,
                    NoWayWord.CLOSES_UNDER_WAY,
                    aground.depthM(),
                    false,
                    aground.needsM(),
                    aground.at(),
                    null,
                    aground.closesAt(),
                    null);
        }
        if (answer instanceof NoWay.FarFromRoad) {
            return noWay(answer, advice, NoWayWord.FAR_FROM_ROAD, null, false, null, null, null, null, null);
        }
        if (answer instanceof NoWay.FarFromWater far) {
            return noWay(
                    far, advice, NoWayWord.FAR_FROM_WATER, far.depthM(), false, far.needsM(), null, null, null, null);
        }
        if (answer instanceof NoWay.NoLanding) {
            return noWay(answer, advice, NoWayWord.NO_LANDING, null, false, null, null, null, null, null);
        }
        return noWay(answer, advice, NoWayWord.NO_CONNECTION, null, false, null, null, null, null, null);
    }

    private static NoWayResponse noWay(
            NoWay answer,
            RouteAdvice advice,
            NoWayWord reason,
            @Nullable Double depthM,
            boolean unknownDepth,
            @Nullable Double closesAtM,
            @Nullable LonLat at,
            @Nullable String roadName,
            @Nullable Instant closesAt,
            @Nullable LaterStart later) {
        return new NoWayResponse(
                false,
                answer.vehicle(),
                reason,
                answer.end(),
                depthM,
                unknownDepth,
                closesAtM,
                at == null ? null : RouteResponse.position(at),
                roadName,
                answer.said(),
                answer.river(),
                answer.vi(),
                answer.en(),
                closesAt,
                later,
                advice.confidence(),
                advice.walk() == null ? null : Suggestion.of(advice.walk()),
                answer.water(),
                RouteResponse.Snapped.of(answer.snapped()));
    }
}
