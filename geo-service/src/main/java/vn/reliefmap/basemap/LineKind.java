package vn.reliefmap.basemap;

import java.util.Locale;

/** What a line of the base map is. */
public enum LineKind {
    ROAD,
    RIVER,
    CANAL,
    STREAM,
    RAIL,
    COASTLINE;

    /** The kind's name in SQL. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
