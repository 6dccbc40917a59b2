package vn.reliefmap.exposure;

import java.time.Instant;
import vn.reliefmap.disaster.Disaster;

/**
 * Counts households in and out of the water. A simulated disaster counts simulated households alone, a real one real
 * households alone. Thread-safe; a count of 500,000 households takes about a second and is kept until water or
 * households change.
 */
public interface Exposure {
    /** Everything, for those who may see it. */
    ExposureReport exact(Disaster disaster, Instant at);

    /**
     * For everyone (domain facts, section 5): a commune in which any count lies between 1 and 4 households, or in which
     * vulnerable people show among fewer than 10, is told only together with others, and never alone.
     */
    ExposureReport forEveryone(Disaster disaster, Instant at);
}
