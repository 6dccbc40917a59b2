package vn.reliefmap.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.data.Percentage.withPercentage;

import java.awt.geom.AffineTransform;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.algorithm.locate.SimplePointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

class GridAreasTest {
    private static final double LEFT = 107;
    private static final double TOP = 17;
    private static final double CELL = 0.001;

    @Test
    void cellsThatMeetInACornerOnlyAreTwoAreas() {
        assertThat(areas("10", "01"))
                .hasSize(2)
                .allSatisfy(a -> assertThat(a.polygon().getNumPoints()).isEqualTo(5));
    }

    @Test
    void aPocketClosedByACornerIsAHoleAndTheAreaIsValid() {
        // The pocket in the middle meets the outside in a corner.
        List<GridAreas.Area> areas = areas("1110", "1011", "1111", "1111");
        assertThat(areas).singleElement().satisfies(a -> {
            assertThat(a.polygon().isValid()).isTrue();
            assertThat(a.polygon().getNumInteriorRing()).isEqualTo(1);
            assertThat(a.polygon().getArea()).isCloseTo(14e-6, within(1e-12));
        });
        List<GridAreas.Area> pocket = areas("0110", "1011", "1101", "0111");
        assertThat(pocket).allSatisfy(a -> assertThat(a.polygon().isValid()).isTrue());
        assertThat(pocket.stream().mapToDouble(a -> a.polygon().getArea()).sum())
                .isCloseTo(11e-6, within(1e-12));
    }

    @Test
    void anAreaHasTheGreatestValueOfItsCellsAndItsNeighboursCorners() {
        Grid grid = grid(new float[][] {{1.1f, 1.9f, 1.2f}, {2.5f, 1.3f, 3.5f}});
        List<GridAreas.Area> areas = new ArrayList<>();
        GridAreas.each(grid, value -> (int) value, areas::add);
        assertThat(areas).extracting(GridAreas.Area::band).containsExactly(1, 2, 3);
        assertThat(areas).extracting(GridAreas.Area::greatest).containsExactly(1.9f, 2.5f, 3.5f);
    }

    /** Random grids, in degrees and in VN-2000: every cell's middle in the one right area, all areas valid, none overlap. */
    @Test
    void randomGridsAreCoveredExactly() {
        Random random = new Random(7);
        for (int round = 0; round < 60; round++) {
            int columns = 1 + random.nextInt(25);
            int rows = 1 + random.nextInt(25);
            int bands = 1 + random.nextInt(4);
            float[] values = new float[columns * rows];
            for (int i = 0; i < values.length; i++) {
                values[i] = random.nextInt(bands + 1) - 1;
            }
            Grid grid = round % 2 == 0
                    ? new Grid(columns, rows, values, new AffineTransform(CELL, 0, 0, -CELL, LEFT, TOP), new Crs(4326))
                    : new Grid(
                            columns, rows, values, new AffineTransform(30, 0, 0, -30, 600000, 1850000), new Crs(9212));
            List<GridAreas.Area> areas = new ArrayList<>();
            GridAreas.each(grid, value -> (int) value, areas::add);
            for (GridAreas.Area area : areas) {
                assertThat(area.polygon().isValid()).as("round %d", round).isTrue();
            }
            double sum = areas.stream().mapToDouble(a -> a.polygon().getArea()).sum();
            Geometry union = OverlayNGRobust.union(Geometries.FACTORY.buildGeometry(
                    areas.stream().map(GridAreas.Area::polygon).toList()));
            assertThat(union.getArea()).isCloseTo(sum, withPercentage(1e-6));
            for (int i = 0; i < values.length; i++) {
                int row = i / columns;
                double[] middle = {i % columns + 0.5, row + 0.5};
                grid.toLonLat(middle);
                Coordinate p = new Coordinate(middle[0], middle[1]);
                List<Integer> holding = areas.stream()
                        .filter(a -> holds(a.polygon(), p))
                        .map(GridAreas.Area::band)
                        .toList();
                assertThat(holding).isEqualTo(values[i] < 0 ? List.of() : List.of((int) values[i]));
            }
        }
    }

    private static boolean holds(Polygon polygon, Coordinate p) {
        return SimplePointInAreaLocator.locate(p, polygon) == Location.INTERIOR;
    }

    private static List<GridAreas.Area> areas(String... rows) {
        float[][] values = new float[rows.length][rows[0].length()];
        for (int r = 0; r < rows.length; r++) {
            for (int c = 0; c < values[r].length; c++) {
                values[r][c] = rows[r].charAt(c) - '0';
            }
        }
        List<GridAreas.Area> areas = new ArrayList<>();
        GridAreas.each(grid(values), value -> (int) value - 1, areas::add);
        return areas;
    }

    private static Grid grid(float[][] rows) {
        float[] values = new float[rows.length * rows[0].length];
        for (int r = 0; r < rows.length; r++) {
            System.arraycopy(rows[r], 0, values, r * rows[0].length, rows[0].length);
        }
        return new Grid(
                rows[0].length, rows.length, values, new AffineTransform(CELL, 0, 0, -CELL, LEFT, TOP), new Crs(4326));
    }
}
