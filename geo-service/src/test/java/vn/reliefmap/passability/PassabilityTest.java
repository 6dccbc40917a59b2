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

    /** Total head h = d + v²/2g closes cars at 0.3 m and trucks at 0.6 m (Kramer 2016); 1.4 m/s is a head of 0.1 m. */
    @ParameterizedTest
    @CsvSource({
        "car,         0.2,  1.39, SLOW",
        "car,         0.2,  1.41, CLOSED",
        "car,         0.1,  1.97, SLOW",
        "car,         0.1,  1.99, CLOSED",
        "car,         0,    3,    OPEN",
        "truck,       0.5,  1.39, SLOW",
        "truck,       0.5,  1.41, CLOSED",
        "truck,       0.4,  1.97, SLOW",
        "truck,       0.4,  1.99, CLOSED",
        "motorbike,   0.2,  0.98, SLOW",
        "motorbike,   0.2,  1,    CLOSED",
        "pickup,      0.44, 1,    CLOSED",
        "foot,        0.3,  1.9,  SLOW",
        "foot,        0.1,  2.1,  CLOSED",
        "foot,        0.45, 1.35, CLOSED",
        "motor_boat,  1,    2,    OPEN",
        "motor_boat,  1,    2.01, CLOSED",
        "paddle_boat, 1,    1,    OPEN",
        "paddle_boat, 1,    1.01, CLOSED",
        "motor_boat,  0.45, 1.5,  CLOSED"
    })
    void currentClosesAsWasMeasured(String word, double depthM, double currentMs, Passage expected) {
        Water water = new Water(Water.State.WET, depthM, SEEN).flowing(currentMs);
        assertThat(passability.judge(VehicleClass.parse(word), water).passage()).isEqualTo(expected);
    }

    @ParameterizedTest
    @EnumSource(VehicleClass.class)
    void fasterWaterNeverOpensAndNeverSpeedsUp(VehicleClass vehicle) {
        for (int cm = 0; cm <= 120; cm += 3) {
            double before = Double.POSITIVE_INFINITY;
            Water still = new Water(Water.State.WET, cm / 100.0, SEEN);
            assertThat(passability.judge(vehicle, still.flowing(0))).isEqualTo(passability.judge(vehicle, still));
            for (int dms = 0; dms <= 50; dms++) {
                double kmh =
                        passability.judge(vehicle, still.flowing(dms / 10.0)).speedKmh(40);
                assertThat(kmh).as("%d cm, %d dm/s", cm, dms).isLessThanOrEqualTo(before);
                before = kmh;
            }
        }
        Water unknown = new Water(Water.State.UNKNOWN, 0, SEEN);
        assertThat(passability.judge(vehicle, unknown.flowing(0.5)).passage()).isEqualTo(Passage.UNKNOWN);
        assertThat(passability.judge(vehicle, unknown.flowing(3)).passage())
                .isEqualTo(vehicle.floats() ? Passage.CLOSED : Passage.UNKNOWN);
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
