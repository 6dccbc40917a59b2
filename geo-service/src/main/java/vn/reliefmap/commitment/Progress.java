package vn.reliefmap.commitment;

import java.math.BigDecimal;

/**
 * What became of a promise, in the item's unit: promised = outstanding + delivered + released.
 *
 * @param outstanding promised and neither delivered nor given back
 * @param released given back by its holder or by expiry
 */
public record Progress(BigDecimal promised, BigDecimal outstanding, BigDecimal delivered, BigDecimal released) {
    public static final Progress NONE =
            new Progress(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);

    public Progress plus(Progress other) {
        return new Progress(
                promised.add(other.promised),
                outstanding.add(other.outstanding),
                delivered.add(other.delivered),
                released.add(other.released));
    }
}
