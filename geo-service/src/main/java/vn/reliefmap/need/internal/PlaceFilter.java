package vn.reliefmap.need.internal;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.reliefmap.disaster.Disaster;
import vn.reliefmap.geo.Bbox;

/**
 * Which households or needs to list.
 *
 * @param disaster null = of all disasters
 * @param box null = everywhere
 * @param homesOf units whose real homes the caller may see, beside all simulated ones; null = sees every home
 * @param after list what follows this id; null = from the start
 * @param limit 1 or more
 */
public record PlaceFilter(
        @Nullable Disaster disaster,
        @Nullable Bbox box,
        @Nullable Set<String> homesOf,
        @Nullable UUID after,
        int limit) {

    /** Conditions on {@code household h}, beginning with {@code and}; empty when there are none. */
    String householdConditions() {
        return (homesOf == null
                        ? ""
                        : " and (h.simulated or h.admin_code = any(:homesOf) or h.hamlet_code = any(:homesOf))")
                + (box == null ? "" : " and h.place && st_makeenvelope(:minLon, :minLat, :maxLon, :maxLat, 4326)");
    }

    Map<String, Object> parameters() {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("limit", limit + 1);
        parameters.put("after", after == null ? new UUID(0, 0) : after);
        if (disaster != null) {
            parameters.put("disaster", disaster.id().value());
            parameters.put("simulated", disaster.simulated());
        }
        if (homesOf != null) {
            parameters.put("homesOf", homesOf.toArray(String[]::new));
        }
        if (box != null) {
            parameters.put("minLon", box.minLon());
            parameters.put("minLat", box.minLat());
            parameters.put("maxLon", box.maxLon());
            parameters.put("maxLat", box.maxLat());
        }
        return parameters;
    }
}
