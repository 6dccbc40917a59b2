package vn.reliefmap.routing.internal;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LineSegment;
import vn.reliefmap.geo.Geometries;

/** Where a boat can lie beside a road: the cells it may use at places along the road, at most a cell apart, or next to them. */
final class Roadside {
    private final BoatGrid grid;
    private final BoatCells cells;

    Roadside(BoatRule rule) {
        this.grid = rule.water().grid();
        this.cells = rule.cells();
    }

    /** Told of every such cell, of some more than once. */
    interface Visitor {
        /** @param alongM metres from the first position of the road */
        void lands(int cell, Coordinate at, double alongM);
    }

    void follow(Coordinate[] line, Visitor each) {
        double doneM = 0;
        for (int i = 1; i < line.length; i++) {
            double pieceM = Geometries.distanceMeters(line[i - 1], line[i]);
            int steps = 1 + (int) (pieceM / grid.heightM());
            for (int s = i == 1 ? 0 : 1; s <= steps; s++) {
                double share = (double) s / steps;
                Coordinate at = new LineSegment(line[i - 1], line[i]).pointAlong(share);
                beside(at, doneM + share * pieceM, each);
            }
            doneM += pieceM;
        }
    }

    private void beside(Coordinate at, double alongM, Visitor each) {
        int column = grid.column(at.x);
        int row = grid.row(at.y);
        for (int y = row - 1; y <= row + 1; y++) {
            for (int x = column - 1; x <= column + 1; x++) {
                if (grid.contains(x, y) && cells.passes(x, y)) {
                    each.lands(grid.cell(x, y), at, alongM);
                }
            }
        }
    }
}
