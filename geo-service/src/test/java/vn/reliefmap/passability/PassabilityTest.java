package vn.reliefmap.passability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import vn.reliefmap.flood.Water;
import vn.reliefmap.kernel.ProblemException;
import vn.reliefmap.passability.Verdict.Passage;

/** FEATURE UNDER TEST: known depths open, slow and close each vehicle class as in the domain facts, section 2. */
class PassabilityTest {
    private static final Instant SEEN = Instant.parse("2020-10-18T06:00:00Z");
    private final Passability passability = new Passability(PassabilityLimits.DEFAULT);

    @ParameterizedTest
    @CsvSource({
        "foot,        0.49, SLOW",
        "foot,        0.5,  CLOSED",
        "motorbike,   0.24, SLOW",
        "motorbike,   0.25, CLOSED",
        "car,         0.29, SLOW",
        "car,         0.3,  CLOSED",
        "pickup,      0.44, SLOW",
        "pickup,      0.45, CLOSED",
        "truck,       0.59, SLOW",
        "truck,       0.6,  CLOSED",
        "truck,       0.01, SLOW",
        "truck,       9,    CLOSED",
        "paddle_boat, 0.29, CLOSED",
        "paddle_boat, 0.3,  OPEN",
        "motor_boat,  0.49, CLOSED",
        "motor_boat,  0.5,  OPEN"
    })
    void eachClassHasItsClosingDepth(String word, double depthM, Passage expected) {
        Water water = new Water(Water.State.WET, depthM, SEEN);
        assertThat(passability.judge(VehicleClass.parse(word), water).passage()).isEqualTo(expected);
    }

    @ParameterizedTest
    @EnumSource(VehicleClass.class)
    void unknownWaterOpensNothing(VehicleClass vehicle) {
        Verdict verdict = passability.judge(vehicle, new Water(Water.State.UNKNOWN, 0.05, SEEN));
        assertThat(verdict.passage()).isEqualTo(Passage.UNKNOWN);
        assertThat(verdict.passable()).isFalse();
        assertThat(verdict.speedKmh(50)).isZero();
    }

    @ParameterizedTest
    @EnumSource(VehicleClass.class)
    void dryGroundIsForWheelsAndFeetAlone(VehicleClass vehicle) {
        Verdict dry = passability.judge(vehicle, new Water(Water.State.DRY, 0, SEEN));
        Verdict unseen = passability.judge(vehicle, Water.NOWHERE_OBSERVED);
        assertThat(dry).isEqualTo(unseen);
        assertThat(dry.passage()).isEqualTo(vehicle.floats() ? Passage.CLOSED : Passage.OPEN);
    }

    /** Points of the curve by Pregnolato et al. 2017, which ours must meet within 3 km/h for a car from 86.9 km/h. */
    @ParameterizedTest
    @CsvSource({"0, 86.94", "0.05, 61.55", "0.1, 40.66", "0.15, 24.26", "0.2, 12.37", "0.25, 4.97", "0.3, 2.07"})
    void aCarSlowsDownAsWasMeasured(double depthM, double publishedKmh) {
        assertThat(carKmh(depthM)).isCloseTo(publishedKmh, within(3.0));
    }

    /** The published curve is valid to 300 mm; beyond 307 mm its parabola rises again, which ours must not follow. */
    @Test
    void everyMillimetreOfTheCurveIsMetAndNothingOpensBeyondIt() {
        double before = Double.POSITIVE_INFINITY;
        for (int mm = 0; mm <= 300; mm++) {
            double publishedKmh = 0.0009 * mm * mm - 0.5529 * mm + 86.9448;
            double kmh = carKmh(mm / 1000.0);
            assertThat(kmh).as("%d mm", mm).isCloseTo(publishedKmh, within(3.0)).isLessThanOrEqualTo(before);
            before = kmh;
        }
        for (int mm = 301; mm <= 2000; mm++) {
            assertThat(carKmh(mm / 1000.0)).as("%d mm", mm).isZero();
        }
    }

    private double carKmh(double depthM) {
        return passability
                .judge(VehicleClass.CAR, new Water(Water.State.WET, depthM, SEEN))
                .speedKmh(86.9448);
    }

    @Test
    void waterNeverStopsAVehicleShortOfClosingAndNeverSpeedsOneUp() {
        Verdict almost = passability.judge(VehicleClass.TRUCK, new Water(Water.State.WET, 0.599, SEEN));
        assertThat(almost.speedKmh(50)).isEqualTo(2);
        assertThat(almost.speedKmh(1)).isEqualTo(1);
    }

    @Test
    void aFordClosesAtOnceForEverythingOnTheGround() {
        Verdict verdict = passability.judgeDepth(VehicleClass.TRUCK, Crossing.LOW, 0.01);
        assertThat(verdict.passage()).isEqualTo(Passage.CLOSED);
        assertThat(passability.judgeDepth(VehicleClass.TRUCK, Crossing.LOW, 0).passage())
                .isEqualTo(Passage.OPEN);
    }

    @Test
    void anUnknownVehicleIsAnsweredWithTheList() {
        assertThatThrownBy(() -> VehicleClass.parse("tank")).isInstanceOfSatisfying(ProblemException.class, e -> {
            assertThat(e.problem().code()).isEqualTo("UNKNOWN_VEHICLE");
            assertThat(e.problem().status()).isEqualTo(400);
            assertThat(e.problem().expected()).contains("motorbike").contains("paddle_boat");
        });
        assertThatThrownBy(() -> VehicleClass.parse(null)).isInstanceOf(ProblemException.class);
    }
}
