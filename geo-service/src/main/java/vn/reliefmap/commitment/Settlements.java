package vn.reliefmap.commitment;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.reliefmap.kernel.NeedId;
import vn.reliefmap.kernel.PublicCode;

/**
 * Settles promises with what was handed over, in the caller's transaction: one delivery settles claim and pledges at once,
 * and what lies beyond the need is surplus (domain facts, section 3). Thread-safe.
 */
public interface Settlements {
    /**
     * Counts the amounts as delivered. The claim is settled first as far as it goes; of the pledges on a line those whose goods
     * were received at a depot come first, then the oldest. Appends nothing to the ledger.
     *
     * @param amounts above 0, on lines of the claim
     */
    List<Settled> settle(UUID claim, Map<NeedId, BigDecimal> amounts);

    /** Locks lines of need, by id, before anything else of a delivery is locked. */
    void lock(Collection<NeedId> needs);

    /** Changes what counts as delivered after a recipient said otherwise; below 0 opens the need again. */
    void correct(Map<NeedId, BigDecimal> changes);

    /**
     * @param surplus how much lay beyond the need
     * @param gifts how much of it was credited to which gift; the rest belongs to none
     */
    record Settled(
            NeedId need, String item, BigDecimal quantity, BigDecimal surplus, Map<PublicCode, BigDecimal> gifts) {}
}
