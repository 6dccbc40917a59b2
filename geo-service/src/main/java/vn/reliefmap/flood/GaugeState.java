package vn.reliefmap.flood;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How a gauge stood at a moment.
 *
 * @param newest the newest reading at or before the moment, an observation before a forecast for the same time; null =
 *     none
 * @param before the one before it of the same kind, observed or forecast; null = none
 */
public record GaugeState(
        Gauge gauge,
        @Nullable GaugeReading newest,
        @Nullable GaugeReading before) {
    /** Two readings farther apart say nothing of what the water does now. */
    public static final Duration LONGEST_BETWEEN = Duration.ofHours(6);

    /** A change of up to 2 cm counts as steady (weak): the accuracy of reading a staff. */
    public static final double STEADY_M = 0.02;

    /** What the water does. */
    public enum Trend {
        RISING,
        STEADY,
        FALLING
    }

    /** 0 to 3; null without a reading or where an unknown level would decide. */
    public @Nullable Integer alert() {
        return newest == null ? null : gauge.alert(newest.levelM());
    }

    /** By the last two readings; null when they are missing or more than {@link #LONGEST_BETWEEN} apart. */
    public @Nullable Trend trend() {
        return newest == null || before == null ? null : trend(before, newest);
    }

    /** From one reading to a later one; null when they are more than {@link #LONGEST_BETWEEN} apart. */
    public static @Nullable Trend trend(GaugeReading before, GaugeReading newest) {
        if (Duration.between(before.observedAt(), newest.observedAt()).compareTo(LONGEST_BETWEEN) > 0) {
            return null;
        }
        // Rounded, so that 4.52 − 4.50 is 2 cm.
        double changeM = Math.round((newest.levelM() - before.levelM()) * 1e6) / 1e6;
        if (Math.abs(changeM) <= STEADY_M) {
            return Trend.STEADY;
        }
        return changeM > 0 ? Trend.RISING : Trend.FALLING;
    }
}
