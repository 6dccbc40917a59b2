package vn.reliefmap.exchange.internal;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An Excel file, whose sheets are read row by row; of either format. Not thread-safe. */
public interface Workbook extends AutoCloseable {
    /** Most cells of a row that are looked at; lists have a dozen. */
    int MAX_COLUMNS = 300;

    /** The sheets with cells, in their order. */
    List<Sheet> sheets();

    /** The rows of a sheet from its start. Broken parts are a problem here or in {@link Rows#next()}. */
    Rows rows(Sheet sheet);

    /** What is to be said of the file besides its cells: macros, links to other files. */
    List<Oddity> oddities();

    @Override
    void close();

    /**
     * One sheet.
     *
     * @param part where the file keeps it
     * @param hidden not shown by Excel
     */
    record Sheet(String name, String part, boolean hidden) {}

    /**
     * One row with at least one cell that holds something.
     *
     * @param number from 1, as Excel shows it
     * @param cells text by column from 0, never empty
     */
    record Row(long number, boolean hidden, Map<Integer, String> cells) {}

    /** Things in a workbook that are passed over, and said. */
    enum Oddity {
        MACROS,
        LINKS
    }

    /** Rows of one sheet, one at a time. */
    interface Rows extends AutoCloseable {
        /** The next row that holds anything, or null after the last one. */
        @Nullable
        Row next();

        @Override
        void close();
    }
}
