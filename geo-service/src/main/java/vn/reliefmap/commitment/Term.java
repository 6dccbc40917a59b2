package vn.reliefmap.commitment;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How long a promise holds.
 *
 * @param expiresAt when it ends unless it was used
 * @param endedAt null while it lives
 * @param why null while it lives
 */
public record Term(
        Instant promisedAt,
        Instant expiresAt,
        @Nullable Instant endedAt,
        @Nullable Ended why) {}
