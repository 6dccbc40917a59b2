package vn.reliefmap.message.internal.form;

import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import vn.reliefmap.admin.AdminUnit;
import vn.reliefmap.geo.LonLat;
import vn.reliefmap.kernel.PublicCode;

/**
 * What was understood of one SMS, and what was not. Nothing in it is guessed from what was not written; only a commune's
 * name may be one letter off.
 *
 * @param command what shall become of an earlier report; null when the message asks for something itself
 * @param cry what kind of cry or word it is, when it is no command
 * @param at coordinates in the text; null when it has none
 * @param commune the one that is meant; null when none or several could be
 * @param communes names of several communes that could be meant; else empty
 * @param hamlet as it was written, without the word for it; empty when none was
 * @param people how many, 0 when nobody said
 * @param vulnerable children, old, sick and pregnant people among them
 * @param wishes items of the catalogue, each once
 * @param unwanted codes of items that are expressly not needed
 * @param unread words and numbers that nothing could be made of, in order
 * @param cut true when the text was longer than what is read
 */
public record ShortMessage(
        @Nullable Command command,
        Cry cry,
        @Nullable LonLat at,
        @Nullable AdminUnit commune,
        List<String> communes,
        String hamlet,
        int people,
        int vulnerable,
        List<Wish> wishes,
        List<String> unwanted,
        List<String> unread,
        boolean cut) {
    public ShortMessage {
        communes = List.copyOf(communes);
        wishes = List.copyOf(wishes);
        unwanted = List.copyOf(unwanted);
        unread = List.copyOf(unread);
    }

    /** True when the message says where somebody is. */
    public boolean placed() {
        return at != null || commune != null;
    }

    /** True when there is nothing in it that a program can act on. */
    public boolean empty() {
        return !placed() && hamlet.isEmpty() && people == 0 && wishes.isEmpty() && cry == Cry.ASKS;
    }

    /** What kind of word it is. */
    public enum Cry {
        /** Somebody needs something, or writes what cannot be read. */
        ASKS,
        /** Life is in danger. */
        SOS,
        /** Somebody is safe. */
        SAFE,
        /** Wants to know how to write. */
        HELP
    }

    /** What shall become of an earlier report. */
    public enum Verb {
        /** The need is still there. */
        CONFIRM,
        /** It was met. */
        DONE,
        /** Somebody takes the report back. */
        CANCEL,
        /** How does it stand? */
        STATUS
    }

    /**
     * A word about an earlier report.
     *
     * @param code of the report; null = the sender's last one
     * @param alone false when more was written than the command
     */
    public record Command(Verb verb, @Nullable PublicCode code, boolean alone) {}

    /**
     * @param item code of the catalogue
     * @param quantity in the item's own unit; empty unless number and unit were written
     */
    public record Wish(String item, OptionalDouble quantity) {}
}
