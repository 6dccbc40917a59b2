package vn.reliefmap.routing.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Polygon;
import vn.reliefmap.flood.WaterDraft;
import vn.reliefmap.flood.WaterPicture;
import vn.reliefmap.geo.Geometries;

/** FEATURE UNDER TEST: what boats may use, found for whole areas at once, is what the picture says of every single cell. */
class BoatCellsTest {
    private static final Envelope BOX = new Envelope(107.1, 107.2, 16.7, 16.77);

    @Test
    void e01_everyCellIsJudgedAsByItself() {
        Random random = new Random(5);
        for (int round = 0; round < 4; round++) {
            BoatGrid grid = grid(random);
            WaterPicture picture = picture(random, round % 2 == 1);
            for (BoatRule rule : rules(new BoatWater(grid, picture, 1))) {
                BoatCells cells = rule.cells();
                int passing = 0;
                for (int cell = 0; cell < grid.cells(); cell++) {
                    float currentMs = (float) picture.at(grid.centre(cell)).currentMs();
                    boolean floats = rule.floatsIn(rule.water().depthMm(cell), currentMs);
                    assertThat(cells.passes(cell)).as("%s, cell %d", rule, cell).isEqualTo(floats);
                    passing += floats ? 1 : 0;
                }
                assertThat(passing).isBetween(1, grid.cells() - 1);
            }
        }
    }

    @Test
    void e02_theWaysAreThoseOfTheRule() {
        Random random = new Random(6);
        BoatGrid grid = grid(random);
        BoatRule rule = new BoatRule(new BoatWater(grid, picture(random, false), 1), (short) 500, true);
        BoatCells cells = rule.cells();
        for (int cell = 0; cell < grid.cells(); cell++) {
            int column = cell % grid.columns();
            int row = cell / grid.columns();
            int ways = 0;
            for (int way = 0; way < BoatGrid.WAYS; way++) {
                int x = column + BoatGrid.DX[way];
                int y = row + BoatGrid.DY[way];
                boolean open = cells.passes(column, row)
                        && grid.contains(x, y)
                        && cells.passes(x, y)
                        && (x == column || y == row || cells.passes(x, row) || cells.passes(column, y));
                ways |= open ? 1 << way : 0;
                if (grid.contains(x, y)) {
                    assertThat(cell + grid.offset(way)).isEqualTo(grid.cell(x, y));
                    assertThat(grid.wayM(row, way)).isEqualTo(grid.stepM(cell, grid.cell(x, y)));
                }
            }
            if (cells.passes(column, row)) {
                assertThat(cells.ways(column, row)).isEqualTo(ways);
            }
        }
    }

    @Test
    void e03_whatIsJoinedIsWhatASearchReaches() {
        Random random = new Random(7);
        BoatGrid grid = grid(random);
        BoatRule rule = new BoatRule(new BoatWater(grid, picture(random, false), 1), (short) 500, true);
        BoatCells cells = rule.cells();
        int[] starts =
                random.ints(0, grid.cells()).filter(cells::passes).limit(20).toArray();
        for (int start : starts) {
            List<Integer> all = new ArrayList<>();
            for (int cell = 0; cell < grid.cells(); cell++) {
                all.add(cell);
            }
            double[] meters = PlainBoats.meters(rule, start, all);
            BoatSearch search = new BoatSearch(rule);
            int[] met = {0};
            search.spread(start, (cell, m) -> ++met[0] > 0);
            for (int cell = 0; cell < grid.cells(); cell++) {
                assertThat(search.meters(cell)).isEqualTo(meters[cell]);
                assertThat(cells.joined(start, cell)).isEqualTo(Double.isFinite(meters[cell]));
            }
            assertThat(cells.size(cells.part(start))).isEqualTo(met[0]);
        }
        assertThat(Arrays.stream(starts).map(cells::part).distinct().count()).isGreaterThan(1);
    }

    private static List<BoatRule> rules(BoatWater water) {
        return List.of(
                new BoatRule(water, (short) 500, 2, true),
                new BoatRule(water, (short) 300, 1, false),
                new BoatRule(water, (short) 1200, 2, true));
    }

    /** With a river, a weir across it, and a lake that reaches over the edge. */
    private static BoatGrid grid(Random random) {
        BoatGrid grid = BoatGrid.over(BOX, 40);
        BoatGridPainter painter = new BoatGridPainter(grid);
        Coordinate[] river = {new Coordinate(107.1, 16.72), new Coordinate(107.15, 16.74), new Coordinate(107.2, 16.73)
        };
        painter.permanent(Geometries.FACTORY.createLineString(river));
        painter.permanent(Geometries.multiPolygon(
                Geometries.FACTORY.createPoint(new Coordinate(107.2, 16.75)).buffer(0.01)));
        painter.barred(new Coordinate[] {new Coordinate(107.13, 16.72), new Coordinate(107.131, 16.75)});
        painter.barred(new Coordinate(107.1 + 0.1 * random.nextDouble(), 16.73));
        return grid;
    }

    /** Three observations one after the other, the newer ones of smaller areas; some depths are not known. */
    private static WaterPicture picture(Random random, boolean flowing) {
        WaterDraft draft = WaterDraft.empty();
        for (int i = 0; i < 3; i++) {
            List<WaterDraft.Area> areas = new ArrayList<>();
            for (int k = 0; k < 12; k++) {
                double depthM =
                        switch (random.nextInt(5)) {
                            case 0 -> Double.NaN;
                            case 1 -> 0;
                            default -> 0.1 + 2 * random.nextDouble();
                        };
                double currentMs = flowing && random.nextBoolean() ? 3 * random.nextDouble() : Double.NaN;
                areas.add(new WaterDraft.Area(pool(random), depthM, currentMs));
            }
            Envelope seen = new Envelope(BOX.getMinX(), BOX.getMaxX() - 0.03 * i, BOX.getMinY() + 0.01 * i, 16.8);
            draft = draft.observed(
                    DrawnWater.SEEN.plusSeconds(3600L * i),
                    Geometries.multiPolygon(Geometries.FACTORY.toGeometry(seen)),
                    areas);
        }
        return draft.picture(DrawnWater.SEEN.plusSeconds(86_400));
    }

    private static Polygon pool(Random random) {
        Coordinate middle = new Coordinate(107.1 + 0.1 * random.nextDouble(), 16.7 + 0.07 * random.nextDouble());
        return (Polygon) Geometries.FACTORY.createPoint(middle).buffer(0.002 + 0.01 * random.nextDouble(), 5);
    }
}
