package vn.reliefmap.message;

import java.util.UUID;

/**
 * One SMS that is to go. Personal data.
 *
 * @param id goes with it: a gateway that gets it twice sends it once
 * @param to number as it is dialled from anywhere
 * @param text within one SMS
 */
public record OutgoingSms(UUID id, String to, String text) {
    /** Without number and text. */
    @Override
    public String toString() {
        return "an SMS " + id;
    }
}
