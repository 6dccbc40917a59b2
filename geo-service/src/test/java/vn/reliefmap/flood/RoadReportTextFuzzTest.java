package vn.reliefmap.flood;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import vn.reliefmap.kernel.ProblemException;

/** LAW: a message about a road is understood, or refused with a problem of its sender's. */
class RoadReportTextFuzzTest {
    @FuzzTest(maxDuration = "5m")
    void message(byte[] bytes) {
        try {
            RoadReportText said = RoadReportText.read(new String(bytes, StandardCharsets.UTF_8));
            assertThat(said.placed()).isTrue();
        } catch (ProblemException refused) {
            assertThat(refused.problem().status()).isEqualTo(400);
        }
    }
}
