package vn.reliefmap.routing.http;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Why there is no way. */
enum NoWayWord {
    CUT_OFF,
    /** Passable at the departure, closed before the vehicle is through. */
    CLOSES_UNDER_WAY,
    FAR_FROM_ROAD,
    NO_CONNECTION,
    /** No water deep enough for the boat near an end. */
    FAR_FROM_WATER,
    /** No place where a truck and a boat meet. */
    NO_LANDING;

    @JsonValue
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
