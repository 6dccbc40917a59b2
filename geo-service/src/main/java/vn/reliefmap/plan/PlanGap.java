package vn.reliefmap.plan;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.reliefmap.geo.LonLat;

/**
 * What no tour brings, and why.
 *
 * @param stop names the stop in the plan; null when it never became one
 * @param place of the stop; null when it never became one
 * @param commune code; null when in none or in several
 * @param number what it fell short by, in the words of {@code vi} and {@code en}
 * @param vi the reason, and what would have served it, in Vietnamese
 * @param en the same in English
 */
public record PlanGap(
        @Nullable String stop,
        @Nullable LonLat place,
        @Nullable String commune,
        @Nullable String communeName,
        int households,
        int people,
        List<Amount> amounts,
        Reason reason,
        double number,
        String vi,
        String en) {

    /** Why. */
    public enum Reason {
        /** Water closes every way, and no boat of the plan gets there. */
        CUT_OFF,
        /** No road that such a vehicle may use lies near. */
        FAR_FROM_ROAD,
        /** A class that has a way is not among the vehicles. */
        NO_VEHICLE_CLASS,
        /** No team that gets there has the skill that the items ask for. */
        NO_SKILL,
        /** One unit is larger than every vehicle. */
        TOO_LARGE,
        /** The depots have less than is needed, and others came first. */
        STOCK,
        /** The vehicles are full and have no trip left. */
        CAPACITY,
        /** The day is too short. */
        TIME,
        /** Only the dark prevents it. */
        DARK,
        /** The window was closed. */
        CLOSED_WINDOW,
        /** A coordinator locked it to vehicles that do not get there any more. */
        LOCKED,
        /** A coordinator took it out of its tour. */
        TAKEN_OUT;

        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
