package vn.reliefmap.routing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.reliefmap.kernel.DisasterId;

/**
 * Which water a route was judged by.
 *
 * @param at the moment of the picture
 * @param observedAt newest observation or forecast step in it, null when there is none
 * @param forecast true when that is not an observation
 * @param ageS seconds from {@code observedAt} until now, 0 for moments to come, null when there is no observation
 * @param snapshot name of the snapshot: the same name means the same water on the same roads
 */
public record RouteWater(
        DisasterId disaster,
        Instant at,
        @Nullable Instant observedAt,
        boolean forecast,
        @Nullable Long ageS,
        String snapshot) {}
