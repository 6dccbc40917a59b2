package vn.reliefmap.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumbersTest {
    @ParameterizedTest
    @CsvSource({"4, 4", "1.200, 1200", "'1,200', 1200", "4.0, 4", "0, 0", "12345, 12345"})
    void counts(String text, int count) {
        assertThat(Numbers.count(text)).contains(count);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "4.5", "bốn", "NaN", "1e3", "99999999999", "1.20"})
    void noCounts(String text) {
        assertThat(Numbers.count(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "20, 20",
        "'20,5', 20.5",
        "20.5, 20.5",
        "900.000, 900000",
        "1 800 000, 1800000",
        "'1.234,5', 1234.5",
        "0.500, 0.500",
        "-3, -3"
    })
    void quantities(String text, BigDecimal quantity) {
        assertThat(Numbers.quantity(text)).contains(quantity);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "NaN", "Infinity", "1e9", "20 kg", "1.2.3", "0x10"})
    void noQuantities(String text) {
        assertThat(Numbers.quantity(text)).isEmpty();
    }
}
