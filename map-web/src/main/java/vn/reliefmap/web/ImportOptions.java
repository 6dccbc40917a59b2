package vn.reliefmap.web;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What was said on the command line beside the files.
 *
 * @param disaster id or name, or null to open one named after the file
 * @param at time of the water, or null when the file says it
 * @param forecast the water was not observed but forecast
 * @param depthM depth in metres for polygons without one, or null for unknown
 * @param epsg code of the file's reference system, or null when the file says it or is in WGS 84
 * @param sheet name of the sheet of a workbook, or null for the first visible list
 * @param commune code or name, for households whose list names none; or null
 */
record ImportOptions(
        @Nullable String disaster,
        @Nullable Instant at,
        boolean forecast,
        @Nullable Double depthM,
        @Nullable Integer epsg,
        @Nullable String sheet,
        @Nullable String commune) {}
