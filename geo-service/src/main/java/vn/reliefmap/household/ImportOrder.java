package vn.reliefmap.household;

import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import vn.reliefmap.kernel.DisasterId;

/**
 * Into which disaster a list goes, and by whom.
 *
 * @param simulated whether its households are; the caller's word, never the file's
 * @param mayWrite whether households of the unit may be changed: code of a hamlet or commune, null for none
 * @param commune code or name of the commune of rows that name none; null = as the list's title says
 */
public record ImportOrder(
        DisasterId disaster,
        boolean simulated,
        Predicate<@Nullable String> mayWrite,
        @Nullable String commune) {
    /** For a list that says itself where its households live. */
    public ImportOrder(DisasterId disaster, boolean simulated, Predicate<@Nullable String> mayWrite) {
        this(disaster, simulated, mayWrite, null);
    }

    /** For somebody who may change every household. */
    public static ImportOrder everywhere(DisasterId disaster, boolean simulated) {
        return new ImportOrder(disaster, simulated, unit -> true);
    }

    /** The same for a list whose rows need not name their commune. */
    public ImportOrder in(@Nullable String ofList) {
        return new ImportOrder(disaster, simulated, mayWrite, ofList);
    }
}
