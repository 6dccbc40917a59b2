package vn.reliefmap.access;

import java.io.Serializable;
import java.util.Set;
import java.util.UUID;
import vn.reliefmap.kernel.Caller;

/**
 * Somebody who may sign in.
 *
 * @param name what the person signs in with and is shown as
 * @param role what the account may do; never EVERYONE
 * @param units codes of the units an officer serves (see {@link Rights#serves}); empty for other roles
 */
public record Account(UUID id, String name, Caller role, Set<String> units) implements Serializable {
    public Account {
        units = Set.copyOf(units);
    }
}
