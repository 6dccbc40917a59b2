package vn.reliefmap.need;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.reliefmap.kernel.DisasterId;
import vn.reliefmap.kernel.HouseholdId;
import vn.reliefmap.kernel.NeedId;

/**
 * Changes the balances of needs, in the caller's transaction, for the rooms that promise, carry and deliver. Lines are
 * locked first, all that an act will touch in one call: they are locked by id, so that two acts never wait for each other
 * in a circle. Whoever changes a balance announces the topic {@code NEEDS}. Thread-safe.
 */
public interface Balances {
    /** The lines, locked, by id; a {@code NEED_NOT_FOUND} problem (404) when one of them is not there. */
    List<NeedLine> lock(Collection<NeedId> needs);

    /**
     * The lines in the communes that have something left, locked, by id.
     *
     * @param item null = every item
     */
    List<NeedLine> lockIn(DisasterId disaster, Set<String> communes, @Nullable String item, Balance balance);

    /** All lines of the households in the disaster, locked, by id. */
    List<NeedLine> lockOf(DisasterId disaster, Set<HouseholdId> households);

    /** What is left of an item in each commune that has some left; not locked. */
    Map<String, BigDecimal> leftByCommune(DisasterId disaster, String item, Balance balance);

    /**
     * Takes from what is left of locked lines.
     *
     * @throws IllegalStateException when it is more than is left of one of them
     */
    void reserve(Balance balance, Map<NeedId, BigDecimal> amounts);

    /** Gives back what was reserved and not delivered. */
    void release(Balance balance, Map<NeedId, BigDecimal> amounts);

    /** Counts hand-overs on locked lines as delivered, and takes them from what is outstanding. */
    void settle(Map<NeedId, Settlement> settlements);

    /** Changes what counts as delivered on locked lines, by amounts above or below 0. */
    void correct(Map<NeedId, BigDecimal> changes);
}
