package vn.reliefmap.routing.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.locationtech.jts.geom.Geometry;
import vn.reliefmap.flood.WaterPicture;
import vn.reliefmap.geo.Geometries;
import vn.reliefmap.geo.LonLat;
import vn.reliefmap.passability.VehicleClass;
import vn.reliefmap.routing.LaterStart;
import vn.reliefmap.routing.NoWay;
import vn.reliefmap.routing.RouteAnswer;
import vn.reliefmap.routing.RouteQuery;

/** FEATURE UNDER TEST: departures through steps of water on real roads; needs ../shared/data/roads/hue.osm.pbf. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HueDepartureTest {
    private static final Duration STEP = Duration.ofMinutes(9);
    private static final int STEPS = 6;
    /** For each of four classes. */
    private static final int QUESTIONS = 26;

    private final RoadTown town = HueTown.roads();

    /** A question, what the program says, and what the plain search says. */
    private record Asked(LonLat from, LonLat to, Instant departAt, RouteAnswer answer, PlainDepartures plain) {
        double plainS() {
            return plain.seconds(from, to, departAt);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"MOTORBIKE", "CAR", "PICKUP", "TRUCK"})
    void c01_theSearchFindsWhatAPlainTimeDependentDijkstraFinds(VehicleClass vehicle) {
        Random random = new Random(195 + vehicle.word().length());
        int found = 0;
        int throughSteps = 0;
        int closes = 0;
        long plainNs = 0;
        long askNs = System.nanoTime();
        int slow = 0;
        PlainDepartures plain = flood(vehicle, random);
        for (int i = 0; i < QUESTIONS; i++) {
            if (i % 13 == 12) {
                plain = flood(vehicle, random);
            }
            Asked asked = ask(vehicle, random, plain);
            long startNs = System.nanoTime();
            double expectedS = asked.plainS();
            plainNs += System.nanoTime() - startNs;
            if (asked.answer() instanceof RouteAnswer.Found way) {
                assertThat(way.durationS()).isCloseTo(expectedS, within(1e-9 * Math.max(1, expectedS)));
                found++;
                throughSteps += way.times() != null && way.times().steps().size() > 1 ? 1 : 0;
                slow += way.times() != null && way.slowM() > 0 ? 1 : 0;
            } else {
                assertThat(expectedS).as(asked.answer().toString()).isInfinite();
                closes += asked.answer() instanceof NoWay.ClosesUnderWay ? 1 : 0;
            }
        }
        System.out.printf(
                "%s: %d ways, %d through steps, %d slow, %d close under way; plain %d ms of %d%n",
                vehicle,
                found,
                throughSteps,
                slow,
                closes,
                plainNs / 1_000_000,
                (System.nanoTime() - askNs) / 1_000_000);
        assertThat(found).isGreaterThan(QUESTIONS / 5);
        assertThat(throughSteps).isGreaterThan(QUESTIONS / 8);
    }

    /** Whenever else somebody leaves, nobody arrives earlier than told, by more than the minute that is not told. */
    @Test
    void c02_noOtherDepartureArrivesEarlierThanTheAnswerOrItsOffer() {
        Random random = new Random(196);
        VehicleClass vehicle = VehicleClass.TRUCK;
        PlainDepartures plain = flood(vehicle, random);
        int offers = 0;
        for (int i = 0; i < 25; i++) {
            Asked asked = ask(vehicle, random, plain);
            LaterStart later = later(asked.answer());
            offers += later == null ? 0 : 1;
            for (int k = 0; k < 3; k++) {
                Instant leaveAt = asked.departAt().plusMillis((long) (random.nextDouble() * STEP.toMillis() * STEPS));
                double thenS = plain.seconds(asked.from(), asked.to(), leaveAt);
                if (Double.isInfinite(thenS)) {
                    continue;
                }
                Instant arriveAt = leaveAt.plusMillis(Math.round(thenS * 1000));
                if (asked.answer() instanceof RouteAnswer.Found way) {
                    Instant told = later == null
                            ? asked.departAt().plusMillis(Math.round((way.durationS() - 60) * 1000))
                            : later.arriveAt();
                    assertThat(arriveAt.plusMillis(2)).isAfterOrEqualTo(told);
                } else {
                    assertThat(later).as("a way at " + leaveAt).isNotNull().satisfies(offer -> assertThat(
                                    offer.leaveAt())
                            .isBeforeOrEqualTo(leaveAt));
                }
            }
        }
        assertThat(offers).isPositive();
    }

    private static @Nullable LaterStart later(RouteAnswer answer) {
        if (answer instanceof RouteAnswer.Found way) {
            return way.times() == null ? null : way.times().later();
        }
        if (answer instanceof NoWay.CutOff no) {
            return no.later();
        }
        return answer instanceof NoWay.ClosesUnderWay no ? no.later() : null;
    }

    private Asked ask(VehicleClass vehicle, Random random, PlainDepartures plain) {
        LonLat from = place(random);
        LonLat to = place(random);
        Instant departAt = DrawnWater.SEEN.plusMillis((long) (random.nextDouble() * STEP.toMillis() * (STEPS - 1)));
        RouteAnswer answer = town.finder.find(new RouteQuery(from, to, vehicle, DrawnWater.FLOOD, departAt));
        while (answer instanceof NoWay.FarFromRoad) {
            from = place(random);
            to = place(random);
            answer = town.finder.find(new RouteQuery(from, to, vehicle, DrawnWater.FLOOD, departAt));
        }
        return new Asked(from, to, departAt, answer, plain);
    }

    /** The same pools at every step, each deeper, shallower or gone. */
    private PlainDepartures flood(VehicleClass vehicle, Random random) {
        List<Geometry> areas = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            areas.add(Geometries.FACTORY
                    .createPoint(place(random).coordinate())
                    .buffer(0.001 + random.nextDouble() * 0.007, 4));
        }
        List<WaterPicture> pictures = new ArrayList<>();
        for (int step = 0; step < STEPS; step++) {
            DrawnWater water = DrawnWater.nothing().seenAt(DrawnWater.SEEN.plus(STEP.multipliedBy(step)));
            for (Geometry area : areas) {
                double depthM = random.nextInt(12) == 0 ? Double.NaN : random.nextDouble() * 0.9 - 0.3;
                water = depthM <= 0 ? water : water.pool(area, depthM);
            }
            pictures.add(water);
        }
        town.waters.draw(pictures.toArray(WaterPicture[]::new));
        RoadGraph graph = town.graph();
        return new PlainDepartures(
                graph,
                vehicle,
                pictures.stream()
                        .map(picture -> town.snapshots.of(graph, picture))
                        .toList());
    }

    private static LonLat place(Random random) {
        return new LonLat(107.50 + random.nextDouble() * 0.2, 16.40 + random.nextDouble() * 0.17);
    }
}
