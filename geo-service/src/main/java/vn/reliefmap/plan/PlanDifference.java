package vn.reliefmap.plan;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.reliefmap.kernel.VehicleId;

/**
 * What is different in a plan from the one before it, as people who drive it must be told.
 *
 * @param tours one for each vehicle of either plan
 * @param stops only those for which something changed
 * @param items only those of which another amount is handed over
 * @param endangered what was under way and may not arrive; it stands in the plan unchanged all the same
 * @param vi all of it in a few lines
 * @param en the same in English
 */
public record PlanDifference(
        List<TourChange> tours,
        List<StopChange> stops,
        List<ItemChange> items,
        List<Endangered> endangered,
        String vi,
        String en) {
    /** Earlier or later by less than this is not a change. */
    public static final int SAME_TIME_S = 15 * 60;

    /** What became of a vehicle's tour. */
    public enum Change {
        UNCHANGED,
        CHANGED,
        NEW,
        DROPPED;

        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * @param before number in the plan before; null when it had none
     * @param now number in this plan; null when it has none
     */
    public record TourChange(
            VehicleId vehicle,
            String vehicleName,
            @Nullable Integer before,
            @Nullable Integer now,
            Change change,
            String vi,
            String en) {}

    /** What happened to a stop; the weightiest of several. */
    public enum Moved {
        /** It was in no tour and is now. */
        ADDED,
        /** It was in a tour and is in none now. */
        DROPPED,
        /** Another vehicle comes. */
        MOVED,
        /** The same vehicles bring another amount. */
        LOAD,
        /** The same vehicles come at another time. */
        TIME;

        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * @param stop names it in both plans
     * @param laterS seconds by which the first visit is later; negative when it is earlier; 0 when there is none to compare
     */
    public record StopChange(
            String stop,
            @Nullable String communeName,
            Moved change,
            List<String> vehiclesBefore,
            List<String> vehiclesNow,
            long laterS,
            String vi,
            String en) {}

    /** Thousandths of the item's unit that are handed over in all. */
    public record ItemChange(String item, long beforeMilli, long nowMilli) {}

    /** Why something under way may not arrive. */
    public enum Danger {
        /** Its road is closed now. */
        CLOSED,
        /** Its road is closed or slower now; there is another. */
        DETOUR,
        /** It gets there, and there is no way home. */
        NO_WAY_HOME,
        /** Its vehicle is broken or not to be sent; what it has not handed over yet is planned anew. */
        VEHICLE_OUT;

        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * @param tour number in this plan; null when it is in none
     * @param call number of the first call that is in danger; null when it is the way home
     * @param stop of that call: a stop or a landing
     * @param amounts that are still on the vehicle
     */
    public record Endangered(
            @Nullable Integer tour,
            VehicleId vehicle,
            String vehicleName,
            @Nullable Integer call,
            @Nullable String stop,
            @Nullable String communeName,
            Danger reason,
            List<Amount> amounts,
            String vi,
            String en) {}
}
