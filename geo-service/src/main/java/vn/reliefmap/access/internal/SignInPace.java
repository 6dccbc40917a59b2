package vn.reliefmap.access.internal;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.reliefmap.access.Pace;
import vn.reliefmap.access.Pace.Limit;
import vn.reliefmap.access.Passwords.From;
import vn.reliefmap.access.SlowDown;

/**
 * How fast passwords may be tried; names that do not exist are counted like those that do.
 *
 * <p>A device that signed in before has a count of its own, which nobody else's guessing touches. A stranger shares
 * three: with whoever tries the same name from the same address, with all strangers who try the name, and with all who
 * come from the address, behind which a whole network may stand.
 */
@Component
final class SignInPace {
    private final Pace pace;

    SignInPace() {
        this(Clock.systemUTC());
    }

    SignInPace(Clock clock) {
        this.pace = new Pace(clock);
    }

    /**
     * Takes one try, which counts as wrong until {@link #right} is called.
     *
     * @param known true when the device signed in with this account before
     * @throws SlowDown when the caller must wait first
     */
    void take(String name, From from, boolean known) {
        pace.take(limits(name, from, known)).ifPresent(seconds -> {
            throw SlowDown.ofPasswords(seconds);
        });
    }

    /** The try was right: it does not count, and what was wrong before on this way is forgotten. */
    void right(String name, From from, boolean known) {
        List<Limit> limits = limits(name, from, known);
        pace.takeBack(limits);
        pace.forget(limits.get(0).key());
    }

    private static List<Limit> limits(String name, From from, boolean known) {
        Duration halfAMinute = Duration.ofSeconds(30);
        return known
                ? List.of(new Limit("device " + from.device() + " " + name, 5, halfAMinute))
                : List.of(
                        new Limit("way " + from.address() + " " + name, 5, halfAMinute),
                        new Limit("name " + name, 50, Duration.ofSeconds(2)),
                        new Limit("address " + from.address(), 100, Duration.ofSeconds(1)));
    }
}
