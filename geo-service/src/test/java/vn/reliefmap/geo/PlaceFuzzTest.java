package vn.reliefmap.geo;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;

/** LAW: no text makes the reader of places fail, and what it finds lies in Vietnam. */
class PlaceFuzzTest {
    @FuzzTest(maxDuration = "5m")
    void place(byte[] bytes) {
        PlaceReading read = PlaceReader.read(new String(bytes, StandardCharsets.UTF_8));
        if (read instanceof PlaceReading.Found found) {
            assertThat(found.at().inVietnam()).isTrue();
        }
    }
}
