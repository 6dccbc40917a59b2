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
import vn.reliefmap.kernel.ProblemException;

/**
 * Makes one observation of a grid of depths: cells of one band that share an edge become one polygon with the depth of
 * its deepest cell, and all cells with data are the footprint. A polygon so never understates its water, and overstates
 * it by less than the width of its band; since every depth at which a vehicle class stops or a boat floats (domain facts,
 * section 2) is a border between bands, no class is judged otherwise than by the cell itself. Only where a grid is too broken
 * up are cells joined, up to the width of a boat's cell, each as deep as its deepest part. Not thread-safe.
 */
final class DepthGridFlood {
    /** Borders between bands, metres; a border belongs to the deeper one. */
    static final float[] BORDERS_M = {0.1f, 0.25f, 0.3f, 0.45f, 0.5f, 0.6f, 0.9f, 1.2f, 2, 4};

    private static final float DEEPEST_M = 50;
    /** No wider than the cells that boats move on: in wider ones the deepest spot would open ways over shallows. */
    private static final double WIDEST_CELL_M = 25;

    private final Grid grid;
    private FloodGroup group;
    private final Map<String, Object> figures = new LinkedHashMap<>();
    private long wet;
    private long notLookedAt;
    private long polygons;
    private double waterM2;

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

    /** Traces the areas into the staging table; a grid that is too broken up, in larger cells. */
    void trace(FloodStaging.Rows rows, ImportLog log) {
        Grid traced = grid;
        while (true) {
            try {
                trace(traced, rows, log);
                break;
            } catch (ProblemException e) {
                // No row was written yet: the limit is found while rings are walked, before the first area.
                boolean mayCoarsen =
                        e.problem().code().equals("GRID_TOO_DETAILED") && 2 * traced.cellMeters() <= WIDEST_CELL_M;
                if (!mayCoarsen) {
                    throw e;
                }
                traced = traced.halved(DepthGridFlood::deepest);
                group = new FloodGroup(0, group.at(), group.forecast());
            }
        }
        finish(traced, log);
    }

    /**
     * The deepest cell speaks for a block, so that no road is shallower than it was. A block with a cell that nobody looked at is
     * never called dry.
     */
    static float deepest(float a, float b, float c, float d) {
        float depth = greater(greater(a, b), greater(c, d));
        boolean allSeen = !Float.isNaN(a + b + c + d);
        return depth > 0 || allSeen ? depth : Float.NaN;
    }

    private static float greater(float a, float b) {
        return Float.isNaN(a) || b > a ? b : a;
    }

    private void trace(Grid traced, FloodStaging.Rows rows, ImportLog log) {
        List<Polygon> looked = new ArrayList<>();
        GridAreas.each(traced, depth -> Float.isNaN(depth) ? -1 : 0, area -> looked.add(area.polygon()));
        group.addFootprint(Geometries.FACTORY.createMultiPolygon(looked.toArray(Polygon[]::new)));
        GridAreas.each(traced, DepthGridFlood::band, area -> {
            MultiPolygon water = Geometries.FACTORY.createMultiPolygon(new Polygon[] {area.polygon()});
            double depthM = decimal(area.greatest());
            group.addTraced(water, depthM);
            rows.add(group.number(), ++polygons, depthM, Double.NaN, water);
            waterM2 += FloodFeatures.areaM2(water);
            log.progress(polygons);
        });
    }

    private void finish(Grid traced, ImportLog log) {
        group.close(List.of());
        figures.put("polygons", polygons);
        figures.put("cell_m", Math.round(traced.cellMeters() * 10) / 10.0);
        figures.put("water_m2", (double) Math.round(waterM2));
        figures.put("footprint_m2", (double) Math.round(FloodFeatures.areaM2(group.footprint())));
        figures.put("crs", "EPSG:" + grid.crs().epsg());
        if (traced != grid) {
            String cellM = String.valueOf(Math.round(traced.cellMeters() * 10) / 10.0);
            log.issue(ImportIssue.warned(
                    0,
                    "GRID_COARSENED",
                    "Lưới quá vụn, đã gộp thành ô " + cellM + " m; mỗi ô lấy độ sâu lớn nhất.",
                    "The grid is too broken up; it was joined into cells of " + cellM
                            + " m, each with the greatest depth in it.",
                    "Làm mịn lưới rồi nhập lại nếu cần chi tiết hơn.",
                    "Smooth the grid and import it again if more detail is needed."));
        }
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
