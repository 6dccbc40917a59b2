package vn.reliefmap.kernel;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows of a list, one at a time, so that the size of a file does not decide the memory. Not thread-safe. */
public interface RowSource extends AutoCloseable {
    /** File name as people know it, for messages. */
    String name();

    /** Column names of the header: lower case, trimmed. */
    List<String> columns();

    /** Texts that stand above the column names, such as the office and the list's title; none in most formats. */
    default List<String> titles() {
        return List.of();
    }

    /**
     * How people find a cell in the file, for example {@code Hộ nghèo!E7}; null where row numbers say enough.
     *
     * @param column null = the whole row
     */
    default @Nullable String cell(long row, @Nullable String column) {
        return null;
    }

    /** What is to be said of the file as a whole; complete after the last row. */
    default List<ImportIssue> remarks() {
        return List.of();
    }

    /** The next row, or null after the last one. */
    @Nullable
    TableRow next();

    @Override
    void close();
}
