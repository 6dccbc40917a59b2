package vn.reliefmap.flood;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A river that stands at alert 3 or above by its gauge, so that nobody knows the bridges and fords over it (domain facts,
 * section 2).
 *
 * @param reading the one that says so: the newest observation, or a forecast after it
 * @param risenAt when the river last stood higher than at the reading before; what was said of a deck later than that
 *     was said by somebody who saw the river so
 * @param crossings the roads that the gauge speaks for
 */
public record RiverAlert(Gauge gauge, GaugeReading reading, Instant risenAt, List<RiverCrossing> crossings) {
    /** Whether the water of a reading reaches the level; false where the level is not known. */
    public static boolean reached(Gauge gauge, GaugeReading reading) {
        Double level3M = gauge.level3M();
        return level3M != null && reading.levelM() >= level3M;
    }

    /**
     * How a river stands after some readings. What was read at alert 3 holds, however old, until something lower is read. A
     * forecast after the last observation can put a river on alert, and another forecast ends that; but a forecast never
     * ends what was read.
     *
     * @param inOrder readings of one gauge up to the moment, by the time they are for; of the same time the forecast first
     * @return empty below alert 3, or when its level is not known
     */
    public static Optional<RiverAlert> after(Gauge gauge, List<GaugeReading> inOrder, List<RiverCrossing> crossings) {
        GaugeReading observed = null;
        GaugeReading forecast = null;
        GaugeReading before = null;
        Instant risenAt = null;
        for (GaugeReading reading : inOrder) {
            if (reached(gauge, reading) && rises(before, reading)) {
                risenAt = reading.observedAt();
            }
            before = reading;
            observed = reading.forecast() ? observed : reading;
            forecast = reading.forecast() ? reading : null;
        }
        GaugeReading deciding = forecast != null && reached(gauge, forecast) ? forecast : observed;
        return deciding == null || !reached(gauge, deciding)
                ? Optional.empty()
                : Optional.of(new RiverAlert(gauge, deciding, Objects.requireNonNull(risenAt), crossings));
    }

    private static boolean rises(@Nullable GaugeReading before, GaugeReading reading) {
        return before == null || reading.levelM() > before.levelM();
    }
}
