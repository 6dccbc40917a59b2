package vn.reliefmap.flood.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.reliefmap.flood.internal.Strip.at;
import static vn.reliefmap.flood.internal.Strip.hour;
import static vn.reliefmap.flood.internal.Strip.line;
import static vn.reliefmap.flood.internal.Strip.picture;
import static vn.reliefmap.flood.internal.Strip.place;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.reliefmap.flood.HazardClass;
import vn.reliefmap.flood.Water;
import vn.reliefmap.flood.Water.State;
import vn.reliefmap.flood.WaterPicture;

/** Currents are merged as depths are. */
class CurrentTest {
    @Test
    void anUnknownCurrentIsNotStillWater() {
        WaterPicture picture = picture(9, at(1).saw(0, 50).water(10, 20, 0.4).flowing(30, 40, 0.4, 0));
        assertThat(picture.at(place(15)).currentMs()).isNaN();
        assertThat(picture.at(place(35)).currentMs()).isZero();
        assertThat(picture.at(place(25))).isEqualTo(new Water(State.DRY, 0, hour(1)));
        assertThat(picture(9, at(1).saw(0, 50).water(10, 20, 0.4)).hasCurrents())
                .isFalse();
    }

    @Test
    void theNewestCurrentCountsUntilThePlaceWasDry() {
        WaterPicture picture = picture(
                9,
                at(1).saw(0, 50).flowing(10, 30, 1, 2.5).flowing(30, 40, 1, 3),
                at(2).saw(0, 30).flowing(10, 20, 1, 0.5),
                at(3).saw(0, 50).waterOfUnknownDepth(10, 40));
        assertThat(picture.at(place(15))).isEqualTo(new Water(State.WET, 1, hour(3)).flowing(0.5));
        assertThat(picture.at(place(25)).currentMs()).as("dry at hour 2").isNaN();
        assertThat(picture.at(place(35)).currentMs()).isEqualTo(3);
    }

    @Test
    void aLineTakesTheFastestCurrentAndTheDeepestWaterWhereverTheyAre() {
        WaterPicture picture = picture(
                9,
                at(1).saw(0, 60)
                        .flowing(10, 20, 0.2, 1.8)
                        .water(20, 30, 0.9)
                        .flowing(28, 29, 0.1, 1)
                        .flowing(40, 50, Double.NaN, 2.2));
        assertThat(picture.along(line(0, 35))).isEqualTo(new Water(State.WET, 0.9, hour(1)).flowing(1.8));
        assertThat(picture.along(line(21, 27)).currentMs()).isNaN();
        assertThat(picture.along(line(21, 30)).currentMs()).isEqualTo(1);
        Water unknown = picture.along(line(0, 55));
        assertThat(unknown.state()).isEqualTo(State.UNKNOWN);
        assertThat(unknown.currentMs()).isEqualTo(2.2);
    }

    /** AIDR 7-3, table of limits (domain facts, section 2). */
    @ParameterizedTest
    @CsvSource({
        "0, 0, h1",
        "0.3, 1, h1",
        "0.3, 1.01, h2",
        "0.31, 0, h2",
        "0.5, 1.2, h2",
        "0.5, 1.21, h4",
        "0.1, 2, h1",
        "0.1, 2.01, h5",
        "1.2, 0.5, h3",
        "1.21, 0, h4",
        "2, 0.5, h4",
        "2, 0.51, h5",
        "2.01, 0, h5",
        "4, 1, h5",
        "4, 1.01, h6",
        "4.01, 0, h6",
        "0.5, 4.01, h6"
    })
    void hazardClassesMeetTheirLimits(double depthM, double velocityMs, String expected) {
        assertThat(HazardClass.of(depthM, velocityMs).word()).isEqualTo(expected);
    }

    @Test
    void deeperOrFasterWaterIsNeverLessDangerous() {
        for (int d = 0; d < 60; d++) {
            for (int v = 0; v < 60; v++) {
                HazardClass here = HazardClass.of(d / 10.0, v / 10.0);
                assertThat(HazardClass.of((d + 1) / 10.0, v / 10.0)).isGreaterThanOrEqualTo(here);
                assertThat(HazardClass.of(d / 10.0, (v + 1) / 10.0)).isGreaterThanOrEqualTo(here);
            }
        }
    }
}
