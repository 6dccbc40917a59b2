package vn.reliefmap.routing;

import org.jspecify.annotations.Nullable;
import vn.reliefmap.geo.LonLat;

/**
 * A place beside the water where wheels hand over to a boat, and whom the boat reaches from there.
 *
 * @param at on a road that wheels reach; no bridge
 * @param start number of the start that is quickest there
 * @param truckS driving time from that start, seconds
 * @param boatS on by boat to the middle of those who are reached, seconds
 * @param certain over water that is known to be deep enough
 * @param unconfirmed more of them, if flood water of unknown depth is deep enough too
 */
public record BoatLanding(
        LonLat at,
        @Nullable String roadName,
        int start,
        double truckS,
        double boatS,
        Served certain,
        Served unconfirmed) {
    /**
     * @param places that get a way by wheels and boat
     * @param people in them
     */
    public record Served(int places, long people) {
        public static final Served NOBODY = new Served(0, 0);
    }
}
