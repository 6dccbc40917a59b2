package vn.reliefmap.exposure;

import org.jspecify.annotations.Nullable;

/**
 * The households of one commune, or of none.
 *
 * @param code of the commune; null for households without one
 * @param fullName null as the code, or when the unit is not known any more
 * @param all all its households
 * @param inWater those under water, the ones of unknown depth included
 * @param unknownDepth those under water of unknown depth
 * @param deepestM deepest known water at one of them, metres; null when none is known
 */
public record AreaExposure(
        @Nullable String code,
        @Nullable String fullName,
        Count all,
        Count inWater,
        Count unknownDepth,
        @Nullable Double deepestM) {}
