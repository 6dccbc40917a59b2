package vn.reliefmap.routing.http;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A question for a matrix as programs send it; everything is checked in {@link RouteQuestions}.
 *
 * @param points [lon, lat] of places that are starts and destinations at once; or
 * @param from starts, and
 * @param to destinations
 * @param vehicle word of a vehicle class
 * @param disaster id or name; without it the roads are dry
 * @param at ISO instant
 * @param until ISO instant; the worst water from {@code at} until then counts
 */
record MatrixRequest(
        @Nullable List<@Nullable List<@Nullable Double>> points,
        @Nullable List<@Nullable List<@Nullable Double>> from,
        @Nullable List<@Nullable List<@Nullable Double>> to,
        @Nullable String vehicle,
        @Nullable String disaster,
        @Nullable String at,
        @Nullable String until) {}
