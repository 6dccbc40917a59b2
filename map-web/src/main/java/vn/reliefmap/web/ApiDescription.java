package vn.reliefmap.web;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What programs read first at {@code /v3/api-docs}. */
@Configuration
class ApiDescription {
    @Bean
    OpenAPI openApi() {
        return new OpenAPI()
                .servers(List.of())
                .info(new Info()
                        .title("Bản đồ cứu trợ / Relief Map")
                        .version("v1")
                        .description("""
                                Positions are [lon, lat] in WGS 84. Numbers carry SI units in their names. Times are UTC.
                                Every error is an RFC 9457 problem with a stable `code`, texts in Vietnamese (`vi`) and
                                English (`en`), the `field` at fault and the form that was `expected`."""));
    }
}
