package vn.reliefmap.kernel;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Opens files that hold lists, whatever their format. Rooms above the one that knows the formats read through this. */
public interface RowSources {
    /**
     * Opens a file and reads its header. Throws a problem that names file, line and fix when the file is not there,
     * empty, not a list, or in a wrong encoding; a fault further down is thrown by {@link RowSource#next()}.
     */
    default RowSource open(Path file) {
        return open(file, null);
    }

    /**
     * The same for one sheet of a workbook.
     *
     * @param sheet name of the sheet; null = the first visible one that holds a list. Of no meaning for other files
     */
    RowSource open(Path file, @Nullable String sheet);
}
