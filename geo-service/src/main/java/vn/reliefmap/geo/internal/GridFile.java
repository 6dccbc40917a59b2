package vn.reliefmap.geo.internal;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import org.locationtech.jts.geom.Envelope;
import vn.reliefmap.geo.Crs;
import vn.reliefmap.geo.Grid;
import vn.reliefmap.geo.GridReader;
import vn.reliefmap.kernel.Problem;

/** Tells what kind of grid a file holds, and says in a problem what is wrong with it. */
public final class GridFile {
    private static final String EXPECTED = "GeoTIFF (.tif, .tiff) or ArcGrid (.asc, .asc.gz), one number per cell";

    private static final Envelope WORLD = new Envelope(-180, 180, -90, 90);

    private GridFile() {}

    /** What the first bytes say. */
    public enum Kind {
        GEOTIFF,
        ARC_GRID,
        OTHER
    }

    /** Throws FILE_NOT_FOUND or FILE_EMPTY. */
    public static void check(Path file) {
        if (!Files.isRegularFile(file)) {
            throw bad("FILE_NOT_FOUND", "Không có tệp " + name(file) + ".", "There is no file " + name(file) + ".");
        }
        if (file.toFile().length() == 0) {
            throw bad("FILE_EMPTY", "Tệp " + name(file) + " trống.", "The file " + name(file) + " is empty.");
        }
    }

    /** OTHER also when the file cannot be read. */
    public static Kind kind(Path file) {
        byte[] head;
        try (InputStream in = open(file)) {
            head = in.readNBytes(64);
        } catch (IOException e) {
            return Kind.OTHER;
        }
        if (head.length >= 4) {
            int order = head[0] << 8 | head[1];
            int version = order == 0x4d4d ? head[2] << 8 | head[3] : head[3] << 8 | head[2];
            // 43 is BigTIFF.
            if ((order == 0x4949 || order == 0x4d4d) && (version == 42 || version == 43)) {
                return Kind.GEOTIFF;
            }
        }
        String text = new String(head, StandardCharsets.ISO_8859_1).strip().toLowerCase(Locale.ROOT);
        return text.matches("(?s)(ncols|nrows)\\s.*") ? Kind.ARC_GRID : Kind.OTHER;
    }

    /** The bytes, unpacked when they are gzipped. */
    static InputStream open(Path file) throws IOException {
        InputStream bytes = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
        try {
            bytes.mark(2);
            int first = bytes.read();
            int second = bytes.read();
            bytes.reset();
            return first == 0x1f && second == 0x8b ? new GZIPInputStream(bytes, 1 << 16) : bytes;
        } catch (IOException e) {
            bytes.close();
            throw e;
        }
    }

    /** Throws when the grid is larger than can be read, or has no cell. */
    static void checkSize(long columns, long rows) {
        if (columns < 1 || rows < 1) {
            throw form("lưới " + columns + " × " + rows + " ô", "a grid of " + columns + " × " + rows + " cells");
        }
        if (columns > GridReader.MOST_CELLS || rows > GridReader.MOST_CELLS || columns * rows > GridReader.MOST_CELLS) {
            throw bad(
                    "GRID_TOO_LARGE",
                    "Lưới có " + columns + " × " + rows + " ô; nhiều nhất là " + GridReader.MOST_CELLS
                            + ". Hãy chia nhỏ hoặc lấy ô to hơn.",
                    "The grid has " + columns + " × " + rows + " cells; at most " + GridReader.MOST_CELLS
                            + ". Split it or take larger cells.");
        }
    }

    /** Throws when the grid lies outside the world, or in Vietnam only with its axes exchanged (domain facts, section 7). */
    public static void checkPlace(Grid grid) {
        double[] corners = {0, 0, grid.columns(), 0, grid.columns(), grid.rows(), 0, grid.rows()};
        try {
            grid.toLonLat(corners);
        } catch (IllegalArgumentException e) {
            throw outOfRange(grid.crs());
        }
        Envelope here = new Envelope();
        Envelope mirrored = new Envelope();
        for (int i = 0; i < corners.length; i += 2) {
            here.expandToInclude(corners[i], corners[i + 1]);
            mirrored.expandToInclude(corners[i + 1], corners[i]);
        }
        if (!here.intersects(FilePlacing.VIETNAM) && FilePlacing.VIETNAM.contains(mirrored)) {
            throw bad(
                    "COORDINATES_SWAPPED",
                    "Kinh độ và vĩ độ của lưới bị đổi chỗ. Hãy xuất lại với X = kinh độ.",
                    "The grid's longitude and latitude are exchanged. Export it again with X = longitude.");
        }
        if (!WORLD.contains(here) || here.getWidth() == 0 || here.getHeight() == 0) {
            throw outOfRange(grid.crs());
        }
    }

    private static RuntimeException outOfRange(Crs crs) {
        return bad(
                "COORDINATE_RANGE",
                "Lưới nằm ngoài phạm vi của EPSG:" + crs.epsg() + ". Kiểm tra hệ toạ độ (--crs).",
                "The grid lies out of the range of EPSG:" + crs.epsg() + ". Check the reference system (--crs).");
    }

    static RuntimeException crsMissing() {
        return Problem.badField(
                        "CRS_MISSING",
                        "crs",
                        Crs.EXPECTED,
                        "Tệp không nêu hệ toạ độ bằng mã EPSG. Hãy thêm --crs.",
                        "The file does not name its reference system by an EPSG code. Say it with --crs.")
                .asException();
    }

    static RuntimeException bands(int bands) {
        return bad(
                "GRID_BANDS",
                "Tệp có " + bands + " kênh; lưới chỉ có một.",
                "The file has " + bands + " bands; a grid has one.");
    }

    static RuntimeException blocksMissing() {
        return bad(
                "GRID_BLOCKS_MISSING",
                "Một số khối của tệp GeoTIFF không có dữ liệu. Hãy xuất lại (không dùng SPARSE_OK).",
                "Some blocks of the GeoTIFF hold no data. Export it again (without SPARSE_OK).");
    }

    static RuntimeException form(String vi, String en) {
        return bad("GRID_FORM", "Lưới sai cấu trúc: " + vi + ".", "The grid is malformed: " + en + ".");
    }

    static RuntimeException truncated(String name) {
        return bad(
                "FILE_TRUNCATED",
                "Tệp " + name + " bị cắt cụt, hãy tải lại.",
                "The file " + name + " ends too early; fetch it again.");
    }

    public static RuntimeException notAGrid(Path file) {
        return bad(
                "NOT_A_GRID",
                "Tệp " + name(file) + " không phải GeoTIFF hay ArcGrid.",
                "The file " + name(file) + " is neither GeoTIFF nor ArcGrid.");
    }

    public static RuntimeException unreadable(Path file, Exception cause) {
        if (cause instanceof EOFException) {
            return truncated(name(file));
        }
        RuntimeException problem = bad(
                "FILE_UNREADABLE",
                "Không đọc được tệp " + name(file) + ".",
                "The file " + name(file) + " cannot be read.");
        problem.addSuppressed(cause);
        return problem;
    }

    static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    private static RuntimeException bad(String code, String vi, String en) {
        return Problem.badField(code, "file", EXPECTED, vi, en).asException();
    }
}
