package vn.reliefmap.routing.http;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A report as programs send it; everything is checked in {@link RoadReportQuestions}. Either {@code state} and {@code at},
 * or a {@code text} that holds both; the place may then come as
 * {@code at} too, and counts where the text has no coordinates.
 *
 * @param id a new UUID for each report; the same again is the same report
 * @param disaster id or name
 * @param state word of a road's state
 * @param at [lon, lat] on the road or within reach of it
 * @param text a short message
 * @param observedAt ISO time; without it now
 * @param officer name of the officer who allows trucks through
 * @param upToM how deep
 * @param until ISO time: how long
 * @param reason why
 */
record RoadReportRequest(
        @Nullable String id,
        @Nullable String disaster,
        @Nullable String state,
        @Nullable List<@Nullable Double> at,
        @Nullable String text,
        @Nullable String observedAt,
        @Nullable String officer,
        @Nullable Double upToM,
        @Nullable String until,
        @Nullable String reason) {}
