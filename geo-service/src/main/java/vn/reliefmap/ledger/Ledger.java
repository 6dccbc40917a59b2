package vn.reliefmap.ledger;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import vn.reliefmap.kernel.PublicCode;

/** The front door to the public ledger. Thread-safe. */
public interface Ledger {
    /**
     * Adds a fact to the chain, in the caller's transaction: the act and its entry are there together or not at all. The
     * place in the chain is taken when the transaction commits, so that nobody waits for an act that is still at work.
     *
     * @param kind what happened, for example {@code pledged}: 3–40 small letters and underscores
     * @return the entry's own id
     * @throws IllegalStateException without a transaction
     */
    UUID append(String kind, Facts facts);

    /** Entries behind a sequence number (0 = from the first), in the order of the chain. */
    List<LedgerEntry> list(long after, int limit);

    /** The last entry; empty while there is none. */
    Optional<LedgerEntry> last();

    /** The entry with that hash (64 hexadecimal digits, any case); empty when it is not in the chain. */
    Optional<LedgerEntry> find(String hash);

    /** The last entry of each day that is over, the newest first. */
    List<DayHead> dayHeads(int limit);

    /** Entries that name a gift, in the order of the chain. */
    List<LedgerEntry> ofGift(PublicCode code);

    /** Works the whole chain out again, from the first entry to the last. */
    ChainCheck verify();
}
