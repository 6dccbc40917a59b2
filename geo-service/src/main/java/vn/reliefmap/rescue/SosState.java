package vn.reliefmap.rescue;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How a cry for help stands. */
public enum SosState {
    /** Nobody is asked: no crew can come, or the next one is being looked for. */
    WAITING,
    /** A crew was asked and has not answered. */
    SENT,
    ACKNOWLEDGED,
    ON_THE_WAY,
    /** The end: somebody is with them. */
    REACHED,
    /** The crew found nobody; a coordinator decides. */
    NOT_FOUND,
    /** The end: it was none, by a coordinator's word. */
    FALSE_ALARM;

    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** True while a crew has it in hand. */
    public boolean held() {
        return this == ACKNOWLEDGED || this == ON_THE_WAY;
    }
}
