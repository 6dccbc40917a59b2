package vn.reliefmap.demo.internal;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

/** Builds one CSV table, UTF-8, a line break after each row. Not thread-safe. */
final class DemoTables {
    private final StringBuilder text = new StringBuilder();

    DemoTables(String... columns) {
        row((Object[]) columns);
    }

    void row(Object... cells) {
        for (int i = 0; i < cells.length; i++) {
            String cell = String.valueOf(cells[i]);
            boolean quoted = cell.indexOf(',') >= 0 || cell.indexOf('"') >= 0 || cell.indexOf('\n') >= 0;
            text.append(i == 0 ? "" : ",").append(quoted ? '"' + cell.replace("\"", "\"\"") + '"' : cell);
        }
        text.append('\n');
    }

    /** Packed when the name ends in {@code .gz}. */
    void write(Path file) throws IOException {
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        if (!file.toString().endsWith(".gz")) {
            Files.write(file, bytes);
            return;
        }
        try (OutputStream out = new GZIPOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
            out.write(bytes);
        }
    }
}
