package vn.reliefmap.need;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.reliefmap.kernel.DisasterId;
import vn.reliefmap.kernel.NeedId;

/**
 * Lines of need lie lower than before, on the word of those who decide on reports; published inside the transaction that
 * lowers them, with the lines locked. Who promised more on one of them than it still needs is to be served elsewhere or set free.
 */
public record NeedsShifted(DisasterId disaster, List<Shift> shifts) {
    /** @param to where what was needed stands now; null when it is needed nowhere */
    public record Shift(NeedId from, @Nullable NeedId to) {}
}
