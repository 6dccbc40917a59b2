package vn.reliefmap.basemap;

import java.nio.file.Path;
import vn.reliefmap.kernel.ImportLog;
import vn.reliefmap.kernel.ImportSummary;

/** Fills the base map's tables from an OpenStreetMap file. */
public interface BasemapImport {

    /**
     * Reads {@code .osm.pbf}, {@code .osm} or {@code .osm.gz} and stores its roads, waters, rails, coast, places and
     * buildings under the import, in the caller's transaction or in one of its own. Rows this import had before are
     * replaced, so that a repetition doubles nothing. Nothing becomes visible before the import is made current.
     *
     * @param osmFile sorted as extracts are: nodes, ways, relations, nodes by ascending id
     * @param importId row of {@code road_import} that exists already
     * @throws vn.reliefmap.kernel.ProblemException {@code OSM_FILE_MISSING}, {@code OSM_FILE_BROKEN} or
     *     {@code OSM_FILE_UNSORTED}; nothing is stored then
     */
    ImportSummary load(Path osmFile, long importId, ImportLog log);

    /** Deletes the rows of all imports before this one; for whoever has made it current. */
    void forgetOlderThan(long importId);
}
