package vn.reliefmap.household;

import java.time.Instant;
import vn.reliefmap.kernel.HouseholdId;

/**
 * Takes persons out of the data for good: name, telephone number, address, exact place and hamlet go, and what other rooms
 * hold of them ({@link HouseholdErased}). Figures stay, and so does the ledger, which never held anything of a person.
 * What was erased is also written down in {@code relief.home/erased.txt}, by ids alone, so that a backup from before cannot
 * bring it back. Thread-safe.
 */
public interface Erasures {
    /** In the caller's transaction or a new one; false when it had been done before, or there is no such household. */
    boolean erase(HouseholdId household, Why why);

    /**
     * Sets every real household's clock (90 days after its last disaster was closed; setting
     * {@code relief.privacy.keep-days}) and erases those whose time is over, with the reports of those disasters.
     *
     * @return how many households
     */
    int purge(Instant now);

    /**
     * To be called after a restore, and called at each start: erases again whatever {@code erased.txt} names and the
     * database still has, and writes down there what it lacks. Returns how many were erased again.
     */
    int apply();

    /** Why somebody was erased. */
    enum Why {
        ASKED,
        PURGED
    }
}
