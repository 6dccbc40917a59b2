package vn.reliefmap.commitment.http;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.reliefmap.commitment.Term;

/** @param ended {@code delivered}, {@code withdrawn} or {@code expired}; null while it lives */
record TermAnswer(
        Instant promisedAt,
        Instant expiresAt,
        @Nullable Instant endedAt,
        @Nullable String ended) {
    static TermAnswer of(Term term) {
        return new TermAnswer(
                term.promisedAt(),
                term.expiresAt(),
                term.endedAt(),
                term.why() == null ? null : term.why().word());
    }
}
