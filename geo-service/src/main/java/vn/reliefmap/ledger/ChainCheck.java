package vn.reliefmap.ledger;

import org.jspecify.annotations.Nullable;

/**
 * What came of working the chain out again.
 *
 * @param entries that were found good, from the first on
 * @param headHash hash of the last good entry, 64 hexadecimal digits; zeros when there is none
 * @param fault the first bad entry; null when all is good
 */
public record ChainCheck(
        long entries, String headHash, @Nullable Fault fault) {
    public boolean good() {
        return fault == null;
    }

    /**
     * @param seq place of the first bad entry in the chain
     * @param vi what is wrong with it, in Vietnamese
     * @param en the same in English
     */
    public record Fault(long seq, String vi, String en) {}
}
