package vn.reliefmap.routing;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.reliefmap.flood.WaterStep;

/**
 * When a way is driven, and by which steps of the water.
 *
 * @param steps in force on the way, oldest first, at least one
 * @param lastStepHolds true when the way ends after the last step of all: its water is taken to stay as it is
 * @param later leaving then arrives a minute or more earlier than leaving at {@code departAt}; null when nothing does
 */
public record RouteTimes(
        Instant departAt,
        Instant arriveAt,
        List<WaterStep> steps,
        boolean lastStepHolds,
        @Nullable LaterStart later) {}
