package vn.reliefmap.access;

import java.util.Set;
import java.util.UUID;

/** Whose acts a list holds for its caller. Lists filter by it where they are read, so that no page is thinned out later. */
public sealed interface Scope {
    /** Everybody's. */
    record Everybody() implements Scope {}

    /** Those of one account. */
    record Own(UUID account) implements Scope {}

    /**
     * Those that touch a unit, or a hamlet in it.
     *
     * @param account whose own come along, where they are
     * @param codes of communes and hamlets
     */
    record Units(UUID account, Set<String> codes) implements Scope {}
}
