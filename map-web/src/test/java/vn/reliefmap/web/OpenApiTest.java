package vn.reliefmap.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

/** A03: the description for programs names every address there is. */
class OpenApiTest extends EmptyProgram {
    @Autowired
    private List<RequestMappingHandlerMapping> mappings;

    @Test
    void everyAddressOfOursIsDescribed() {
        JsonNode description = http().get("/v3/api-docs").json();
        assertThat(description.get("openapi").asString()).startsWith("3.0");

        List<String> ours = new ArrayList<>();
        mappings.forEach(mapping -> mapping.getHandlerMethods().forEach((info, method) -> {
            if (method.getBeanType().getName().startsWith("vn.reliefmap")) {
                ours.addAll(info.getPatternValues());
            }
        }));
        ours.removeIf(address -> !address.startsWith("/api/") && !address.startsWith("/tiles/")); // pages for people
        List<String> described = new ArrayList<>(description.get("paths").propertyNames());
        assertThat(described).containsAll(ours).contains("/api/v1/disasters", "/api/v1/session");
    }

    @Test
    void whoMayCallIsSaid() {
        JsonNode paths = http().get("/v3/api-docs").json().path("paths");
        assertThat(paths.path("/api/v1/plans").path("post").path("description").asString())
                .isEqualTo("Open to: coordinator, administrator");
        assertThat(paths.path("/api/v1/plans").path("post").path("security").toString())
                .contains("token");
        assertThat(paths.path("/api/v1/items").path("get").has("security")).isFalse();
    }
}
