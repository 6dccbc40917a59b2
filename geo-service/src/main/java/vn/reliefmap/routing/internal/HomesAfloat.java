package vn.reliefmap.routing.internal;

import java.util.stream.IntStream;
import org.locationtech.jts.geom.Coordinate;

/**
 * From which cell a boat serves each place that is cut off, and which water that cell belongs to. A place is tied to the
 * cell that a route to it ends in.
 */
final class HomesAfloat {
    static final int NONE = -1;

    final BoatGrid grid;
    final BoatCells cells;
    final BoatRule rule;
    private final int[] cell;

    HomesAfloat(TiedColumns places, IslandParts parts, BoatRule rule, double snapLimitM) {
        this.rule = rule;
        this.grid = rule.water().grid();
        this.cells = rule.cells();
        this.cell = new int[places.size()];
        IntStream.range(0, cell.length)
                .parallel()
                .forEach(place -> cell[place] = parts.ofPlace(place) < 0
                        ? NONE
                        : grid.nearest(new Coordinate(places.lon(place), places.lat(place)), snapLimitM, cells::passes)
                                .orElse(NONE));
    }

    /** None where the place is not cut off, or no water for the boat is near. */
    int cell(int place) {
        return cell[place];
    }

    /** Equal for places that a boat can go between; none as for the cell. */
    int water(int place) {
        return cell[place] == NONE ? NONE : cells.part(cell[place]);
    }
}
