package vn.reliefmap.delivery.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import vn.reliefmap.access.SlowDown;

/** FEATURE UNDER TEST: guessing receipt codes is slow, and a recipient is always heard. */
class CodePaceTest {
    private Instant now = Instant.parse("2026-11-22T00:00:00Z");
    private final CodePace pace = new CodePace(new Clock() {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    });

    @Test
    void oneAddressGetsFewWrongTries() {
        int tries = 0;
        for (int second = 0; second < 3600; second++) {
            tries += tried("203.0.113.9") ? 1 : 0;
            now = now.plusSeconds(1);
        }
        assertThat(tries).isLessThan(380);
    }

    @Test
    void aThousandAddressesTogetherGetOneTryASecondAfterTheirFirst() {
        int tries = 0;
        for (int second = 0; second < 600; second++) {
            for (int one = 0; one < 1000; one++) {
                tries += tried("192.0.2." + one) ? 1 : 0;
            }
            now = now.plusSeconds(1);
        }
        assertThat(tries).isLessThan(1000 + 300 + 600 + 10);
        assertThat(tried("198.51.100.7")).as("a recipient who tries once").isTrue();
    }

    @Test
    void manyPhonesBehindOneAddressAreNotSlowedByRightCodes() {
        for (int i = 0; i < 500; i++) {
            pace.right(pace.take("203.0.113.9"));
        }
        assertThat(tried("203.0.113.9")).isTrue();
    }

    @Test
    void aRightCodeDoesNotClearTheWrongOnes() {
        for (int i = 0; i < 11; i++) {
            assertThat(tried("203.0.113.9")).isTrue();
        }
        now = now.plus(Duration.ofSeconds(10));
        pace.right(pace.take("203.0.113.9"));
        assertThat(tried("203.0.113.9")).isTrue();
        assertThat(tried("203.0.113.9")).isFalse();
    }

    private boolean tried(String address) {
        try {
            pace.take(address);
            return true;
        } catch (SlowDown e) {
            assertThat(e.seconds()).isBetween(1, 10);
            assertThat(e.problem().code()).isEqualTo("CODE_SLOW");
            return false;
        }
    }
}
