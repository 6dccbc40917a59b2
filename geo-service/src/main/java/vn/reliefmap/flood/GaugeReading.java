package vn.reliefmap.flood;

import java.time.Instant;
import java.util.UUID;
import vn.reliefmap.kernel.DisasterId;

/**
 * One water level at a gauge.
 *
 * @param id made by the sender: the same id is the same reading
 * @param disaster readings of a simulated flood never stand beside real ones
 * @param observedAt when it was read, or is forecast for; microseconds at most
 * @param levelM −5 to 30, metres above the gauge's datum
 * @param forecast true when nobody read it yet
 * @param source who said it; empty when not said
 */
public record GaugeReading(
        UUID id,
        DisasterId disaster,
        String gauge,
        Instant observedAt,
        double levelM,
        boolean forecast,
        String source) {}
