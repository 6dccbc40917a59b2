package vn.reliefmap.routing;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.reliefmap.geo.LonLat;
import vn.reliefmap.passability.VehicleClass;

/**
 * A piece of closed road without gaps: one road by name, and what continues it where the water leaves no choice.
 *
 * @param roadName of its longest road, null when it has none
 * @param lengthM metres
 * @param depthM deepest water on it, null when part of it is of unknown depth, or reported closed whatever the depth
 * @param closesAtM depth at which its deepest piece closes for the class
 * @param said what was reported of its deepest piece, where that decides or has aged; else null
 * @param river the river on alert because of which its deepest piece, a bridge or ford, is not known; else null
 * @param at a position on its deepest piece
 * @param passableFor wheeled classes that get through all of it as it is, the smallest first; often none
 */
public record ClosedStretch(
        @Nullable String roadName,
        double lengthM,
        @Nullable Double depthM,
        double closesAtM,
        @Nullable RoadSaid said,
        @Nullable HighRiver river,
        LonLat at,
        List<VehicleClass> passableFor) {}
