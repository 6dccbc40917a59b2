package vn.reliefmap.basemap;

import org.jspecify.annotations.Nullable;
import vn.reliefmap.geo.LonLat;

/**
 * A named place of the base map.
 *
 * @param kind as OpenStreetMap writes it: {@code city}, {@code town}, {@code suburb}, {@code village}, {@code hamlet}
 * @param name in Unicode NFC
 * @param population people, or null when the file does not say
 */
public record MapPlace(
        long osmId, String kind, String name, @Nullable Integer population, LonLat at) {}
