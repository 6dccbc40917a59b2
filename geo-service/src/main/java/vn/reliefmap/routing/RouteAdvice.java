package vn.reliefmap.routing;

import java.util.List;

/**
 * An answer and what goes with it, all under the same water.
 *
 * @param others beside a way that was found, the one with the least water first
 */
public record RouteAdvice(RouteAnswer answer, RouteConfidence confidence, List<OtherWay> others) {}
