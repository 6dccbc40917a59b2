package vn.reliefmap.message;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The front door to SMS. Thread-safe. */
public interface Sms {
    /**
     * Takes one, keeps it whatever it says, and answers it. The same one again gives the same answer and does nothing;
     * other content under the same id is a {@code REQUEST_ID_TAKEN} problem (409).
     */
    Answer take(IncomingSms message);

    /**
     * Takes long messages of which a part never came, as far as they did come, and what came while no disaster was open, once
     * there is one.
     */
    void catchUp(Instant now);

    /**
     * Hands out messages that wait, the oldest first; those that are not marked as sent soon are handed out again.
     *
     * @param limit 1–500
     */
    List<OutgoingSms> handOut(int limit, Instant now);

    /** These went out. Unknown ids and those marked before change nothing. */
    void sent(Collection<UUID> ids);

    /**
     * What the sender is told.
     *
     * @param outcome a word of the program, for example {@code sos}
     * @param reply goes out by itself; null for a part of a message, or when the number gets too many answers
     */
    record Answer(String outcome, @Nullable OutgoingSms reply) {}
}
