package vn.reliefmap.passability;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.reliefmap.kernel.Problem;

/** What a relief team travels with (glossary: phương tiện). */
public enum VehicleClass {
    FOOT(Element.GROUND),
    MOTORBIKE(Element.WHEELS),
    CAR(Element.WHEELS),
    PICKUP(Element.WHEELS),
    TRUCK(Element.WHEELS),
    PADDLE_BOAT(Element.WATER),
    MOTOR_BOAT(Element.WATER);

    /** The word of every class, in the order of the enum, for messages. */
    public static final String WORDS =
            Arrays.stream(values()).map(VehicleClass::word).collect(Collectors.joining(" "));

    private enum Element {
        GROUND,
        WHEELS,
        WATER
    }

    private final Element element;

    VehicleClass(Element element) {
        this.element = element;
    }

    /** Reads the class's word; throws an {@code UNKNOWN_VEHICLE} problem (400) that lists the classes. */
    public static VehicleClass parse(@Nullable String word) {
        for (VehicleClass vehicle : values()) {
            if (vehicle.word().equals(word)) {
                return vehicle;
            }
        }
        String shown = word == null ? "" : word.substring(0, Math.min(40, word.length()));
        throw Problem.badField(
                        "UNKNOWN_VEHICLE",
                        "vehicle",
                        WORDS,
                        "Không có loại phương tiện “" + shown + "”. Các loại: " + WORDS + ".",
                        "There is no vehicle class \"" + shown + "\". The classes are: " + WORDS + ".")
                .asException();
    }

    /** The class's name in JSON, SQL and on the command line. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public boolean onWheels() {
        return element == Element.WHEELS;
    }

    /** True for boats, which need water instead of fearing it. */
    public boolean floats() {
        return element == Element.WATER;
    }
}
