package vn.reliefmap.cluster.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import vn.reliefmap.kernel.DisasterId;

/** Measures a publication; asked for by name, with {@code -Dpublishing.households=100000}. */
class PublishingBench {
    @Test
    void firstAndLater() {
        NeedFixture fixture = new NeedFixture().items(6);
        DisasterId disaster = fixture.disaster("lũ");
        int households = Integer.getInteger("publishing.households", 1000);
        fixture.plain(disaster, 1, 78, households, 6);
        System.out.printf("%d households, first: %d ms%n", households, took(fixture, disaster));
        fixture.jdbc.update("update need set delivered = needed where get_byte(uuid_send(household_id), 0) < 25");
        System.out.printf("a tenth served: %d ms%n", took(fixture, disaster));
        System.out.printf("nothing changed: %d ms%n", took(fixture, disaster));
        assertThat(fixture.jdbc.queryForObject("select count(*) from published_home", Integer.class))
                .isGreaterThan(0);
    }

    private static long took(NeedFixture fixture, DisasterId disaster) {
        Instant start = Instant.now();
        fixture.publish(disaster);
        return Duration.between(start, Instant.now()).toMillis();
    }
}
