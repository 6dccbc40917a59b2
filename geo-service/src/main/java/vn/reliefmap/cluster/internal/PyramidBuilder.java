package vn.reliefmap.cluster.internal;

import java.util.List;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import vn.reliefmap.cluster.ClusterQuery;

/** Sums columns of needs up the tree of cells. One use, one thread. */
final class PyramidBuilder {
    /**
     * A cell is shown whole while its households lie within this many pixels both ways, so that most of the cells shown
     * are 100 to 250 px wide and a screen of 1366 × 768 px carries about sixty tags at most (measured by ClusterBench).
     */
    private static final double WIDEST_PX = 256;

    /** A cell this many times too wide is opened even though the tags of its two parts cover each other. */
    private static final double TOO_WIDE = 1.25;

    private static final double TAG_WIDTH_PX = 100;
    private static final double TAG_HEIGHT_PX = 36;

    private static final double TILE_PX = 256;
    /** About 50 m. */
    private static final double SHOWN_STEPS_PER_DEGREE = 2000;

    private static final int NEVER = ClusterQuery.DEEPEST_ZOOM + 1;

    private final NeedColumns columns;
    private final HealthSums health;
    private final Cut.Cells cells;
    private final double[] mercatorX;
    private final double[] mercatorY;
    /** Sums of the places up to a position, for quick means. */
    private final double[] sumX;

    private final double[] sumY;
    private final CellColumns out = new CellColumns();
    private final SumColumns sums = new SumColumns();
    private final SumColumns.Adder adder;
    private int leaves;

    private PyramidBuilder(NeedColumns columns, HealthSums health, Cut.Cells cells, int items) {
        this.columns = columns;
        this.health = health;
        health.layOut(cells.order);
        this.cells = cells;
        this.adder = new SumColumns.Adder(items);
        mercatorX = new double[columns.households];
        mercatorY = new double[columns.households];
        sumX = new double[columns.households + 1];
        sumY = new double[columns.households + 1];
        for (int i = 0; i < columns.households; i++) {
            mercatorX[i] = Hilbert.mercatorX(columns.lon[cells.order[i]]);
            mercatorY[i] = Hilbert.mercatorY(columns.lat[cells.order[i]]);
            sumX[i + 1] = sumX[i] + mercatorX[i];
            sumY[i + 1] = sumY[i] + mercatorY[i];
        }
    }

    /**
     * Builds the pyramid.
     *
     * @param least households in every cell
     * @param mark makes the pages' mark from a number that follows from exact places
     */
    static Pyramid build(NeedColumnsQuery.Loaded loaded, int least, LongFunction<String> mark) {
        NeedColumns columns = loaded.columns();
        List<CommuneGroups.Group> groups = CommuneGroups.of(columns, least);
        if (groups.isEmpty()) {
            return Pyramid.empty(loaded.items(), columns.households > 0);
        }
        Cut.Cells cells = Cut.cells(columns, groups, least);
        PyramidBuilder builder = new PyramidBuilder(
                columns, loaded.health(), cells, loaded.items().codes().size());
        builder.add(cells.root, 0);
        builder.sums.trim();
        List<ShownCommunes> shown = cells.groups.stream().map(ShownCommunes::of).toList();
        return new Pyramid(
                loaded.items(), shown, builder.out, builder.sums, false, mark.apply(columns.membership() * 31 + least));
    }

    /** Adds the cell and all inside it; a cell that no zoom shows is left out, but for the whole and whole communes. */
    private void add(Cut cut, int shownFrom) {
        int opensAt = cut.first == null ? NEVER : Math.max(shownFrom, opensAt(cut.from, cut.first.to, cut.to));
        if (opensAt == shownFrom && cut != cells.root && !cut.isWholeGroup(cells)) {
            addBoth(cut, opensAt);
            return;
        }
        int cell = out.add();
        out.opensAt[cell] = (byte) opensAt;
        out.leafFrom[cell] = leaves;
        place(cut, cell);
        out.healthInPart.set(cell, !health.whole(cut.from, cut.to));
        if (cut.first == null) {
            leaves++;
            adder.clear();
            for (int i = cut.from; i < cut.to; i++) {
                int h = cells.order[i];
                for (int need = columns.firstNeed[h]; need < columns.firstNeed[h + 1]; need++) {
                    adder.need(columns, columns.needsByHousehold[need], columns.people[h]);
                }
                health.addTo(adder, i);
            }
        } else {
            addBoth(cut, opensAt);
            addUp(cell);
        }
        out.leafTo[cell] = leaves;
        out.end[cell] = out.cells;
        out.rowFrom[cell] = sums.rows;
        sums.append(adder);
        out.rowTo[cell] = sums.rows;
    }

