package vn.reliefmap.basemap;

import java.util.Locale;

/** What an area of the base map is. */
public enum AreaKind {
    WATER,
    LAGOON,
    SEA,
    WOOD,
    BUILT_UP;

    /** The kind's name in SQL. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
