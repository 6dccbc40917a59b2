package vn.reliefmap.routing;

import java.nio.file.Path;
import vn.reliefmap.kernel.ImportLog;
import vn.reliefmap.kernel.ImportSummary;

/** Takes a road extract in: graph, base map and the swap to both. */
public interface RoadImport {
    /**
     * Builds the graph in a new folder and the base map beside the old one, then makes both current in one transaction;
     * running servers follow within seconds. The same file again changes nothing.
     *
     * <p>A file that cannot be used ends in one problem ({@code ROADS_FILE_MISSING}, {@code ROADS_FILE_EMPTY},
     * {@code ROADS_FILE_FORM}, {@code ROADS_FILE_TRUNCATED}, {@code ROADS_FILE_BROKEN}, {@code ROADS_FILE_ORDER},
     * {@code ROADS_FILE_NO_ROADS}, all 400; {@code ROADS_IMPORT_RUNNING}, 409); the old network stays in use and nothing
     * half-built is left.
     *
     * @param osmFile .osm.pbf, .osm or .osm.gz, nodes before ways before relations
     * @param simulated true when the roads are made up, which every screen then says
     * @return counts of highway ways; figures: length in the file, nodes, edges and length of the graph
     */
    ImportSummary load(Path osmFile, boolean simulated, ImportLog log);
}
