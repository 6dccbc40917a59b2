package vn.reliefmap.routing.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Coordinate;
import vn.reliefmap.flood.WaterStep;
import vn.reliefmap.geo.Geometries;
import vn.reliefmap.geo.LonLat;
import vn.reliefmap.passability.Passability;
import vn.reliefmap.passability.PassabilityLimits;
import vn.reliefmap.passability.VehicleClass;
import vn.reliefmap.routing.ConfidenceLimits;
import vn.reliefmap.routing.ConfidenceRule;
import vn.reliefmap.routing.NoWay;
import vn.reliefmap.routing.RouteAnswer;
import vn.reliefmap.routing.RouteConfidence;
import vn.reliefmap.routing.RouteConfidence.Cause;
import vn.reliefmap.routing.RouteConfidence.Grade;
import vn.reliefmap.routing.RouteConfidence.Reason;
import vn.reliefmap.routing.RouteEnd;
import vn.reliefmap.routing.RouteStretch;
import vn.reliefmap.routing.RouteTimes;
import vn.reliefmap.routing.RouteWater;
import vn.reliefmap.routing.SnappedPlace;

/** FEATURE UNDER TEST: how far an answer can be trusted, from its own facts. */
class ConfidenceRuleTest {
    private static final LonLat HERE = new LonLat(107.1, 16.75);
    private static final SnappedPlace.Pair SNAPPED =
            new SnappedPlace.Pair(new SnappedPlace(HERE, 0.0), new SnappedPlace(HERE, 0.0));

    private final ConfidenceRule rule =
            new ConfidenceRule(ConfidenceLimits.DEFAULT, new Passability(PassabilityLimits.DEFAULT));

    @Test
    void aFreshlySeenDryWayIsTrusted() {
        assertThat(rule.judge(way(0, 0, 0, water(1, false), DrawnWater.SEEN)))
                .isEqualTo(new RouteConfidence(Grade.HIGH, List.of()));
    }

    @ParameterizedTest
    @CsvSource({
        "3, 0, HIGH, ",
        "4, 0, MEDIUM, WATER_AGING",
        "13, 0, LOW, WATER_OLD",
        // The newest picture is fresh, but the water on this way was seen long before.
        "1, 3, MEDIUM, WATER_AGING",
        "1, 12, LOW, WATER_OLD"
    })
    void waterAges(int hours, int waterSeenHoursBefore, Grade grade, @Nullable Cause cause) {
        RouteConfidence confidence = rule.judge(
                way(0.1, 0, 0, water(hours, false), DrawnWater.SEEN.minusSeconds(3600L * waterSeenHoursBefore)));
        assertThat(confidence.grade()).isEqualTo(grade);
        assertThat(confidence.reasons())
                .extracting(Reason::cause)
                .isEqualTo(cause == null ? List.of() : List.of(cause));
    }

    @Test
    void reasonsAreToldTheWorstFirst() {
        RouteConfidence confidence = rule.judge(way(0.56, 1500, 2, water(0, true), DrawnWater.SEEN));
        assertThat(confidence.grade()).isEqualTo(Grade.LOW);
        assertThat(confidence.reasons())
                .extracting(Reason::cause, Reason::vi)
                .containsExactly(
                        tuple(Cause.MOSTLY_UNOBSERVED, "1,5 km của tuyến chưa ai quan sát."),
                        tuple(Cause.FORECAST, "Nước theo dự báo, chưa quan sát."),
                        tuple(Cause.BRIDGES_UNCONFIRMED, "2 cầu trên nước lũ chưa ai xác nhận."),
                        tuple(Cause.NEAR_LIMIT, "Nước sâu 0,56 m, sát mức không qua được (0,60 m)."));
    }

    @Test
    void withoutAnyWaterADryWaySaysSo() {
        assertThat(rule.judge(way(0, 0, 0, null, DrawnWater.SEEN)).reasons())
                .extracting(Reason::cause)
                .containsExactly(Cause.NO_WATER_KNOWN);
        RouteWater none = new RouteWater(DrawnWater.FLOOD, DrawnWater.SEEN, null, false, null, "s");
        assertThat(rule.judge(way(0, 0, 0, none, DrawnWater.SEEN)).grade()).isEqualTo(Grade.LOW);
    }

    @Test
    void aCutOffPlaceIsJudgedToo() {
        assertThat(rule.judge(cutOff(null, true)).reasons())
                .extracting(Reason::cause)
                .containsExactly(Cause.DEPTH_UNKNOWN);
        assertThat(rule.judge(cutOff(0.62, false)).reasons())
                .extracting(Reason::cause)
                .containsExactly(Cause.NEAR_LIMIT);
        assertThat(rule.judge(cutOff(1.5, false)).grade()).isEqualTo(Grade.HIGH);
        assertThat(rule.judge(new NoWay.FarFromRoad(VehicleClass.TRUCK, RouteEnd.TO, 500, null, SNAPPED))
                        .grade())
                .as("no water decides that")
                .isEqualTo(Grade.HIGH);
    }

    @Test
    void aWayThatEndsUnderForecastWaterIsNoBetterThanTheForecast() {
        Instant later = DrawnWater.SEEN.plusSeconds(600);
        RouteAnswer.Found seen = (RouteAnswer.Found) way(0, 0, 0, water(1, false), DrawnWater.SEEN);
        RouteTimes times =
                new RouteTimes(DrawnWater.SEEN, later.plusSeconds(60), List.of(new WaterStep(later, true)), true, null);
        RouteAnswer forecast = new RouteAnswer.Found(
                seen.vehicle(),
                seen.line(),
                seen.distanceM(),
                seen.durationS(),
                0,
                0,
                0,
                seen.stretches(),
                seen.steps(),
                0,
                times,
                seen.water(),
                SNAPPED);
        assertThat(rule.judge(forecast).grade()).isEqualTo(Grade.MEDIUM);
    }

    private static RouteAnswer cutOff(@Nullable Double depthM, boolean unknown) {
        return new NoWay.CutOff(
                VehicleClass.TRUCK,
                RouteEnd.TO,
                depthM,
                unknown,
                0.6,
                HERE,
                null,
                null,
                null,
                null,
                water(1, false),
                SNAPPED);
    }

    private static RouteWater water(int hoursOld, boolean forecast) {
        return new RouteWater(DrawnWater.FLOOD, DrawnWater.SEEN, DrawnWater.SEEN, forecast, 3600L * hoursOld, "s");
    }

    private static RouteAnswer way(
            double deepestM, double unobservedM, int bridges, @Nullable RouteWater water, Instant seen) {
        RouteStretch stretch = new RouteStretch(
                0,
                2000,
                deepestM > 0 ? RouteStretch.State.SLOW : RouteStretch.State.OPEN,
                deepestM,
                deepestM > 0 ? seen : null,
                null,
                false,
                null,
                null);
        return new RouteAnswer.Found(
                VehicleClass.TRUCK,
                Geometries.FACTORY.createLineString(new Coordinate[] {HERE.coordinate(), HERE.coordinate()}),
                2000,
                200,
                deepestM,
                unobservedM,
                deepestM > 0 ? 2000 : 0,
                List.of(stretch),
                List.of(),
                bridges,
                null,
                water,
                SNAPPED);
    }
}
