package vn.reliefmap.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumberTest {
    @ParameterizedTest
    @CsvSource({
        "0912345678, 0912345678",
        "091 234 5678, 0912345678",
        "0912.345.678, 0912345678",
        "(091) 234-5678, 0912345678",
        "+84912345678, 0912345678",
        "+84 (0) 912 345 678, 0912345678",
        "84 912 345 678, 0912345678",
        "0084912345678, 0912345678",
        "912345678, 0912345678",
        "841234567, 0841234567",
        "0841234567, 0841234567",
        "+84841234567, 0841234567",
        "０９１２３４５６７８, 0912345678",
        "0233 3852 123, 02333852123",
        "+84 233 3852123, 02333852123",
        "0912–345–678, 0912345678"
    })
    void aNumberIsReadHoweverItIsWritten(String written, String national) {
        assertThat(PhoneNumber.read(written)).contains(new PhoneNumber(national));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "112",
                "0912345",
                "09123456789012",
                "+1 202 555 0123",
                "hai ba",
                "0112345678",
                "٠",
                "0912345678a"
            })
    void anythingElseIsNone(String written) {
        assertThat(PhoneNumber.read(written)).isEmpty();
    }

    @Test
    void everyNumberSurvivesEveryFormAndNoTextFails() {
        Random random = new Random(84);
        for (int i = 0; i < 2_000; i++) {
            String national =
                    "0" + "35789".charAt(random.nextInt(5)) + String.format("%08d", random.nextInt(100_000_000));
            String rest = national.substring(1);
            for (String form : new String[] {national, "+84" + rest, "84 " + rest, "0084-" + rest, rest}) {
                assertThat(PhoneNumber.read(form)).contains(new PhoneNumber(national));
            }
            StringBuilder junk = new StringBuilder();
            random.ints(random.nextInt(70), 0, 0x2FFF).forEach(junk::appendCodePoint);
            assertThat(PhoneNumber.read(junk.toString())
                            .map(PhoneNumber::toString)
                            .orElse(""))
                    .doesNotContainPattern("\\d");
        }
        assertThat(new PhoneNumber("0912345678").international()).isEqualTo("+84912345678");
    }
}
