package vn.reliefmap.plan;

import org.jspecify.annotations.Nullable;
import vn.reliefmap.passability.VehicleClass;

/**
 * What no tour brings, and why.
 *
 * @param stop index of the stop
 * @param load the part of its demand that is left out
 * @param number what it fell short by; its meaning depends on the reason
 * @param remedy what would have served it; null when nothing is known that would
 */
public record Unassigned(
        int stop,
        Load load,
        Reason reason,
        double number,
        @Nullable Remedy remedy) {
    /** Why, in the order in which it is asked; the first that holds is given. */
    public enum Reason {
        /** No way from any source for any class; number: 0. Where the water is deepest, routing knows. */
        CUT_OFF,
        /** A class that may serve it has a way, and no vehicle of it is there; number: seconds from the source. */
        NO_VEHICLE_CLASS,
        /** No vehicle that gets there has the skills; number: how many skills are lacking. */
        SKILL,
        /** One unit is too heavy or too large for every vehicle that gets there; number: kilograms or cubic metres over. */
        TOO_LARGE,
        /** The window is closed before the first vehicle could come; number: seconds late. */
        CLOSED_WINDOW,
        /** No source that such a vehicle loads at has enough left; number: units that are lacking of the good. */
        STOCK,
        /** There is time, and no vehicle has room or a trip left; number: kilograms that found no room. */
        CAPACITY,
        /** No shift is long enough; number: seconds that lack on the vehicle that would be done first. */
        TIME
    }

    /**
     * What would have served it, as "one more motor boat at source 2" or "40 units of rice at source 0".
     *
     * @param vehicleClass one more of these; null when it is not a vehicle that lacks
     * @param source index of the source where it would load, or where the good lacks; −1 = any
     * @param good index of the good that lacks; −1 = none
     * @param thousandths of the good that lack
     */
    public record Remedy(@Nullable VehicleClass vehicleClass, int source, int good, long thousandths) {
        public static Remedy vehicle(VehicleClass vehicleClass, int source) {
            return new Remedy(vehicleClass, source, -1, 0);
        }

        public static Remedy goods(int source, int good, long thousandths) {
            return new Remedy(null, source, good, thousandths);
        }
    }
}
