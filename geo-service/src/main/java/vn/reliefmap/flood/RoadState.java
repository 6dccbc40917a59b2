package vn.reliefmap.flood;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.reliefmap.kernel.Problem;

/** What somebody says of a stretch of road. */
public enum RoadState {
    /** No water that matters, nothing in the way. Ages. */
    OPEN,
    /** Shallow water that everybody on wheels gets through. Ages. */
    SHALLOW,
    KNEE_DEEP,
    WAIST_DEEP,
    CHEST_DEEP,
    /** Nobody gets through, whatever the depth. */
    CLOSED,
    /** The bridge is gone or broken. Dry ground does not bring it back. */
    BRIDGE_GONE,
    /** A named officer lets trucks through deeper water than usual, for a time. Says nothing of the water. */
    TRUCK_ALLOWED;

    /** The word of every state, for messages. */
    public static final String WORDS =
            Arrays.stream(values()).map(RoadState::word).collect(Collectors.joining(" "));

    /** The state's name in JSON and SQL. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** True for what holds only for a time, since water may come back. */
    public boolean ages() {
        return this == OPEN || this == SHALLOW;
    }

    /** True for what somebody must take back before anybody drives there again. */
    public boolean closes() {
        return !ages() && this != TRUCK_ALLOWED;
    }

    /** Reads the state's word; throws a {@code UNKNOWN_ROAD_STATE} problem (400) that lists the states. */
    public static RoadState parse(@Nullable String word) {
        for (RoadState state : values()) {
            if (state.word().equals(word)) {
                return state;
            }
        }
        String shown = word == null ? "" : word.substring(0, Math.min(40, word.length()));
        throw Problem.badField(
                        "UNKNOWN_ROAD_STATE",
                        "state",
                        WORDS,
                        "Không có tình trạng đường “" + shown + "”. Các tình trạng: " + WORDS + ".",
                        "There is no state of a road \"" + shown + "\". The states are: " + WORDS + ".")
                .asException();
    }
}
