package vn.reliefmap.message;

import org.jspecify.annotations.Nullable;

/**
 * One SMS as a gateway brings it. Personal data: never in logs, addresses or the ledger.
 *
 * @param id the gateway's own; the same id and content again get the same answer
 * @param from telephone number of the sender, in any usual form
 * @param reference what the parts of one long message share; null for a whole message
 * @param part from 1 on
 * @param parts how many there are; 1 for a whole message
 */
public record IncomingSms(
        String id, String from, String text, @Nullable String reference, int part, int parts) {
    /** A part of a long message that the gateway did not join. */
    public boolean partial() {
        return reference != null && parts > 1;
    }

    /** Without number and text. */
    @Override
    public String toString() {
        return "an SMS";
    }
}
