package vn.reliefmap.geo.internal;

import java.awt.geom.AffineTransform;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.reliefmap.geo.Crs;
import vn.reliefmap.geo.Grid;

/** Reads an ArcGrid (Esri ASCII raster): six lines of names and numbers, then the values from the top row on. */
public final class ArcGridText {
    private static final Set<String> NAMES = Set.of(
            "ncols",
            "nrows",
            "xllcorner",
            "yllcorner",
            "xllcenter",
            "yllcenter",
            "cellsize",
            "dx",
            "dy",
            "nodata_value");
    /** What the format says when the file does not. */
    private static final double USUAL_NODATA = -9999;

    private static final int LONGEST_WORD = 60;

    private final Path file;
    private final Reader in;
    private final StringBuilder word = new StringBuilder();

    private ArcGridText(Path file, Reader in) {
        this.file = file;
        this.in = in;
    }

    public static Grid read(Path file, @Nullable Crs crs) throws IOException {
        try (Reader in =
                new BufferedReader(new InputStreamReader(GridFile.open(file), StandardCharsets.ISO_8859_1), 1 << 16)) {
            return new ArcGridText(file, in).grid(crs);
        }
    }

    private Grid grid(@Nullable Crs given) throws IOException {
        Map<String, Double> header = new HashMap<>();
        String next = word();
        while (NAMES.contains(next.toLowerCase(Locale.ROOT))) {
            header.put(next.toLowerCase(Locale.ROOT), number(0, 0, word()));
            next = word();
        }
        double columns = need(header, "ncols");
        double rows = need(header, "nrows");
        if (columns != Math.rint(columns) || rows != Math.rint(rows)) {
            throw GridFile.form("ncols và nrows phải là số nguyên", "ncols and nrows must be whole numbers");
        }
        GridFile.checkSize((long) columns, (long) rows);
        double width = header.containsKey("dx") ? need(header, "dx") : need(header, "cellsize");
        double height = header.containsKey("dy") ? need(header, "dy") : need(header, "cellsize");
        if (!(width > 0 && height > 0)) {
            throw GridFile.form("cạnh ô phải lớn hơn 0", "the size of a cell must be more than 0");
        }
        double left =
                header.containsKey("xllcenter") ? need(header, "xllcenter") - width / 2 : need(header, "xllcorner");
        double bottom =
                header.containsKey("yllcenter") ? need(header, "yllcenter") - height / 2 : need(header, "yllcorner");
        double top = bottom + rows * height;
        boolean degrees = left >= -180 && left + columns * width <= 180 && bottom >= -90 && top <= 90;
        if (given == null && !degrees) {
            throw GridFile.crsMissing();
        }
        float nodata = header.getOrDefault("nodata_value", USUAL_NODATA).floatValue();
        return new Grid(
                (int) columns,
                (int) rows,
                values((int) columns, (int) rows, nodata, next),
                new AffineTransform(width, 0, 0, -height, left, top),
                given == null ? new Crs(Crs.LON_LAT) : given);
    }

    private float[] values(int columns, int rows, float nodata, String first) throws IOException {
        float[] values = new float[columns * rows];
        String text = first;
        for (int i = 0; i < values.length; i++) {
            if (text.isEmpty()) {
                throw GridFile.truncated(GridFile.name(file));
            }
            float value = (float) number(i / columns + 1, i % columns + 1, text);
            values[i] = value == nodata || Float.isInfinite(value) ? Float.NaN : value;
            text = word();
        }
        if (!text.isEmpty()) {
            throw GridFile.form(
                    "nhiều giá trị hơn ncols × nrows", "more values than ncols × nrows, from \"" + text + "\" on");
        }
        return values;
    }

    private static double need(Map<String, Double> header, String name) {
        Double value = header.get(name);
        if (value == null) {
            throw GridFile.form("thiếu " + name, name + " is missing");
        }
        return value;
    }

    /** Row and column from 1; 0 in the header. */
    private double number(int row, int column, String text) {
        if (text.isEmpty()) {
            throw GridFile.truncated(GridFile.name(file));
        }
        try {
            return Double.parseDouble(text.replace(',', '.'));
        } catch (NumberFormatException e) {
            throw GridFile.form(
                    "“" + text + "” không phải là số (hàng " + row + ", cột " + column + ")",
                    "\"" + text + "\" is no number (row " + row + ", column " + column + ")");
        }
    }

    /** The next word, empty at the end of the file. */
    private String word() throws IOException {
        word.setLength(0);
        for (int c = in.read(); c >= 0; c = in.read()) {
            if (c > ' ') {
                word.append((char) c);
                if (word.length() > LONGEST_WORD) {
                    throw GridFile.form("có từ quá dài", "a word is too long");
                }
            } else if (word.length() > 0) {
                break;
            }
        }
        return word.toString();
    }
}
