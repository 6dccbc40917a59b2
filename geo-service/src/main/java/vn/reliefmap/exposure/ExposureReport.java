package vn.reliefmap.exposure;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.reliefmap.flood.DepthClass;

/**
 * Who stands in the water at one moment. {@code communes}, {@code suppressed} and {@code outside} add up to
 * {@code total}, and the classes to {@code total.inWater()}, as far as counts are not null.
 *
 * @param at the step of the water, see {@link vn.reliefmap.flood.WaterPicture#at()}
 * @param observedAt time of the newest observation; null when there is none
 * @param total all households of the disaster; in the public tier its counts under 5 are null
 * @param byDepth by class at the household's place; in the public tier small classes are null
 * @param communes the worst first; only communes with households
 * @param suppressed communes too small to be shown one by one; null when there are none
 * @param outside households without a commune; null when they are part of {@code suppressed}
 */
public record ExposureReport(
        Instant at,
        @Nullable Instant observedAt,
        boolean forecast,
        Total total,
        Map<DepthClass, Cell> byDepth,
        List<AreaExposure> communes,
        @Nullable Joined suppressed,
        @Nullable AreaExposure outside) {

    /** All households. A null count is not 0: it is too small for the caller to see. */
    public record Total(
            @Nullable Count all,
            @Nullable Count inWater,
            @Nullable Count unknownDepth) {}

    /**
     * Communes that are told only together. A null count is too small for the caller to see, and then the total's is
     * null too.
     *
     * @param communes how many, at least 2, households without a commune counted as one
     */
    public record Joined(
            int communes,
            Count all,
            @Nullable Count inWater,
            @Nullable Count unknownDepth) {}

    /** @param count null when too small for the caller to see */
    public record Cell(@Nullable Count count) {}
}
