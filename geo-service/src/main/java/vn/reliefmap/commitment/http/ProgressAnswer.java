package vn.reliefmap.commitment.http;

import java.math.BigDecimal;
import vn.reliefmap.commitment.Progress;
import vn.reliefmap.kernel.Numbers;

/** promised = outstanding + delivered + released, in the item's unit. */
record ProgressAnswer(BigDecimal promised, BigDecimal outstanding, BigDecimal delivered, BigDecimal released) {
    static ProgressAnswer of(Progress progress) {
        return new ProgressAnswer(
                Numbers.plain(progress.promised()),
                Numbers.plain(progress.outstanding()),
                Numbers.plain(progress.delivered()),
                Numbers.plain(progress.released()));
    }
}
