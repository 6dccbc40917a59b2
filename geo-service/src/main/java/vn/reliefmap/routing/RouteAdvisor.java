package vn.reliefmap.routing;

/** Answers as {@link RouteFinder} does, and tells what else is worth knowing. Thread-safe. */
public interface RouteAdvisor {
    /**
     * The answer is that of {@link RouteFinder#find}, whatever else is asked for; it throws what that one throws, and
     * {@code ALTERNATIVES_RANGE} (400).
     *
     * @param alternatives how many other ways to tell at most, 0 to {@link AlternativeSettings#MOST}; there may be fewer,
     *     and for boats there are none
     */
    RouteAdvice advise(RouteQuery query, int alternatives);
}
