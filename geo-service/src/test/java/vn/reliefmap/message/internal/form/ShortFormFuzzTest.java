package vn.reliefmap.message.internal.form;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import vn.reliefmap.kernel.PublicCode;

/** LAW: no text by SMS makes the short form fail, and what it reads are people and quantities that can be; one SMS answers. */
class ShortFormFuzzTest {
    private static final PublicCode CODE = PublicCode.random();

    @FuzzTest(maxDuration = "5m")
    void message(byte[] bytes) {
        ShortMessage read = Words.FORM.read(new String(bytes, StandardCharsets.UTF_8));
        assertThat(read.people()).isBetween(0, 10_000);
        assertThat(read.vulnerable()).isBetween(0, 10_000);
        assertThat(read.wishes()).allMatch(wish -> wish.quantity().orElse(1) > 0);
        assertThat(Answers.taken(CODE, read, Map.of())).hasSizeLessThanOrEqualTo(OneSms.LONGEST);
    }
}
