package vn.reliefmap.web;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.reliefmap.kernel.Caller;
import vn.reliefmap.kernel.OpenTo;

/** What programs read first at {@code /v3/api-docs}. */
@Configuration
class ApiDescription {
    private static final String TOKEN = "token";

    @Bean
    OpenAPI openApi() {
        return new OpenAPI()
                .servers(List.of())
                .components(new Components()
                        .addSecuritySchemes(
                                TOKEN,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")
                                        .description("POST /api/v1/tokens makes one")))
                .info(new Info()
                        .title("Bản đồ cứu trợ / Relief Map")
                        .version("v1")
                        .description("""
                                Positions are [lon, lat] in WGS 84. Numbers carry SI units in their names. Times are UTC.
                                Every error is an RFC 9457 problem with a stable `code`, texts in Vietnamese (`vi`) and
                                English (`en`), the `field` at fault and the form that was `expected`."""));
    }

    /** Each operation says which roles may call it. */
    @Bean
    OperationCustomizer roles() {
        return (operation, method) -> {
            OpenTo rule = method.getMethodAnnotation(OpenTo.class);
            if (rule != null && !List.of(rule.value()).contains(Caller.EVERYONE)) {
                String roles = Stream.concat(Arrays.stream(rule.value()), Stream.of(Caller.ADMINISTRATOR))
                        .distinct()
                        .map(Caller::word)
                        .collect(Collectors.joining(", "));
                operation.description("Open to: " + roles);
                operation.addSecurityItem(new SecurityRequirement().addList(TOKEN));
            }
            return operation;
        };
    }
}
