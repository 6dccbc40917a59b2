package vn.reliefmap.routing.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import org.locationtech.jts.geom.Coordinate;
import vn.reliefmap.geo.Geometries;

/**
 * Spreads on foot from a place over the cells of the boats' grid, each joined to its eight neighbours, until it meets
 * stops. Used once.
 */
final class WalkSearch {
    /** Stops with their walks are told nearest first; more than these are never needed. */
    private static final int MOST = 5;

    private final WalkGround ground;
    private final BoatGrid grid;
    private final Map<Integer, Double> meters = new HashMap<>();
    private final Map<Integer, Integer> came = new HashMap<>();

    /** A walk from the stop to the place. */
    record Walk(List<Coordinate> line, double distanceM) {}

    private record Label(int cell, double meters) {}

    WalkSearch(WalkGround ground) {
        this.ground = ground;
        this.grid = ground.grid();
    }

    /** The walks to the nearest stops, one for each cell, the shortest first; none longer than the limit. */
    List<Walk> walks(Coordinate place, Map<Integer, List<Coordinate>> stops, double limitM) {
        List<Walk> walks = new ArrayList<>();
        int column = grid.column(place.x);
        int row = grid.row(place.y);
        if (!ground.land(column, row)) {
            return walks;
        }
        int start = grid.cell(column, row);
        if (!ground.passes(place, grid.centre(start))) {
            return walks;
        }
        PriorityQueue<Label> open = new PriorityQueue<>(Comparator.comparingDouble(Label::meters));
        reach(open, start, start, Geometries.distanceMeters(place, grid.centre(start)));
        Set<Integer> settled = new HashSet<>();
        while (!open.isEmpty() && walks.size() < MOST) {
            Label label = open.remove();
            if (label.meters() > limitM) {
                break;
            }
            if (settled.add(label.cell())) {
                stop(label, stops.getOrDefault(label.cell(), List.of()), place, limitM, walks);
                grow(open, label);
            }
        }
        walks.sort(Comparator.comparingDouble(Walk::distanceM));
        return walks;
    }

    private void stop(Label label, List<Coordinate> stops, Coordinate place, double limitM, List<Walk> walks) {
        Coordinate middle = grid.centre(label.cell());
        stops.stream()
                .filter(at -> ground.passes(at, middle))
                .min(Comparator.comparingDouble(at -> Geometries.distanceMeters(at, middle)))
                .map(at -> walk(at, label, place))
                .filter(walk -> walk.distanceM() <= limitM)
                .ifPresent(walks::add);
    }

    private Walk walk(Coordinate at, Label label, Coordinate place) {
        List<Coordinate> line = new ArrayList<>(List.of(at));
        int cell = label.cell();
        while (came.getOrDefault(cell, cell) != cell) {
            line.add(grid.centre(cell));
            cell = came.getOrDefault(cell, cell);
        }
        line.add(grid.centre(cell));
        line.add(place);
        return new Walk(line, label.meters() + Geometries.distanceMeters(at, grid.centre(label.cell())));
    }

    private void grow(PriorityQueue<Label> open, Label label) {
        int column = label.cell() % grid.columns();
        int row = label.cell() / grid.columns();
        Coordinate here = grid.centre(label.cell());
        for (int down = -1; down <= 1; down++) {
            for (int right = -1; right <= 1; right++) {
                // No slipping through where two cells of a river touch at a corner.
                if (ground.land(column + right, row + down)
                        && ground.land(column, row + down)
                        && ground.land(column + right, row)) {
                    int next = grid.cell(column + right, row + down);
                    double there = label.meters() + grid.stepM(label.cell(), next);
                    if (there < meters.getOrDefault(next, Double.POSITIVE_INFINITY)
                            && ground.passes(here, grid.centre(next))) {
                        reach(open, next, label.cell(), there);
                    }
                }
            }
        }
    }

    private void reach(PriorityQueue<Label> open, int cell, int from, double there) {
        meters.put(cell, there);
        came.put(cell, from);
        open.add(new Label(cell, there));
    }
}
