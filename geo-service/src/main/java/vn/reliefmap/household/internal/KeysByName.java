package vn.reliefmap.household.internal;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.reliefmap.access.PersonalData;
import vn.reliefmap.admin.AdminUnit;
import vn.reliefmap.admin.HamletName;

/**
 * Keys of households that a list knows by name alone: who, in which hamlet, as a keyed fingerprint. Those that are stored are held
 * in memory while one list is read, so that a list with coordinates finds the homes that came without them.
 */
final class KeysByName {
    static final String PREFIX = "name-";

    private final PersonalData personal;
    private final Set<UUID> stored;

    KeysByName(PersonalData personal, JdbcClient jdbc) {
        this.personal = personal;
        this.stored = new HashSet<>(jdbc.sql("select id from household where starts_with(ref, ?)")
                .param(PREFIX)
                .query(UUID.class)
                .list());
    }

    String of(@Nullable AdminUnit commune, String hamlet, String name, String phone, String born) {
        return PREFIX
                + personal.fingerprint(String.join(
                        "\u0000",
                        "by name",
                        name,
                        phone,
                        born,
                        commune == null ? "" : commune.code(),
                        HamletName.fold(hamlet)));
    }

    boolean known(String key) {
        return stored.contains(idOf(key));
    }

    /** The household that a reference names, in every list alike. */
    static UUID idOf(String ref) {
        return UUID.nameUUIDFromBytes(("household:" + ref).getBytes(StandardCharsets.UTF_8));
    }
}
