package vn.reliefmap.access.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import vn.reliefmap.access.Passwords.From;
import vn.reliefmap.access.SlowDown;

/** FEATURE UNDER TEST: guessing is slow, and nobody is locked out by somebody else's guessing. */
class SignInPaceTest {
    private static final From ATTACKER = new From("203.0.113.9", null);
    private static final From OFFICER = new From("198.51.100.7", null);
    private static final From SAME_NETWORK = new From("203.0.113.9", "known-device");

    private final Watch watch = new Watch();
    private final SignInPace pace = new SignInPace(watch);

    @Test
    void fiveTriesAreFreeThenWaitsDoubleUpToHalfAMinute() {
        for (int i = 0; i < 6; i++) {
            pace.take("lan", ATTACKER, false);
        }
        int[] waits = {1, 2, 4, 8, 16, 30, 30};
        for (int wait : waits) {
            assertThatThrownBy(() -> pace.take("lan", ATTACKER, false))
                    .isInstanceOfSatisfying(
                            SlowDown.class, e -> assertThat(e.seconds()).isEqualTo(wait));
            watch.forward(Duration.ofSeconds(wait));
            pace.take("lan", ATTACKER, false);
        }
    }

    @Test
    void guessingForADayFromOneAddressGetsFewTries() {
        int tries = guess(ATTACKER, Duration.ofHours(24), Duration.ofMillis(500));
        assertThat(tries).isLessThan(2_900);
    }

    @Test
    void theOfficerGetsInWhileOneAddressGuesses() {
        guess(ATTACKER, Duration.ofMinutes(10), Duration.ofMillis(100));
        pace.take("lan", OFFICER, false);
        pace.right("lan", OFFICER, false);
    }

    @Test
    void aKnownDeviceGetsInEvenFromTheAttackersNetworkAndWhileAThousandAddressesGuess() {
        for (int i = 0; i < 1000; i++) {
            tried(new From("192.0.2." + i, null));
        }
        pace.take("lan", SAME_NETWORK, true);
        pace.right("lan", SAME_NETWORK, true);
        assertThat(tried(OFFICER)).isFalse();
        watch.forward(Duration.ofSeconds(2));
        assertThat(tried(OFFICER))
                .as("a stranger waits two seconds at most between others")
                .isTrue();
    }

    @Test
    void aThousandTriesAtOnceCountAsAThousand() {
        int admitted = 0;
        for (int i = 0; i < 1000; i++) {
            admitted += tried(ATTACKER) ? 1 : 0;
        }
        assertThat(admitted).isEqualTo(6);
    }

    @Test
    void aNetworkOfManyPhonesIsNotSlowedByThoseWhoSignInRightly() {
        for (int i = 0; i < 500; i++) {
            From phone = new From("203.0.113.9", null);
            pace.take("name " + i, phone, false);
            pace.right("name " + i, phone, false);
        }
    }

    @Test
    void oneAddressThatTriesManyNamesIsSlowed() {
        int admitted = 0;
        for (int i = 0; i < 1000; i++) {
            try {
                pace.take("name " + i, ATTACKER, false);
                admitted++;
            } catch (SlowDown e) {
                assertThat(e.seconds()).isEqualTo(1);
            }
        }
        assertThat(admitted).isEqualTo(101);
    }

    @Test
    void aRightPasswordForgetsTheWrongOnesBefore() {
        for (int i = 0; i < 5; i++) {
            pace.take("lan", OFFICER, false);
        }
        pace.right("lan", OFFICER, false);
        for (int i = 0; i < 6; i++) {
            pace.take("lan", OFFICER, false);
        }
    }

    private int guess(From from, Duration howLong, Duration every) {
        int admitted = 0;
        for (Instant end = watch.instant().plus(howLong); watch.instant().isBefore(end); watch.forward(every)) {
            admitted += tried(from) ? 1 : 0;
        }
        return admitted;
    }

    private boolean tried(From from) {
        try {
            pace.take("lan", from, false);
            return true;
        } catch (SlowDown e) {
            return false;
        }
    }

    /** A clock that a test moves. */
    private static final class Watch extends Clock {
        private Instant now = Instant.parse("2020-10-18T03:00:00Z");

        void forward(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
