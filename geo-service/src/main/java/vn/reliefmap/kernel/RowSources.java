package vn.reliefmap.kernel;

import java.nio.file.Path;

/** Opens files that hold lists, whatever their format. Rooms above the one that knows the formats read through this. */
public interface RowSources {
    /**
     * Opens a file and reads its header. Throws a problem that names file, line and fix when the file is not there,
     * empty, not a list, or in a wrong encoding; a fault further down is thrown by {@link RowSource#next()}.
     */
    RowSource open(Path file);
}
