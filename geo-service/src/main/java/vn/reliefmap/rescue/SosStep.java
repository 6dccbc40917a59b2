package vn.reliefmap.rescue;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened to a call; never changed.
 *
 * @param word what: see {@link SosCalls}
 * @param crew whom it is about; null when nobody
 * @param account who said so; null for the program itself
 * @param reason a word of the program; null when there is none
 */
public record SosStep(
        String word,
        @Nullable UUID crew,
        @Nullable UUID account,
        @Nullable String reason,
        Instant at) {}
