package vn.reliefmap.demo.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.reliefmap.kernel.RowSource;
import vn.reliefmap.kernel.TableRow;

/** Rows whose {@code confirmed_at} is moved, so that a demo that was made long ago is fresh when it is loaded. */
record ShiftedRows(RowSource rows, Duration by) implements RowSource {
    private static final String COLUMN = "confirmed_at";

    @Override
    public String name() {
        return rows.name();
    }

    @Override
    public List<String> columns() {
        return rows.columns();
    }

    @Override
    public @Nullable TableRow next() {
        TableRow row = rows.next();
        if (row == null || row.text(COLUMN).isEmpty()) {
            return row;
        }
        Map<String, String> cells = new HashMap<>(row.cells());
        cells.put(COLUMN, Instant.parse(row.text(COLUMN)).plus(by).toString());
        return new TableRow(row.number(), cells);
    }

    @Override
    public void close() {
        rows.close();
    }
}
