package vn.reliefmap.cluster.internal;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import vn.reliefmap.cluster.ClusterPage;
import vn.reliefmap.cluster.ClusterQuery;
import vn.reliefmap.cluster.CommuneNeeds;
import vn.reliefmap.cluster.ItemLack;
import vn.reliefmap.cluster.NeedCluster;
import vn.reliefmap.cluster.NeedSummary;
import vn.reliefmap.geo.Bbox;
import vn.reliefmap.geo.LonLat;
import vn.reliefmap.kernel.Problem;

/** All sums of one disaster at one moment of the database, ready to be read. Immutable, so any thread may read it. */
final class Pyramid {
    private final CatalogueItems items;
    private final List<ShownCommunes> groups;
    private final CellColumns cells;
    private final SumColumns sums;
    private final boolean suppressed;
    private final String mark;

    /** @param mark of the households in it, for the pages that follow one another; up to 16 hexadecimal digits */
    Pyramid(
            CatalogueItems items,
            List<ShownCommunes> groups,
            CellColumns cells,
            SumColumns sums,
            boolean suppressed,
            String mark) {
        this.items = items;
        this.groups = groups;
        this.cells = cells;
        this.sums = sums;
        this.suppressed = suppressed;
        this.mark = mark;
    }

    /** Without any cell. {@code suppressed} says that there are households, but too few to be shown. */
    static Pyramid empty(CatalogueItems items, boolean suppressed) {
        return new Pyramid(items, List.of(), new CellColumns(), new SumColumns(), suppressed, "0");
    }

    ClusterPage find(ClusterQuery query) {
        BitSet wanted = items.matching(query.item());
        int afterLeaf = afterLeaf(query.after());
        LackReader all = reader();
        List<NeedCluster> page = new ArrayList<>();
        int[] next = {-1};
        forEachShown(query.zoom(), query.bbox(), cell -> {
            add(all, cell, wanted);
            if (cells.leafFrom[cell] < afterLeaf || next[0] >= 0) {
                return;
            }
            NeedCluster cluster = cluster(cell, wanted);
            if (cluster != null && page.size() == query.limit()) {
                next[0] = cells.leafFrom[cell];
            } else if (cluster != null) {
                page.add(cluster);
            }
        });
        return new ClusterPage(
                page,
                query.bbox() == null ? whole(wanted) : all.lacks(),
                next[0] < 0 ? null : mark + "." + next[0],
                suppressed);
    }

    /** All there is: cells that tell of medicine only together with others are in it, too. */
    private List<ItemLack> whole(BitSet wanted) {
        LackReader reader = reader();
        if (cells.cells > 0) {
            add(reader, 0, wanted);
        }
        return reader.lacks();
    }

    NeedSummary summary(@Nullable String item) {
        BitSet wanted = items.matching(item);
        List<CommuneNeeds> communes = new ArrayList<>();
        LackReader outside = reader();
        LackReader all = reader();
        int outsideHouseholds = 0;
        int outsidePeople = 0;
        for (int cell = 0; cell < cells.cells; cell++) {
            if (!isWholeGroup(cell)) {
                continue;
            }
            add(all, cell, wanted);
            if (groups.get(cells.groupFrom[cell]).communes() == 0) {
                add(outside, cell, wanted);
                outsideHouseholds += cells.households[cell];
                outsidePeople += cells.people[cell];
            } else {
                communes.add(commune(cell, wanted));
            }
        }
        communes.sort(
                Comparator.comparingInt(CommuneNeeds::people).reversed().thenComparing(c -> String.valueOf(c.code())));
        if (outsideHouseholds > 0) {
            communes.add(outside.communeNeeds(
                    new ShownCommunes(null, null, List.of(), List.of(), false), outsideHouseholds, outsidePeople));
        }
        return new NeedSummary(communes, all.lacks(), suppressed);
    }

    /** Whole communes are the outermost cells of a single group. */
    private boolean isWholeGroup(int cell) {
        return isSingle(cell) && (cell == 0 || !insideSameGroup(cell));
    }

