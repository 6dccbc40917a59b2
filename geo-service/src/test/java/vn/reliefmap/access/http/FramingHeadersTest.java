package vn.reliefmap.access.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class FramingHeadersTest {
    private static MockHttpServletResponse written(String others, String path) {
        MockHttpServletResponse response = new MockHttpServletResponse();
        new FramingHeaders(others).writeHeaders(new MockHttpServletRequest("GET", path), response);
        return response;
    }

    @Test
    void onlyFiguresToEmbedAreShownElsewhereAndOnlyWhereThatIsConfigured() {
        String others = "https://ioc.example";
        for (String path : new String[] {"/", "/room", "/embedded", "/api/v1/exposure"}) {
            assertThat(written(others, path).getHeader("Content-Security-Policy"))
                    .as(path)
                    .endsWith("frame-ancestors 'self'");
            assertThat(written(others, path).getHeader("X-Frame-Options")).isEqualTo("SAMEORIGIN");
        }
        for (String path : new String[] {"/embed", "/embed/in_water"}) {
            assertThat(written(others, path).getHeader("Content-Security-Policy"))
                    .contains("default-src 'self'")
                    .endsWith("frame-ancestors 'self' https://ioc.example");
            assertThat(written(others, path).getHeader("X-Frame-Options")).isNull();
            assertThat(written("", path).getHeader("X-Frame-Options")).isEqualTo("SAMEORIGIN");
        }
    }

    @Test
    void anAddressCannotWeakenThePolicy() {
        assertThatThrownBy(() -> new FramingHeaders("https://a.example; script-src *"))
                .hasMessageContaining("RELIEF_EMBED_IN");
    }
}
