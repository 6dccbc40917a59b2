package vn.reliefmap.plan.internal.making;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.reliefmap.geo.LonLat;

/** FEATURE UNDER TEST: sunrise and sunset, by what almanacs print. */
class SunTest {
    @ParameterizedTest
    @CsvSource({
        // London at midsummer: 4:43 and 21:21 by summer time.
        "-0.1278, 51.5074, 2021-06-21, 2021-06-21T03:43:00Z, 2021-06-21T20:21:00Z",
        // Where equator and prime meridian cross, at the spring equinox.
        "0, 0, 2020-03-20, 2020-03-20T06:04:00Z, 2020-03-20T18:11:00Z",
        // Hà Nội at the winter solstice: 6:30 and 17:19.
        "105.8542, 21.0285, 2020-12-21, 2020-12-20T23:30:00Z, 2020-12-21T10:19:00Z",
    })
    void asAlmanacsPrintIt(double lon, double lat, LocalDate date, Instant rises, Instant sets) {
        Sun sun = Sun.at(new LonLat(lon, lat), date);
        assertThat(Duration.between(rises, sun.rises()).abs()).isLessThan(Duration.ofMinutes(5));
        assertThat(Duration.between(sets, sun.sets()).abs()).isLessThan(Duration.ofMinutes(5));
    }
}
