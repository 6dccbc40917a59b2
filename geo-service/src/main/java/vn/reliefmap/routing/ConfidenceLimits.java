package vn.reliefmap.routing;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * From where on an answer is told to be less certain. Settings {@code relief.routing.confidence.*}; all defaults are
 * weak values (no study behind them). The two ages follow the ageing of road reports, domain facts, section 2: 3 h while
 * the water rises, 12 h while it falls.
 *
 * @param agingAfter knowledge of the water older than this is no longer fresh
 * @param oldAfter knowledge of the water older than this is old
 * @param unobservedM metres of the way that nobody looked at before it counts
 * @param unobservedShare share of the way that nobody looked at before the answer is hardly worth more than a dry map
 * @param nearLimitM water that is less than this below the depth that closes the road (or above what a boat needs)
 */
@ConfigurationProperties("relief.routing.confidence")
public record ConfidenceLimits(
        @DefaultValue("3h") Duration agingAfter,
        @DefaultValue("12h") Duration oldAfter,
        @DefaultValue("100") double unobservedM,
        @DefaultValue("0.5") double unobservedShare,
        @DefaultValue("0.05") double nearLimitM) {

    public static final ConfidenceLimits DEFAULT =
            new ConfidenceLimits(Duration.ofHours(3), Duration.ofHours(12), 100, 0.5, 0.05);
}
