package vn.reliefmap.report;

import java.util.Optional;
import java.util.OptionalDouble;
import vn.reliefmap.geo.LonLat;

/**
 * Where a report is from, as far as anybody knows.
 *
 * @param at position; empty when only names are known
 * @param accuracyM radius in metres within which the position holds, 0 or more; empty when nobody knows
 * @param adminCode code of the present commune; empty when nobody knows
 * @param hamlet name of the hamlet; empty when not given
 * @param words how to find it, or the place as it was pasted; personal, empty when not given
 * @param approximate true when it tells a neighbourhood and no house
 */
public record ReportPlace(
        Optional<LonLat> at,
        OptionalDouble accuracyM,
        Optional<String> adminCode,
        String hamlet,
        String words,
        boolean approximate) {

    /** True when nothing is known of it. */
    public boolean unknown() {
        return at.isEmpty() && adminCode.isEmpty() && hamlet.isEmpty() && words.isEmpty();
    }

    /** Without the position and the words, which are personal. */
    @Override
    public String toString() {
        return "a place in " + adminCode.orElse("an unknown commune");
    }
}