    private void addBoth(Cut cut, int shownFrom) {
        add(part(cut.first), shownFrom);
        add(part(cut.second), shownFrom);
    }

    private static Cut part(@Nullable Cut cut) {
        if (cut == null) {
            throw new IllegalStateException("a cell is cut into two or not at all");
        }
        return cut;
    }

    /** Sums and box of a cell from the cells right inside it. */
    private void addUp(int cell) {
        adder.clear();
        for (int child = cell + 1; child < out.cells; child = out.end[child]) {
            for (int row = out.rowFrom[child]; row < out.rowTo[child]; row++) {
                adder.row(sums, row);
            }
            int b = cell * 4;
            int c = child * 4;
            out.box[b] = Math.min(out.box[b], out.box[c]);
            out.box[b + 1] = Math.min(out.box[b + 1], out.box[c + 1]);
            out.box[b + 2] = Math.max(out.box[b + 2], out.box[c + 2]);
            out.box[b + 3] = Math.max(out.box[b + 3], out.box[c + 3]);
        }
    }

    private void place(Cut cut, int cell) {
        double lon = 0;
        double lat = 0;
        for (int i = cut.from; i < cut.to; i++) {
            int h = cells.order[i];
            lon += columns.lon[h];
            lat += columns.lat[h];
            out.people[cell] += columns.people[h];
        }
        int n = cut.to - cut.from;
        out.households[cell] = n;
        out.lon[cell] = Math.round(lon / n * SHOWN_STEPS_PER_DEGREE) / SHOWN_STEPS_PER_DEGREE;
        out.lat[cell] = Math.round(lat / n * SHOWN_STEPS_PER_DEGREE) / SHOWN_STEPS_PER_DEGREE;
        out.box[cell * 4] = out.lon[cell];
        out.box[cell * 4 + 1] = out.lat[cell];
        out.box[cell * 4 + 2] = out.lon[cell];
        out.box[cell * 4 + 3] = out.lat[cell];
        out.groupFrom[cell] = cut.groupFrom;
        out.groupTo[cell] = cut.groupTo;
        int main = cut.groupFrom;
        for (int g = main + 1; g < cut.groupTo; g++) {
            main = cells.groups.get(g).households > cells.groups.get(main).households ? g : main;
        }
        out.mainGroup[cell] = main;
    }

    /**
     * The first zoom at which the households lie further apart than a shown cell may be wide, and the tags of the two
     * parts do not cover each other.
     */
    private int opensAt(int from, int middle, int to) {
        double west = 1;
        double east = 0;
        double north = 1;
        double south = 0;
        for (int i = from; i < to; i++) {
            west = Math.min(west, mercatorX[i]);
            east = Math.max(east, mercatorX[i]);
            north = Math.min(north, mercatorY[i]);
            south = Math.max(south, mercatorY[i]);
        }
        double apartX = Math.abs(mean(sumX, from, middle) - mean(sumX, middle, to));
        double apartY = Math.abs(mean(sumY, from, middle) - mean(sumY, middle, to));
        double wide = Math.max(east - west, south - north);
        double worldPx = TILE_PX;
        int zoom = 0;
        while (zoom < NEVER && !opens(wide * worldPx, apartX * worldPx, apartY * worldPx)) {
            worldPx *= 2;
            zoom++;
        }
        return zoom;
    }

    private static boolean opens(double widePx, double apartXPx, double apartYPx) {
        return widePx > WIDEST_PX * TOO_WIDE
                || (widePx > WIDEST_PX && (apartXPx >= TAG_WIDTH_PX || apartYPx >= TAG_HEIGHT_PX));
    }

    private static double mean(double[] sums, int from, int to) {
        return (sums[to] - sums[from]) / (to - from);
    }
}
