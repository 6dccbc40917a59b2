package vn.reliefmap.flood.internal;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import vn.reliefmap.flood.FloodImport;
import vn.reliefmap.geo.Geometries;
import vn.reliefmap.geo.Grid;
import vn.reliefmap.geo.GridAreas;
import vn.reliefmap.geo.GridReader;
import vn.reliefmap.kernel.ImportIssue;
import vn.reliefmap.kernel.ImportLog;
import vn.reliefmap.kernel.Problem;

/**
 * Makes one observation of a grid of depths: cells of one band that share an edge become one polygon with the depth of
 * its deepest cell, and all cells with data are the footprint. A polygon so never understates its water, and overstates
 * it by less than the width of its band; since every depth at which a vehicle class stops or a boat floats (domain facts,
 * section 2) is a border between bands, no class is judged otherwise than by the cell itself. Not thread-safe.
 */
final class DepthGridFlood {
    /** Borders between bands, metres; a border belongs to the deeper one. */
    static final float[] BORDERS_M = {0.1f, 0.25f, 0.3f, 0.45f, 0.5f, 0.6f, 0.9f, 1.2f, 2, 4};

    private static final float DEEPEST_M = 50;

    private final Grid grid;
    private final FloodGroup group;
    private final Map<String, Object> figures = new LinkedHashMap<>();
    private long wet;
    private long notLookedAt;

    /** Reads and checks the file; throws problems of {@link GridReader} and GRID_DEPTH_RANGE, GRID_WITHOUT_DATA. */
    DepthGridFlood(Path file, FloodImport.Options options) {
        Instant at = options.at();
        if (at == null) {
            throw FloodFeatures.missingTime();
        }
        this.grid = GridReader.read(file, options.epsg());
        this.group = new FloodGroup(0, at, options.forecast());
        check();
    }

    private void check() {
        float deepest = 0;
        for (int i = 0; i < grid.cells(); i++) {
            float depth = grid.value(i);
            if (Float.isNaN(depth)) {
                notLookedAt++;
            } else if (depth < 0 || depth > DEEPEST_M) {
                throw impossible(i, depth);
            } else if (depth > 0) {
                wet++;
                deepest = Math.max(deepest, depth);
            }
        }
        if (notLookedAt == grid.cells()) {
            throw Problem.badField(
                            "GRID_WITHOUT_DATA",
                            "file",
                            "at least one cell with a depth",
                            "Mọi ô của lưới đều không có dữ liệu.",
                            "No cell of the grid holds data.")
                    .asException();
        }
        figures.put("cells", (long) grid.cells());
        figures.put("cells_wet", wet);
        figures.put("cells_dry", grid.cells() - wet - notLookedAt);
        figures.put("cells_without_data", notLookedAt);
        figures.put("deepest_m", decimal(deepest));
    }

    /** Traces the areas into the staging table. */
    void trace(FloodStaging.Rows rows, ImportLog log) {
        List<Polygon> looked = new ArrayList<>();
        GridAreas.each(grid, depth -> Float.isNaN(depth) ? -1 : 0, area -> looked.add(area.polygon()));
        group.addFootprint(Geometries.FACTORY.createMultiPolygon(looked.toArray(Polygon[]::new)));
        long[] polygons = {0};
        double[] waterM2 = {0};
        GridAreas.each(grid, DepthGridFlood::band, area -> {
            MultiPolygon water = Geometries.FACTORY.createMultiPolygon(new Polygon[] {area.polygon()});
            double depthM = decimal(area.greatest());
            group.addTraced(water, depthM);
            rows.add(group.number(), ++polygons[0], depthM, Double.NaN, water);
            waterM2[0] += FloodFeatures.areaM2(water);
            log.progress(polygons[0]);
        });
        group.close(List.of());
        figures.put("polygons", polygons[0]);
        figures.put("water_m2", (double) Math.round(waterM2[0]));
        figures.put("footprint_m2", (double) Math.round(FloodFeatures.areaM2(group.footprint())));
        figures.put("crs", "EPSG:" + grid.crs().epsg());
        if (wet == 0) {
            log.issue(ImportIssue.warned(
                    0,
                    "GRID_ALL_DRY",
                    "Lưới không có ô nào ngập.",
                    "No cell of the grid is under water.",
                    "Kiểm tra đúng tệp và đúng đơn vị (mét) chưa.",
                    "Check that this is the right file, and that it is in metres."));
        }
    }

    /** −1 where it is dry or nobody looked. */
    static int band(float depthM) {
        if (!(depthM > 0)) {
            return -1;
        }
        int band = 0;
        while (band < BORDERS_M.length && depthM >= BORDERS_M[band]) {
            band++;
        }
        return band;
    }

    /** The decimal number that was meant: 0.45 as a float is a little less than 0.45, and would let a pickup pass. */
    private static double decimal(float number) {
        return Double.parseDouble(Float.toString(number));
    }

    FloodGroup group() {
        return group;
    }

    Map<String, Object> figures() {
        return figures;
    }

    private RuntimeException impossible(int cell, float depth) {
        int row = cell / grid.columns() + 1;
        int column = cell % grid.columns() + 1;
        return Problem.badField(
                        "GRID_DEPTH_RANGE",
                        "file",
                        "0 to 50 (metres), or the file's nodata value",
                        "Ô hàng " + row + ", cột " + column + " có độ sâu " + depth
                                + " m. Ghi mét, và khai báo giá trị nodata của lưới.",
                        "The cell in row " + row + ", column " + column + " has a depth of " + depth
                                + " m. Write metres, and declare the grid's nodata value.")
                .asException();
    }
}