    private boolean isSingle(int cell) {
        return cells.groupTo[cell] - cells.groupFrom[cell] == 1;
    }

    /** Cells stand after the cell around them, and all cells of a group stand together, the whole group first. */
    private boolean insideSameGroup(int cell) {
        return isSingle(cell - 1) && cells.groupFrom[cell - 1] == cells.groupFrom[cell];
    }

    private CommuneNeeds commune(int cell, BitSet wanted) {
        LackReader reader = reader();
        add(reader, cell, wanted);
        return reader.communeNeeds(groups.get(cells.groupFrom[cell]), cells.households[cell], cells.people[cell]);
    }

    /** Null when nothing is open there. */
    private @Nullable NeedCluster cluster(int cell, BitSet wanted) {
        LackReader reader = reader();
        add(reader, cell, wanted);
        if (reader.urgency() == null || reader.oldest() == null || reader.newest() == null) {
            return null;
        }
        ShownCommunes main = groups.get(cells.mainGroup[cell]);
        int communes = 0;
        for (int g = cells.groupFrom[cell]; g < cells.groupTo[cell]; g++) {
            communes += groups.get(g).communes();
        }
        return new NeedCluster(
                cells.leafFrom[cell] + "-" + cells.leafTo[cell],
                new LonLat(cells.lon[cell], cells.lat[cell]),
                cells.households[cell],
                cells.people[cell],
                communes == 1 ? main.code() : null,
                main.fullName(),
                communes,
                reader.urgency(),
                reader.oldest(),
                reader.newest(),
                reader.lacks());
    }

    /** Sizes, for logs and benchmarks. */
    @Override
    public String toString() {
        return cells.cells + " cells, " + sums.rows + " sums";
    }

    private void add(LackReader reader, int cell, BitSet wanted) {
        BitSet told = cells.healthInPart.get(cell) ? items.withoutHealth(wanted) : wanted;
        reader.add(cells.rowFrom[cell], cells.rowTo[cell], told);
    }

    private LackReader reader() {
        return new LackReader(items, sums);
    }

    private void forEachShown(int zoom, @Nullable Bbox bbox, IntConsumer shown) {
        int cell = 0;
        while (cell < cells.cells) {
            if (bbox != null && misses(cell, bbox)) {
                cell = cells.end[cell];
            } else if (zoom >= cells.opensAt[cell]) {
                cell++;
            } else {
                if (bbox == null || contains(bbox, cell)) {
                    shown.accept(cell);
                }
                cell = cells.end[cell];
            }
        }
    }

    private boolean misses(int cell, Bbox b) {
        int i = cell * 4;
        return cells.box[i] > b.maxLon()
                || cells.box[i + 1] > b.maxLat()
                || cells.box[i + 2] < b.minLon()
                || cells.box[i + 3] < b.minLat();
    }

    private boolean contains(Bbox b, int cell) {
        double lon = cells.lon[cell];
        double lat = cells.lat[cell];
        return lon >= b.minLon() && lon <= b.maxLon() && lat >= b.minLat() && lat <= b.maxLat();
    }

    /** Where a page begins; the positions mean something only as long as the same households are in the cells. */
    private int afterLeaf(@Nullable String after) {
        if (after == null) {
            return 0;
        }
        if (!after.matches("[0-9a-f]{1,16}\\.[0-9]{1,9}")) {
            throw Problem.badField(
                            "AFTER_FORM",
                            "after",
                            "the value from \"next\" of the page before",
                            "Dấu trang không đúng dạng.",
                            "This is no mark of a page.")
                    .asException();
        }
        if (!after.startsWith(mark + ".")) {
            throw new Problem(
                            "AFTER_OUTDATED",
                            409,
                            "Số hộ vừa thay đổi; hãy đọc lại từ trang đầu.",
                            "Households joined or left meanwhile; begin again with the first page.",
                            "after",
                            null)
                    .asException();
        }
        return Integer.parseInt(after.substring(mark.length() + 1));
    }
}
