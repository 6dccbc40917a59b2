package vn.reliefmap.supply;

import java.util.List;
import java.util.Optional;
import vn.reliefmap.kernel.DepotId;

/** The front door to depots. Thread-safe. */
public interface Depots {
    /** All depots, by name. */
    List<Depot> list();

    /** Throws a {@code DEPOT_NOT_FOUND} problem (404) when there is none. */
    Depot get(DepotId id);

    /** By the ref of its list. */
    Optional<Depot> find(String ref);
}
