package vn.reliefmap.rescue;

import org.jspecify.annotations.Nullable;
import vn.reliefmap.geo.LonLat;

/**
 * Where help is wanted, and whom to ring. Personal data: show it only to the crew that holds the call and to coordinators,
 * after {@code access.Looks}.
 *
 * @param at position, of an approximate place the commune's centre; null when nobody knows it
 * @param words how to find it
 * @param said what the report says
 */
public record SosPlace(
        @Nullable LonLat at,
        boolean approximate,
        @Nullable Double accuracyM,
        @Nullable String commune,
        String hamlet,
        String words,
        String said,
        String name,
        String phone) {
    /** Without anything personal. */
    @Override
    public String toString() {
        return "the place of a cry for help";
    }
}
