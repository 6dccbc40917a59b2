package vn.reliefmap.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * LAW: a text is no JSON, or has one canonical form, which is its own canonical form. What comes from outside is read by
 * Jackson first, so only what Jackson takes matters.
 */
class CanonicalJsonFuzzTest {
    @FuzzTest(maxDuration = "5m")
    void form(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        String plain;
        try {
            plain = JsonMapper.shared().writeValueAsString(JsonMapper.shared().readTree(text));
        } catch (JacksonException e) {
            return;
        }
        String canonical;
        try {
            canonical = CanonicalJson.of(plain);
        } catch (IllegalArgumentException e) {
            return;
        }
        assertThat(CanonicalJson.of(canonical)).isEqualTo(canonical);
    }
}
