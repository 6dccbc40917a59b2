package vn.reliefmap.access;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Remembers who looked at whose home (domain facts, section 5). Whoever shows the exact place or the telephone number of a
 * real household calls {@link #remember} before it answers; a look that cannot be remembered is not given. Thread-safe.
 */
public interface Looks {
    /**
     * Remembers that the current caller sees these households, once for each hour.
     *
     * @param households real ones; simulated households are nobody's home
     * @param why what it was opened for, at most 100 characters, for example {@code list of needs}; no personal data
     * @throws IllegalStateException when nobody is signed in: then nothing may be shown
     */
    void remember(Collection<UUID> households, What what, String why);

    /**
     * Looks, the newest first.
     *
     * @param household null = at all of them
     * @param account null = by everyone
     * @param before only what is older than the look of this id; null = from the newest on
     */
    List<Look> list(@Nullable UUID household, @Nullable UUID account, @Nullable Long before, int limit);

    /** What was shown. */
    enum What {
        PLACE,
        PHONE;

        /** As it stands in JSON and in the database. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * One look.
     *
     * @param name of the account that looked
     * @param at the first time in its hour
     */
    record Look(long id, UUID account, String name, UUID household, What what, String why, Instant at) {}
}
