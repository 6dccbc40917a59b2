package vn.reliefmap.flood;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import vn.reliefmap.flood.RoadReport.Allowance;
import vn.reliefmap.flood.RoadReport.Standing;
import vn.reliefmap.flood.RoadReport.Stretch;
import vn.reliefmap.geo.Geometries;
import vn.reliefmap.kernel.DisasterId;

/** FEATURE UNDER TEST: what counts for a road once observed water and reports meet; domain facts, section 2. */
class RoadWaterTest {
    private static final Instant NOON = Instant.parse("2020-10-18T05:00:00Z");
    private static final double SHUT = Double.POSITIVE_INFINITY;

    @Test
    void aClosingReportHoldsUntilALaterReportOrADryObservation() {
        assertThat(depth(none(), said(RoadState.CLOSED, 0))).isEqualTo(SHUT);
        assertThat(depth(dry(-1), said(RoadState.CLOSED, 0))).isEqualTo(SHUT);
        assertThat(depth(wet(0.1, 2), said(RoadState.CLOSED, 0))).isEqualTo(SHUT);
        assertThat(depth(dry(1), said(RoadState.CLOSED, 0))).isZero();
        assertThat(depth(none(), said(RoadState.CLOSED, 0), said(RoadState.OPEN, 1)))
                .isZero();
        assertThat(depth(none(), said(RoadState.OPEN, 0), said(RoadState.CLOSED, 1)))
                .isEqualTo(SHUT);
        assertThat(depth(dry(1), said(RoadState.WAIST_DEEP, 0))).isZero();
    }

    @Test
    void aMissingBridgeWaitsForAReport() {
        assertThat(depth(dry(5), said(RoadState.BRIDGE_GONE, 0))).isEqualTo(SHUT);
        assertThat(depth(dry(5), said(RoadState.BRIDGE_GONE, 0), said(RoadState.CLOSED, 1)))
                .isEqualTo(SHUT);
        assertThat(depth(dry(5), said(RoadState.BRIDGE_GONE, 0), said(RoadState.KNEE_DEEP, 1)))
                .isEqualTo(SHUT);
        assertThat(depth(dry(5), said(RoadState.BRIDGE_GONE, 0), said(RoadState.OPEN, 1)))
                .isZero();
    }

    @Test
    void theNewestDepthCountsAndNeverLiftsWhatWasSeen() {
        assertThat(depth(none(), said(RoadState.CHEST_DEEP, 0), said(RoadState.KNEE_DEEP, 1)))
                .isEqualTo(0.5);
        assertThat(depth(wet(2, -1), said(RoadState.KNEE_DEEP, 0))).isEqualTo(2);
        assertThat(depth(wet(0.1, -1), said(RoadState.KNEE_DEEP, 0))).isEqualTo(0.5);
        assertThat(depth(wet(0.1, 1), said(RoadState.KNEE_DEEP, 0))).isEqualTo(0.5);
        assertThat(depth(deepUnknown(-1), said(RoadState.KNEE_DEEP, 0))).isNaN();
        assertThat(depth(none(), said(RoadState.CLOSED, 0), said(RoadState.KNEE_DEEP, 1)))
                .isEqualTo(SHUT);
    }

    @Test
    void openAndShallowDecideWhileFresh() {
        assertThat(depth(wet(2, -1), said(RoadState.OPEN, 0))).isZero();
        assertThat(depth(wet(2, -1), said(RoadState.SHALLOW, 0))).isEqualTo(0.15);
        assertThat(depth(deepUnknown(-1), said(RoadState.OPEN, 0))).isZero();
        assertThat(depth(wet(2, 1), said(RoadState.OPEN, 0))).isEqualTo(2);
        assertThat(depth(deepUnknown(1), said(RoadState.OPEN, 0))).isNaN();
    }

    @Test
    void onceAgedTheWaterSeenAppliesOrNothingIsKnown() {
        assertThat(depth(wet(2, -1), aged(RoadState.OPEN, 0))).isEqualTo(2);
        assertThat(depth(none(), aged(RoadState.OPEN, 0))).isZero();
        assertThat(depth(none(), said(RoadState.CLOSED, 0), aged(RoadState.OPEN, 1)))
                .isNaN();
        assertThat(depth(none(), aged(RoadState.SHALLOW, 0))).isNaN();
        assertThat(depth(dry(-1), aged(RoadState.SHALLOW, 0))).isNaN();
        assertThat(depth(dry(1), aged(RoadState.SHALLOW, 0))).isZero();
        assertThat(RoadWater.of(wet(2, -1), List.of(aged(RoadState.OPEN, 0)), RoadReportSettings.DEFAULT)
                        .confirmed())
                .isFalse();
        assertThat(RoadWater.of(dry(1), List.of(aged(RoadState.OPEN, 0)), RoadReportSettings.DEFAULT)
                        .confirmed())
                .isTrue();
    }

