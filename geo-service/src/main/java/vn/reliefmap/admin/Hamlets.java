package vn.reliefmap.admin;

import java.util.List;
import java.util.Optional;

/**
 * The front door to hamlets. There is no public list of them, so those who know their commune name them here; the same name
 * in any spelling ({@link HamletName}) is the same hamlet. Thread-safe.
 */
public interface Hamlets {
    /**
     * The hamlet of that name in the commune, made when there is none yet. A {@code HAMLET_NAME} problem (400) for a name of
     * nothing or of more than 60 characters, {@code UNKNOWN_ADMIN_UNIT} (404) for a commune that is not there,
     * {@code TOO_MANY_HAMLETS} (409) for more than 500 in one.
     */
    Hamlet add(String commune, String name);

    /** Those of a commune, by name. */
    List<Hamlet> list(String commune);

    /** By any spelling of its name. */
    Optional<Hamlet> find(String commune, String name);

    Optional<Hamlet> byCode(String code);
}
