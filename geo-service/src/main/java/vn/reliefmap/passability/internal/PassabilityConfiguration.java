package vn.reliefmap.passability.internal;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.reliefmap.passability.Passability;
import vn.reliefmap.passability.PassabilityLimits;

/** Makes the one {@link Passability} from the settings. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PassabilityLimits.class)
class PassabilityConfiguration {
    @Bean
    Passability passability(PassabilityLimits limits) {
        return new Passability(limits);
    }
}
