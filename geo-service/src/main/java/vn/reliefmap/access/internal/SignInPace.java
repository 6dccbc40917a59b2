package vn.reliefmap.access.internal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.reliefmap.access.Passwords.From;
import vn.reliefmap.access.SlowDown;

/**
 * How fast passwords may be tried. Counts are kept in memory for an hour after the last try; names that do not exist are
 * counted like those that do.
 *
 * <p>A device that signed in before has a count of its own, which nobody else's guessing touches. A stranger shares
 * three: with whoever tries the same name from the same address, with all strangers who try the name, and with all who
 * come from the address, behind which a whole network may stand. Waits are short at their longest, so nobody is ever
 * locked out.
 */
@Component
final class SignInPace {
    private static final Duration REMEMBERED = Duration.ofHours(1);
    private static final int MOST_COUNTS = 200_000;

    private final Clock clock;
    private final Cache<String, Count> counts = Caffeine.newBuilder()
            .maximumSize(MOST_COUNTS)
            .expireAfterWrite(REMEMBERED)
            .build();

    SignInPace() {
        this(Clock.systemUTC());
    }

    SignInPace(Clock clock) {
        this.clock = clock;
    }

    /** Wrong tries that cost no wait, and the longest wait after more of them. */
    private record Limit(int free, Duration longest) {
        /** Doubles from one second on. */
        Duration after(int tries) {
            int over = tries - free;
            return over <= 0
                    ? Duration.ZERO
                    : Duration.ofSeconds(Math.min(longest.toSeconds(), 1L << Math.min(over - 1, 20)));
        }
    }

    private record Count(int tries, Instant nextAt) {}

    /**
     * Takes one try, which counts as wrong until {@link #right} is called: a thousand tries sent at once count as a
     * thousand.
     *
     * @param known true when the device signed in with this account before
     * @throws SlowDown when the caller must wait first
     */
    synchronized void take(String name, From from, boolean known) {
        Instant now = clock.instant();
        Map<String, Limit> limits = limits(name, from, known);
        Instant earliest = limits.keySet().stream()
                .map(counts::getIfPresent)
                .filter(count -> count != null)
                .map(Count::nextAt)
                .max(Instant::compareTo)
                .orElse(now);
        if (earliest.isAfter(now)) {
            throw new SlowDown((int)
                    Math.max(1, Duration.between(now, earliest).plusMillis(999).toSeconds()));
        }
        limits.forEach((key, limit) -> {
            Count old = counts.getIfPresent(key);
            int tries = old == null ? 1 : old.tries() + 1;
            counts.put(key, new Count(tries, now.plus(limit.after(tries))));
        });
    }

    /** The try was right: it does not count, and what was wrong before on this way is forgotten. */
    synchronized void right(String name, From from, boolean known) {
        List<String> keys = List.copyOf(limits(name, from, known).keySet());
        counts.invalidate(keys.get(0));
        keys.stream().skip(1).forEach(key -> {
            Count count = counts.getIfPresent(key);
            if (count != null) {
                counts.put(key, new Count(Math.max(0, count.tries() - 1), clock.instant()));
            }
        });
    }

    private static Map<String, Limit> limits(String name, From from, boolean known) {
        Map<String, Limit> limits = new LinkedHashMap<>();
        if (known) {
            limits.put("device " + from.device() + " " + name, new Limit(5, Duration.ofSeconds(30)));
        } else {
            limits.put("way " + from.address() + " " + name, new Limit(5, Duration.ofSeconds(30)));
            limits.put("name " + name, new Limit(50, Duration.ofSeconds(2)));
            limits.put("address " + from.address(), new Limit(100, Duration.ofSeconds(1)));
        }
        return limits;
    }
}
