package vn.reliefmap.basemap.internal;

import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.SQLException;
import java.text.Normalizer;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.WKBWriter;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/** Writes rows of one base map table by COPY, a megabyte of text at a time. Not thread-safe. */
final class BasemapRows {
    private static final int PORTION_CHARS = 1 << 20;
    private static final int MAX_TEXT_CHARS = 200;

    private final CopyManager copy;
    private final String sql;
    private final String importId;
    private final StringBuilder text = new StringBuilder(PORTION_CHARS + 4096);
    private final WKBWriter wkb = new WKBWriter(2, true);
    private long count;

    BasemapRows(Connection connection, String table, String columns, long importId) throws SQLException {
        this.copy = connection.unwrap(PGConnection.class).getCopyAPI();
        this.sql = "copy " + table + " (import_id, " + columns + ", geom) from stdin";
        this.importId = Long.toString(importId);
    }

    /** Adds a row: the values between the import's id and the geometry, in the order of the columns. */
    void add(Geometry geometry, @Nullable Object... values) {
        text.append(importId);
        for (Object value : values) {
            text.append('\t');
            if (value == null) {
                text.append("\\N");
            } else if (value instanceof String words) {
                appendEscaped(words);
            } else {
                text.append(value);
            }
        }
        text.append('\t').append(WKBWriter.toHex(wkb.write(geometry))).append('\n');
        count++;
        if (text.length() >= PORTION_CHARS) {
            flush();
        }
    }

    /** Sends what is still waiting. */
    void flush() {
        if (text.isEmpty()) {
            return;
        }
        try {
            copy.copyIn(sql, new StringReader(text.toString()));
        } catch (SQLException | IOException e) {
            throw new IllegalStateException("COPY failed: " + sql, e);
        }
        text.setLength(0);
    }

    long count() {
        return count;
    }

    /** A name as the map keeps it: NFC, without control characters, at most 200 characters; null when nothing is left. */
    static @Nullable String clean(@Nullable String name) {
        if (name == null) {
            return null;
        }
        String clean = Normalizer.normalize(name, Normalizer.Form.NFC)
                .replaceAll("\\p{Cntrl}+", " ")
                .strip();
        if (clean.length() > MAX_TEXT_CHARS) {
            int end = Character.isHighSurrogate(clean.charAt(MAX_TEXT_CHARS - 1)) ? MAX_TEXT_CHARS - 1 : MAX_TEXT_CHARS;
            clean = clean.substring(0, end);
        }
        return clean.isEmpty() ? null : clean;
    }

    private void appendEscaped(String words) {
        for (int i = 0; i < words.length(); i++) {
            char c = words.charAt(i);
            switch (c) {
                case '\\' -> text.append("\\\\");
                case '\t' -> text.append("\\t");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                default -> text.append(c);
            }
        }
    }
}
