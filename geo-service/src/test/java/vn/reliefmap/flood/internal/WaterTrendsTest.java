package vn.reliefmap.flood.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.reliefmap.flood.GaugeReading;
import vn.reliefmap.flood.GaugeState.Trend;
import vn.reliefmap.flood.RoadReportSettings;
import vn.reliefmap.flood.internal.WaterTrends.From;
import vn.reliefmap.kernel.DisasterId;

/** FEATURE UNDER TEST: how long "open" holds: 3 h in rising, 6 h in steady, 12 h in falling water. */
class WaterTrendsTest {
    private static final DisasterId FLOOD = new DisasterId(UUID.fromString("00000000-0000-0000-0000-000000002020"));

    @Test
    void withoutGaugesTheWaterCountsAsRising() {
        assertHolds(List.of(), 0, 2.9, 3);
    }

    @Test
    void underOneTrendItHoldsAsLongAsTheFactsSay() {
        assertHolds(List.of(new From(hour(-1), Trend.RISING)), 0, 2.9, 3);
        assertHolds(List.of(new From(hour(-1), Trend.STEADY)), 0, 5.9, 6);
        assertHolds(List.of(new From(hour(-1), Trend.FALLING)), 0, 11.9, 12);
    }

    @Test
    void eachHourCountsByWhatTheWaterDidThen() {
        // Half of its time in rising water, the other half in falling water.
        assertHolds(List.of(new From(hour(1.5), Trend.FALLING)), 0, 7.4, 7.5);
        // What has aged stays aged, although the water falls now.
        assertHolds(List.of(new From(hour(4), Trend.FALLING)), 0, 2.9, 3);
        assertThat(WaterTrends.fresh(
                        List.of(new From(hour(4), Trend.FALLING)), hour(0), hour(5), RoadReportSettings.DEFAULT::holds))
                .isFalse();
    }

    @Test
    void oneRisingGaugeDecidesAndOldReadingsSayNothing() {
        List<From> timeline = WaterTrends.timeline(List.of(
                reading("a", 0, 2.0),
                reading("b", 0, 1.0),
                reading("a", 1, 1.8),
                reading("b", 2, 1.2),
                reading("b", 3, 1.1)));
        assertThat(at(timeline, 0.5)).isEqualTo(Trend.RISING);
        assertThat(at(timeline, 1.5)).isEqualTo(Trend.FALLING);
        assertThat(at(timeline, 2.5)).isEqualTo(Trend.RISING);
        assertThat(at(timeline, 3.5)).isEqualTo(Trend.FALLING);
        assertThat(at(timeline, 8)).isEqualTo(Trend.FALLING);
        assertThat(at(timeline, 10)).isEqualTo(Trend.RISING);
    }

    private static Trend at(List<From> timeline, double hour) {
        Trend trend = Trend.RISING;
        for (From from : timeline) {
            trend = from.at().isAfter(hour(hour)) ? trend : from.trend();
        }
        return trend;
    }

    private static void assertHolds(List<From> timeline, double from, double stillFresh, double aged) {
        assertThat(WaterTrends.fresh(timeline, hour(from), hour(stillFresh), RoadReportSettings.DEFAULT::holds))
                .isTrue();
        assertThat(WaterTrends.fresh(timeline, hour(from), hour(aged), RoadReportSettings.DEFAULT::holds))
                .isFalse();
    }

    private static GaugeReading reading(String gauge, double hour, double levelM) {
        return new GaugeReading(UUID.randomUUID(), FLOOD, gauge, hour(hour), levelM, false, "test");
    }

    private static Instant hour(double hour) {
        return Instant.parse("2020-10-18T00:00:00Z").plusMillis(Math.round(hour * 3_600_000));
    }
}
