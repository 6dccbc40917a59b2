package vn.reliefmap.routing;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.reliefmap.geo.LonLat;
import vn.reliefmap.passability.VehicleClass;

/**
 * What to do at one place of a way, and how it goes on from there until the next step.
 *
 * @param vehicle what one travels with after it
 * @param at where it is done
 * @param fromM metres from the start of the way (of the whole itinerary by truck and boat)
 * @param distanceM metres until the next step, 0 for a transfer and on arrival
 * @param durationS seconds until the next step; for a transfer the time to load
 * @param roadName name or number of the road that is taken, null when it has none
 * @param exit which exit of a roundabout, counted from 1; null elsewhere
 * @param depthM deepest known water until the next step, 0 when dry
 * @param vi the step as a driver is told it, Vietnamese
 * @param en the same in English
 */
public record RouteStep(
        Turn turn,
        VehicleClass vehicle,
        LonLat at,
        double fromM,
        double distanceM,
        double durationS,
        @Nullable String roadName,
        @Nullable Integer exit,
        double depthM,
        String vi,
        String en) {

    /** What is done. */
    public enum Turn {
        DEPART,
        STRAIGHT,
        SLIGHT_LEFT,
        LEFT,
        SHARP_LEFT,
        KEEP_LEFT,
        SLIGHT_RIGHT,
        RIGHT,
        SHARP_RIGHT,
        KEEP_RIGHT,
        U_TURN,
        ROUNDABOUT,
        /** The goods change from the truck onto the boat. */
        TRANSFER,
        /** Over water, without turns. */
        BOAT,
        ARRIVE;

        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The same step on a way that began so many metres earlier. */
    public RouteStep later(double meters) {
        return new RouteStep(turn, vehicle, at, fromM + meters, distanceM, durationS, roadName, exit, depthM, vi, en);
    }
}
