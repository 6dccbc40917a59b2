package vn.reliefmap.plan;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.reliefmap.geo.LonLat;
import vn.reliefmap.kernel.VehicleId;

/**
 * What a move would break, in a number and in words.
 *
 * @param vehicle whose tour breaks
 * @param number by how much or how deep: metres, kilograms, cubic metres, seconds or units, as {@code kind} says
 * @param limit what it may be at most, in the same unit; null where there is none
 * @param since from when on the water closes the way; null when that is not known or it is not the water
 * @param place where it is on the map; null where it is not at one place
 * @param roadName the road that closes; null when it has no name
 */
public record MoveBreak(
        Kind kind,
        VehicleId vehicle,
        double number,
        @Nullable Double limit,
        @Nullable Instant since,
        @Nullable LonLat place,
        @Nullable String roadName,
        String vi,
        String en) {

    /** A coordinator may decide over the gentle ones, saying why; nobody over the others. The worst come first. */
    public enum Kind {
        /** Water closes the way within the plan's time; number: its depth in metres, limit: what the class gets through. */
        WATER(false),
        /** The only way is over water that nobody knows the depth of; number: metres of it. */
        UNKNOWN_WATER(false),
        /** No road or water for such a vehicle leads there. */
        NO_WAY(false),
        /** The vehicle is broken; number: 0. */
        VEHICLE(false),
        /** More kilograms than the vehicle carries. */
        WEIGHT(false),
        /** More cubic metres than the vehicle holds. */
        VOLUME(false),
        /** The depot has less than the tours load there; number: units that lack of one item. */
        STOCK(false),
        /** A boat would load what no truck has brought to the landing by then; number: units that lack of one item. */
        LANDING(false),
        /** The tour ends after the hours for which the water was looked at; number: seconds. */
        HOURS(false),
        /** Nobody on the vehicle has the skill that the items ask for; number: how many skills. A medic may come along. */
        SKILL(true),
        /** The tour is on the road after dusk; number: seconds. */
        DARK(true);

        private final boolean gentle;

        Kind(boolean gentle) {
            this.gentle = gentle;
        }

        /** True when a coordinator may decide over it. */
        public boolean gentle() {
            return gentle;
        }

        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
