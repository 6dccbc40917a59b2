package vn.reliefmap.routing.internal;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.reliefmap.passability.Passability;
import vn.reliefmap.routing.AlternativeSettings;
import vn.reliefmap.routing.ConfidenceLimits;
import vn.reliefmap.routing.ConfidenceRule;

/** Makes the one {@link ConfidenceRule}, and binds what advice is set by. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({AlternativeSettings.class, ConfidenceLimits.class, WalkSettings.class})
class AdviceConfiguration {
    @Bean
    ConfidenceRule confidenceRule(ConfidenceLimits limits, Passability passability) {
        return new ConfidenceRule(limits, passability);
    }
}
