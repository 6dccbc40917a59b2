package vn.reliefmap.routing.http;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A question for a way as programs send it; everything is checked in {@link RouteQuestions}.
 *
 * @param from [lon, lat]
 * @param to [lon, lat]
 * @param vehicle word of a vehicle class
 * @param disaster id or name; without it the roads are dry
 * @param departAt ISO instant
 * @param transfer word of the boat class that takes over from a truck, or null
 * @param until ISO instant; the way must hold under the worst water from the departure until then
 * @param alternatives how many other ways to tell, 0 to 3; null = none
 */
record RouteRequest(
        @Nullable List<@Nullable Double> from,
        @Nullable List<@Nullable Double> to,
        @Nullable String vehicle,
        @Nullable String disaster,
        @Nullable String departAt,
        @Nullable String transfer,
        @Nullable String until,
        @Nullable Integer alternatives) {

    int wantedAlternatives() {
        return alternatives == null ? 0 : alternatives;
    }
}
