package vn.reliefmap.rescue;

import java.time.Instant;

/** What happens to calls by time alone. It looks by itself every second; tests hand in their own hours. */
public interface SosClock {
    /**
     * Sends what waits to the nearest crew that can get through, passes on what nobody answered, and tells coordinators.
     * Everything it needs stands in the database, so that a restart loses nothing.
     */
    void look(Instant now);
}
