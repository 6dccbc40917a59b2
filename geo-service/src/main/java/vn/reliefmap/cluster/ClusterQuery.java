package vn.reliefmap.cluster;

import org.jspecify.annotations.Nullable;
import vn.reliefmap.geo.Bbox;
import vn.reliefmap.kernel.Problem;

/**
 * What part of a disaster's clusters is wanted.
 *
 * @param zoom Web Mercator zoom with tiles of 256 px, 0–22
 * @param bbox selects the cells whose shown point lies in it; null = everywhere
 * @param item a code of the catalogue, or one of the six lack groups ({@code group:rice} where a code has the same name);
 *     null = all items
 * @param limit clusters on a page, 1–5000
 * @param after the {@code next} of the page before; null = the first page
 */
public record ClusterQuery(
        int zoom,
        @Nullable Bbox bbox,
        @Nullable String item,
        int limit,
        @Nullable String after) {
    public static final int DEEPEST_ZOOM = 22;
    public static final int LARGEST_PAGE = 5000;

    public ClusterQuery {
        if (zoom < 0 || zoom > DEEPEST_ZOOM) {
            throw zoomRange();
        }
        if (limit < 1 || limit > LARGEST_PAGE) {
            throw Problem.badField(
                            "LIMIT_RANGE",
                            "limit",
                            "whole number 1.." + LARGEST_PAGE,
                            "Số cụm mỗi trang nằm ngoài phạm vi.",
                            "The number of clusters on a page is out of range.")
                    .asException();
        }
    }

    /** All clusters of the zoom on one page as large as allowed. */
    public static ClusterQuery everywhere(int zoom) {
        return new ClusterQuery(zoom, null, null, LARGEST_PAGE, null);
    }

    /** The problem for a zoom that is no number from 0 to 22. */
    public static RuntimeException zoomRange() {
        return Problem.badField(
                        "ZOOM_RANGE",
                        "zoom",
                        "whole number 0.." + DEEPEST_ZOOM,
                        "Mức phóng nằm ngoài phạm vi.",
                        "The zoom is out of range.")
                .asException();
    }
}
