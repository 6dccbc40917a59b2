package vn.reliefmap.routing;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An answer and what goes with it, all under the same water.
 *
 * @param others beside a way that was found, the one with the least water first
 * @param walk where there is no way for wheels: from where the place can be walked to; null when from nowhere
 */
public record RouteAdvice(
        RouteAnswer answer,
        RouteConfidence confidence,
        List<OtherWay> others,
        @Nullable WalkSuggestion walk) {}
