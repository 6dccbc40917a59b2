package vn.reliefmap.basemap;

/** The base map as pictures of 256 × 256 pixels in the usual web map grid (EPSG:3857, row 0 in the north). */
public interface BasemapTiles {
    int MIN_ZOOM = 5;
    int MAX_ZOOM = 18;

    /** The import that tiles are drawn from now, 0 when there is none. */
    long currentImport();

    /**
     * The tile as a PNG with a palette; plain land where the import has nothing. Thread-safe; a tile drawn before
     * comes from memory.
     *
     * @param zoom 5–18
     * @param x column, 0 to 2^zoom − 1
     * @param y row, 0 to 2^zoom − 1
     * @throws vn.reliefmap.kernel.ProblemException {@code TILE_NOT_FOUND} outside these ranges
     */
    byte[] png(long importId, int zoom, int x, int y);
}
