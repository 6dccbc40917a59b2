package vn.reliefmap.household;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.reliefmap.kernel.ImportSummary;

/**
 * What an import would do.
 *
 * @param summary as the import itself would tell it
 * @param counts rows by what would become of them; a row that moves a household is counted as moved, not as changed
 * @param first the first rows of each
 * @param unknownHamlets the first hamlets that the list names and no officer did
 */
public record HouseholdPreview(
        ImportSummary summary,
        Map<Fate, Long> counts,
        Map<Fate, List<Sample>> first,
        List<UnknownHamlet> unknownHamlets) {
    /** What would become of a row. Which rows are refused, and why, the log of the import tells. */
    public enum Fate {
        NEW,
        CHANGED,
        SAME,
        /** The household is known at another place or in another commune. */
        MOVED;

        /** The word in SQL and JSON. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A name that stands in the column of hamlets; only for whoever sent the list.
     *
     * @param commune code
     * @param row the first one
     */
    public record UnknownHamlet(String commune, String name, long row, int rows) {
        /** The same, named in one row more. */
        public UnknownHamlet oneMore() {
            return new UnknownHamlet(commune, name, row, rows + 1);
        }
    }

    /**
     * One row. Never a name, a telephone number or a place.
     *
     * @param ref as the list gives it; null when it gives none
     * @param changes what would read otherwise: people, vulnerable_people, name, phone, address, place, commune, hamlet, precision,
     *     needs
     */
    public record Sample(
            long row,
            @Nullable String cell,
            @Nullable String ref,
            int people,
            @Nullable String adminCode,
            List<String> changes) {}
}
