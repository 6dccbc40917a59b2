package vn.reliefmap.disaster;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.reliefmap.kernel.DisasterId;

/** The front door to named floods. Thread-safe. */
public interface Disasters {
    /** All disasters, the newest first. */
    List<Disaster> list();

    /** Throws a {@code DISASTER_NOT_FOUND} problem (404) when there is none. */
    Disaster get(DisasterId id);

    /** By id or by name (any case, with or without diacritics). */
    Optional<Disaster> find(String idOrName);

    /** Opens a disaster, or gives the one that already has the name. */
    Disaster open(String name, boolean simulated, Instant openedAt);
}
