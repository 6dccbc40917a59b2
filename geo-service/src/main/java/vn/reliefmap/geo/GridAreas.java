package vn.reliefmap.geo;

import java.util.function.Consumer;
import org.locationtech.jts.geom.Polygon;
import vn.reliefmap.geo.internal.CellRings;

/**
 * Turns a grid into areas: cells of one band that share an edge become one polygon, drawn exactly along the cells.
 * Polygons are valid and do not overlap, and neighbours share every corner, so no sliver lies between them.
 */
public final class GridAreas {
    /** Most corners of all polygons of a grid together; a grid that needs more is noise, or too fine. */
    public static final int MOST_CORNERS = 1_000_000;

    /** Corners are kept at least this often along a straight edge, because it is not straight in another system. */
    public static final int LONGEST_STRAIGHT_CELLS = 16;

    private GridAreas() {}

    /** Sorts values into bands. */
    public interface Bands {
        /** @param value may be NaN; the answer is a band from 0 to 100, or −1 for no area */
        int band(float value);
    }

    /**
     * One polygon.
     *
     * @param polygon EPSG:4326
     * @param greatest the greatest value of its cells
     */
    public record Area(Polygon polygon, int band, float greatest) {}

    /**
     * Hands out all areas, in the order of their first cells from the top left. Takes about 6 bytes for each cell beside
     * the grid. Throws {@code GRID_TOO_DETAILED} when there are more than {@link #MOST_CORNERS} corners.
     */
    public static void each(Grid grid, Bands bands, Consumer<Area> each) {
        new CellRings(grid, bands).each(each);
    }
}
