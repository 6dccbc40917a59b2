package vn.reliefmap.household;

import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import vn.reliefmap.kernel.DisasterId;

/**
 * Into which disaster a list goes, and by whom.
 *
 * @param simulated whether its households are; the caller's word, never the file's
 * @param mayWrite whether households of the unit may be changed: code of a commune, null for none
 */
public record ImportOrder(DisasterId disaster, boolean simulated, Predicate<@Nullable String> mayWrite) {
    /** For somebody who may change every household. */
    public static ImportOrder everywhere(DisasterId disaster, boolean simulated) {
        return new ImportOrder(disaster, simulated, unit -> true);
    }
}