    @Test
    void aPermissionSaysNothingOfTheWater() {
        assertThat(depth(wet(0.7, 0), said(RoadState.TRUCK_ALLOWED, 1))).isEqualTo(0.7);
        assertThat(depth(none(), said(RoadState.CLOSED, 0), said(RoadState.TRUCK_ALLOWED, 1)))
                .isEqualTo(SHUT);
    }

    /** The law: whatever was said and seen before, a report that closes opens nothing. */
    @Test
    void aClosingReportNeverOpensAnyRoad() {
        RoadState[] states = RoadState.values();
        Random random = new Random(7);
        for (int run = 0; run < 20_000; run++) {
            Water seen = water(random);
            List<Standing> before = new ArrayList<>();
            for (int i = random.nextInt(5); i > 0; i--) {
                RoadState state = states[random.nextInt(states.length)];
                before.add(standing(state, -i, !state.ages() || random.nextBoolean()));
            }
            for (RoadState closing : List.of(RoadState.CLOSED, RoadState.BRIDGE_GONE)) {
                assertNotBetter(seen, before, closing);
            }
            // A depth beside an older depth is the newer one, and where all had aged it is known again.
            List<Standing> withoutDepths = before.stream()
                    .filter(s -> s.fresh() && !s.report().state().name().endsWith("_DEEP"))
                    .toList();
            for (RoadState closing : List.of(RoadState.KNEE_DEEP, RoadState.WAIST_DEEP, RoadState.CHEST_DEEP)) {
                assertNotBetter(seen, List.of(), closing);
                assertNotBetter(seen, withoutDepths, closing);
            }
        }
    }

    private static void assertNotBetter(Water seen, List<Standing> before, RoadState closing) {
        // Said when nothing newer than the report was seen; what is seen later may reopen.
        List<Standing> after = new ArrayList<>(before);
        after.add(said(closing, 9));
        assertThat(badness(RoadWater.of(seen, after, RoadReportSettings.DEFAULT)))
                .as("%s, %s, then %s", seen, before, closing)
                .isGreaterThanOrEqualTo(badness(RoadWater.of(seen, before, RoadReportSettings.DEFAULT)));
    }

    /** Unknown counts as deepest for wheels. */
    private static double badness(RoadWater water) {
        return Double.isNaN(water.depthM()) ? SHUT : water.depthM();
    }

    private static Water water(Random random) {
        int hour = random.nextInt(12) - 6;
        return switch (random.nextInt(4)) {
            case 0 -> none();
            case 1 -> dry(hour);
            case 2 -> wet(random.nextInt(20) / 10.0, hour);
            default -> deepUnknown(hour);
        };
    }

    private static double depth(Water seen, Standing... reports) {
        return RoadWater.of(seen, List.of(reports), RoadReportSettings.DEFAULT).depthM();
    }

    private static Water none() {
        return Water.NOWHERE_OBSERVED;
    }

    private static Water dry(int hour) {
        return new Water(Water.State.DRY, 0, hour(hour));
    }

    private static Water wet(double depthM, int hour) {
        return new Water(Water.State.WET, depthM, hour(hour));
    }

    private static Water deepUnknown(int hour) {
        return new Water(Water.State.UNKNOWN, 0, hour(hour));
    }

    private static Standing said(RoadState state, int hour) {
        return standing(state, hour, true);
    }

    private static Standing aged(RoadState state, int hour) {
        return standing(state, hour, false);
    }

    private static Standing standing(RoadState state, int hour, boolean fresh) {
        @Nullable
        Allowance allowance =
                state == RoadState.TRUCK_ALLOWED ? new Allowance("Lê Văn A", 0.9, hour(hour + 5), "chở gạo") : null;
        return new Standing(
                new RoadReport(
                        UUID.randomUUID(),
                        new DisasterId(UUID.fromString("00000000-0000-0000-0000-000000002020")),
                        state,
                        hour(hour),
                        "administrator",
                        null,
                        allowance,
                        new Stretch(
                                1, List.of(101L), "Quốc lộ 9", Geometries.FACTORY.createLineString(new Coordinate[] {
                                    new Coordinate(107.1, 16.75), new Coordinate(107.11, 16.75)
                                }))),
                fresh);
    }

    private static Instant hour(int hour) {
        return NOON.plusSeconds(3600L * hour);
    }
}
