package vn.reliefmap.delivery.internal;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.reliefmap.access.Pace;
import vn.reliefmap.access.Pace.Limit;
import vn.reliefmap.access.SlowDown;

/**
 * How fast receipt codes may be tried. Addresses from which wrong codes came wait, for themselves and all of them together;
 * one from which none came never does, whatever others send. So guessing from many addresses gets one try from each and
 * one a second from all, and a recipient's first try is always heard.
 */
@Component
final class CodePace {
    private static final int FREE = 10;
    private static final int FREE_TOGETHER = 300;

    private final Pace pace;

    CodePace() {
        this(Clock.systemUTC());
    }

    CodePace(Clock clock) {
        this.pace = new Pace(clock);
    }

    /**
     * Takes one try.
     *
     * @return what it is counted by, as wrong until {@link #right} says otherwise
     * @throws SlowDown when the address must wait first
     */
    List<Limit> take(String address) {
        Limit own = own(address);
        List<Limit> limits = pace.tries(own.key()) == 0 ? List.of(own) : List.of(own, together());
        pace.take(limits).ifPresent(seconds -> {
            throw SlowDown.ofCodes(seconds);
        });
        return limits;
    }

    /** Forgives this try alone: whoever has one code of the own must not clear the count with it. */
    void right(List<Limit> taken) {
        pace.takeBack(taken);
    }

    private static Limit own(String address) {
        return new Limit("address " + address, FREE, Duration.ofSeconds(10));
    }

    private static Limit together() {
        return new Limit("all who were wrong", FREE_TOGETHER, Duration.ofSeconds(1));
    }
}
