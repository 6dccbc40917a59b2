package vn.reliefmap.routing;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which other ways are worth telling. Settings {@code relief.routing.alternatives.*}; all defaults are weak values.
 *
 * @param longestFactor a different way takes at most so many times the quickest one's time
 * @param mostShared share of a different way's length that it may have in common with any other way told
 * @param shallowestFactor the same as {@code longestFactor} for the way with the least water, which is worth more
 * @param leastShallowerM the way with the least water is told when its deepest water is so much less
 */
@ConfigurationProperties("relief.routing.alternatives")
public record AlternativeSettings(
        @DefaultValue("1.5") double longestFactor,
        @DefaultValue("0.6") double mostShared,
        @DefaultValue("2") double shallowestFactor,
        @DefaultValue("0.05") double leastShallowerM) {

    /** More than these are never told. */
    public static final int MOST = 3;

    public static final AlternativeSettings DEFAULT = new AlternativeSettings(1.5, 0.6, 2, 0.05);
}
