package vn.reliefmap.flood;

import java.time.Instant;
import java.util.List;
import vn.reliefmap.kernel.DisasterId;

/**
 * River gauges and their readings. They tell how a river stands, and from alert 3 on that its bridges are not known;
 * the water on the map and on the roads is made of observations only. Thread-safe.
 */
public interface Gauges {
    /** Every gauge, by code, as it stood at a moment of a disaster. */
    List<GaugeState> states(DisasterId disaster, Instant at);

    /** The roads that cross its river near it and so are not known while it stands at alert 3 or above. */
    List<RiverCrossing> crossings(Gauge gauge);

    /**
     * Stores a reading. The same reading again changes nothing and gives the same answer. Throws {@code GAUGE_NOT_FOUND}
     * (404), {@code DISASTER_NOT_FOUND} (404), {@code LEVEL_RANGE}, {@code OBSERVED_AT_RANGE} when an observation lies
     * more than ten minutes, or a forecast more than ten days, ahead, and {@code READING_ID_TAKEN} (409) when another
     * reading has the id.
     */
    GaugeReading add(GaugeReading reading);
}
