package vn.reliefmap.routing;

/**
 * What one stretch would bring if it alone were passable.
 *
 * @param places that get a way from a start
 * @param people in them
 */
public record Reopening(ClosedStretch stretch, int places, long people) {}
