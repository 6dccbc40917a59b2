package vn.reliefmap.routing;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.reliefmap.flood.WaterStep;
import vn.reliefmap.kernel.DisasterId;

/**
 * Which water a route was judged by: that of a moment, or the worst over a span of time.
 *
 * @param at the moment of the picture, of a span the one in force at its beginning
 * @param until end of the span as it was asked for; null for a moment
 * @param steps whose water counts, oldest first, at least one
 * @param observedAt newest observation or forecast step in the picture at {@code at}, null when there is none; of a span the first that has one
 * @param forecast true when that is not an observation, or a step of the span is none
 * @param ageS seconds from {@code observedAt} until now, 0 for moments to come, null when there is no observation
 * @param snapshot name of the snapshot: the same name means the same water on the same roads
 */
public record RouteWater(
        DisasterId disaster,
        Instant at,
        @Nullable Instant until,
        List<WaterStep> steps,
        @Nullable Instant observedAt,
        boolean forecast,
        @Nullable Long ageS,
        String snapshot) {
    /** Of a moment. */
    public RouteWater(
            DisasterId disaster,
            Instant at,
            @Nullable Instant observedAt,
            boolean forecast,
            @Nullable Long ageS,
            String snapshot) {
        this(disaster, at, null, List.of(new WaterStep(at, forecast)), observedAt, forecast, ageS, snapshot);
    }
}
