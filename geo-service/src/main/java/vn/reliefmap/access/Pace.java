package vn.reliefmap.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * How fast something that may be guessed is tried. Counts are kept in memory for an hour after the last try. Waits are short at
 * their longest, so nobody is ever locked out. Thread-safe.
 */
public final class Pace {
    private static final Duration REMEMBERED = Duration.ofHours(1);
    private static final int MOST_COUNTS = 200_000;

    private final Clock clock;
    private final Cache<String, Count> counts = Caffeine.newBuilder()
            .maximumSize(MOST_COUNTS)
            .expireAfterWrite(REMEMBERED)
            .build();

    public Pace(Clock clock) {
        this.clock = clock;
    }

    /**
     * One way of counting.
     *
     * @param key what shares the count
     * @param free wrong tries that cost no wait
     * @param longest the longest wait after more of them; waits double from one second on
     */
    public record Limit(String key, int free, Duration longest) {
        Duration after(int tries) {
            int over = tries - free;
            return over <= 0
                    ? Duration.ZERO
                    : Duration.ofSeconds(Math.min(longest.toSeconds(), 1L << Math.min(over - 1, 20)));
        }
    }

    private record Count(int tries, Instant nextAt) {}

    /**
     * Takes one try, which counts as wrong until {@link #takeBack} is called: a thousand tries sent at once count as a thousand.
     *
     * @return seconds to wait first, at least one; empty when it may be tried now
     */
    public synchronized Optional<Integer> take(List<Limit> limits) {
        Instant now = clock.instant();
        Instant earliest = limits.stream()
                .map(limit -> counts.getIfPresent(limit.key()))
                .filter(Objects::nonNull)
                .map(Count::nextAt)
                .max(Instant::compareTo)
                .orElse(now);
        if (earliest.isAfter(now)) {
            return Optional.of((int)
                    Math.max(1, Duration.between(now, earliest).plusMillis(999).toSeconds()));
        }
        for (Limit limit : limits) {
            int tries = tries(limit.key()) + 1;
            counts.put(limit.key(), new Count(tries, now.plus(limit.after(tries))));
        }
        return Optional.empty();
    }

    /** The try was right and does not count; those before it do. */
    public synchronized void takeBack(List<Limit> limits) {
        for (Limit limit : limits) {
            if (tries(limit.key()) > 0) {
                counts.put(limit.key(), new Count(tries(limit.key()) - 1, clock.instant()));
            }
        }
    }

    public void forget(String key) {
        counts.invalidate(key);
    }

    /** How many wrong tries are remembered. */
    public int tries(String key) {
        Count count = counts.getIfPresent(key);
        return count == null ? 0 : count.tries();
    }
}
