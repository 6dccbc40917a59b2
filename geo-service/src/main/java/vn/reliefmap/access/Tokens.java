package vn.reliefmap.access;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Tokens that let programs in with an account's role. The database keeps their SHA-256 only. Thread-safe. */
public interface Tokens {
    /**
     * Makes a token.
     *
     * @param name what it is for, 1–60 characters; a {@code TOKEN_NAME} problem (400) for others
     * @param days until it expires, 1–366; a {@code TOKEN_DAYS} problem (400) for others
     * @return the token with its text, which is told this once only
     */
    Made make(UUID account, String name, int days);

    /** Tokens of the account that are in force, the newest first. */
    List<Token> list(UUID account);

    /** Revokes a token of the account; an {@code UNKNOWN_TOKEN} problem (404) when it has none of that id in force. */
    void revoke(UUID account, UUID token);

    /** @param expiresAt null for a token of the administrator that was printed at a start */
    record Token(
            UUID id,
            String name,
            Instant createdAt,
            @Nullable Instant expiresAt) {}

    /** A token and its text. */
    record Made(Token token, String text) {}
}
