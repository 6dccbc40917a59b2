package vn.reliefmap.demo;

import java.time.Instant;
import java.util.Map;
import vn.reliefmap.kernel.DisasterId;
import vn.reliefmap.kernel.ImportSummary;

/**
 * What a demo put into the database.
 *
 * @param disaster the simulated flood
 * @param base the moment the steps of water count from, a whole hour
 * @param replaced households of an earlier demo that were taken away
 * @param imports one summary for each file, by file name, in the order they were read
 */
public record DemoReport(
        DisasterId disaster, String disasterName, Instant base, long replaced, Map<String, ImportSummary> imports) {}
