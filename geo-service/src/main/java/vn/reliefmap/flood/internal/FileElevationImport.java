package vn.reliefmap.flood.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.reliefmap.flood.ElevationImport;
import vn.reliefmap.geo.Grid;
import vn.reliefmap.geo.GridReader;
import vn.reliefmap.geo.LonLatGrid;
import vn.reliefmap.kernel.ImportIssue;
import vn.reliefmap.kernel.ImportLog;
import vn.reliefmap.kernel.ImportSummary;
import vn.reliefmap.kernel.Problem;
import vn.reliefmap.store.Changes;
import vn.reliefmap.store.Topic;

/** Lays a grid along longitude and latitude and stores it in tiles. Thread-safe. */
@Component
final class FileElevationImport implements ElevationImport {
    /** From below the Dead Sea to above the highest mountain: what lies outside is a nodata value that was not declared. */
    private static final float LOWEST_M = -450;

    private static final float HIGHEST_M = 8900;

    private final ElevationStore store;
    private final Changes changes;
    private final CurrentGround ground;
    private final TransactionTemplate transaction;

    FileElevationImport(
            ElevationStore store, Changes changes, CurrentGround ground, PlatformTransactionManager transactions) {
        this.store = store;
        this.changes = changes;
        this.ground = ground;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public ImportSummary load(Path file, @Nullable Integer epsg, ImportLog log) {
        Grid grid = GridReader.read(file, epsg);
        Map<String, Object> figures = check(grid);
        byte[] sha256 = sha256(file);
        LonLatGrid laid = lay(grid);
        warnOutsideVietnam(laid, log);
        boolean isNew = Objects.requireNonNull(transaction.execute(status -> store(file, sha256, laid, log)));
        ground.forgetElevation();
        figures.put("crs", "EPSG:" + grid.crs().epsg());
        // The grid is the one thing that was read.
        return new ImportSummary(1, isNew ? 1 : 0, 0, isNew ? 0 : 1, 0, figures);
    }

    private boolean store(Path file, byte[] sha256, LonLatGrid laid, ImportLog log) {
        Long id = store.begin(String.valueOf(file.getFileName()), sha256, laid);
        if (id == null) {
            return false;
        }
        int size = ElevationTile.SIZE;
        long done = 0;
        for (int row = 0; row * size < laid.rows(); row++) {
            for (int column = 0; column * size < laid.columns(); column++) {
                ElevationTile tile = ElevationTile.of(laid.part(column * size, row * size, size, size));
                if (!tile.isEmpty()) {
                    store.add(id, row, column, tile);
                }
                log.progress(++done);
            }
        }
        changes.announce(Topic.WATER);
        return true;
    }

    private static LonLatGrid lay(Grid grid) {
        try {
            return LonLatGrid.over(grid);
        } catch (IllegalArgumentException e) {
            throw Problem.badField(
                            "COORDINATE_RANGE",
                            "file",
                            "GeoTIFF or ArcGrid inside the reach of its reference system",
                            "Lưới nằm ngoài phạm vi của EPSG:" + grid.crs().epsg() + ". Kiểm tra hệ toạ độ (--crs).",
                            "The grid lies out of the range of EPSG:"
                                    + grid.crs().epsg() + ". Check the reference system (--crs).")
                    .asException();
        }
    }

    private static Map<String, Object> check(Grid grid) {
        float lowest = Float.POSITIVE_INFINITY;
        float highest = Float.NEGATIVE_INFINITY;
        long without = 0;
        for (int i = 0; i < grid.cells(); i++) {
            float height = grid.value(i);
            if (Float.isNaN(height)) {
                without++;
            } else if (height < LOWEST_M || height > HIGHEST_M) {
                throw impossible(grid, i, height);
            } else {
                lowest = Math.min(lowest, height);
                highest = Math.max(highest, height);
            }
        }
        if (without == grid.cells()) {
            throw Problem.badField(
                            "GRID_WITHOUT_DATA",
                            "file",
                            "at least one cell with a height",
                            "Mọi ô của lưới đều không có dữ liệu.",
                            "No cell of the grid holds data.")
                    .asException();
        }
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("cells", (long) grid.cells());
        figures.put("cells_without_data", without);
        figures.put("lowest_m", Double.parseDouble(Float.toString(lowest)));
        figures.put("highest_m", Double.parseDouble(Float.toString(highest)));
        return figures;
    }

    private static RuntimeException impossible(Grid grid, int cell, float height) {
        int row = cell / grid.columns() + 1;
        int column = cell % grid.columns() + 1;
        return Problem.badField(
                        "ELEVATION_RANGE",
                        "file",
                        "-450 to 8900 (metres above sea), or the file's nodata value",
                        "Ô hàng " + row + ", cột " + column + " cao " + height
                                + " m. Ghi mét trên mực nước biển, và khai báo giá trị nodata của lưới.",
                        "The cell in row " + row + ", column " + column + " is " + height
                                + " m high. Write metres above the sea, and declare the grid's nodata value.")
                .asException();
    }

    /** Domain facts, section 7: Vietnam is latitude 8–24, longitude 102–117. */
    private static void warnOutsideVietnam(LonLatGrid laid, ImportLog log) {
        double east = laid.west() + laid.columns() * laid.stepLon();
        double south = laid.north() - laid.rows() * laid.stepLat();
        if (laid.west() < 102 || east > 117 || south < 8 || laid.north() > 24) {
            log.issue(ImportIssue.warned(
                    0,
                    "OUTSIDE_VIETNAM",
                    "Lưới nằm (một phần) ngoài Việt Nam (vĩ độ 8–24, kinh độ 102–117).",
                    "The grid lies (in part) outside Vietnam (latitude 8–24, longitude 102–117).",
                    "Kiểm tra hệ toạ độ (--crs) và tệp đã chọn.",
                    "Check the reference system (--crs) and that this is the right file."));
        }
    }

    private static byte[] sha256(Path file) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
                in.transferTo(OutputStream.nullOutputStream());
            }
            return digest.digest();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
