package vn.reliefmap.store;

import java.util.Locale;

/** What can change in the database, as coarse as pages and caches need it. */
public enum Topic {
    ROADS,
    ADMIN,
    ITEMS,
    DISASTERS,
    HOUSEHOLDS,
    NEEDS,
    WATER,
    GAUGES,
    ROAD_REPORTS,
    REPORTS,
    SOS,
    SUPPLY,
    /** A team took a tour on, gave it back, or handed something of it over. */
    TOURS,
    LEDGER,
    /** A plan was made, locked or published. */
    PLANS,
    /** What everyone may see of real needs, households and zones was told anew. */
    PUBLISHED;

    /** The topic's name in SQL and JSON. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
