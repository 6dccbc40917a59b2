package vn.reliefmap.cluster.internal;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.reliefmap.cluster.ClusterQuery;

/** Sums columns of needs up the tree of cells. One use, one thread. */
final class PyramidBuilder {
    /**
     * A cell is shown whole while its households lie within this many pixels both ways. A need tag is about 90 px wide;
     * a cell is split once it is twice as wide, so most of the cells shown are between the two.
     */
    private static final double WIDEST_PX = 180;

    private static final double TILE_PX = 256;
    /** About 50 m. */
    private static final double SHOWN_STEPS_PER_DEGREE = 2000;

    private static final int NEVER = ClusterQuery.DEEPEST_ZOOM + 1;

    private final NeedColumns columns;
    private final Cut.Cells cells;
    private final double[] mercatorX;
    private final double[] mercatorY;
    private final CellColumns out = new CellColumns();
    private final SumColumns sums = new SumColumns();
    private final SumColumns.Adder adder;
    private int leaves;

    private PyramidBuilder(NeedColumns columns, Cut.Cells cells, int items) {
        this.columns = columns;
        this.cells = cells;
        this.adder = new SumColumns.Adder(items);
        mercatorX = new double[columns.households];
        mercatorY = new double[columns.households];
        for (int i = 0; i < columns.households; i++) {
            mercatorX[i] = Hilbert.mercatorX(columns.lon[cells.order[i]]);
            mercatorY[i] = Hilbert.mercatorY(columns.lat[cells.order[i]]);
        }
    }

    /** Builds the pyramid; {@code least} is the number of households that every cell has at least. */
    static Pyramid build(NeedColumnsQuery.Loaded loaded, int least) {
        NeedColumns columns = loaded.columns();
        List<CommuneGroups.Group> groups = CommuneGroups.of(columns, least);
        if (groups.isEmpty()) {
            return Pyramid.empty(loaded.items(), columns.households > 0);
        }
        Cut.Cells cells = Cut.cells(columns, groups, least);
        PyramidBuilder builder =
                new PyramidBuilder(columns, cells, loaded.items().codes().size());
        builder.add(cells.root, 0);
        builder.sums.trim();
        List<ShownCommunes> shown = cells.groups.stream().map(ShownCommunes::of).toList();
        return new Pyramid(loaded.items(), shown, builder.out, builder.sums, false, columns.membership() * 31 + least);
    }

    /** Adds the cell and all inside it; a cell that no zoom shows is left out, but for the whole and whole communes. */
    private void add(Cut cut, int shownFrom) {
        int opensAt = cut.first == null ? NEVER : Math.max(shownFrom, opensAt(cut.from, cut.to));
        if (opensAt == shownFrom && cut != cells.root && !cut.isWholeGroup(cells)) {
            addBoth(cut, opensAt);
            return;
        }
        int cell = out.add();
        out.opensAt[cell] = (byte) opensAt;
        out.leafFrom[cell] = leaves;
        place(cut, cell);
        if (cut.first == null) {
            leaves++;
            adder.clear();
            for (int i = cut.from; i < cut.to; i++) {
                int h = cells.order[i];
                for (int need = columns.firstNeed[h]; need < columns.firstNeed[h + 1]; need++) {
                    adder.need(columns, need, columns.people[h]);
                }
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

    /** The first zoom at which the households lie further apart than a shown cell may be wide. */
    private int opensAt(int from, int to) {
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
        double px = TILE_PX * Math.max(east - west, south - north);
        int zoom = 0;
        while (zoom < NEVER && px <= WIDEST_PX) {
            px *= 2;
            zoom++;
        }
        return zoom;
    }
}
