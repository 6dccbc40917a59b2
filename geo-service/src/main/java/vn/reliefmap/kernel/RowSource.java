package vn.reliefmap.kernel;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows of a list, one at a time, so that the size of a file does not decide the memory. Not thread-safe. */
public interface RowSource extends AutoCloseable {
    /** File name as people know it, for messages. */
    String name();

    /** Column names of the header: lower case, trimmed. */
    List<String> columns();

    /** The next row, or null after the last one. */
    @Nullable
    TableRow next();

    @Override
    void close();
}
