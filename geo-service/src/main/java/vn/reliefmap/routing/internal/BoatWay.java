package vn.reliefmap.routing.internal;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateList;
import org.locationtech.jts.geom.LineString;
import vn.reliefmap.geo.Geometries;
import vn.reliefmap.passability.VehicleClass;
import vn.reliefmap.routing.RouteAnswer;
import vn.reliefmap.routing.RouteWater;
import vn.reliefmap.routing.SnappedPlace;

/**
 * What a way of cells is like.
 *
 * @param lengthM between the middles of the cells, as the search counts it
 * @param unknownM metres where one of the two cells has water of unknown depth
 * @param shallowestMm shallowest known water, -1 when there is none known
 * @param deepestMm deepest known water
 */
record BoatWay(LineString line, double lengthM, double unknownM, int shallowestMm, int deepestMm) {

    static BoatWay of(BoatRule rule, List<Integer> cells) {
        BoatGrid grid = rule.water().grid();
        double lengthM = 0;
        double unknownM = 0;
        int shallowest = Integer.MAX_VALUE;
        int deepest = 0;
        boolean before = false;
        for (int i = 0; i < cells.size(); i++) {
            short depth = rule.water().depthMm(cells.get(i));
            boolean unknown = depth < 0;
            int known = BoatWater.shallowestMm(depth);
            if (!unknown || known < Short.MAX_VALUE) {
                shallowest = Math.min(shallowest, known);
                deepest = Math.max(deepest, known);
            }
            if (i > 0) {
                double step = grid.stepM(cells.get(i - 1), cells.get(i));
                lengthM += step;
                unknownM += unknown || before ? step : 0;
            }
            before = unknown;
        }
        return new BoatWay(
                line(grid, cells), lengthM, unknownM, shallowest == Integer.MAX_VALUE ? -1 : shallowest, deepest);
    }

    RouteAnswer.Afloat describe(
            VehicleClass vehicle, double speedMs, @Nullable RouteWater water, SnappedPlace.Pair snapped) {
        return new RouteAnswer.Afloat(
                vehicle,
                line,
                Meters.round(lengthM),
                lengthM / speedMs,
                deepestMm / 1000.0,
                shallowestMm < 0 ? null : shallowestMm / 1000.0,
                Meters.round(unknownM),
                RouteSteps.afloat(vehicle, line, lengthM, lengthM / speedMs, deepestMm / 1000.0, unknownM),
                null,
                water,
                snapped);
    }

    /** Positions where the way turns, and both ends, also of a way of no length. */
    private static LineString line(BoatGrid grid, List<Integer> cells) {
        CoordinateList line = new CoordinateList();
        for (int i = 0; i < cells.size(); i++) {
            boolean straight =
                    i > 0 && i + 1 < cells.size() && cells.get(i) - cells.get(i - 1) == cells.get(i + 1) - cells.get(i);
            if (!straight) {
                line.add(grid.centre(cells.get(i)), true);
            }
        }
        if (line.size() == 1) {
            line.add(new Coordinate(line.getCoordinate(0)), true);
        }
        return Geometries.FACTORY.createLineString(line.toCoordinateArray());
    }
}
