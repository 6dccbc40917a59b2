package vn.reliefmap.routing;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Why a vehicle finds no way from one place to another; the same words as in the answer to a route. */
public enum NoWayReason {
    /** Water lies on the way, or on the place's own road. */
    CUT_OFF,
    /** The place lies too far from every road of the vehicle class. */
    FAR_FROM_ROAD,
    /** The roads do not meet, water or not. */
    NO_CONNECTION,
    /** The place lies too far from water that floats the boat. */
    FAR_FROM_WATER,
    /** Both places have water, but it does not join them. */
    NO_WATER_BETWEEN;

    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
